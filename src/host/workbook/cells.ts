import { invalidArgument } from "../apiError";
import { cellCount, intersect, isUnbounded, lastColumn, lastRow, type Area } from "../a1";
import { textOf, valueOf, valueTypeOf, type CellValue } from "../engine/cellValues";
import type { Cell, Position } from "../engine/types";
import { unmarkText } from "../errorText";
import { tableNameOf, visibleTables } from "../formulas/bookScope";
import { renameColumns } from "../formulas/rename";
import type { Workspace } from "./workspace";

export const SHAPE_MISMATCH = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

/** Reads one thing of every cell, row by row. Cells beyond the sheet's present size are empty. */
export function readBlock<T>(sheetId: string, area: Area, read: (at: Position) => T): T[][] {
  return Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => read({ sheetId, row: area.row + i, col: area.column + j })),
  );
}

export function readValues(space: Workspace, sheetId: string, area: Area): CellValue[][] {
  space.book.evaluate();
  return readBlock(sheetId, area, (at) => valueOf(space.book.evaluated(at)));
}

/** A cell's value, evaluated only where it is a formula's: evaluation in the middle of a large request is what costs most. */
export function peekValue(space: Workspace, at: Position): CellValue {
  const cell = space.book.cell(at);
  if (cell && !cell.isFormula) return constantOf(cell);
  if (cell) space.book.evaluate();
  return cell ? valueOf(space.book.evaluated(at)) : "";
}

export function readText(space: Workspace, sheetId: string, area: Area): string[][] {
  space.book.evaluate();
  return readBlock(sheetId, area, (at) => textOf(space.book.evaluated(at)));
}

export function readValueTypes(space: Workspace, sheetId: string, area: Area): string[][] {
  space.book.evaluate();
  return readBlock(sheetId, area, (at) => valueTypeOf(space.book.evaluated(at)));
}

/** Formulas as written; constants as themselves; "" for an empty cell. */
export function readFormulas(space: Workspace, sheetId: string, area: Area): CellValue[][] {
  return readBlock(sheetId, area, (at) => {
    const cell = space.book.cell(at);
    if (!cell) return "";
    return cell.isFormula ? (space.scope.formulaAt(at) ?? "") : constantOf(cell);
  });
}

function constantOf({ parsedValue }: Exclude<Cell, { readonly isFormula: true }>): CellValue {
  return typeof parsedValue === "string" ? unmarkText(parsedValue) : ((parsedValue as CellValue | null) ?? "");
}

export function readNumberFormats(space: Workspace, sheetId: string, area: Area): string[][] {
  return readBlock(sheetId, area, (at) => space.numberFormat(space.book.cell(at)));
}

/** A single value stands for every cell; a two-dimensional array must have the range's shape. */
export function inShape(given: unknown, area: Area): unknown[][] {
  if (!Array.isArray(given)) {
    const row = new Array<unknown>(area.columns).fill(given);
    return new Array<unknown[]>(area.rows).fill(row);
  }
  const fits = given.length === area.rows && given.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw invalidArgument(SHAPE_MISMATCH);
  return given as unknown[][];
}

/** Writes values or formulas. `null` leaves a cell alone; "" empties it. */
export function writeCells(space: Workspace, sheetId: string, area: Area, given: unknown): void {
  if (isUnbounded(area)) throw invalidArgument();
  space.guardCells(sheetId, area);
  const values = inShape(given, area);
  const contents = values.map((row, i) =>
    row.map((value, j) => contentOf(space, value, { sheetId, row: area.row + i, col: area.column + j })),
  );
  for (const merge of space.mergesIn(sheetId, area)) hideCovered(contents, area, merge);
  space.book.grow(sheetId, area);
  const write = (): void => space.book.dispatch("HOST_SET_CELLS", { sheetId, row: area.row, col: area.column, contents });
  writeAround(space, headingsChangedBy(space, sheetId, area, contents), write);
}

