import type { CellError } from "./cellError";
import type { Shown } from "./ranges";

type Result = (Shown | CellError)[][];

interface Known {
  readonly about: string;
  /** Every cell of every argument, with the widths of the ranges between them. */
  readonly cells: readonly unknown[];
  readonly result: readonly (readonly (Shown | CellError)[])[];
}

/** A range smaller than this is worked out as quickly as it is recognised. */
const SMALLEST = 1000;
/** Cells kept in all, some 16 MB: 40 indicators of 6,300 practices and more. */
const MOST = 1_000_000;

let known: readonly Known[] = [];

/**
 * The result of a function over a whole range, worked out once however many formulas ask for it: where each row of a table has a formula
 * that looks at all of the table, the pool would otherwise be worked out thousands of times.
 *
 * Known by what is in the cells, never by which array they came in: the same cells, the same answer. Every caller gets rows of its own.
 *
 * @param about what else the result depends on: the function
 */
export function remembered(about: string, args: readonly unknown[], compute: () => Result): Result {
  const before = known.find((each) => each.about === about && isSame(each.cells, args));
  if (before) return before.result.map((row) => row.slice());
  const result = compute();
  const cells = flat(args);
  if (cells.length < SMALLEST || cells.length > MOST || cells.some((cell) => typeof cell === "object" && cell !== null)) return result;
  known = kept([{ about, cells, result: result.map((row) => row.slice()) }, ...known]);
  return result;
}

const flat = (args: readonly unknown[]): unknown[] =>
  args.flatMap((argument) => (isRange(argument) ? [argument[0]?.length, argument.length, ...argument.flat()] : [argument]));

const isRange = (argument: unknown): argument is readonly (readonly unknown[])[] =>
  Array.isArray(argument) && argument.every(Array.isArray);

/** Whether the cells are those remembered, read where they stand. */
function isSame(cells: readonly unknown[], args: readonly unknown[]): boolean {
  let at = 0;
  for (const argument of args) {
    if (!isRange(argument)) {
      if (cells[at++] !== argument) return false;
      continue;
    }
    if (cells[at++] !== argument[0]?.length || cells[at++] !== argument.length) return false;
    for (const row of argument) for (let column = 0; column < row.length; column++) if (cells[at++] !== row[column]) return false;
  }
  return at === cells.length;
}

/** The latest, as far as there is room. */
function kept(all: readonly Known[]): readonly Known[] {
  let room = MOST;
  return all.filter(({ cells }) => (room -= cells.length) >= 0);
}
