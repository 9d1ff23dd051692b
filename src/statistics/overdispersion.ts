import { ProblemError } from "../problem";
import { requireDomain } from "./domain";
import { percentileOfSorted } from "./quantile";
import { averageRanks } from "./rank";

/** One unit on the transformed scale. */
export interface Unit {
  readonly y: number;
  readonly standardError: number;
}

/** How the extremes are kept from deciding how much variation is ordinary: drawn in to a percentile, or left out. */
export type Treatment = "winsorise" | "truncate";

export interface Overdispersion {
  /** Mean of the squared z-scores (phi): 1 when chance explains all of the variation. */
  readonly dispersionRatio: number;
  /** Variance between units on the transformed scale (tau squared); 0 when chance explains all. */
  readonly betweenPracticeVariance: number;
  readonly unitsUsed: number;
  /** Units drawn in (winsorise) or left out (truncate). */
  readonly unitsTrimmed: number;
}

/** With fewer units the variance between them is a guess: the floor is the house's own, refused with #N/A in a cell. */
export const FEWEST_UNITS_FOR_OVERDISPERSION = 10;

/**
 * How much more the units differ than chance alone explains, by the additive random-effects method.
 *
 * z of every unit; the extreme tenth at each end drawn in (or left out); phi = mean z squared; tau squared by moments about the
 * fixed target, 0 where n phi is below n - 1. Cost: one sort.
 *
 * @param units observation and standard error of each on the transformed scale, at least 2
 * @param target the benchmark on the same scale
 * @param trim proportion at each end, 0 to below 0.5; 0.1 by convention
 * @param treatment "winsorise" (CQC, proportions) or "truncate" (SHMI)
 * @see Spiegelhalter DJ (2005) Handling over-dispersion of performance indicators, Qual Saf Health Care 14:347-351
 * @see Spiegelhalter DJ et al (2012) Statistical methods for healthcare regulation, J R Stat Soc A 175:1-47
 */
export function overdispersion(units: readonly Unit[], target: number, trim = 0.1, treatment: Treatment = "winsorise"): Overdispersion {
  const distances = units.map(({ y }) => y - target);
  const standardErrors = units.map(({ standardError }) => standardError);
  return overdispersionOf(distances, standardErrors, trim, treatment);
}

/** The same from two columns: how far each unit lies from the target, and its standard error. */
export function overdispersionOf(
  distances: ArrayLike<number>,
  standardErrors: ArrayLike<number>,
  trim = 0.1,
  treatment: Treatment = "winsorise",
): Overdispersion {
  requireDomain(trim >= 0 && trim < 0.5, "trim", "from 0 to below 0.5, like 0.1", trim);
  const z = new Float64Array(distances.length);
  for (let i = 0; i < z.length; i++) z[i] = distances[i]! / standardErrors[i]!;
  const kept = treatment === "winsorise" ? drawnIn(z, trim) : middle(z, trim);

  let [unitsUsed, unitsTrimmed, squares, weights, squaredWeights] = [0, 0, 0, 0, 0];
  for (let i = 0; i < kept.length; i++) {
    const value = kept[i]!;
    if (value !== z[i]) unitsTrimmed++;
    if (Number.isNaN(value)) continue;
    const weight = 1 / standardErrors[i]! ** 2;
    unitsUsed++;
    squares += value * value;
    weights += weight;
    squaredWeights += weight * weight;
  }
  if (unitsUsed < 2) throw new ProblemError({ kind: "tooFew", what: "units", needed: 2, found: unitsUsed });
  const excess = squares - (unitsUsed - 1);
  return {
    dispersionRatio: squares / unitsUsed,
    betweenPracticeVariance: excess <= 0 ? 0 : excess / (weights - squaredWeights / weights),
    unitsUsed,
    unitsTrimmed,
  };
}

/**
 * z-score that allows for ordinary variation between units: (y - target) / sqrt(standardError^2 + betweenPracticeVariance).
 *
 * @example adjustedZScore({ y: 0.9, standardError: 0.03 }, 1, 0.0016) // -2
 */
export const adjustedZScore = ({ y, standardError }: Unit, target: number, betweenPracticeVariance: number): number =>
  (y - target) / Math.sqrt(standardError ** 2 + betweenPracticeVariance);

/** Every z, the extreme ones drawn in to a percentile. */
function drawnIn(z: Float64Array, trim: number): Float64Array {
  const sorted = z.slice().sort();
  const [low, high] = [percentileOfSorted(sorted, trim), percentileOfSorted(sorted, 1 - trim)];
  return z.map((value) => Math.min(Math.max(value, low), high));
}

/** Every z whose rank, as a proportion of n + 1, lies from `trim` to below 1 - `trim`; the others are not a number. */
function middle(z: Float64Array, trim: number): Float64Array {
  const ranks = averageRanks([...z]);
  const isKept = (rank: number) => rank / (z.length + 1) >= trim && rank / (z.length + 1) < 1 - trim;
  return z.map((value, i) => (isKept(ranks[i]!) ? value : Number.NaN));
}
