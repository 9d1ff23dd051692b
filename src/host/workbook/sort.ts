import { invalidArgument } from "../apiError";
import type { Area } from "../a1";
import { numberFormatOf, styleOf, valueOf } from "../engine/cellValues";
import type { HostStyle, Position } from "../engine/types";
import { isErrorCode } from "../errorText";
import type { Table } from "./table";
import { Part, type Workspace } from "./workspace";

/** One key of a sort: the column, counted from the range's first, or the row where columns are sorted. */
export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

/** `range.sort` */
export class RangeSort extends Part {
  readonly typeName = "RangeSort";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
    private readonly area: Area,
  ) {
    super(workspace);
  }

  apply(fields: readonly SortField[], matchCase = false, hasHeaders = false, orientation = "Rows"): void {
    if (orientation !== "Rows") throw invalidArgument("not supported by this host: Excel.RangeSort.apply by columns");
    const { row, rows } = this.area;
    sortRows(this.workspace, this.sheetId, hasHeaders ? { ...this.area, row: row + 1, rows: rows - 1 } : this.area, fields, matchCase);
  }
}

/** `table.sort`: the header and the totals stay where they are. */
export class TableSort extends Part {
  readonly typeName = "TableSort";

  constructor(
    workspace: Workspace,
    private readonly table: Table,
  ) {
    super(workspace);
  }

  apply(fields: readonly SortField[], matchCase = false): void {
    sortRows(this.workspace, this.table.sheetId, this.table.dataArea, fields, matchCase);
  }
}

/** Rows of an area in the order of its keys. As in Excel, each formula is copied to its new row: references without $ move along. */
function sortRows(space: Workspace, sheetId: string, given: Area, fields: readonly SortField[], matchCase: boolean): void {
  const { book } = space;
  if (fields.length === 0 || fields.some(({ key }) => !(Number.isInteger(key) && key >= 0 && key < given.columns))) throw invalidArgument();
  if (fields.some(({ sortOn = "Value" }) => sortOn !== "Value"))
    throw invalidArgument("not supported by this host: sorting by colour or icon");
  if (space.mergesIn(sheetId, given).length > 0) throw invalidArgument();
  const area = book.clip(sheetId, given);
  space.guardCells(sheetId, area);
  book.evaluate();
  const at = (row: number, column: number): Position => ({ sheetId, row: area.row + row, col: area.column + column });
  const keys = Array.from({ length: area.rows }, (_, row) => fields.map(({ key }) => valueOf(book.evaluated(at(row, key)))));
  const order = keys.map((_, row) => row).sort((a, b) => compareKeys(keys[a]!, keys[b]!, fields, matchCase) || a - b);
  const columns = Array.from({ length: area.columns }, (_, column) => column);
  const contents = order.map((from, to) =>
    columns.map((column) => {
      const cell = book.cell(at(from, column));
      if (!cell?.isFormula) return cell?.content ?? "";
      return book.getters.getTranslatedCellFormula(sheetId, 0, to - from, cell.compiledFormula);
    }),
  );
  const written = order.map((from, to) =>
    columns.map((column) => movedStyle(styleOf(book.cell(at(from, column))), styleOf(book.cell(at(to, column))))),
  );
  const formats = order.map((from) =>
    columns.map((column): readonly [string, string] => {
      const cell = book.cell(at(from, column));
      const asked = numberFormatOf(cell, space.drawn);
      return [cell?.format ?? "", asked === "General" ? "" : asked];
    }),
  );
  const place = { sheetId, row: area.row, col: area.column };
  book.dispatch("HOST_SET_CELLS", { ...place, contents: contents.map((line) => line.map(() => "")) });
  book.dispatch("HOST_SET_CELLS", { ...place, formats });
  book.dispatch("HOST_SET_CELLS", { ...place, contents });
  book.dispatch("HOST_SET_CELLS", { ...place, written });
}

/** The look that moves in, without what the look that was there had beside it. */
function movedStyle(moving: HostStyle, there: HostStyle): HostStyle {
  const gone = Object.fromEntries(Object.keys(there).map((key) => [key, undefined]));
  return { ...gone, ...moving, xlFormula: undefined, xlEngineFormula: undefined };
}

type Key = ReturnType<typeof valueOf>;

function compareKeys(a: readonly Key[], b: readonly Key[], fields: readonly SortField[], matchCase: boolean): number {
  for (const [i, { ascending = true }] of fields.entries()) {
    const [left, right] = [a[i]!, b[i]!];
    // Blanks come last in either direction.
    if (left === "" || right === "") {
      if (left !== right) return left === "" ? 1 : -1;
      continue;
    }
    const found = compareValues(left, right, matchCase);
    if (found !== 0) return ascending ? found : -found;
  }
  return 0;
}

/** Numbers, then text, then FALSE and TRUE, then errors. */
function compareValues(a: Key, b: Key, matchCase: boolean): number {
  const kind = kindOf(a) - kindOf(b);
  if (kind !== 0) return kind;
  if (typeof a === "number") return a - Number(b);
  if (typeof a === "boolean") return Number(a) - Number(b);
  return kindOf(a) === ERROR ? 0 : String(a).localeCompare(String(b), "en-GB", { sensitivity: matchCase ? "variant" : "base" });
}

const ERROR = 3;
const kindOf = (value: Key): number => {
  if (typeof value === "number") return 0;
  if (typeof value === "boolean") return 2;
  return isErrorCode(value) ? ERROR : 1;
};
