import { ProblemError } from "../problem";
import { type CellError, isCellError } from "./cellError";
import { numberIn } from "./cellValue";
import { asCells, type Grid, requireRectangle, size } from "./ranges";

/** Brings the places of each row together: one list per row, or the first error in it. */
export function byRow<T>({ rows, columns, places }: Grid<T>): Grid<readonly T[]> {
  const row = (index: number): readonly T[] | CellError => {
    const across = places.slice(index * columns, (index + 1) * columns);
    return across.find(isCellError) ?? (across as T[]);
  };
  return { rows, columns: 1, places: Array.from({ length: rows }, (_, index) => row(index)) };
}

/** Two grids of the same shape, place by place; the first error of a place stands for both. */
export const beside = <A, B>(one: Grid<A>, other: Grid<B>): Grid<readonly [A, B]> => ({
  ...one,
  places: one.places.map((a, i) => {
    const b = other.places[i]!;
    return isCellError(a) ? a : isCellError(b) ? b : ([a, b] as const);
  }),
});

/**
 * A range that says something about each column: one row of numbers, or a single cell that repeats.
 *
 * Every result depends on it, so what is wrong with it ends the whole call.
 */
export function columnNumbers(argument: string, range: unknown, columns: number): readonly number[] {
  return columnRows(argument, range, columns, 1)[0]!;
}

/** The same for a given number of such rows, one below the other. */
export function columnRows(argument: string, range: unknown, columns: number, rows: number): readonly (readonly number[])[] {
  const cells = asCells(range);
  const found = requireRectangle(argument, cells);
  const repeats = found.columns === 1 && columns > 1;
  if (found.rows !== rows || !(repeats || found.columns === columns))
    throw new ProblemError({ kind: "shapesDiffer", argument, expected: size({ rows, columns }), found: size(found) });
  return cells.map((row) => Array.from({ length: columns }, (_, column) => numberIn(row[repeats ? 0 : column], argument)));
}
