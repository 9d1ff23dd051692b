import { requireCount, requireDenominator } from "./domain";
import { type Interval, type Side, requireConfidence, standardErrorsFor } from "./proportion";
import { type Kind, requireBenchmark, transformFor } from "./zScore";

/**
 * Funnel limits at one denominator: where a unit as the benchmark would lie with this confidence.
 *
 * The inverse of the very transformation behind the z-score, so that a point lies outside the limits exactly when its z exceeds the
 * quantile. The angle stops at 0 and 90 degrees and the root at 0, instead of turning back there.
 *
 * @param denominator people, population or expected events; more than 0
 * @param benchmark proportion strictly between 0 and 1, rate per person, or ratio
 * @param confidence proportion; 0.95 and 0.998 are customary
 * @param betweenPracticeVariance tau squared on the transformed scale; 0 for limits of chance alone
 * @returns limits on the scale of the indicator
 * @see Spiegelhalter DJ (2005) Funnel plots for comparing institutional performance, Stat Med 24:1185-1202
 * @example funnelLimits(100, 0.5) // { lower: 0.402628, upper: 0.597372 }
 */
export function funnelLimits(
  denominator: number,
  benchmark: number,
  kind: Kind = "proportion",
  confidence = 0.95,
  betweenPracticeVariance = 0,
): Interval {
  const limit = (side: Side) => funnelLine(side, kind, confidence, betweenPracticeVariance)(denominator, benchmark);
  return { lower: limit("lower"), upper: limit("upper") };
}

/**
 * One of the two limits along a funnel, for any denominator and benchmark: what is the same for all of them is worked out once.
 *
 * @returns the limit at a denominator and a benchmark
 */
export function funnelLine(
  side: Side,
  kind: Kind,
  confidence: number,
  betweenPracticeVariance: number,
): (denominator: number, benchmark: number) => number {
  requireConfidence(confidence);
  requireCount(betweenPracticeVariance, "tau2");
  const scale = transformFor(kind);
  const away = (side === "lower" ? -1 : 1) * standardErrorsFor(confidence);
  let [last, target] = [Number.NaN, Number.NaN];
  return (denominator, benchmark) => {
    requireDenominator(denominator);
    requireBenchmark(kind, benchmark);
    if (benchmark !== last) [last, target] = [benchmark, scale.target(benchmark)]; // most often it is the same for all
    const standardError = scale.standardError(denominator, benchmark, benchmark * denominator);
    return scale.back(target + away * Math.sqrt(standardError * standardError + betweenPracticeVariance), benchmark);
  };
}
