import { invalidArgument, invalidOperation, itemAlreadyExists } from "../apiError";
import { MAX_COLUMNS, MAX_ROWS, inSheet, splitReference, parseAddress, type Area } from "../a1";
import { nameKey, type NameExtra } from "../formulas/bookScope";
import { AutoFilter } from "./autoFilter";
import { ChartCollection } from "./charts";
import { readColour, showColour } from "./colours";
import { WorksheetFreezePanes } from "./freezePanes";
import { NamedItemCollection } from "./names";
import { NoteCollection } from "./notes";
import { PageLayout } from "./pageLayout";
import { Range } from "./range";
import { rangeAreasFrom, type RangeAreas } from "./rangeAreas";
import { WorksheetCustomPropertyCollection } from "./settings";
import { WorksheetProtection } from "./sheetProtection";
import { ShapeCollection } from "./shapes";
import { TableCollection, tablesOn } from "./tables";
import { usedArea } from "./used";
import { Part, type Workspace } from "./workspace";

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"];

/** 8.43 characters of the default font, in points. */
export const STANDARD_WIDTH = 48;

export class Worksheet extends Part {
  readonly typeName = "Worksheet";

  constructor(
    workspace: Workspace,
    readonly id: string,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    this.workspace.sheetName(this.id);
    return this.id;
  }
  override get scalars(): readonly string[] {
    return ["id", "name", "position", "showGridlines", "showHeadings", "standardHeight", "standardWidth", "tabColor", "visibility"];
  }

