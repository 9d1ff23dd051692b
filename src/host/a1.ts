import { invalidArgument } from "./apiError";

/** A rectangle of cells, counted from 0. Whole columns have `MAX_ROWS` rows, whole rows `MAX_COLUMNS` columns. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** "A" is 0, "AA" is 26. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** 0 is "A", 26 is "AA". */
export function columnName(index: number): string {
  const known = columnNames[index];
  if (known !== undefined) return known;
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return (columnNames[index] = name);
}

const columnNames: string[] = [];

export const cellName = (row: number, column: number): string => columnName(column) + (row + 1);

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const isWholeColumns = (area: Area): boolean => area.rows >= MAX_ROWS;
export const isWholeRows = (area: Area): boolean => area.columns >= MAX_COLUMNS;
export const isUnbounded = (area: Area): boolean => isWholeColumns(area) || isWholeRows(area);
export const cellCount = (area: Area): number => area.rows * area.columns;

/**
 * Reads an A1 address without a sheet: a cell, a block, whole columns or whole rows, with or without dollar signs.
 * Anything else is InvalidArgument, as in Excel; so is a place beyond XFD1048576.
 *
 * @example parseAddress("$B$2:C4") // { row: 1, column: 1, rows: 3, columns: 2 }
 */
export function parseAddress(address: string): Area {
  const text = address.trim().replace(/\$/g, "");
  const block = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(text);
  if (block) {
    const [, left = "", top = "", right = left, bottom = top] = block;
    return between(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const wholeColumns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(text);
  if (wholeColumns) return between(0, columnIndex(wholeColumns[1] ?? ""), MAX_ROWS - 1, columnIndex(wholeColumns[2] ?? ""));
  const wholeRows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (wholeRows) return between(Number(wholeRows[1]) - 1, 0, Number(wholeRows[2]) - 1, MAX_COLUMNS - 1);
  throw invalidArgument();
}

/** The rectangle that two corners span, in whatever order they come. */
export function between(row1: number, column1: number, row2: number, column2: number): Area {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  return inSheet({ row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 });
}

/** Refuses what lies outside a sheet. */
export function inSheet(area: Area): Area {
  const fits =
    area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0 && lastRow(area) < MAX_ROWS && lastColumn(area) < MAX_COLUMNS;
  if (!fits) throw invalidArgument();
  return area;
}

/** The address as Excel writes it: `B2:C4`, `A:C`, `2:4`; with dollar signs when `fixed`. */
export function formatAddress(area: Area, fixed = false): string {
  const column = (index: number): string => (fixed ? "$" : "") + columnName(index);
  const row = (index: number): string => (fixed ? "$" : "") + (index + 1);
  if (isWholeColumns(area)) return `${column(area.column)}:${column(lastColumn(area))}`;
  if (isWholeRows(area)) return `${row(area.row)}:${row(lastRow(area))}`;
  const first = column(area.column) + row(area.row);
  return cellCount(area) === 1 ? first : `${first}:${column(lastColumn(area))}${row(lastRow(area))}`;
}

/** A sheet's name as it stands before the exclamation mark: quoted unless it is a plain word that could not be a cell. */
export function quoteSheetName(name: string): string {
  const plain =
    /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name) && !/^(R\d*C\d*|RC?|C)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Splits `'My sheet'!A1:B2` into its sheet and its address; without a sheet, `sheet` is undefined. */
export function splitReference(reference: string): { readonly sheet?: string; readonly address: string } {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference.trim());
  if (!match) return { address: reference.trim() };
  return { sheet: (match[1] ?? match[2] ?? "").replace(/''/g, "'"), address: match[3] ?? "" };
}

export function intersect(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

export function boundingArea(a: Area, b: Area): Area {
  return between(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  );
}

export const contains = (outer: Area, inner: Area): boolean =>
  outer.row <= inner.row && outer.column <= inner.column && lastRow(outer) >= lastRow(inner) && lastColumn(outer) >= lastColumn(inner);
