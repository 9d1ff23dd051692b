import { ProblemError } from "../problem";
import { type CellError, cellError, isCellError, thrownAsCellError } from "./cellError";
import { isBlank, numberIn, textIn } from "./cellValue";

/** A range as Excel passes it: rows of cells, even for one cell. */
export type Cells = readonly (readonly unknown[])[];

/** Values laid out as a range, row after row; a place that went wrong holds its error. */
export interface Grid<T> {
  readonly rows: number;
  readonly columns: number;
  readonly places: readonly (T | CellError)[];
}

/** What a cell may show. */
export type Shown = number | string | boolean;

/** The range, or undefined when it was omitted: left out, or nothing but blank cells. */
export function given(range: unknown): Cells | undefined {
  const cells = asCells(range);
  return cells.every((row) => Array.isArray(row) && row.every(isBlank)) ? undefined : cells;
}

/** A lone value, which Excel does not send but other callers may, is a range of one cell. */
export const asCells = (range: unknown): Cells => (Array.isArray(range) ? (range as Cells) : [[range]]);

/** Refuses a range without cells or with rows of different lengths. */
export function requireRectangle(argument: string, cells: Cells): { readonly rows: number; readonly columns: number } {
  const columns = cells[0]?.length ?? 0;
  if (columns === 0 || !cells.every((row) => Array.isArray(row) && row.length === columns))
    throw new ProblemError({ kind: "shapesDiffer", argument, expected: "rows of the same length", found: "none or uneven rows" });
  return { rows: cells.length, columns };
}

/** How the cells of a range are read: a reader that throws a problem for a wrong cell, and somewhere to keep what it reads. */
export interface Reading<T> {
  readonly read: (cell: unknown, argument: string) => T;
  readonly room: (places: number) => Room<T>;
}

interface Room<T> extends ArrayLike<T> {
  [place: number]: T;
}

/** A call of one cell would spend most of its time on making a typed array. */
const roomForNumbers = (places: number): Room<number> => (places < 64 ? new Array<number>(places).fill(0) : new Float64Array(places));
const asNumbers: Reading<number> = { read: numberIn, room: roomForNumbers };
export const asTexts: Reading<string> = { read: textIn, room: (places) => new Array<string>(places).fill("") };

/** Several ranges read side by side: for each its values, row after row, and what went wrong where. */
export interface Columns<T = number> {
  readonly rows: number;
  readonly columns: number;
  /** In the order of the ranges. At a place that went wrong a value counts for nothing. */
  readonly values: readonly ArrayLike<T>[];
  /** The first thing that went wrong at a place. */
  readonly errors: ReadonlyMap<number, CellError>;
}

/**
 * Reads several ranges side by side: a single cell repeats, all others have the same shape.
 *
 * What is wrong with one place stays in that place; what is wrong with the shapes ends the whole call.
 */
export function readColumns(ranges: Readonly<Record<string, unknown>>): Columns;
export function readColumns<T>(ranges: Readonly<Record<string, unknown>>, reading: Reading<T>): Columns<T>;
export function readColumns<T>(
  ranges: Readonly<Record<string, unknown>>,
  { read, room }: Reading<T> = asNumbers as unknown as Reading<T>,
): Columns<T> {
  const names = Object.keys(ranges);
  const cells = names.map((name) => asCells(ranges[name]));
  const { rows, columns, isSingle } = commonShape(names, cells);
  let errors: Map<number, CellError> | undefined;
  const fail = (place: number, error: CellError) => {
    errors ??= new Map<number, CellError>();
    if (!errors.has(place)) errors.set(place, error);
  };
  const values = cells.map((range, i) => {
    // where there are many columns, a message has to say which
    const named = (column: number) => (columns === 1 ? names[i]! : `${names[i]}, column ${column + 1}`);
    const found = room(rows * columns);
    for (let column = 0; column < columns; column++) {
      const argument = named(column);
      for (let row = 0, place = column; row < rows; row++, place += columns) {
        const cell = isSingle[i] ? range[0]![0] : range[row]![column];
        // blank cells come by the thousand, so that throwing for each would be felt
        if (isBlank(cell)) fail(place, cellError({ kind: "missing", what: argument, reason: "notPublished" }));
        else {
          try {
            found[place] = read(cell, argument);
          } catch (thrown) {
            fail(place, thrownAsCellError(thrown));
          }
        }
      }
    }
    return found;
  });
  return { rows, columns, values, errors: errors ?? none };
}

/** Most calls have no errors, and a call of one cell should not pay for a list of them. */
const none: ReadonlyMap<number, CellError> = new Map();

