import { associated, CellError } from "./excelGlobal";
import "../../src/functions/functions";

/** Calls a function as Excel would: through its association, omitted arguments at the end as null. */
export function call(id: string, ...args: unknown[]): unknown[][] {
  const implementation = associated[id];
  if (!implementation) throw new Error(`${id} is not associated`);
  return implementation(...args, ...new Array<null>(Math.max(0, implementation.length - args.length)).fill(null));
}

/** What a sheet would show: an error is its code, a thrown error stands alone. */
export function show(compute: () => unknown[][]): unknown {
  try {
    return compute().map((row) => row.map((cell) => (cell instanceof CellError ? cell.code : cell)));
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown.code;
    throw thrown;
  }
}

/** The message of the error in the first cell, or of the error thrown. */
export function messageOf(compute: () => unknown[][]): string {
  try {
    const first = compute()[0]![0];
    return first instanceof CellError ? first.message : "";
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown.message;
    throw thrown;
  }
}

/** A list of values as a column of cells. */
export const column = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

export { associated, CellError };
