import { invalidArgument } from "../apiError";
import { areaOf, rangeData } from "../engine/book";
import type { Table } from "../engine/types";
import { filterTableId } from "../formulas/bookScope";
import { Range, rangeFrom } from "./range";
import { refuseOverlap } from "./tables";
import { Part, type Workspace } from "./workspace";

/** A sheet's own filter: to the engine a table without looks, which neither formulas nor add-ins can see. */
export class AutoFilter extends Part {
  readonly typeName = "AutoFilter";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }

  override get scalars(): readonly string[] {
    return ["criteria", "enabled", "isDataFiltered"];
  }

  get enabled(): boolean {
    return this.table !== undefined;
  }
  get isDataFiltered(): boolean {
    return false;
  }
  get criteria(): unknown {
    const { table } = this;
    return table ? table.filters.map(() => ({ filterOn: "Custom" })) : [];
  }

  /** Puts filter buttons on the range's first row. Criteria are not supported by this host. */
  apply(range: unknown, columnIndex?: number, criteria?: object): void {
    if (columnIndex !== undefined || criteria !== undefined) throw invalidArgument("not supported by this host: filter criteria");
    const { area } = rangeFrom(this.workspace, this.sheetId, range);
    this.workspace.guardSheet(this.sheetId, "allowAutoFilter");
    this.remove();
    refuseOverlap(this.workspace, this.sheetId, area);
    this.book.grow(this.sheetId, area);
    const config = {
      hasFilters: true,
      totalRow: false,
      firstColumn: false,
      lastColumn: false,
      numberOfHeaders: 1,
      bandedRows: false,
      bandedColumns: false,
      automaticAutofill: false,
      styleId: "None",
    };
    this.book.dispatch("CREATE_TABLE", {
      sheetId: this.sheetId,
      tableType: "forceStatic",
      ranges: [rangeData(this.sheetId, area)],
      config,
    });
    const made = this.book.getters.getCoreTable({ sheetId: this.sheetId, row: area.row, col: area.column });
    if (made) this.book.setExtra(`filter|${this.sheetId}`, made.id);
  }
  remove(): void {
    const { table } = this;
    if (!table) return;
    this.book.dispatch("REMOVE_TABLE", { sheetId: this.sheetId, target: [table.range.zone] });
    this.book.setExtra(`filter|${this.sheetId}`, undefined);
  }
  clearCriteria(): void {
    this.workspace.guardSheet(this.sheetId, "allowAutoFilter");
  }
  reapply(): void {
    this.workspace.guardSheet(this.sheetId, "allowAutoFilter");
  }
  getRange(): Range {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidArgument();
    return range;
  }
  getRangeOrNullObject(): Range | null {
    const { table } = this;
    return table ? new Range(this.workspace, this.sheetId, areaOf(table.range.zone)) : null;
  }

  private get table(): (Table & { readonly filters: readonly unknown[] }) | undefined {
    const id = filterTableId(this.book, this.sheetId);
    const found = this.book.getters.getCoreTables(this.sheetId).find((table) => table.id === id);
    return found as (Table & { readonly filters: readonly unknown[] }) | undefined;
  }
}
