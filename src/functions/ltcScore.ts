import { ProblemError } from "../problem";
import { compositeZ, type Delivered, opportunityScore, pointsScore, standardisedScore, weightedScore } from "../statistics/composite";
import { requireAtMost, requireCount, requireDomain, requireOpenProportion } from "../statistics/domain";
import { answer } from "./cellError";
import { oneOf } from "./options";
import { given, mapPlaces, readTogether, spilled } from "./ranges";
import { byRow, columnNumbers, columnRows } from "./strata";

const methods = ["opportunity", "standardised", "weighted", "points", "z"] as const;
type Method = (typeof methods)[number];
type Score = (indicators: readonly Delivered[]) => number;

/**
 * Long-term conditions management score of each practice: one row per practice, one column per indicator.
 * @customfunction LTC_SCORE LTC_SCORE
 * @helpurl https://localhost:3000/help.html#LTC_SCORE
 * @param numerators Patients who received the care: a row per practice, a column per indicator
 * @param denominators Patients who should have, in the same layout
 * @param [exceptions] Personalised care adjustments (exceptions) to add back to the denominators, in the same layout
 * @param [benchmarks] One row of proportions. For "points": lower thresholds, and upper thresholds in a second row
 * @param [weights] One row of weights, equal when left out. For "points": the maximum points
 * @param [method] "opportunity", "standardised" (when left out and benchmarks are given), "weighted", "points" or "z"
 * @returns One score per practice, 0 to 100; "standardised": 100 is as expected for its mix of patients; "z": a z-score
 */
export function ltcScore(
  numerators: any[][],
  denominators: any[][],
  exceptions?: any[][],
  benchmarks?: any[][],
  weights?: any[][],
  method?: string,
): any[][] {
  return answer(() => {
    const benchmarksGiven = given(benchmarks);
    const by = oneOf("method", method, methods, benchmarksGiven ? "standardised" : "opportunity");
    const grid = readTogether({ numerators, denominators, exceptions: given(exceptions) ?? [[0]] });
    const score = scoreBy[by](grid.columns, benchmarksGiven, given(weights));
    const delivered = mapPlaces(grid, ({ numerators, denominators, exceptions }) => {
      requireCount(denominators, "denominators");
      requireCount(exceptions, "exceptions");
      requireCount(numerators, "numerators");
      requireAtMost(numerators, denominators, "numerators");
      return { numerator: numerators, denominator: denominators + exceptions };
    });
    return spilled(mapPlaces(byRow(delivered), score));
  });
}

/** For each method: read what it needs to know about the columns, once, and give back how to score a row. */
const scoreBy: Readonly<Record<Method, (columns: number, benchmarks: unknown, weights: unknown) => Score>> = {
  opportunity: () => opportunityScore,
  standardised: (columns, benchmarks) => {
    const benchmark = proportions(columns, benchmarks);
    return (row) => standardisedScore(row.map((indicator, i) => ({ ...indicator, benchmark: benchmark[i]! })));
  },
  z: (columns, benchmarks) => {
    const benchmark = proportions(columns, benchmarks);
    return (row) => compositeZ(row.map((indicator, i) => ({ ...indicator, benchmark: benchmark[i]! })));
  },
  weighted: (columns, _benchmarks, weights) => {
    const weight = weights ? columnNumbers("weights", weights, columns) : new Array<number>(columns).fill(1);
    weight.forEach((each) => requireCount(each, "weights"));
    return (row) => weightedScore(row.map((indicator, i) => ({ ...indicator, weight: weight[i]! })));
  },
  points: (columns, benchmarks, weights) => {
    if (!benchmarks) throw needed("benchmarks", "a row of lower thresholds above a row of upper thresholds");
    if (!weights) throw needed("weights", "the maximum points of each indicator");
    const [lower, upper] = columnRows("benchmarks", benchmarks, columns, 2) as [readonly number[], readonly number[]];
    const points = columnNumbers("weights", weights, columns);
    points.forEach((each) => requireCount(each, "weights"));
    const unit = upper.some((threshold) => threshold > 1) ? 100 : 1; // thresholds typed as percentages
    lower.forEach((low, i) => requireDomain(low >= 0 && low < upper[i]! && upper[i]! <= unit, "benchmarks", "lower below upper", low));
    return (row) =>
      pointsScore(row.map((indicator, i) => ({ ...indicator, lower: lower[i]! / unit, upper: upper[i]! / unit, points: points[i]! })));
  },
};

function proportions(columns: number, benchmarks: unknown): readonly number[] {
  if (!benchmarks) throw needed("benchmarks", "one row of proportions to compare with");
  const values = columnNumbers("benchmarks", benchmarks, columns);
  values.forEach((each) => requireOpenProportion(each, "benchmarks"));
  return values;
}

const needed = (argument: string, expected: string): ProblemError =>
  new ProblemError({ kind: "wrongType", argument, expected, found: "nothing" });
