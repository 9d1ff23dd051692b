const LOG_ROOT_TWO_PI = 0.9189385332046727; // ln(sqrt(2 pi))

/** Value of the polynomial whose coefficients are given from the constant upwards. */
const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((sum, c) => sum * x + c, 0);

/** Wichura's three pairs of numerator and denominator: the centre, the near tails and the far tails. */
const CENTRE = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
    33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
] as const;
const NEAR_TAIL = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
    0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459, 0.0151986665636164571966,
    5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
] as const;
const FAR_TAIL = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
    0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4, 1.8463183175100546818e-5,
    1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
] as const;

const ratio = ([above, below]: readonly [readonly number[], readonly number[]], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/**
 * Standard normal quantile: the z below which a proportion `p` of the distribution lies.
 *
 * Relative error about 1e-15 everywhere that `p` can be written, 1e-300 included.
 *
 * @param p probability, 0 to 1; 0 gives -Infinity, 1 gives Infinity, anything outside NaN
 * @returns z, in standard deviations
 * @see Wichura MJ (1988) Algorithm AS 241, Applied Statistics 37:477-484
 * @example normalQuantile(0.975) // 1.959964
 * @example normalQuantile(0.999) // 3.090232
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) return fromCentre * ratio(CENTRE, 0.180625 - fromCentre * fromCentre);
  return fromCentre < 0 ? tailQuantile(Math.log(p)) : -tailQuantile(Math.log1p(-p));
}

/**
 * The same, from the natural logarithm of `p`: for tails too small to be written as a number, such as exp(-2000).
 *
 * @param logP natural logarithm of a probability, at most 0
 * @example normalQuantileOfLog(Math.log(0.025)) // -1.959964
 */
export function normalQuantileOfLog(logP: number): number {
  return logP < -2.6 ? tailQuantile(logP) : normalQuantile(Math.exp(logP));
}

function tailQuantile(logP: number): number {
  const r = Math.sqrt(-logP);
  if (r <= 5) return -ratio(NEAR_TAIL, r - 1.6);
  if (r <= 27) return -ratio(FAR_TAIL, r - 5);
  // Beyond exp(-729) the fitted ratio no longer holds: solve log(density/z * (1 - 1/z^2 + 3/z^4)) = log p for z squared instead.
  let square = -2 * logP;
  for (let step = 0; step < 20; step++) {
    const correction = Math.log1p(-1 / square + 3 / (square * square) - 15 / square ** 3);
    square = -2 * (logP + LOG_ROOT_TWO_PI) - Math.log(square) + 2 * correction;
  }
  return -Math.sqrt(square);
}

/**
 * Standard normal cumulative probability, P(Z <= z).
 *
 * Relative error about 1e-14 down to z = -38, below which the answer is 0.
 *
 * @param z in standard deviations
 * @see Power series and continued fraction of the error function: Abramowitz and Stegun (1964), 26.2.11 and 26.2.14
 * @example normalCdf(1.959964) // 0.975
 */
export function normalCdf(z: number): number {
  if (z > 0) return 1 - normalCdf(-z);
  const distance = -z;
  if (distance > 40) return 0;
  if (distance < 1.5) {
    let term = distance;
    let sum = distance;
    for (let k = 3; term > 1e-18 * sum; k += 2) {
      term *= (distance * distance) / k;
      sum += term;
    }
    return 0.5 - sum * density(distance);
  }
  let fraction = distance;
  for (let k = Math.ceil(30 + 400 / (distance * distance)); k > 0; k--) fraction = distance + k / fraction;
  return density(distance) / fraction;
}

/** Standard normal density. The square is split so that rounding it does not cost digits in the exponential. */
function density(z: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  return Math.exp(-(coarse * coarse) / 2) * Math.exp(-((z - coarse) * (z + coarse)) / 2 - LOG_ROOT_TWO_PI);
}
