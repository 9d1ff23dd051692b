import type { CellError } from "./cellError";
import type { Cells, Shown } from "./ranges";

type Result = (Shown | CellError)[][];

interface Known {
  readonly about: string;
  /** Every cell of every argument. */
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
  if (countOf(args) < SMALLEST) return compute();
  const before = known.find((each) => each.about === about && isSame(each.cells, args));
  if (before) return copyOf(before.result);
  const result = compute();
  const cells = flat(args);
  if (cells !== null && cells.length <= MOST) known = kept([{ about, cells, result: copyOf(result) }, ...known]);
  return result;
}

const isRange = (argument: unknown): argument is Cells => Array.isArray(argument) && Array.isArray(argument[0]);
const copyOf = (rows: Known["result"]): Result => rows.map((row) => (row.length === 1 ? [row[0]!] : row.slice()));

const countOf = (args: readonly unknown[]): number =>
  args.reduce((sum: number, argument) => sum + (isRange(argument) ? argument.length * argument[0]!.length : 1), 0);

/** Every cell, row after row, with the size of each range before it; null where there is an object, whose content may change. */
function flat(args: readonly unknown[]): readonly unknown[] | null {
  const cells: unknown[] = [];
  for (const argument of args) {
    if (!isRange(argument)) cells.push(argument);
    else {
      cells.push(argument.length, argument[0]!.length);
      for (const row of argument)
        for (const cell of row) {
          if (typeof cell === "object" && cell !== null) return null;
          cells.push(cell);
        }
    }
  }
  return cells;
}

/** Whether the cells are those remembered, read where they stand. */
function isSame(cells: readonly unknown[], args: readonly unknown[]): boolean {
  let at = 0;
  for (const argument of args) {
    if (!isRange(argument)) {
      if (cells[at++] !== argument) return false;
    } else {
      if (cells[at++] !== argument.length || cells[at++] !== argument[0]!.length) return false;
      for (const row of argument) for (const cell of row) if (cells[at++] !== cell) return false;
    }
  }
  return at === cells.length;
}

/** The latest, as far as there is room. */
function kept(all: readonly Known[]): readonly Known[] {
  let room = MOST;
  return all.filter(({ cells }) => (room -= cells.length) >= 0);
}
