import { ProblemError } from "../problem";

/** 3 / d2 for pairs: how many mean moving ranges make three standard deviations. */
const LIMIT_FACTOR = 2.66;
/** D4 for pairs: a moving range beyond this many means is itself out of the ordinary. */
const SCREEN_FACTOR = 3.267;

/** What to expect of the next value if nothing changes. */
export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Process limits of a series, from the mean moving range (an XmR chart): mean -/+ 2.66 mean moving ranges.
 *
 * @param series values in time order; a gap is undefined, and no moving range is taken across it
 * @param screen leave out moving ranges of 3.267 means and more before the mean is taken again, so that one jump does not widen the limits
 * @throws ProblemError when no two values stand next to each other
 * @see Wheeler DJ (2000) Understanding variation; NHS England, Making data count
 * @example processLimits([10, 12, 11, 13]) // mean 11.5, mean moving range 5/3: { mean: 11.5, lower: 7.066667, upper: 15.933333 }
 */
export function processLimits(series: readonly (number | undefined)[], screen = true): ProcessLimits {
  const values = series.filter((value) => value !== undefined);
  const ranges: number[] = [];
  for (let i = 1; i < series.length; i++) {
    const [before, now] = [series[i - 1], series[i]];
    if (before !== undefined && now !== undefined) ranges.push(Math.abs(now - before));
  }
  if (ranges.length === 0) throw new ProblemError({ kind: "tooFew", what: "neighbouring values", needed: 2, found: values.length });
  const usual = meanOf(ranges);
  const kept = screen ? ranges.filter((range) => range < SCREEN_FACTOR * usual) : ranges;
  const spread = LIMIT_FACTOR * (kept.length === 0 ? usual : meanOf(kept));
  const mean = meanOf(values);
  return { mean, lower: mean - spread, upper: mean + spread };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
