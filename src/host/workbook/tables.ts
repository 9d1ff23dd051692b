import { invalidArgument } from "../apiError";
import { contains, intersect, isUnbounded, lastColumn, type Area } from "../a1";
import { areaOf, rangeData } from "../engine/book";
import { peekValue, readBlock } from "./cells";
import { KeyedCollection } from "./collection";
import { nameIsTaken, Table } from "./table";
import { rangeFrom } from "./range";
import { filterTableId, tableKey, visibleTables } from "../formulas/bookScope";
import type { Workspace } from "./workspace";

const NEW_TABLE = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: true,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: "TableStyleMedium2",
};

/** The tables of a workbook or, with a sheet, of that sheet. */
export class TableCollection extends KeyedCollection<Table> {
  readonly typeName = "TableCollection";

  constructor(
    workspace: Workspace,
    private readonly sheetId?: string,
  ) {
    super(workspace);
  }

  all(): readonly Table[] {
    const sheets = this.sheetId === undefined ? this.book.getters.getSheetIds() : [this.sheetId];
    return sheets.flatMap((sheetId) => tablesOn(this.workspace, sheetId));
  }

  /** Headers are made text and unique, as Excel makes them; with `hasHeaders` false a row of headers is put above the data. */
  add(address: unknown, hasHeaders?: boolean): Table {
    const { sheetId, area: given } = rangeFrom(this.workspace, this.sheetId, address);
    this.workspace.guardSheet(sheetId);
    if (isUnbounded(given)) throw invalidArgument();
    this.book.grow(sheetId, given);
    refuseOverlap(this.workspace, sheetId, given);
    const area = hasHeaders === false ? this.withHeaderRow(sheetId, given) : withDataRow(given);
    this.book.grow(sheetId, area);
    writeHeaders(this.workspace, sheetId, area, hasHeaders !== false);
    this.book.dispatch("CREATE_TABLE", { sheetId, tableType: "static", ranges: [rangeData(sheetId, area)], config: NEW_TABLE });
    const made = this.book.getters
      .getCoreTables(sheetId)
      .find((table) => table.range.zone.top === area.row && table.range.zone.left === area.column);
    if (!made) throw invalidArgument();
    this.book.setExtra(tableKey(sheetId, made.id), { name: this.freeName() });
    return new Table(this.workspace, sheetId, made.id);
  }

  private withHeaderRow(sheetId: string, area: Area): Area {
    const zone = { left: area.column, right: lastColumn(area), top: area.row, bottom: area.row };
    this.book.dispatch("INSERT_CELL", { zone, shiftDimension: "ROW", sheetId });
    return { ...area, rows: area.rows + 1 };
  }

  private freeName(): string {
    let number = 1;
    while (nameIsTaken(this.workspace, `Table${number}`)) number++;
    return `Table${number}`;
  }
}

export class TableScopedCollection extends KeyedCollection<Table> {
  readonly typeName = "TableScopedCollection";
  constructor(
    workspace: Workspace,
    private readonly found: readonly Table[],
  ) {
    super(workspace);
  }
  all(): readonly Table[] {
    return this.found;
  }
}

export const tablesOn = (workspace: Workspace, sheetId: string): readonly Table[] =>
  visibleTables(workspace.book, sheetId).map((table) => new Table(workspace, sheetId, table.id));

export const tablesTouching = (workspace: Workspace, sheetId: string, area: Area, fully: boolean): TableScopedCollection =>
  new TableScopedCollection(
    workspace,
    tablesOn(workspace, sheetId).filter((table) => (fully ? contains(area, table.area) : intersect(area, table.area) !== undefined)),
  );

/** A table of headers only gets an empty row. */
const withDataRow = (area: Area): Area => (area.rows === 1 ? { ...area, rows: 2 } : area);

/** Excel says no more than InvalidArgument: https://github.com/OfficeDev/office-js/issues/1199 */
export function refuseOverlap(workspace: Workspace, sheetId: string, area: Area, except?: string): void {
  const filter = filterTableId(workspace.book, sheetId);
  for (const table of workspace.book.getters.getCoreTables(sheetId))
    if (table.id !== except && table.id !== filter && intersect(area, areaOf(table.range.zone))) throw invalidArgument();
  if (workspace.mergesIn(sheetId, area).length > 0) throw invalidArgument();
}

/** Empty headers become Column1, Column2 and so on; repeated ones get a number; numbers become text. */
export function writeHeaders(workspace: Workspace, sheetId: string, area: Area, keep: boolean): void {
  const cells = readBlock(sheetId, { ...area, rows: 1 }, (at) => (keep ? peekValue(workspace, at) : ""));
  const present = cells[0] ?? [];
  const seen = new Set<string>();
  const unique = (wanted: string): string => {
    let name = wanted;
    for (let number = 2; seen.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    seen.add(name.toLowerCase());
    return name;
  };
  const headers = present.map((value, i) => unique(value === "" ? `Column${i + 1}` : String(value)));
  const contents = [headers.map((header, i) => (header === present[i] ? null : `'${header}`))];
  if (contents[0]?.some((header) => header !== null))
    workspace.book.dispatch("HOST_SET_CELLS", { sheetId, row: area.row, col: area.column, contents });
}
