import { type Interval, standardErrorsFor } from "./proportion";

/** Where a value lies against its benchmark, in words that blame nobody. */
export type Band = "much lower" | "lower" | "similar" | "higher" | "much higher";

/** The same when it is known which way is good. */
export type JudgedBand = "much worse" | "worse" | "similar" | "better" | "much better";

/** 1.959964 and 3.090232: one in 40 and one in 1,000 beyond, on each side, by chance alone. */
export const BAND_LIMITS = { outer: standardErrorsFor(0.998), inner: standardErrorsFor(0.95) } as const;

/**
 * Band of a z-score: "lower" or "higher" beyond 95 %, "much" beyond 99.8 %.
 *
 * Among 33 practices and 40 indicators chance alone puts about 66 outside 95 %: a band is a reason to look, not a verdict.
 *
 * @example bandOfZ(-2) // "lower"
 */
export function bandOfZ(z: number): Band {
  if (Math.abs(z) <= BAND_LIMITS.inner) return "similar";
  if (Math.abs(z) <= BAND_LIMITS.outer) return z > 0 ? "higher" : "lower";
  return z > 0 ? "much higher" : "much lower";
}

/** Band from two intervals of the value: does it exclude the benchmark, and does even the 99.8 % interval? As Fingertips does it. */
export function bandOfIntervals(inner: Interval, outer: Interval, benchmark: number): Band {
  if (inner.lower <= benchmark && benchmark <= inner.upper) return "similar";
  const above = inner.lower > benchmark;
  const outside = above ? outer.lower > benchmark : outer.upper < benchmark;
  if (above) return outside ? "much higher" : "higher";
  return outside ? "much lower" : "lower";
}

const asJudged: Readonly<Record<Band, JudgedBand>> = {
  "much lower": "much worse",
  lower: "worse",
  similar: "similar",
  higher: "better",
  "much higher": "much better",
};
const opposite: Readonly<Record<Band, Band>> = {
  "much lower": "much higher",
  lower: "higher",
  similar: "similar",
  higher: "lower",
  "much higher": "much lower",
};

/** A band judged by which way is good: "higher" or "lower"; "neither" leaves the neutral words. */
export function judged(band: Band, polarity: "higher" | "lower" | "neither"): Band | JudgedBand {
  if (polarity === "neither") return band;
  return asJudged[polarity === "higher" ? band : opposite[band]];
}
