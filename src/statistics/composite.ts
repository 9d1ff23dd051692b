import { ProblemError } from "../problem";
import { requireCount, requireDenominator, requireDomain, requireOpenProportion, requirePartOf } from "./domain";

/** One indicator of a unit: who got what was due, out of how many. */
export interface Delivered {
  readonly numerator: number;
  readonly denominator: number;
}
export type WithBenchmark = Delivered & { readonly benchmark: number };
export type WithWeight = Delivered & { readonly weight: number };
export type WithPoints = Delivered & { readonly lower: number; readonly upper: number; readonly points: number };

/**
 * The indicators that apply to somebody. An indicator that is due to nobody is neither 0 nor 100 and is left out; when none is
 * left there is nothing to score.
 */
function applicable<T extends Delivered>(indicators: readonly T[]): readonly T[] {
  const kept = indicators.filter(({ denominator }) => denominator !== 0);
  if (kept.length === 0) throw new ProblemError({ kind: "zeroDenominator", argument: "every denominator" });
  kept.forEach(({ numerator, denominator }) => requirePartOf(numerator, denominator));
  return kept;
}

const total = <T>(items: readonly T[], value: (item: T) => number): number => items.reduce((sum, item) => sum + value(item), 0);

/**
 * Care delivered out of care due, over all indicators: 100 x sum of numerators / sum of denominators.
 *
 * @returns 0 to 100
 * @see Reeves D et al (2007) Combining multiple indicators of clinical quality, Med Care 45:489-496 ("overall percentage")
 * @example opportunityScore([{ numerator: 80, denominator: 100 }, { numerator: 10, denominator: 20 }]) // 75
 */
export function opportunityScore(indicators: readonly Delivered[]): number {
  const kept = applicable(indicators);
  return (100 * total(kept, ({ numerator }) => numerator)) / total(kept, ({ denominator }) => denominator);
}

/**
 * Care delivered out of what an average unit would deliver to the same mix of people: 100 is as expected.
 *
 * @param indicators benchmark is a proportion, strictly between 0 and 1
 * @example standardisedScore([{ numerator: 80, denominator: 100, benchmark: 0.8 }, { numerator: 10, denominator: 20, benchmark: 0.5 }]) // 100
 */
export function standardisedScore(indicators: readonly WithBenchmark[]): number {
  const kept = applicable(indicators);
  kept.forEach(({ benchmark }) => requireOpenProportion(benchmark, "benchmarks"));
  return (100 * total(kept, ({ numerator }) => numerator)) / total(kept, ({ denominator, benchmark }) => denominator * benchmark);
}

/**
 * The same comparison as a z-score: positive means more was delivered than the benchmarks imply.
 *
 * Too wide as it stands, because one person is counted in several indicators: for ranking and flagging.
 */
export function compositeZ(indicators: readonly WithBenchmark[]): number {
  const kept = applicable(indicators);
  kept.forEach(({ benchmark }) => requireOpenProportion(benchmark, "benchmarks"));
  const excess = total(kept, ({ numerator, denominator, benchmark }) => numerator - denominator * benchmark);
  return excess / Math.sqrt(total(kept, ({ denominator, benchmark }) => denominator * benchmark * (1 - benchmark)));
}

/**
 * Weighted mean of the achievements, 0 to 100. Noisy where a register is small.
 *
 * @param indicators weight 0 or more; the weights of the indicators left are made to sum to 1
 */
export function weightedScore(indicators: readonly WithWeight[]): number {
  const kept = applicable(indicators);
  kept.forEach(({ weight }) => requireCount(weight, "weights"));
  const weights = total(kept, ({ weight }) => weight);
  requireDenominator(weights, "the sum of weights");
  return (100 * total(kept, ({ numerator, denominator, weight }) => weight * (numerator / denominator))) / weights;
}

/**
 * Points earned out of the points to be had, 0 to 100: what an achievement pays, not how good it is. The ceiling hides variation.
 *
 * @param indicators thresholds as proportions, points as the maximum
 */
export function pointsScore(indicators: readonly WithPoints[]): number {
  const kept = applicable(indicators);
  const available = total(kept, ({ points }) => points);
  const earned = total(kept, ({ numerator, denominator, lower, upper, points }) =>
    pointsEarned(numerator / denominator, lower, upper, points),
  );
  requireDenominator(available, "the sum of points");
  return (100 * earned) / available;
}

/**
 * Points for an achievement between two thresholds: none up to the lower, all from the upper, a straight line between.
 *
 * @param achievement, lower, upper all as proportions or all as percentages
 * @param points the maximum, 0 or more
 * @see General Medical Services Statement of Financial Entitlements: (D - E) / (F - E) x G
 * @example pointsEarned(70, 50, 90, 10) // 5
 */
export function pointsEarned(achievement: number, lower: number, upper: number, points: number): number {
  requireDomain(lower >= 0 && lower < upper && upper <= 100, "lower", "below the upper threshold", lower);
  requireDomain(
    achievement >= 0 && achievement <= (upper <= 1 ? 1 : 100),
    "achievement",
    "in the same units as the thresholds",
    achievement,
  );
  requireCount(points, "points");
  return points * Math.min(1, Math.max(0, (achievement - lower) / (upper - lower)));
}
