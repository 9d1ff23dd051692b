import { invalidArgument } from "../apiError";
import { lastRow, type Area } from "../a1";
import { readValues, writeCells } from "./cells";
import { KeyedCollection } from "./collection";
import { Range } from "./range";
import type { Table } from "./table";
import { Part, type Workspace } from "./workspace";

export class TableColumn extends Part {
  readonly typeName = "TableColumn";

  constructor(
    workspace: Workspace,
    private readonly table: Table,
    readonly index: number,
  ) {
    super(workspace);
  }

  override get itemKey(): string {
    return String(this.id);
  }
  override get scalars(): readonly string[] {
    return ["id", "index", "name", "values"];
  }

  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    return String(readValues(this.workspace, this.table.sheetId, this.header)[0]?.[0] ?? "");
  }
  set name(value: string) {
    writeCells(this.workspace, this.table.sheetId, this.header, [[`'${value}`]]);
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }
  getRange(): Range {
    return this.part(this.table.area);
  }
  getDataBodyRange(): Range {
    return this.part(this.table.dataArea);
  }
  getHeaderRowRange(): Range {
    return new Range(this.workspace, this.table.sheetId, this.header);
  }

  private get header(): Area {
    return { ...this.table.area, column: this.table.area.column + this.index, columns: 1, rows: 1 };
  }
  private part(area: Area): Range {
    return new Range(this.workspace, this.table.sheetId, { ...area, column: area.column + this.index, columns: 1 });
  }
}

export class TableColumnCollection extends KeyedCollection<TableColumn> {
  readonly typeName = "TableColumnCollection";
  constructor(
    workspace: Workspace,
    private readonly table: Table,
  ) {
    super(workspace);
  }
  all(): readonly TableColumn[] {
    return Array.from({ length: this.table.area.columns }, (_, i) => new TableColumn(this.workspace, this.table, i));
  }
}

export class TableRow extends Part {
  readonly typeName = "TableRow";
  constructor(
    workspace: Workspace,
    private readonly table: Table,
    readonly index: number,
  ) {
    super(workspace);
  }
  override get scalars(): readonly string[] {
    return ["index", "values"];
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(given: unknown) {
    this.getRange().values = given;
  }
  getRange(): Range {
    const { dataArea, sheetId } = this.table;
    return new Range(this.workspace, sheetId, { ...dataArea, row: dataArea.row + this.index, rows: 1 });
  }
}

export class TableRowCollection extends KeyedCollection<TableRow> {
  readonly typeName = "TableRowCollection";
  constructor(
    workspace: Workspace,
    private readonly table: Table,
  ) {
    super(workspace);
  }

  all(): readonly TableRow[] {
    return Array.from({ length: this.table.dataArea.rows }, (_, i) => new TableRow(this.workspace, this.table, i));
  }

  /** Puts rows at the end, moving what lies below the table. Rows in the middle are not supported by this host. */
  add(index: number | undefined, values: unknown): TableRow {
    const { table } = this;
    const { dataArea } = table;
    if (index !== undefined && index !== -1 && index !== dataArea.rows)
      throw invalidArgument("not supported by this host: rows.add in the middle");
    const rows = Array.isArray(values) ? (values as unknown[][]) : [new Array<unknown>(dataArea.columns).fill(values ?? null)];
    const place = { ...dataArea, row: lastRow(dataArea) + 1, rows: rows.length };
    this.book.grow(table.sheetId, place);
    this.workspace.scope.rewriting(() => table.reshape({ ...table.area, rows: table.area.rows + rows.length }, {}), [table.name]);
    writeCells(this.workspace, table.sheetId, place, rows);
    return new TableRow(this.workspace, table, dataArea.rows);
  }
}
