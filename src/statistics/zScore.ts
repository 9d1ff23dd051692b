import { binomialMidPZ } from "./binomial";
import { requireCount, requireDenominator, requireDomain, requireOpenProportion, requirePartOf } from "./domain";
import { poissonMidPZ } from "./poisson";
import { arcsine, logOdds, logRatio, squareRoot, type Transform } from "./transform";

/** What is compared: a proportion of people, events per person, or events against an expected number. */
export type Kind = "proportion" | "rate" | "ratio";

/** How the distance from the benchmark is put into standard deviations. */
export type ZMethod = "transform" | "exact" | "score" | "log";

/** Beyond this variance the exact sums are long, and equal the transformation to four figures. */
const LARGEST_EXACT_VARIANCE = 1e9;

/** The scale used for a kind of indicator; "log" is the alternative for counts (SHMI) and, as log odds, for proportions. */
export function transformFor(kind: Kind, method: "transform" | "log" = "transform"): Transform {
  if (kind === "proportion") return method === "log" ? logOdds : arcsine;
  return method === "log" ? logRatio : squareRoot;
}

/** Refuses counts and denominators that cannot belong together, whatever they are compared with. */
export function requireObservation(kind: Kind, observed: number, denominator: number): void {
  if (kind === "proportion") return requirePartOf(observed, denominator, "observed");
  requireCount(observed, "observed");
  requireDenominator(denominator);
}

/** Refuses a benchmark that nothing can be compared with. */
export function requireBenchmark(kind: Kind, benchmark: number): void {
  if (kind === "proportion") return requireOpenProportion(benchmark, "benchmark");
  requireDomain(benchmark > 0 && benchmark < Infinity, "benchmark", "more than 0", benchmark);
}

/** Refuses a count of 0, which has no logarithm. */
export const requireLogarithm = (observed: number): void =>
  requireDomain(observed > 0, "observed", 'more than 0 for the method "log"', observed);

/**
 * How far an observation lies from its benchmark, in standard deviations; positive above it.
 *
 * "transform" is the form the Care Quality Commission published for general practice: never infinite, and the scale on which
 * overdispersion is defined. "exact" (mid-P) is right on both sides when numbers are small. "score" is the test behind the Wilson
 * interval. "log" is the SHMI's form, and log odds for a proportion. Whether high is good is no business of a z-score.
 *
 * @param observed people or events, 0 or more; for a proportion at most `denominator`
 * @param denominator people (proportion), population (rate) or expected events (ratio); more than 0
 * @param benchmark proportion strictly between 0 and 1; events per person; or 1 for "as expected"
 * @see Spiegelhalter DJ (2005) Funnel plots for comparing institutional performance, Stat Med 24:1185-1202
 * @example zScore(20, 20, 0.95) // 2.017053
 */
export function zScore(
  observed: number,
  denominator: number,
  benchmark: number,
  kind: Kind = "proportion",
  method: ZMethod = "transform",
): number {
  requireObservation(kind, observed, denominator);
  requireBenchmark(kind, benchmark);
  const expected = denominator * benchmark;
  const variance = kind === "proportion" ? expected * (1 - benchmark) : expected;
  if (method === "score") return (observed - expected) / Math.sqrt(variance);
  if (method === "exact" && variance <= LARGEST_EXACT_VARIANCE)
    return kind === "proportion" ? binomialMidPZ(observed, denominator, benchmark) : poissonMidPZ(observed, expected);
  if (method === "log" && kind !== "proportion") requireLogarithm(observed);
  const scale = transformFor(kind, method === "log" ? "log" : "transform");
  return (scale.y(observed, denominator, benchmark) - scale.target(benchmark)) / scale.standardError(denominator, benchmark, observed);
}

/**
 * z-score of a proportion by the arcsine transformation: 2 sqrt(n) (asin sqrt(p) - asin sqrt(benchmark)).
 *
 * @example proportionZ(0, 10, 0.2) // -2.932365
 */
export const proportionZ = (observed: number, denominator: number, benchmark: number): number => zScore(observed, denominator, benchmark);

/**
 * z-score of an exact test by the mid-P rule: binomial for a proportion, Poisson for a rate or ratio.
 *
 * @example midPZ(19, 20, 0.8) // 1.746613
 */
export const midPZ = (observed: number, denominator: number, benchmark: number, kind: Kind = "proportion"): number =>
  zScore(observed, denominator, benchmark, kind, "exact");
