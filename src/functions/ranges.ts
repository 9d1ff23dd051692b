import { ProblemError } from "../problem";
import { type CellError, cellError, isCellError, thrownAsCellError } from "./cellError";
import { isBlank, numberIn } from "./cellValue";

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

/** Reads a cell of the named argument, or throws a problem. */
export type CellReader<T> = (cell: unknown, argument: string) => T;

/** Several ranges read side by side: for each its values, row after row, and what went wrong where. */
export interface Columns<T> {
  readonly rows: number;
  readonly columns: number;
  /** In the order of the ranges. At a place that went wrong a value counts for nothing. */
  readonly values: readonly (readonly T[])[];
  /** The first thing that went wrong at a place. */
  readonly errors: ReadonlyMap<number, CellError>;
}

/**
 * Reads several ranges side by side: a single cell repeats, all others have the same shape.
 *
 * What is wrong with one place stays in that place; what is wrong with the shapes ends the whole call.
 */
export function readColumns<T = number>(
  ranges: Readonly<Record<string, unknown>>,
  read: CellReader<T> = numberIn as CellReader<T>,
): Columns<T> {
  const names = Object.keys(ranges);
  const cells = names.map((name) => asCells(ranges[name]));
  const shapes = cells.map((each, i) => requireRectangle(names[i]!, each));
  const isSingle = shapes.map(({ rows, columns }) => rows * columns === 1);
  const { rows, columns } = shapes[isSingle.indexOf(false)] ?? { rows: 1, columns: 1 };
  shapes.forEach((shape, i) => {
    if (isSingle[i] || (rows === shape.rows && columns === shape.columns)) return;
    const expected = `${size({ rows, columns })} like ${names[isSingle.indexOf(false)]}`;
    throw new ProblemError({ kind: "shapesDiffer", argument: names[i]!, expected, found: size(shape) });
  });

  const errors = new Map<number, CellError>();
  const fail = (place: number, error: CellError) => {
    if (!errors.has(place)) errors.set(place, error);
  };
  const values = cells.map((range, i) => {
    // where there are many columns, a message has to say which
    const argument = Array.from({ length: columns }, (_, column) => (columns === 1 ? names[i]! : `${names[i]}, column ${column + 1}`));
    const found = new Array<T>(rows * columns);
    for (let row = 0, place = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, place++) {
        const cell = isSingle[i] ? range[0]![0] : range[row]![column];
        // blank cells come by the thousand, so that throwing for each would be felt
        if (isBlank(cell)) fail(place, cellError({ kind: "missing", what: argument[column]!, reason: "notPublished" }));
        else {
          try {
            found[place] = read(cell, argument[column]!);
            continue;
          } catch (thrown) {
            fail(place, thrownAsCellError(thrown));
          }
        }
        found[place] = undefined as T; // no hole, which a loop would pass over
      }
    }
    return found;
  });
  return { rows, columns, values, errors };
}

/** The same place by place, with the values under their ranges' names. */
export function readTogether<Name extends string, T = number>(
  ranges: Readonly<Record<Name, unknown>>,
  read?: CellReader<T>,
): Grid<Readonly<Record<Name, T>>> {
  const { rows, columns, values, errors } = readColumns(ranges, read);
  const names = Object.keys(ranges);
  const at = (place: number) => Object.fromEntries(names.map((name, i) => [name, values[i]![place]!])) as Record<Name, T>;
  return { rows, columns, places: Array.from({ length: rows * columns }, (_, place) => errors.get(place) ?? at(place)) };
}

/** The same columns, with what a check of each sound place finds among their errors. */
export function checked(columns: Columns<number>, check: (...values: number[]) => void): Columns<number> {
  const errors = new Map(columns.errors);
  const [a, b = a, c = a] = columns.values;
  for (let place = 0; place < a!.length; place++) {
    if (errors.has(place)) continue;
    try {
      check(a![place]!, b![place]!, c![place]!);
    } catch (thrown) {
      errors.set(place, thrownAsCellError(thrown));
    }
  }
  return { ...columns, errors };
}

/** One result for each place, from its values in the order of at most four ranges, as rows for Excel to spill. */
export function spillColumns<T>(
  { rows, columns, values, errors }: Columns<T>,
  compute: (...values: T[]) => Shown,
): (Shown | CellError)[][] {
  const [a, b = a, c = a, d = a] = values;
  const places = a!.map((value, place) => {
    try {
      return (errors.size > 0 ? errors.get(place) : undefined) ?? forCell(compute(value, b![place]!, c![place]!, d![place]!));
    } catch (thrown) {
      return thrownAsCellError(thrown);
    }
  });
  return inRows({ rows, columns, places });
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
