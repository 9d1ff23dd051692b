import { requireAtMost, requireCount, requireDenominator, requireDomain } from "./domain";

/**
 * How many there are for each one of another: a ratio of two totals, which for an area is not the mean of its parts' ratios.
 *
 * @param count 0 or more
 * @param perEach more than 0
 * @example howManyForEach(6000, 3) // 2000
 */
export function howManyForEach(count: number, perEach: number, countName = "count", perEachName = "denominator"): number {
  requireCount(count, countName);
  requireDenominator(perEach, perEachName);
  return count / perEach;
}

/**
 * How many more are needed so that each one serves `benchmark` of the count: count / benchmark - have. Negative when there are more.
 *
 * @param have more than 0: a zero stands for "not recorded" more often than for "none"
 * @example shortfall(6000, 3, 1500) // 1
 */
export function shortfall(
  count: number,
  have: number,
  benchmark: number,
  names: readonly [string, string, string] = ["count", "have", "benchmark"],
): number {
  requireCount(count, names[0]);
  requireDenominator(have, names[1]);
  requireDenominator(benchmark, names[2]);
  return count / benchmark - have;
}

/**
 * Further people needed to reach a target proportion: the smallest whole number, 0 when it is reached.
 *
 * @param target proportion, above 0 and at most 1
 * @example stillToReach(70, 100, 0.75) // 5
 */
export function stillToReach(numerator: number, denominator: number, target: number): number {
  requireCount(numerator, "numerator");
  requireDenominator(denominator);
  requireAtMost(numerator, denominator, "numerator");
  requireDomain(target > 0 && target <= 1, "target", "above 0 and at most 1, like 0.75", target);
  // 0.7 x 10 is a hair above 7 in binary: a millionth of a thousandth of a person is nobody
  return Math.max(0, Math.ceil(target * denominator - numerator - 1e-9));
}
