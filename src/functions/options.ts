import { ProblemError } from "../problem";
import { isBlank, numberIn, plainValue, shown } from "./cellValue";

/** Omitted arrives as null, undefined or "": a default in the parameter list would never apply. */
export const isOmitted = (option: unknown): boolean => isBlank(single(option));

/** An option that came as a range of one cell is that cell. */
const single = (option: unknown): unknown =>
  Array.isArray(option) && option.length === 1 && Array.isArray(option[0]) && option[0].length === 1 ? option[0][0] : option;

/** One of a few words, in any case; `otherwise` when omitted. What is not among them ends the whole call with the allowed words. */
export function oneOf<Word extends string>(argument: string, option: unknown, words: readonly Word[], otherwise: Word): Word {
  if (isOmitted(option)) return otherwise;
  const value = plainValue(single(option));
  const word = words.find((each) => typeof value === "string" && each === value.trim().toLowerCase());
  if (word === undefined)
    throw new ProblemError({ kind: "wrongType", argument, expected: words.map((each) => `"${each}"`).join(" or "), found: shown(value) });
  return word;
}

/** A single number; `otherwise` when omitted. */
export const numberOption = (argument: string, option: unknown, otherwise: number): number =>
  isOmitted(option) ? otherwise : numberIn(single(option), argument);

/** TRUE or FALSE, or 1 or 0; `otherwise` when omitted. */
export function flag(argument: string, option: unknown, otherwise: boolean): boolean {
  if (isOmitted(option)) return otherwise;
  const value = plainValue(single(option));
  if (value === true || value === 1) return true;
  if (value === false || value === 0) return false;
  throw new ProblemError({ kind: "wrongType", argument, expected: "TRUE or FALSE", found: shown(value) });
}
