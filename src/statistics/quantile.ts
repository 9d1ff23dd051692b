import { ProblemError } from "../problem";
import { requireDomain } from "./domain";

/**
 * Percentile as Excel's PERCENTILE.INC computes it, which is R's default (type 7): straight lines between the sorted values.
 *
 * @param values at least one, in any order
 * @param p proportion, 0 (smallest) to 1 (largest)
 * @see Hyndman RJ, Fan Y (1996) Am Stat 50:361-365
 * @example percentileInc([1, 2, 4, 8], 0.5) // 3
 */
export function percentileInc(values: readonly number[], p: number): number {
  return percentileOfSorted(Float64Array.from(values).sort(), p);
}

/** The same for values that are already in ascending order. */
export function percentileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new ProblemError({ kind: "tooFew", what: "values", needed: 1, found: 0 });
  requireDomain(p >= 0 && p <= 1, "p", "between 0 and 1", p);
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const [low, high] = [sorted[below]!, sorted[Math.ceil(position)]!];
  return low + (position - below) * (high - low);
}
