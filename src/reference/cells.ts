import type { MissingReason } from "../problem";
import type { PracticeCode } from "./model";

/** What is wrong with one row; the reader adds the line. */
export interface Fault {
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

/** A figure, the reason why there is none, or null where the text is neither. */
export type Figure = number | MissingReason | null;

/** How NHS publications write "no figure here". None of them is zero, and none is a fault. */
const MISSING: ReadonlyMap<string, MissingReason> = new Map([
  ["", "notPublished"],
  ["-", "notPublished"],
  [".", "notPublished"],
  [":", "notPublished"],
  ["NA", "notPublished"],
  ["N/A", "notPublished"],
  ["ND", "notPublished"],
  ["NS", "notPublished"],
  ["EST", "notPublished"],
  ["*", "suppressed"],
  ["#", "suppressed"],
  ["Z", "notApplicable"],
]);

export const missingReason = (text: string): MissingReason | undefined => MISSING.get(text.trim().toUpperCase());

/**
 * A count of people or rows: a whole number, 0 or more. `372.0` is 372 (QOF 2022-23 writes every register so) and
 * "1,234" is 1234; "12.5", "-1", "12%" and "1E+05" are refused.
 */
export function readCount(text: string): Figure {
  const digits = plainDigits(text);
  if (digits >= 0) return digits;
  const value = text.trim();
  if (/^(\d+|\d{1,3}(,\d{3})+)(\.0*)?$/.test(value)) return exactCount(Number(value.replaceAll(",", "")));
  return missingReason(value) ?? null;
}

/** Beyond what a number can count exactly there is no figure, only a broken file. */
const exactCount = (count: number): number | null => (Number.isSafeInteger(count) ? count : null);

/** The value of up to nine plain digits, with or without ".0" behind them, otherwise -1. Most cells are that, and a loop is quicker than a pattern. */
function plainDigits(text: string): number {
  const length = text.endsWith(".0") ? text.length - 2 : text.length;
  if (length === 0 || length > 9) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A measurement: any decimal number, as "32.3609392414188", "-1.5", "1,234.5" or "1.2E-05". */
export function readNumber(text: string): Figure {
  const value = text.trim();
  if (/^[-+]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(E[-+]?\d{1,3})?$/i.test(value) && /\d/.test(value)) {
    const number = Number(value.replaceAll(",", ""));
    return Number.isFinite(number) ? number : null;
  }
  return missingReason(value) ?? null;
}

/** A measurement that cannot be negative, such as full-time-equivalent staff. */
export function readAmount(text: string): Figure {
  const value = readNumber(text);
  return typeof value === "number" && value < 0 ? null : value;
}

const PRACTICE_CODE = /^[A-Z]\d{5}$/;

/** An ODS practice code: a letter and five digits, like A81001; upper-cased, spaces around it dropped. Null where it is not one. */
export function readPracticeCode(text: string): PracticeCode | null {
  if (PRACTICE_CODE.test(text)) return text;
  const tidy = text.trim().toUpperCase();
  return PRACTICE_CODE.test(tidy) ? tidy : null;
}

const CODE = /^[A-Z][A-Z0-9]{1,15}$/;

/** A QOF group or indicator code, like HYP or STIA014. */
export function readIndicatorCode(text: string): string | null {
  if (CODE.test(text)) return text;
  const tidy = text.trim().toUpperCase();
  return CODE.test(tidy) ? tidy : null;
}

/** Shown in a refusal: what stood there, shortened so that a broken file does not fill the screen. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

export const fault = (column: string, expected: string, found: string): Fault => ({ column, expected, found: shown(found) });

export const A_PRACTICE_CODE = "a practice code, like A81001";
export const A_COUNT = "a whole number, 0 or more";
export const AN_AMOUNT = "a number, 0 or more";
