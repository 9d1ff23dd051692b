import { continuedFraction } from "./continuedFraction";
import { poissonLogDensity } from "./density";
import { normalQuantile, normalQuantileOfLog } from "./normal";

/** P(X > count) / P(X = count) for a Poisson variable: a sum of positive terms, quick when the count is at or above the mean. */
export function poissonUpperRatio(count: number, mean: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 500_000; k++) {
    term *= mean / (count + k);
    sum += term;
    if (!(term >= 1e-17 * sum)) break; // also when an overflow has left nothing to compare
  }
  return sum;
}

/** P(X < count) / P(X = count) for a Poisson variable: a continued fraction (DLMF 8.9.2), quick when the count is below the mean. */
export function poissonLowerRatio(count: number, mean: number): number {
  if (count === 0) return 0;
  return count / continuedFraction(mean + 1 - count, (k) => [-k * (k - count), mean + 2 * k + 1 - count]);
}

/**
 * Gamma distribution function with unit scale, both tails: P(shape, x) and Q(shape, x).
 *
 * Relative error of the smaller tail about 1e-13. A chi-square on df degrees of freedom is the same with shape df/2 and x/2.
 *
 * @param shape more than 0
 * @param x 0 or more
 * @see DLMF 8.7 and 8.9
 * @example gammaTails(1, 1) // { lower: 0.632121, upper: 0.367879 }
 */
export function gammaTails(shape: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const density = Math.exp(poissonLogDensity(shape, x));
  if (x < shape + 1) {
    const lower = density * (1 + poissonUpperRatio(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = density * poissonLowerRatio(shape, x);
  return { lower: 1 - upper, upper };
}

/**
 * Gamma quantile with unit scale: the x below which a proportion `p` of the distribution lies.
 *
 * Wilson and Hilferty's cube as a start, then Newton's steps on the smaller tail, kept between bounds that close in.
 *
 * @param p probability, strictly between 0 and 1
 * @param shape more than 0
 * @example gammaQuantile(0.975, 1) // 3.688879, the exact upper limit of a count of 0
 */
export function gammaQuantile(p: number, shape: number): number {
  const z = normalQuantile(p);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const smallest = Math.exp((Math.log(p) + Math.log(shape) + logGammaOf(shape)) / shape);
  let x = cube > 0.3 ? shape * cube ** 3 : smallest;
  let [low, high] = [0, Infinity];
  for (let step = 0; step < 200; step++) {
    const { lower, upper } = gammaTails(shape, x);
    const excess = p < 0.5 ? lower - p : 1 - p - upper;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const slope = Math.exp(poissonLogDensity(shape, x)) * (shape / x);
    const newton = x - excess / slope;
    const next = newton > low && newton < high ? newton : high === Infinity ? x * 2 : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

/** ln Gamma(shape), by way of the Poisson probability of `shape` at mean 1: e^-1 / Gamma(shape + 1). */
const logGammaOf = (shape: number): number => -1 - poissonLogDensity(shape, 1) - Math.log(shape);

/**
 * Exact Poisson limits for a count.
 *
 * @param count 0 or more; a fraction uses the gamma form
 * @param confidence proportion, between 0 and 1
 * @see Garwood F (1936) Fiducial limits for the Poisson distribution, Biometrika 28:437-442
 * @example exactPoissonLimits(5, 0.95) // { lower: 1.623486, upper: 11.668332 }
 */
export function exactPoissonLimits(count: number, confidence: number): { readonly lower: number; readonly upper: number } {
  const tail = (1 - confidence) / 2;
  return { lower: count === 0 ? 0 : gammaQuantile(tail, count), upper: gammaQuantile(1 - tail, count + 1) };
}

/**
 * The z-score that an exact Poisson test would give, by the mid-P rule: the normal quantile of P(X < x) + P(X = x) / 2.
 *
 * @param observed 0 or more; fractions use the gamma form
 * @param expected more than 0
 * @returns z; positive above the expected
 * @example poissonMidPZ(19, 23.04) // -0.827590
 */
export function poissonMidPZ(observed: number, expected: number): number {
  // below an expected count of 1 the upper tail is never small, and its sum is the shorter
  const above = observed >= expected || expected < 1;
  const beyond = above ? poissonUpperRatio(observed, expected) : poissonLowerRatio(observed, expected);
  const z = normalQuantileOfLog(poissonLogDensity(observed, expected) + Math.log(0.5 + beyond));
  return above ? -z : z;
}
