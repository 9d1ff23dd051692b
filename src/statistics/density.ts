/**
 * What Stirling's approximation of ln(x!) leaves over: ln(x!) - [(x + 1/2) ln x - x + ln(2 pi) / 2], for x > 0, fractions included.
 *
 * Working with the remainder keeps the digits that the difference of large logarithms of factorials would lose.
 */
function stirlingRemainder(x: number): number {
  let remainder = 0;
  let at = x;
  for (; at < 16; at++) remainder += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  const series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) / square;
  return remainder + series / at;
}

/** x ln(x / mean) + mean - x, without the cancellation when the two are close. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let k = 3; k < 200; k += 2) {
    power *= v * v;
    const next = sum + power / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * Natural logarithm of the Poisson probability of `count` when `mean` is expected; a fractional count uses the gamma function.
 *
 * @param count 0 or more
 * @param mean more than 0
 * @see Loader C (2000) Fast and accurate computation of binomial probabilities
 */
export function poissonLogDensity(count: number, mean: number): number {
  if (count === 0) return -mean;
  return -stirlingRemainder(count) - deviance(count, mean) - 0.5 * Math.log(2 * Math.PI * count);
}

/**
 * Natural logarithm of the binomial probability of `count` out of `n`; a fractional count uses the gamma function.
 *
 * @param count 0 to n
 * @param n more than 0
 * @param p proportion, strictly between 0 and 1
 * @see Loader C (2000) Fast and accurate computation of binomial probabilities
 */
export function binomialLogDensity(count: number, n: number, p: number): number {
  if (count === 0) return n * Math.log1p(-p);
  if (count === n) return n * Math.log(p);
  const rest = n - count;
  const remainders = stirlingRemainder(n) - stirlingRemainder(count) - stirlingRemainder(rest);
  return remainders - deviance(count, n * p) - deviance(rest, n * (1 - p)) - 0.5 * Math.log(2 * Math.PI * count * (rest / n));
}
