import { normalQuantileOfLog } from "./normal";
import { poissonLogDensity } from "./density";
import { poissonLowerRatio, poissonUpperRatio } from "./poisson";
import { type Kind, requireBenchmark, requireObservation, zScore } from "./zScore";

/** Below this many events the interval is exact, from it on Byar's, as in `eventsInterval`. */
const FEWEST_EVENTS_FOR_BYAR = 10;

/**
 * The z at which an interval as Fingertips makes it just touches the benchmark: its 95 % interval leaves the benchmark out exactly when this
 * is beyond 1.96, and its 99.8 % interval when it is beyond 3.09. So intervals can be judged, drawn and ordered like any other z.
 *
 * Proportion: Wilson's interval, whose inverse is the score test. Events: Byar's limits from 10 events, exact Poisson below; solved for z.
 * 0 where the benchmark lies between the value and the interval's own small offset.
 *
 * @param observed people or events
 * @param denominator people, population or expected events
 * @param benchmark proportion, rate per person, or ratio
 * @see Wilson EB (1927) J Am Stat Assoc 22:209-212; Breslow NE, Day NE (1987) Statistical methods in cancer research II, p. 69
 * @example intervalZ(20, 20, 0.8) // 2.236068
 */
export function intervalZ(observed: number, denominator: number, benchmark: number, kind: Kind = "proportion"): number {
  if (kind === "proportion") return zScore(observed, denominator, benchmark, kind, "score");
  requireObservation(kind, observed, denominator);
  requireBenchmark(kind, benchmark);
  const expected = denominator * benchmark;
  if (observed === expected) return 0;
  return observed > expected ? Math.max(0, zAbove(observed, expected)) : Math.min(0, zBelow(observed, expected));
}

/** Where the lower limit of the events is as low as the expected number. */
function zAbove(events: number, expected: number): number {
  if (events >= FEWEST_EVENTS_FOR_BYAR) return 3 * Math.sqrt(events) * (1 - 1 / (9 * events) - Math.cbrt(expected / events));
  return -normalQuantileOfLog(poissonLogDensity(events, expected) + Math.log1p(poissonUpperRatio(events, expected)));
}

/** Where their upper limit is as high. */
function zBelow(events: number, expected: number): number {
  const next = events + 1;
  if (events >= FEWEST_EVENTS_FOR_BYAR) return 3 * Math.sqrt(next) * (1 - 1 / (9 * next) - Math.cbrt(expected / next));
  return normalQuantileOfLog(poissonLogDensity(events, expected) + Math.log1p(poissonLowerRatio(events, expected)));
}
