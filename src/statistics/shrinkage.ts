import type { Unit } from "./overdispersion";

/**
 * An observation drawn towards its target by its own uncertainty, on the transformed scale.
 *
 * target + reliability x (y - target), where reliability = between-unit variance over all variance: 0 when chance explains everything,
 * near 1 for a large unit.
 *
 * @see Spiegelhalter DJ (2005) Qual Saf Health Care 14:347-351; Efron B, Morris C (1977) Stein's paradox in statistics
 * @example drawnTowards({ y: 1.2, standardError: 0.1 }, 1, 0.01) // 1.1
 */
export function drawnTowards({ y, standardError }: Unit, target: number, betweenPracticeVariance: number): number {
  const reliability = betweenPracticeVariance / (betweenPracticeVariance + standardError ** 2);
  return target + reliability * (y - target);
}
