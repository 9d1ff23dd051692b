import { ProblemError } from "../problem";
import { bandOfIntervals, bandOfZ, judged } from "../statistics/band";
import { wilsonInterval } from "../statistics/proportion";
import { rateInterval } from "../statistics/rate";
import { type Kind, midPZ, requireBenchmark, requireObservation } from "../statistics/zScore";
import { answer } from "./cellError";
import { oneOf } from "./options";
import { forEachPlace } from "./ranges";

/**
 * Where each practice lies against a benchmark, in words: "similar", beyond 95 % "lower" or "higher", beyond 99.8 % "much".
 * @customfunction BAND BAND
 * @helpurl https://localhost:3000/help.html#BAND
 * @param observed Patients or events counted
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param benchmark Proportion between 0 and 1, rate per person, or 1 for a ratio
 * @param [kind] "proportion" (when left out), "rate" or "ratio"
 * @param [polarity] Which way is good: "higher", "lower" or "neither" (when left out). Changes the words to "better" and "worse"
 * @param [method] "exact" (when left out); as Fingertips: "wilson" for a proportion, "byar" for a rate or ratio
 * @returns One of five words
 */
export function band(
  observed: any[][],
  denominator: any[][],
  benchmark: any[][],
  kind?: string,
  polarity?: string,
  method?: string,
): any[][] {
  return answer(() => {
    const of = oneOf("kind", kind, ["proportion", "rate", "ratio"], "proportion");
    const good = oneOf("polarity", polarity, ["higher", "lower", "neither"], "neither");
    const by = oneOf("method", method, ["exact", "wilson", "byar"], "exact");
    const fitting = of === "proportion" ? "wilson" : "byar";
    if (by !== "exact" && by !== fitting)
      throw new ProblemError({ kind: "wrongType", argument: "method", expected: `"exact" or "${fitting}" for a ${of}`, found: `"${by}"` });
    return forEachPlace({ observed, denominator, benchmark }, (count, out, target) => {
      const neutral = by === "exact" ? bandOfZ(midPZ(count, out, target, of)) : byIntervals(of, count, out, target);
      return judged(neutral, good);
    });
  });
}

function byIntervals(kind: Kind, observed: number, denominator: number, benchmark: number) {
  requireObservation(kind, observed, denominator);
  requireBenchmark(kind, benchmark);
  const interval = kind === "proportion" ? wilsonInterval : rateInterval;
  return bandOfIntervals(interval(observed, denominator, 0.95), interval(observed, denominator, 0.998), benchmark);
}
