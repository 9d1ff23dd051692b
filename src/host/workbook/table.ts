import { invalidArgument, itemNotFound } from "../apiError";
import type { Area } from "../a1";
import { areaOf, rangeData } from "../engine/book";
import type { Json, Table as EngineTable } from "../engine/types";
import { nameKey, tableKey, tableNameOf, visibleTables } from "../formulas/bookScope";
import { renameTable } from "../formulas/rename";
import { Range, rangeFrom } from "./range";
import { TableSort } from "./sort";
import { TableColumnCollection, TableRowCollection } from "./tableParts";
import { refuseOverlap, writeHeaders } from "./tables";
import { Part, type Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

/** A table: the engine holds its range and looks, side data its name. */
export class Table extends Part {
  readonly typeName = "Table";

  constructor(
    workspace: Workspace,
    readonly sheetId: string,
    private readonly tableId: string,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    return this.id;
  }
  override get scalars(): readonly string[] {
    return [
      ...[
        "highlightFirstColumn",
        "highlightLastColumn",
        "id",
        "legacyId",
        "name",
        "showBandedColumns",
        "showBandedRows",
        "showFilterButton",
      ],
      ...["showHeaders", "showTotals", "style"],
    ];
  }

  get id(): string {
    return `{${this.sheetId}-${this.tableId}}`;
  }
  get legacyId(): string {
    return this.tableId;
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.workspace, this.sheetId);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.workspace, this);
  }
  get sort(): TableSort {
    return new TableSort(this.workspace, this);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.workspace, this);
  }

  get name(): string {
    return tableNameOf(this.book, this.sheetId, this.tableId);
  }
  /** Formulas that mention the table follow. */
  set name(value: string) {
    const old = this.name;
    if (value === old) return;
    if (!isTableName(value)) throw invalidArgument();
    if (value.toLowerCase() !== old.toLowerCase() && nameIsTaken(this.workspace, value)) throw invalidArgument();
    const rename = (): void => this.keep({ name: value });
    this.workspace.scope.renaming(rename, old, (written) => renameTable(written, old, value));
  }

  get style(): string {
    return (this.extra["style"] as string | undefined) ?? this.engineTable.config.styleId;
  }
  /** A style that the engine has not is kept, and drawn plain. */
  set style(value: string) {
    const known = value in this.book.getters.getTableStyles();
    this.keep({ style: known ? undefined : value });
    this.configure({ styleId: known ? value : "None" });
  }
  get showBandedRows(): boolean {
    return this.engineTable.config.bandedRows;
  }
  set showBandedRows(value: boolean) {
    this.configure({ bandedRows: value });
  }
  get showBandedColumns(): boolean {
    return this.engineTable.config.bandedColumns;
  }
  set showBandedColumns(value: boolean) {
    this.configure({ bandedColumns: value });
  }
  get showFilterButton(): boolean {
    return this.engineTable.config.hasFilters;
  }
  set showFilterButton(value: boolean) {
    this.configure({ hasFilters: value });
  }
  get highlightFirstColumn(): boolean {
    return this.engineTable.config.firstColumn;
  }
  set highlightFirstColumn(value: boolean) {
    this.configure({ firstColumn: value });
  }
  get highlightLastColumn(): boolean {
    return this.engineTable.config.lastColumn;
  }
  set highlightLastColumn(value: boolean) {
    this.configure({ lastColumn: value });
  }
  get showHeaders(): boolean {
    return this.engineTable.config.numberOfHeaders > 0;
  }
  get showTotals(): boolean {
    return this.engineTable.config.totalRow;
  }
  set showTotals(value: boolean) {
    if (value === this.showTotals) return;
    const { rows } = this.area;
    const change = (): void => {
      if (value) this.reshape({ ...this.area, rows: rows + 1 }, { totalRow: true });
      else this.reshape({ ...this.area, rows: rows - 1 }, { totalRow: false });
    };
    this.workspace.scope.rewriting(change, [this.name]);
  }

  getRange(): Range {
    return new Range(this.workspace, this.sheetId, this.area);
  }
  getHeaderRowRange(): Range {
    return new Range(this.workspace, this.sheetId, { ...this.area, rows: 1 });
  }
  getDataBodyRange(): Range {
    return new Range(this.workspace, this.sheetId, this.dataArea);
  }
  getTotalRowRange(): Range {
    if (!this.showTotals) throw itemNotFound();
    return new Range(this.workspace, this.sheetId, { ...this.area, row: this.area.row + this.area.rows - 1, rows: 1 });
  }
  resize(to: unknown): void {
    const range = rangeFrom(this.workspace, this.sheetId, to);
    if (range.sheetId !== this.sheetId || range.area.row !== this.area.row || range.area.rows < 2) throw invalidArgument();
    refuseOverlap(this.workspace, this.sheetId, range.area, this.tableId);
    this.book.grow(this.sheetId, range.area);
    this.workspace.scope.rewriting(() => {
      this.reshape(range.area, {});
      writeHeaders(this.workspace, this.sheetId, range.area, true);
    }, [this.name]);
  }
  /** The table and its cells go. */
  delete(): void {
    const range = this.getRange();
    this.remove();
    range.clear();
  }
  /** The table goes, its cells and their values stay; formulas then name the cells instead. */
  convertToRange(): Range {
    const range = this.getRange();
    this.remove();
    return range;
  }
  clearFilters(): void {
    this.workspace.guardSheet(this.sheetId, "allowAutoFilter");
  }
  reapplyFilters(): void {
    this.workspace.guardSheet(this.sheetId, "allowAutoFilter");
  }

  get area(): Area {
    return areaOf(this.engineTable.range.zone);
  }
  /** Without header and totals. */
  get dataArea(): Area {
    const area = this.area;
    const header = this.showHeaders ? 1 : 0;
    return { ...area, row: area.row + header, rows: area.rows - header - (this.showTotals ? 1 : 0) };
  }
  /** Gives the table another extent; rows and columns of the sheet stay where they are. */
  reshape(area: Area, config: object): void {
    const { engineTable } = this;
    this.book.dispatch("UPDATE_TABLE", {
      sheetId: this.sheetId,
      zone: engineTable.range.zone,
      newTableRange: rangeData(this.sheetId, area),
      config: { ...engineTable.config, ...config },
    });
  }

  private get engineTable(): EngineTable {
    const found = visibleTables(this.book, this.sheetId).find((table) => table.id === this.tableId);
    if (!found) throw itemNotFound();
    return found;
  }
  private get extra(): Readonly<Record<string, Json | undefined>> {
    return this.book.extra<Readonly<Record<string, Json>>>(tableKey(this.sheetId, this.tableId)) ?? {};
  }
  private keep(part: Readonly<Record<string, Json | undefined>>): void {
    const kept = Object.entries({ ...this.extra, ...part }).filter(([, value]) => value !== undefined);
    this.book.setExtra(tableKey(this.sheetId, this.tableId), Object.fromEntries(kept) as Json);
  }
  private configure(config: object): void {
    this.workspace.guardSheet(this.sheetId);
    const { engineTable } = this;
    const command = { sheetId: this.sheetId, zone: engineTable.range.zone, config: { ...engineTable.config, ...config } };
    this.book.dispatch("UPDATE_TABLE", command);
  }
  private remove(): void {
    this.workspace.guardSheet(this.sheetId);
    this.book.dispatch("REMOVE_TABLE", { sheetId: this.sheetId, target: [this.engineTable.range.zone] });
    this.book.setExtra(tableKey(this.sheetId, this.tableId), undefined);
  }
}

/** A letter, an underscore or a backslash first; then letters, digits, underscores and full stops; no cell address; at most 255. */
export const isTableName = (name: string): boolean =>
  /^[A-Za-z_\\\u00c0-\uffff][\w.\\\u00c0-\uffff]{0,254}$/.test(name) &&
  !/^[A-Z]{1,3}\d{1,7}$/i.test(name) &&
  !/^(r\d*c\d*|r|c)$/i.test(name);

/** Tables and names of the workbook share one set of names. */
export function nameIsTaken(workspace: Workspace, name: string): boolean {
  const { book } = workspace;
  const wanted = name.toLowerCase();
  const tables = book.getters.getSheetIds().flatMap((id) => visibleTables(book, id).map((table) => tableNameOf(book, id, table.id)));
  return tables.some((each) => each.toLowerCase() === wanted) || book.extra(nameKey(undefined, name)) !== undefined;
}
