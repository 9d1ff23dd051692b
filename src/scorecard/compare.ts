import { overdispersion } from "../statistics/overdispersion";
import { midPZ, proportionZ } from "../statistics/zScore";
import type { ScorecardSpec } from "./spec";

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** How the practices of one indicator are compared: kept on the Methods sheet, so that every z can be worked out again. */
export interface Comparison {
  readonly benchmark: Counts & { readonly value: number };
  /** "funnel": arcsine z, widened by the variation between practices; "exact": mid-P binomial. */
  readonly method: "funnel" | "exact";
  /** tau squared on the arcsine scale; 0 where practices vary no more than chance would have them. */
  readonly betweenPracticeVariance: number;
  /** phi: 1 is chance alone. */
  readonly dispersionRatio: number | null;
  readonly practicesUsed: number;
}

export type Band = "much lower" | "lower" | "similar" | "higher" | "much higher" | "too few to say";

/** z at which 95 % and 99.8 % of practices like the benchmark would lie within the limits. */
export const z95 = 1.959963984540054;
export const z998 = 3.090232306167813;

/** A z beyond this is shown as this: the binomial tail is then below 1 in 10^12 and no longer told apart by a spreadsheet. */
export const largestZ = 7;

/** Fewer expected events (or non-events) than this, and the normal approximation of the funnel gives way to the exact binomial. */
export const fewestExpected = 5;

/**
 * Prepares the comparison of practices with a benchmark.
 *
 * Ten or more practices: funnel position after the arcsine transform, with an additive between-practice variance estimated
 * from these practices about the benchmark (Spiegelhalter 2005; winsorised at each end). Fewer: exact mid-P.
 */
export function compareWith(benchmark: Counts, practices: readonly Counts[], rules: ScorecardSpec["comparison"]): Comparison {
  const value = benchmark.numerator / benchmark.denominator;
  const units = practices.filter((counts) => counts.denominator >= rules.smallestDenominator);
  const shared = { benchmark: { ...benchmark, value }, practicesUsed: units.length };
  if (units.length < rules.fewestPracticesForOverdispersion || value <= 0 || value >= 1)
    return { ...shared, method: "exact", betweenPracticeVariance: 0, dispersionRatio: null };
  const { dispersionRatio, betweenPracticeVariance } = overdispersion(
    units.map(({ numerator, denominator }) => ({
      y: Math.asin(Math.sqrt(numerator / denominator)),
      standardError: 1 / (2 * Math.sqrt(denominator)),
    })),
    Math.asin(Math.sqrt(value)),
    rules.trim,
  );
  return { ...shared, method: "funnel", betweenPracticeVariance, dispersionRatio };
}

/** z of one practice, positive above the benchmark; null where the benchmark is 0 or 1 and nothing can be compared. */
export function zScoreOf({ numerator, denominator }: Counts, comparison: Comparison): number | null {
  const { value } = comparison.benchmark;
  if (value <= 0 || value >= 1) return null;
  const expected = Math.min(denominator * value, denominator * (1 - value));
  if (comparison.method === "exact" || expected < fewestExpected)
    return Math.max(-largestZ, Math.min(largestZ, midPZ(numerator, denominator, value)));
  const z = proportionZ(numerator, denominator, value);
  return z / Math.sqrt(1 + 4 * denominator * comparison.betweenPracticeVariance);
}

export function bandOf(z: number): Band {
  if (z >= z998) return "much higher";
  if (z >= z95) return "higher";
  if (z <= -z998) return "much lower";
  if (z <= -z95) return "lower";
  return "similar";
}
