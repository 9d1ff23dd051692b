import { continuedFraction } from "./continuedFraction";
import { binomialLogDensity } from "./density";
import { normalQuantileOfLog } from "./normal";

/**
 * Upper binomial tail beyond `x`, as a multiple of the probability of `x` itself: P(X > x) / P(X = x).
 *
 * A multiple, because far out both are too small to be written while their quotient is an ordinary number. For fractional
 * counts the tail is the incomplete beta function I_p(x + 1, n - x). Quick and accurate (1e-13) for x at or above n p.
 *
 * @see DLMF 8.17.22, continued fraction of the incomplete beta function
 */
export function binomialTailRatio(x: number, n: number, p: number): number {
  const a = x + 1;
  const b = n - x;
  if (b <= 0) return 0;
  const fraction = continuedFraction(1, (k) => {
    const m = Math.floor(k / 2);
    const odd = k % 2 === 1;
    const above = odd ? -(a + m) * (a + b + m) * p : m * (b - m) * p;
    return [odd ? above / ((a + 2 * m) * (a + 2 * m + 1)) : above / ((a + 2 * m - 1) * (a + 2 * m)), 1];
  });
  return (p * b) / a / fraction;
}

/**
 * The z-score that an exact binomial test would give, by the mid-P rule: the normal quantile of P(X < x) + P(X = x) / 2.
 *
 * Honest on both sides for small denominators and defined at 0 and at 100 %, where transformations are not. The smaller tail is
 * worked out in logarithms, so that no result is infinite.
 *
 * @param observed 0 to `denominator`; fractions use the beta form
 * @param denominator more than 0
 * @param benchmark proportion, strictly between 0 and 1
 * @returns z; positive above the benchmark
 * @see Lancaster HO (1961) Significance tests in discrete distributions, J Am Stat Assoc 56:223-234
 * @example binomialMidPZ(19, 20, 0.8) // 1.746613
 */
export function binomialMidPZ(observed: number, denominator: number, benchmark: number): number {
  const above = observed >= denominator * benchmark;
  const [x, p] = above ? [observed, benchmark] : [denominator - observed, 1 - benchmark];
  const logTail = binomialLogDensity(x, denominator, p) + Math.log(0.5 + binomialTailRatio(x, denominator, p));
  const z = normalQuantileOfLog(logTail);
  return above ? -z : z;
}
