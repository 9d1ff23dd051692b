import { invalidArgument } from "../apiError";
import { cellCount, formatAddress, isWholeColumns, isWholeRows, parseAddress, quoteSheetName, splitReference, type Area } from "../a1";
import { ClientCollection } from "../clientObject";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { RangeFormat } from "./format";
import { Range } from "./range";
import { Part, type Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

/** Several rectangles of one sheet, treated as one: `worksheet.getRanges("A1:B2,D4")`. */
export class RangeAreas extends Part {
  readonly typeName = "RangeAreas";

  constructor(
    workspace: Workspace,
    readonly sheetId: string,
    readonly list: readonly Area[],
  ) {
    super(workspace);
    if (list.length === 0) throw invalidArgument();
  }

  override get keptByReference(): boolean {
    return true;
  }
  override get scalars(): readonly string[] {
    return ["address", "areaCount", "cellCount", "isEntireColumn", "isEntireRow"];
  }

  get address(): string {
    const sheet = quoteSheetName(this.workspace.sheetName(this.sheetId));
    return this.list.map((area) => `${sheet}!${formatAddress(area)}`).join(",");
  }
  get areaCount(): number {
    return this.list.length;
  }
  get cellCount(): number {
    return this.list.reduce((sum, area) => sum + cellCount(area), 0);
  }
  get isEntireColumn(): boolean {
    return this.list.every(isWholeColumns);
  }
  get isEntireRow(): boolean {
    return this.list.every(isWholeRows);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.workspace, this.sheetId);
  }
  get areas(): RangeCollection {
    return new RangeCollection(this.list.map((area) => new Range(this.workspace, this.sheetId, area)));
  }
  get format(): RangeFormat {
    return new RangeFormat(this.workspace, { sheetId: this.sheetId, areas: this.list });
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.workspace, this.sheetId, this.list);
  }

  clear(applyTo?: string): void {
    for (const area of this.list) new Range(this.workspace, this.sheetId, area).clear(applyTo);
  }
  calculate(): void {
    this.book.recalculate();
  }
  getEntireColumn(): RangeAreas {
    return this.map((range) => range.getEntireColumn());
  }
  getEntireRow(): RangeAreas {
    return this.map((range) => range.getEntireRow());
  }
  getOffsetRangeAreas(rows: number, columns: number): RangeAreas {
    return this.map((range) => range.getOffsetRange(rows, columns));
  }

  private map(change: (range: Range) => Range): RangeAreas {
    const changed = this.list.map((area) => change(new Range(this.workspace, this.sheetId, area)).area);
    return new RangeAreas(this.workspace, this.sheetId, changed);
  }
}

export class RangeCollection extends ClientCollection<Range> {
  readonly typeName = "RangeCollection";
  constructor(private readonly ranges: readonly Range[]) {
    super();
  }
  all(): readonly Range[] {
    return this.ranges;
  }
  getCount(): number {
    return this.ranges.length;
  }
  getItemAt(index: number): Range {
    const range = this.ranges[index];
    if (!range) throw invalidArgument();
    return range;
  }
}

/** Reads "A1:B2, D4"; commas inside quoted sheet names do not occur in addresses of one sheet. */
export const rangeAreasFrom = (workspace: Workspace, sheetId: string, addresses: string): RangeAreas =>
  new RangeAreas(
    workspace,
    sheetId,
    addresses.split(",").map((address) => parseAddress(splitReference(address).address)),
  );
