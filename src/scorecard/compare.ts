import { overdispersion, type Unit } from "../statistics/overdispersion";
import { intervalZ } from "../statistics/intervalZ";
import { wilsonInterval, type Interval } from "../statistics/proportion";
import { rateInterval } from "../statistics/rate";
import { transformFor, zScore, type Kind } from "../statistics/zScore";
import type { ComparisonRules } from "./spec";

export interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** A value with the counts it comes from. Per person: the figure for each 1,000 is made where it is shown. */
export type Valued = Counts & { readonly value: number };

/** How the practices of one indicator are compared: kept on the Methods sheet, so that every z can be worked out again. */
export interface Comparison {
  readonly benchmark: Valued;
  readonly kind: Kind;
  /**
   * "funnel": z on the arcsine or root scale, widened by the variation between practices; "exact": mid-P; "fingertips": whether the
   * Wilson or Byar interval leaves the benchmark out.
   */
  readonly method: "funnel" | "exact" | "fingertips";
  /** tau squared on the transformed scale; 0 where practices vary no more than chance would have them. */
  readonly betweenPracticeVariance: number;
  /** phi: 1 is chance alone. */
  readonly dispersionRatio: number | null;
  readonly practicesUsed: number;
}

export type Band = "much lower" | "lower" | "similar" | "higher" | "much higher" | "too few to say";

/** z at which 95 % and 99.8 % of practices like the benchmark would lie within the limits. */
export const z95 = 1.959963984540054;
export const z998 = 3.090232306167813;

/**
 * An exact z beyond this is shown as this: one in 10^12 already. The limit is for the sheet, where a tail too small to be written would be
 * `#NUM!`: Excel's formulas, LibreOffice's and ours were compared up to here.
 */
export const largestZ = 7;

/** Fewer expected events (or non-events) than this, and the normal approximation of the funnel gives way to the exact test. */
export const fewestExpected = 5;

export const valueOf = (counts: Counts): Valued => ({ ...counts, value: counts.numerator / counts.denominator });

/** Whether anything can be compared with it: not at 0, and a proportion not at 1. */
const isComparable = (benchmark: number, kind: Kind): boolean => benchmark > 0 && (kind !== "proportion" || benchmark < 1);

/**
 * Prepares the comparison of practices, each with its own benchmark (mostly the same one for all).
 *
 * Ten or more practices: funnel position after the arcsine transform (for counts the square root), with an additive between-practice variance
 * estimated from these practices about their benchmarks (Spiegelhalter 2005; winsorised at each end). Fewer: exact mid-P. Or as Fingertips
 * does it, if the specification says so.
 *
 * @param benchmarks one a practice; null where there is none
 */
export function compareWith(
  benchmarks: readonly (Counts | null)[],
  practices: readonly (Counts | null)[],
  rules: ComparisonRules,
  kind: Kind = "proportion",
): (Comparison | null)[] {
  const valued = benchmarks.map((counts) => (counts && counts.denominator > 0 ? valueOf(counts) : null));
  const scale = transformFor(kind);
  const units = practices.flatMap((counts, i): Unit[] => {
    const benchmark = valued[i];
    if (!counts || !benchmark || counts.denominator < rules.smallestDenominator || !isComparable(benchmark.value, kind)) return [];
    const { numerator, denominator } = counts;
    // About the benchmark, so that practices with different ones can stand together.
    return [
      {
        y: scale.y(numerator, denominator, benchmark.value) - scale.target(benchmark.value),
        standardError: scale.standardError(denominator, benchmark.value, numerator),
      },
    ];
  });
  const few = units.length < rules.fewestPracticesForOverdispersion;
  const spread = rules.method === "fingertips" || few ? null : overdispersion(units, 0, rules.trim);
  const shared = {
    kind,
    method: rules.method === "fingertips" ? ("fingertips" as const) : few ? ("exact" as const) : ("funnel" as const),
    betweenPracticeVariance: spread?.betweenPracticeVariance ?? 0,
    dispersionRatio: spread?.dispersionRatio ?? null,
    practicesUsed: units.length,
  };
  return valued.map((benchmark) => benchmark && { ...shared, benchmark });
}

/** How one practice is judged: small numbers exactly, whatever the others are; null where the benchmark allows no comparison. */
export function methodFor({ denominator }: Counts, { benchmark, kind, method }: Comparison): Comparison["method"] | null {
  if (!isComparable(benchmark.value, kind)) return null;
  const expected = denominator * benchmark.value;
  const least = kind === "proportion" ? Math.min(expected, denominator * (1 - benchmark.value)) : expected;
  return method === "funnel" && least < fewestExpected ? "exact" : method;
}

/** z of one practice, positive above the benchmark; null where nothing can be compared. */
export function zScoreOf(counts: Counts, comparison: Comparison): number | null {
  const { benchmark, kind, betweenPracticeVariance } = comparison;
  const { numerator, denominator } = counts;
  const method = methodFor(counts, comparison);
  if (method === null) return null;
  const bounded = (z: number) => Math.max(-largestZ, Math.min(largestZ, z));
  if (method === "exact") return bounded(zScore(numerator, denominator, benchmark.value, kind, "exact"));
  if (method === "fingertips") return bounded(intervalZ(numerator, denominator, benchmark.value, kind));
  const scale = transformFor(kind);
  const error = scale.standardError(denominator, benchmark.value, numerator);
  return (
    (scale.y(numerator, denominator, benchmark.value) - scale.target(benchmark.value)) / Math.sqrt(error ** 2 + betweenPracticeVariance)
  );
}

/** 95 % interval of the value: Wilson for a proportion; Byar, below ten events exact, for events. */
export const intervalOf = ({ numerator, denominator }: Counts, kind: Kind): Interval =>
  kind === "proportion" ? wilsonInterval(numerator, denominator) : rateInterval(numerator, denominator);

export function bandOf(z: number): Band {
  if (z >= z998) return "much higher";
  if (z >= z95) return "higher";
  if (z <= -z998) return "much lower";
  if (z <= -z95) return "lower";
  return "similar";
}
