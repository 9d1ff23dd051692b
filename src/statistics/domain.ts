import { ProblemError } from "../problem";

/** Refuses a number outside its domain, naming the argument, what would be right and what was found. */
export function requireDomain(holds: boolean, argument: string, expected: string, found: number): void {
  if (!holds) throw new ProblemError({ kind: "outOfDomain", argument, expected, found: String(found) });
}

/** Refuses a denominator that is zero (`#DIV/0!` in a cell) or negative (`#NUM!`). */
export function requireDenominator(denominator: number, argument = "denominator"): void {
  if (denominator === 0) throw new ProblemError({ kind: "zeroDenominator", argument });
  requireDomain(denominator > 0 && denominator < Infinity, argument, "more than 0", denominator);
}

/** Refuses what is not a count: below 0 or not finite. Fractions are allowed. */
export function requireCount(count: number, argument: string): void {
  requireDomain(count >= 0 && count < Infinity, argument, "0 or more", count);
}

/** Refuses a part that is more than its whole. */
export function requireAtMost(part: number, whole: number, argument: string): void {
  if (part > whole) requireDomain(false, argument, `at most the denominator, ${whole}`, part);
}

/** Refuses a numerator that cannot belong to its denominator. */
export function requirePartOf(numerator: number, denominator: number, argument = "numerator"): void {
  requireCount(numerator, argument);
  requireDenominator(denominator);
  requireAtMost(numerator, denominator, argument);
}

/** Refuses a proportion that is 0, 1 or outside. A percentage is the usual slip, so the message says how to type it. */
export function requireOpenProportion(proportion: number, argument: string): void {
  if (proportion > 0 && proportion < 1) return;
  const asProportion = proportion > 1 && proportion < 100 ? `, so type ${proportion / 100}, not ${proportion}` : "";
  requireDomain(false, argument, `between 0 and 1${asProportion}`, proportion);
}
