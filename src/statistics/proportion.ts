import { requireDomain, requirePartOf } from "./domain";
import { normalQuantile } from "./normal";

/** Two limits with the value between them. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** Which of the two limits. */
export type Side = keyof Interval;

/** Refuses a confidence level that is not a proportion; 95 is the usual slip for 0.95. */
export function requireConfidence(confidence: number): void {
  requireDomain(confidence > 0 && confidence < 1, "confidence", "between 0 and 1, like 0.95", confidence);
}

/** Standard errors either side that hold a confidence level: 1.959964 for 0.95. */
export function standardErrorsFor(confidence: number): number {
  if (confidence !== latest.confidence) latest = { confidence, errors: -normalQuantile((1 - confidence) / 2) };
  return latest.errors;
}

/** A column of thousands asks for the same level in every row. */
let latest = { confidence: Number.NaN, errors: Number.NaN };

/**
 * Wilson score interval for a proportion.
 *
 * Keeps its coverage at small denominators and near 0 and 100 %, where the usual normal interval strays outside the range.
 * Used by Fingertips for proportions. Exactly 0 at the bottom when nobody meets the condition, exactly 1 at the top when all do.
 *
 * @param numerator people who meet the condition; 0 or more, at most `denominator`
 * @param denominator people who could have; more than 0
 * @param confidence level as a proportion, not a percentage; between 0 and 1
 * @returns limits as proportions, 0 to 1
 * @throws ProblemError when an argument is outside its range
 * @see Wilson EB (1927) J Am Stat Assoc 22:209-212; APHO Technical Briefing 3 (2008)
 * @example wilsonInterval(48, 100) // { lower: 0.384646, upper: 0.576834 }
 */
export function wilsonInterval(numerator: number, denominator: number, confidence = 0.95): Interval {
  const limit = (side: Side) => wilsonLimit(side, numerator, denominator, confidence);
  return { lower: limit("lower"), upper: limit("upper") };
}

/** One of the two limits. */
export function wilsonLimit(side: Side, numerator: number, denominator: number, confidence: number): number {
  requirePartOf(numerator, denominator);
  requireConfidence(confidence);
  if (side === "lower" && numerator === 0) return 0;
  if (side === "upper" && numerator === denominator) return 1;
  const z = standardErrorsFor(confidence);
  const proportion = numerator / denominator;
  // everything per person, so that denominators of any size neither overflow nor cancel
  const extra = (z * z) / denominator;
  const centre = proportion + extra / 2;
  const spread = z * Math.sqrt((proportion * (1 - proportion)) / denominator + extra / denominator / 4);
  return side === "lower" ? Math.min(proportion, (centre - spread) / (1 + extra)) : Math.max(proportion, (centre + spread) / (1 + extra));
}