/** Formulas that name a column follow when its heading changes. */
function writeAround(space: Workspace, changed: readonly ChangedHeadings[], write: () => void): void {
  const [first, ...rest] = changed;
  if (!first) return write();
  const { name, names } = first;
  const inside = (at: Position): boolean => space.scope.tableAt(at)?.sheetId === at.sheetId && isSameTable(space, at, name);
  space.scope.rewriting(
    () => writeAround(space, rest, write),
    [name],
    (formula, at) => renameColumns(formula, name, names, inside(at)),
  );
}

const isSameTable = (space: Workspace, at: Position, name: string): boolean => space.scope.tableAt(at) === space.scope.table(name);

export function writeNumberFormats(space: Workspace, sheetId: string, area: Area, given: unknown): void {
  if (isUnbounded(area) && Array.isArray(given)) throw invalidArgument();
  space.guardSheet(sheetId, "allowFormatCells");
  if (!isUnbounded(area)) space.book.grow(sheetId, area);
  const present = isUnbounded(area) ? space.book.clip(sheetId, area) : area;
  const formats = inShape(given, present).map((row) => row.map((format) => formatOf(space, format)));
  space.book.dispatch("HOST_SET_CELLS", { sheetId, row: present.row, col: present.column, formats });
}

function formatOf(space: Workspace, format: unknown): readonly [string, string] | null {
  if (format === null || format === undefined) return null;
  if (typeof format !== "string") throw invalidArgument();
  const asked = /^general$/i.test(format) ? "" : format;
  return [space.drawn(asked), asked];
}

function contentOf(space: Workspace, value: unknown, at: Position): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw invalidArgument();
    return String(value);
  }
  if (typeof value !== "string" || value.length > MAX_TEXT) throw invalidArgument();
  if (value.startsWith("=") && value.length > 1 && space.numberFormat(space.book.cell(at)) !== "@") checkFormula(space, value, at);
  return value;
}

/** Excel does not take a formula that it cannot read, nor one that mentions a table's column that is not there. */
function checkFormula(space: Workspace, formula: string, at: Position): void {
  if (formula.length > MAX_FORMULA) throw invalidArgument();
  const translated = space.scope.translate(formula, at);
  if (translated.unknown.length > 0) throw invalidArgument();
  if (!space.book.engine.CompiledFormula.IsBadExpression(translated.formula)) return;
  try {
    space.book.engine.parse(translated.formula);
  } catch {
    throw invalidArgument(`The argument is invalid or missing or has an incorrect format. (formula not understood: ${formula})`);
  }
}

/** Only the first cell of merged cells holds anything. */
function hideCovered(contents: (string | null)[][], area: Area, merge: Area): void {
  const covered = intersect(area, merge);
  if (!covered) return;
  for (let row = covered.row; row <= lastRow(covered); row++)
    for (let column = covered.column; column <= lastColumn(covered); column++) {
      const line = contents[row - area.row];
      if (line && (row !== merge.row || column !== merge.column)) line[column - area.column] = null;
    }
}

/** A table some of whose headings a write changes: the new ones by the old ones in small letters. */
interface ChangedHeadings {
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
}

function headingsChangedBy(
  space: Workspace,
  sheetId: string,
  area: Area,
  contents: readonly (readonly (string | null)[])[],
): readonly ChangedHeadings[] {
  return visibleTables(space.book, sheetId).flatMap((table) => {
    const { left, right, top } = table.range.zone;
    const headings = intersect(area, { row: top, column: left, rows: 1, columns: right - left + 1 });
    if (!headings || table.config.numberOfHeaders === 0) return [];
    const names = new Map<string, string>();
    for (let column = headings.column; column <= lastColumn(headings); column++) {
      const written = contents[top - area.row]?.[column - area.column]?.replace(/^'/, "");
      const present = String(peekValue(space, { sheetId, row: top, col: column }));
      if (written !== undefined && written !== present) names.set(present.toLowerCase(), written);
    }
    return names.size > 0 ? [{ name: tableNameOf(space.book, sheetId, table.id), names }] : [];
  });
}

/** Whether a single read would be larger than Excel on the web allows. */
export const isTooLarge = (area: Area): boolean => cellCount(area) > 5_000_000;
