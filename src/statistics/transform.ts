/**
 * Scales on which a proportion or a count is nearly normal with a spread that depends on its size alone.
 *
 * A z-score, a funnel limit, overdispersion and shrinkage all go through one of these, so that a plot and a score cannot disagree.
 * `benchmark` is a proportion for `arcsine` and `logOdds`; for the other two it multiplies the denominator into the expected count.
 */
export interface Transform {
  /** The observation on the scale. */
  readonly y: (observed: number, denominator: number, benchmark: number) => number;
  /** The benchmark on the scale. */
  readonly target: (benchmark: number) => number;
  readonly standardError: (denominator: number, benchmark: number, observed: number) => number;
  /** From the scale back to a proportion, rate or ratio; stops at the end of the possible range instead of turning round there. */
  readonly back: (y: number, benchmark: number) => number;
}

/** Proportions: the angle whose sine is the root. Finite at 0 and at 100 %. Spiegelhalter (2005), Qual Saf Health Care 14:347-351. */
export const arcsine: Transform = {
  y: (observed, denominator) => Math.asin(Math.sqrt(observed / denominator)),
  target: (benchmark) => Math.asin(Math.sqrt(benchmark)),
  standardError: (denominator) => 1 / (2 * Math.sqrt(denominator)),
  back: (y) => Math.sin(Math.min(Math.max(y, 0), Math.PI / 2)) ** 2,
};

/** Counts against an expected count: the root of their ratio, as CQC used for general practice (2015). Finite at 0. */
export const squareRoot: Transform = {
  y: (observed, denominator, benchmark) => Math.sqrt(observed / (denominator * benchmark)),
  target: () => 1,
  standardError: (denominator, benchmark) => 1 / (2 * Math.sqrt(denominator * benchmark)),
  back: (y, benchmark) => benchmark * Math.max(y, 0) ** 2,
};

/** Counts against an expected count: the logarithm of their ratio, as the SHMI does. Not defined for a count of 0. */
export const logRatio: Transform = {
  y: (observed, denominator, benchmark) => Math.log(observed / (denominator * benchmark)),
  target: () => 0,
  standardError: (denominator, benchmark) => 1 / Math.sqrt(denominator * benchmark),
  back: (y, benchmark) => benchmark * Math.exp(y),
};

/** Proportions: the logarithm of the odds, with half a person added on both sides so that 0 and 100 % stay finite. */
export const logOdds: Transform = {
  y: (observed, denominator) => Math.log((observed + 0.5) / (denominator - observed + 0.5)),
  target: (benchmark) => Math.log(benchmark / (1 - benchmark)),
  standardError: (denominator, _benchmark, observed) => Math.sqrt(1 / (observed + 0.5) + 1 / (denominator - observed + 0.5)),
  back: (y) => 1 / (1 + Math.exp(-y)),
};