/** The shape of those that are not single cells, which must be one and the same. */
function commonShape(names: readonly string[], cells: readonly Cells[]) {
  const shapes = cells.map((each, i) => requireRectangle(names[i]!, each));
  const isSingle = shapes.map(({ rows, columns }) => rows * columns === 1);
  const leading = isSingle.indexOf(false);
  const { rows, columns } = shapes[leading] ?? { rows: 1, columns: 1 };
  shapes.forEach((shape, i) => {
    if (isSingle[i] || (rows === shape.rows && columns === shape.columns)) return;
    const expected = `${size({ rows, columns })} like ${names[leading]}`;
    throw new ProblemError({ kind: "shapesDiffer", argument: names[i]!, expected, found: size(shape) });
  });
  return { rows, columns, isSingle };
}

/** The same place by place, with the values under their ranges' names. */
export function readTogether<Name extends string>(ranges: Readonly<Record<Name, unknown>>): Grid<Readonly<Record<Name, number>>>;
export function readTogether<Name extends string, T>(
  ranges: Readonly<Record<Name, unknown>>,
  reading: Reading<T>,
): Grid<Readonly<Record<Name, T>>>;
export function readTogether<Name extends string, T>(
  ranges: Readonly<Record<Name, unknown>>,
  reading: Reading<T> = asNumbers as unknown as Reading<T>,
): Grid<Readonly<Record<Name, T>>> {
  const { rows, columns, values, errors } = readColumns(ranges, reading);
  const names = Object.keys(ranges);
  const at = (place: number) => Object.fromEntries(names.map((name, i) => [name, values[i]![place]!])) as Record<Name, T>;
  return { rows, columns, places: Array.from({ length: rows * columns }, (_, place) => errors.get(place) ?? at(place)) };
}

/** The same columns, with what a check of each sound place finds among their errors. */
export function checked(columns: Columns, check: (...values: number[]) => void): Columns {
  const { values, errors } = columns;
  const [a, b = a, c = a] = values;
  let more: Map<number, CellError> | undefined;
  for (let place = 0; place < a!.length; place++) {
    if (errors.size > 0 && errors.has(place)) continue;
    try {
      check(a![place]!, b![place]!, c![place]!);
    } catch (thrown) {
      more ??= new Map(errors);
      more.set(place, thrownAsCellError(thrown));
    }
  }
  return more === undefined ? columns : { ...columns, errors: more };
}

/** One result for each place, from its values in the order of at most four ranges, as rows for Excel to spill. */
export function spillColumns({ rows, columns, values, errors }: Columns, compute: (...values: number[]) => Shown): (Shown | CellError)[][] {
  const [a, b = a, c = a, d = a] = values;
  const resultAt = (place: number) => {
    try {
      return (errors.size > 0 ? errors.get(place) : undefined) ?? forCell(compute(a![place]!, b![place]!, c![place]!, d![place]!));
    } catch (thrown) {
      return thrownAsCellError(thrown);
    }
  };
  const spilling: (Shown | CellError)[][] = [];
  for (let row = 0; row < rows; row++)
    spilling.push(columns === 1 ? [resultAt(row)] : Array.from({ length: columns }, (_, column) => resultAt(row * columns + column)));
  return spilling;
}

export const size = ({ rows, columns }: { readonly rows: number; readonly columns: number }): string =>
  `${rows} ${rows === 1 ? "row" : "rows"} by ${columns} ${columns === 1 ? "column" : "columns"}`;

/** A value, or the error that working it out came to. */
export function attempt<T>(compute: () => T): T | CellError {
  try {
    return compute();
  } catch (thrown) {
    return thrownAsCellError(thrown);
  }
}

/** Works something out for every place that is not already wrong. */
export const mapPlaces = <T, U>(grid: Grid<T>, compute: (value: T) => U): Grid<U> => ({
  ...grid,
  places: grid.places.map((place) => (isCellError(place) ? place : attempt(() => compute(place)))),
});

/** The places that hold a value. */
export const soundPlaces = <T>(grid: Grid<T>): T[] => grid.places.filter((place): place is T => !isCellError(place));

/** Rows of cells, ready for Excel to spill. */
export const spilled = (grid: Grid<Shown>): (Shown | CellError)[][] => inRows({ ...grid, places: grid.places.map(forCell) });

const inRows = ({ rows, columns, places }: Grid<Shown>): (Shown | CellError)[][] =>
  columns === 1
    ? places.map((place) => [place])
    : Array.from({ length: rows }, (_, row) => places.slice(row * columns, (row + 1) * columns));

/** What Excel can show: a number too large or undefined is `#NUM!`, minus nought is nought. */
export function forCell(value: Shown | CellError): Shown | CellError {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value + 0 : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
}

/** The commonest function of all: one result for each place, from its values in the order of the ranges. */
export const forEachPlace = (ranges: Readonly<Record<string, unknown>>, compute: (...values: number[]) => Shown): (Shown | CellError)[][] =>
  spillColumns(readColumns(ranges), compute);
