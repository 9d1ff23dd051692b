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

/**
 * Reads several ranges side by side: a single cell repeats, all others have the same shape.
 *
 * What is wrong with one place stays in that place; what is wrong with the shapes ends the whole call.
 */
export function readTogether<Name extends string, T = number>(
  ranges: Readonly<Record<Name, unknown>>,
  read: CellReader<T> = numberIn as CellReader<T>,
): Grid<Readonly<Record<Name, T>>> {
  const names = Object.keys(ranges) as Name[];
  const cells = names.map((name) => asCells(ranges[name]));
  const shapes = cells.map((each, i) => requireRectangle(names[i]!, each));
  const isSingle = shapes.map(({ rows, columns }) => rows * columns === 1);
  const shape = shapes[isSingle.indexOf(false)] ?? { rows: 1, columns: 1 };
  shapes.forEach(({ rows, columns }, i) => {
    if (isSingle[i] || (rows === shape.rows && columns === shape.columns)) return;
    const expected = `${size(shape)} like ${names[isSingle.indexOf(false)]}`;
    throw new ProblemError({ kind: "shapesDiffer", argument: names[i]!, expected, found: size({ rows, columns }) });
  });

  const places: (Readonly<Record<Name, T>> | CellError)[] = [];
  for (let row = 0; row < shape.rows; row++) {
    for (let column = 0; column < shape.columns; column++) {
      places.push(
        attempt(() => {
          const values = {} as Record<Name, T>;
          for (let i = 0; i < names.length; i++) {
            const cell = isSingle[i] ? cells[i]![0]![0] : cells[i]![row]![column];
            // where there are many columns, a message has to say which
            const name = shape.columns === 1 ? names[i]! : `${names[i]}, column ${column + 1}`;
            // blank cells come by the thousand, so that throwing for each would be felt
            if (isBlank(cell)) return cellError({ kind: "missing", what: name, reason: "notPublished" });
            values[names[i]!] = read(cell, name);
          }
          return values;
        }),
      );
    }
  }
  return { ...shape, places };
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
export function spilled(grid: Grid<Shown>): (Shown | CellError)[][] {
  const { rows, columns, places } = grid;
  return Array.from({ length: rows }, (_, row) => places.slice(row * columns, (row + 1) * columns).map(forCell));
}

/** What Excel can show: a number too large or undefined is `#NUM!`, minus nought is nought. */
export function forCell(value: Shown | CellError): Shown | CellError {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? value + 0 : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
}

/** The commonest function of all: one result for each place of the ranges. */
export const forEachPlace = <Name extends string>(
  ranges: Readonly<Record<Name, unknown>>,
  compute: (values: Readonly<Record<Name, number>>) => Shown,
): (Shown | CellError)[][] => spilled(mapPlaces(readTogether(ranges), compute));