  get autoFilter(): AutoFilter {
    return new AutoFilter(this.workspace, this.id);
  }
  get charts(): ChartCollection {
    return new ChartCollection(this.workspace, this.id);
  }
  get shapes(): ShapeCollection {
    return new ShapeCollection(this.workspace, this.id);
  }
  get comments(): NoteCollection {
    return new NoteCollection(this.workspace, "comment", this.id);
  }
  get notes(): NoteCollection {
    return new NoteCollection(this.workspace, "note", this.id);
  }
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.workspace, this.id);
  }
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.workspace, this.id);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.workspace, this.id);
  }
  get pageLayout(): PageLayout {
    return new PageLayout(this.workspace, this.id);
  }
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.workspace, this.id);
  }
  get tables(): TableCollection {
    return new TableCollection(this.workspace, this.id);
  }

  get name(): string {
    return this.workspace.sheetName(this.id);
  }
  set name(value: string) {
    refuseSheetName(value);
    const other = this.book.getters.getSheetIdByName(value);
    if (other !== undefined && other !== this.id) throw itemAlreadyExists();
    if (value === this.name) return;
    this.workspace.guardStructure();
    this.book.dispatch("RENAME_SHEET", { sheetId: this.id, oldName: this.name, newName: value });
  }
  get position(): number {
    return this.book.getters.getSheetIds().indexOf(this.id);
  }
  set position(value: number) {
    if (!(Number.isInteger(value) && value >= 0 && value < this.book.getters.getSheetIds().length)) throw invalidArgument();
    if (value === this.position) return;
    this.workspace.guardStructure();
    this.book.dispatch("MOVE_SHEET", { sheetId: this.id, delta: value - this.position });
  }
  get visibility(): string {
    return this.book.getters.isSheetVisible(this.id) ? "Visible" : (this.book.extra<string>(`visibility|${this.id}`) ?? "Hidden");
  }
  /** The last visible sheet stays visible. */
  set visibility(value: string) {
    if (!VISIBILITIES.includes(value)) throw invalidArgument();
    const visible = this.book.getters.isSheetVisible(this.id);
    if (value !== this.visibility) this.workspace.guardStructure();
    if (value === "Visible" && !visible) this.book.dispatch("SHOW_SHEET", { sheetId: this.id });
    if (value !== "Visible" && visible) this.book.dispatch("HIDE_SHEET", { sheetId: this.id });
    this.book.setExtra(`visibility|${this.id}`, value === "VeryHidden" ? value : undefined);
  }
  /** "" for no colour. */
  get tabColor(): string {
    return showColour(this.book.getters.getSheet(this.id).color ?? "");
  }
  set tabColor(value: string) {
    this.book.dispatch("COLOR_SHEET", { sheetId: this.id, color: value === "" ? undefined : readColour(value) });
  }
  get showGridlines(): boolean {
    return this.book.getters.getGridLinesVisibility(this.id);
  }
  set showGridlines(value: boolean) {
    this.book.dispatch("SET_GRID_LINES_VISIBILITY", { sheetId: this.id, areGridLinesVisible: value });
  }
  get showHeadings(): boolean {
    return this.book.extra<boolean>(`headings|${this.id}`) ?? true;
  }
  set showHeadings(value: boolean) {
    this.book.setExtra(`headings|${this.id}`, value);
  }
  /** Under these names the client sends what the add-in sets as `showGridlines` and `showHeadings`. */
  set gridlines(value: boolean) {
    this.showGridlines = value;
  }
  set headings(value: boolean) {
    this.showHeadings = value;
  }
  /** In characters of the default font. */
  get standardWidth(): number {
    return 8.43;
  }
  get standardHeight(): number {
    return 15;
  }

  getRange(address?: string): Range {
    if (address === undefined) return this.range({ row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS });
    return this.named(address) ?? this.range(this.areaAt(address));
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return this.range(inSheet({ row, column, rows, columns }));
  }
  getRanges(addresses?: string): RangeAreas {
    return rangeAreasFrom(this.workspace, this.id, addresses ?? "1:1048576");
  }
  getCell(row: number, column: number): Range {
    return this.range(inSheet({ row, column, rows: 1, columns: 1 }));
  }
  getUsedRange(valuesOnly?: boolean): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = usedArea(this.workspace, this.id, valuesOnly === true);
    return used ? this.range(used) : null;
  }
  getNext(visibleOnly?: boolean): Worksheet {
    const next = this.getNextOrNullObject(visibleOnly);
    if (!next) throw invalidArgument();
    return next;
  }
  getNextOrNullObject(visibleOnly?: boolean): Worksheet | null {
    return this.neighbour(1, visibleOnly);
  }
  getPrevious(visibleOnly?: boolean): Worksheet {
    const previous = this.neighbour(-1, visibleOnly);
    if (!previous) throw invalidArgument();
    return previous;
  }
  getPreviousOrNullObject(visibleOnly?: boolean): Worksheet | null {
    return this.neighbour(-1, visibleOnly);
  }

  activate(): void {
    if (this.visibility !== "Visible") throw invalidOperation();
    const from = this.book.getters.getActiveSheetId();
    if (from !== this.id) this.book.dispatch("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: this.id });
  }
  calculate(_markAllDirty?: boolean): void {
    this.book.recalculate();
  }
  /** A very hidden sheet and the last visible one cannot be deleted. */
  delete(): void {
    if (this.visibility === "VeryHidden") throw invalidOperation();
    const others = this.book.getters.getVisibleSheetIds().filter((id) => id !== this.id);
    if (others.length === 0) throw invalidOperation();
    const active = this.book.getters.getActiveSheetId();
    if (active === this.id) this.book.dispatch("ACTIVATE_SHEET", { sheetIdFrom: this.id, sheetIdTo: others[0] });
    this.workspace.guardStructure();
    this.book.dispatch("DELETE_SHEET", { sheetId: this.id, sheetName: this.name });
  }

  private range(area: Area): Range {
    return new Range(this.workspace, this.id, area);
  }
  private areaAt(address: string): Area {
    const { sheet, address: rest } = splitReference(address);
    if (sheet !== undefined && sheet.toLowerCase() !== this.name.toLowerCase()) throw invalidArgument();
    return parseAddress(rest);
  }
  /** `getRange("tblScore")` and `getRange("ListSizes")`. */
  private named(address: string): Range | undefined {
    const { book } = this;
    const table = tablesOn(this.workspace, this.id).find((each) => each.name.toLowerCase() === address.toLowerCase());
    if (table) return table.getDataBodyRange();
    const extra = book.extra<NameExtra>(nameKey(this.id, address)) ?? book.extra<NameExtra>(nameKey(undefined, address));
    const named = extra && book.getters.getNamedRange(extra.engineName ?? extra.name);
    if (!named || named.range.sheetId !== this.id) return undefined;
    const { left, top, right, bottom } = named.range.zone;
    return this.range({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 });
  }
  private neighbour(step: 1 | -1, visibleOnly = false): Worksheet | null {
    const ids = visibleOnly ? this.book.getters.getVisibleSheetIds() : this.book.getters.getSheetIds();
    const id = ids[ids.indexOf(this.id) + step];
    return id === undefined ? null : new Worksheet(this.workspace, id);
  }
}

/**
 * 1 to 31 characters, none of : \ / ? * [ ], no apostrophe at either end, not "History".
 * https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
 */
export function refuseSheetName(name: unknown): void {
  const fits = typeof name === "string" && name.length >= 1 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  if (!fits || name.toLowerCase() === "history") throw invalidArgument();
}
