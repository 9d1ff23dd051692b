import type { CellError } from "./cellError";
import type { Cells, Shown } from "./ranges";

type Result = (Shown | CellError)[][];

interface Known {
  /** Every cell of every argument. */
  readonly cells: readonly unknown[];
  readonly result: readonly (readonly (Shown | CellError)[])[];
}

/** A range smaller than this is worked out as quickly as it is recognised. */
const SMALLEST = 1000;
/** Cells kept in all, some 16 MB: 40 indicators of 6,300 practices and more. */
const MOST = 1_000_000;
/** Questions whose fingerprint is kept, to know which are asked again. */
const MOST_SEEN = 200;
/** Cells of a range that its fingerprint is made of. */
const SAMPLED = 8;

const seen = new Set<string>();
/** By fingerprint, the latest last. */
const known = new Map<string, Known>();

/**
 * The result of a function over a whole range, worked out once or twice however many formulas ask for it: where each row of a table has a
 * formula that looks at all of the table, the pool would otherwise be worked out thousands of times.
 *
 * Known by what is in the cells, never by which array they came in: Excel makes arrays anew for every call, and anybody else may write
 * another figure into the one that he handed over before. A few cells tell quickly what cannot be the same; then all are compared. Nothing
 * is kept until a question comes a second time, because most come once. Every caller gets rows of its own.
 *
 * @param about what else the result depends on: the function
 */
export function remembered(about: string, args: readonly unknown[], compute: () => Result): Result {
  if (countOf(args) < SMALLEST) return compute();
  const fingerprint = fingerprintOf(about, args);
  const before = known.get(fingerprint);
  if (before && isSame(before.cells, args)) return copyOf(before.result);
  const result = compute();
  if (seen.has(fingerprint)) keep(fingerprint, args, result);
  else {
    seen.add(fingerprint);
    if (seen.size > MOST_SEEN) seen.delete(first(seen)!);
  }
  return result;
}

function keep(fingerprint: string, args: readonly unknown[], result: Result): void {
  const cells = flat(args);
  if (cells === null || cells.length > MOST) return;
  known.delete(fingerprint);
  known.set(fingerprint, { cells, result: copyOf(result) });
  let room = MOST;
  for (const each of known.values()) room -= each.cells.length;
  for (const [oldest, each] of known) {
    if (room >= 0) return;
    known.delete(oldest);
    room += each.cells.length;
  }
}

const first = <T>(of: Iterable<T>): T | undefined => of[Symbol.iterator]().next().value as T | undefined;

const isRange = (argument: unknown): argument is Cells => Array.isArray(argument) && Array.isArray(argument[0]);
const copyOf = (rows: Known["result"]): Result => rows.map((row) => (row.length === 1 ? [row[0]!] : row.slice()));

const countOf = (args: readonly unknown[]): number =>
  args.reduce((sum: number, argument) => sum + (isRange(argument) ? argument.length * argument[0]!.length : 1), 0);

/** The function, the options, the sizes and a few cells of each range. */
function fingerprintOf(about: string, args: readonly unknown[]): string {
  const parts: unknown[] = [about];
  for (const argument of args) {
    if (!isRange(argument)) parts.push(argument);
    else {
      const [rows, columns] = [argument.length, argument[0]!.length];
      parts.push(rows, columns);
      for (let i = 0; i < SAMPLED; i++) parts.push(argument[Math.floor((i * (rows - 1)) / (SAMPLED - 1))]?.[(i * 7) % columns]);
    }
  }
  return parts.join();
}

/** Every cell, row after row, with the size of each range before it; null where there is an object, whose content may change, or no row. */
function flat(args: readonly unknown[]): readonly unknown[] | null {
  const cells: unknown[] = [];
  for (const argument of args) {
    if (!isRange(argument)) cells.push(argument);
    else {
      cells.push(argument.length, argument[0]!.length);
      for (const row of argument) {
        if (!Array.isArray(row)) return null;
        for (const cell of row as readonly unknown[]) {
          if (typeof cell === "object" && cell !== null) return null;
          cells.push(cell);
        }
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
      for (const row of argument) {
        if (!Array.isArray(row)) return false;
        for (let column = 0; column < row.length; column++) if (cells[at++] !== row[column]) return false;
      }
    }
  }
  return at === cells.length;
}
