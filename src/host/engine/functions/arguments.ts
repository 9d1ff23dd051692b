import { isErrorCode } from "../../errorText";

/** A value as the engine hands it to a function; errors are values such as "#N/A". */
export interface Item {
  readonly value: string | number | boolean | null;
  readonly format?: string | undefined;
  readonly message?: string | undefined;
}

/** A single value, or a block column by column, or nothing where an optional argument was left out. */
export type Argument = Item | readonly (readonly Item[])[] | undefined;

export const isBlock = (argument: Argument): argument is readonly (readonly Item[])[] => Array.isArray(argument);

/** An error that the function returns: the cell shows the code, the card shows the message. */
export const errorItem = (value: string, message = ""): Item => ({ value, message });

export const isError = (item: Item): boolean => typeof item.value === "string" && isErrorCode(item.value);

/** All values of an argument, row by row. */
export function itemsOf(argument: Argument): readonly Item[] {
  if (argument === undefined) return [];
  if (!isBlock(argument)) return [argument];
  const rows = argument[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) => argument.map((column) => column[row] ?? { value: null })).flat();
}

/** Thrown inside a function and turned into its result. */
export class CellError extends Error {
  constructor(
    readonly value: string,
    message = "",
  ) {
    super(message);
  }
}

/** A number as Excel takes it: text that reads as a number counts, other text is #VALUE!, blank is 0. */
export function numberOf(argument: Argument): number {
  const item = itemsOf(argument)[0] ?? { value: null };
  if (isError(item)) throw new CellError(String(item.value), item.message);
  const { value } = item;
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw new CellError("#VALUE!", `A number belongs here, not "${value}".`);
  return number;
}

export const truthOf = (argument: Argument): boolean => {
  const item = itemsOf(argument)[0];
  return typeof item?.value === "string" ? /^true$/i.test(item.value) : numberOf(argument) !== 0;
};

export function textOf(argument: Argument): string {
  const item = itemsOf(argument)[0] ?? { value: null };
  if (isError(item)) throw new CellError(String(item.value), item.message);
  return item.value === null ? "" : typeof item.value === "boolean" ? String(item.value).toUpperCase() : String(item.value);
}

/** The numbers in a reference, as most of Excel's statistical functions see it: text, blanks and TRUE are passed over, errors are not. */
export function numbersIn(argument: Argument): readonly number[] {
  return itemsOf(argument).flatMap((item) => {
    if (isError(item)) throw new CellError(String(item.value), item.message);
    return typeof item.value === "number" ? [item.value] : [];
  });
}
