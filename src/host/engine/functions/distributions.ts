import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";

/**
 * Distributions as Excel's functions need them. Written apart from the add-in's own statistics on purpose: a formula on a sheet, evaluated
 * here, is a second opinion on the value that the add-in computed. NaN marks what Excel answers with #NUM!.
 */
export const normal = (z: number): number => normalCdf(z, 0, 1);

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Standard normal quantile: Acklam's rational approximation, then two steps of Halley's method on the distribution itself.
 *
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) return NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = p < 0.02425 ? tailStart(p) : centreStart(p);
  for (let step = 0; step < 2; step++) {
    const error = (normal(z) - p) / normalDensity(z);
    z -= error / (1 + (z * error) / 2);
  }
  return z;
}

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, c) => sum * x + c, 0);

function tailStart(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  const above = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const below = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  return polynomial(above, q) / polynomial(below, q);
}

function centreStart(p: number): number {
  const q = p - 0.5;
  const r = q * q;
  const above = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const below = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
  return (polynomial(above, r) * q) / polynomial(below, r);
}

/** log(n!) by Stirling's series, exact sums for small n. */
export function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return Math.log(product);
  }
  const m = n + 1;
  const series = 1 / (12 * m) - 1 / (360 * m ** 3) + 1 / (1260 * m ** 5) - 1 / (1680 * m ** 7);
  return (m - 0.5) * Math.log(m) - m + 0.5 * Math.log(2 * Math.PI) + series;
}

/** P(X = k) or P(X <= k) for k successes in n trials. Whole numbers are cut, as Excel does. */
export function binomial(k: number, n: number, p: number, cumulative: boolean): number {
  const successes = Math.trunc(k);
  const trials = Math.trunc(n);
  if (successes < 0 || trials < 0 || successes > trials || !(p >= 0 && p <= 1)) return NaN;
  if (cumulative) return successes === trials || p === 0 ? 1 : p === 1 ? 0 : betaCdf(1 - p, trials - successes, successes + 1);
  if (p === 0 || p === 1) return successes === p * trials ? 1 : 0;
  const logChoose = logFactorial(trials) - logFactorial(successes) - logFactorial(trials - successes);
  return Math.exp(logChoose + successes * Math.log(p) + (trials - successes) * Math.log1p(-p));
}

/** P(X = k) or P(X <= k) for a Poisson count with this mean. */
export function poisson(k: number, mean: number, cumulative: boolean): number {
  const count = Math.trunc(k);
  if (count < 0 || !(mean >= 0)) return NaN;
  if (mean === 0) return cumulative || count === 0 ? 1 : 0;
  const point = (i: number): number => Math.exp(i * Math.log(mean) - mean - logFactorial(i));
  if (!cumulative) return point(count);
  return count < mean ? poissonBelow(count, mean, point) : 1 - poissonAbove(count, mean, point);
}

/** P(X <= k), its terms falling from k downwards: 1 minus the other side would lose the figures of a small tail. */
function poissonBelow(k: number, mean: number, point: (i: number) => number): number {
  let sum = 0;
  for (let i = k, term = point(k); i >= 0 && term > sum * 1e-17; term *= i / mean, i--) sum += term;
  return sum;
}

/** P(X > k), its terms falling from k + 1 upwards. */
function poissonAbove(k: number, mean: number, point: (i: number) => number): number {
  let sum = 0;
  for (let i = k + 1, term = point(k + 1); term > sum * 1e-17; i++, term *= mean / i) sum += term;
  return sum;
}

export const beta = (x: number, a: number, b: number): number => (a > 0 && b > 0 && x >= 0 && x <= 1 ? betaCdf(x, a, b) : NaN);

export const betaInverse = (p: number, a: number, b: number): number => (a > 0 && b > 0 && p > 0 && p <= 1 ? betaQuantile(p, a, b) : NaN);

/** Chi-square and gamma quantiles by bisection on the regularised incomplete gamma function. */
export function gammaInverse(p: number, shape: number, scale: number): number {
  if (!(p >= 0 && p < 1 && shape > 0 && scale > 0)) return NaN;
  if (p === 0) return 0;
  let low = 0;
  let high = Math.max(1, shape);
  while (gamma(high, shape) < p) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (gamma(middle, shape) < p) low = middle;
    else high = middle;
  }
  return ((low + high) / 2) * scale;
}

/** Regularised lower incomplete gamma function P(shape, x): series below, continued fraction above. */
export function gamma(x: number, shape: number): number {
  if (!(x >= 0 && shape > 0)) return NaN;
  if (x === 0) return 0;
  const lead = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let i = 1; i < 10_000 && term > sum * 1e-17; i++) sum += term *= x / (shape + i);
    return sum * lead;
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 10_000; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return 1 - fraction * lead;
}

/** log of the gamma function: Stirling's series after moving the argument above 20. */
function logGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 20) shift += Math.log(y++);
  const series = 1 / (12 * y) - 1 / (360 * y ** 3) + 1 / (1260 * y ** 5) - 1 / (1680 * y ** 7);
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
