import { ProblemError } from "../../src/problem";
import { compositeZ, opportunityScore, pointsEarned, pointsScore, standardisedScore, weightedScore } from "../../src/statistics/composite";
import { spearman } from "../../src/statistics/correlation";
import { funnelLimits } from "../../src/statistics/funnel";
import { overdispersion } from "../../src/statistics/overdispersion";
import { wilsonInterval } from "../../src/statistics/proportion";
import { percentileInc } from "../../src/statistics/quantile";
import { quantileBands } from "../../src/statistics/quantileBand";
import { rateInterval } from "../../src/statistics/rate";
import { howManyForEach, shortfall, stillToReach } from "../../src/statistics/ratio";
import { directRate, expectedEvents, standardisedRatio } from "../../src/statistics/standardisation";
import { midPZ, proportionZ, requireLogarithm, zScore } from "../../src/statistics/zScore";

const units = [1, 2, 3].map((y) => ({ y, standardError: 1 }));
const stratum = { population: 1, referenceEvents: 1, referencePopulation: 2 };
const indicator = { numerator: 8, denominator: 10 };

/** What is refused, by which argument's name: a scorecard and a formula both show it. */
const refusals: [what: string, compute: () => unknown, kind: string, argument: string][] = [
  ["more observed than there are", () => zScore(11, 10, 0.5), "outOfDomain", "observed"],
  ["a negative proportion", () => proportionZ(-1, 10, 0.5), "outOfDomain", "observed"],
  ["nobody eligible", () => midPZ(0, 0, 0.5), "zeroDenominator", "denominator"],
  ["a negative count", () => zScore(-1, 10, 0.5, "rate"), "outOfDomain", "observed"],
  ["an infinite count", () => zScore(Infinity, 10, 0.5, "rate"), "outOfDomain", "observed"],
  ["an infinite denominator", () => zScore(1, Infinity, 0.5, "rate"), "outOfDomain", "denominator"],
  ["a percentage for a benchmark", () => zScore(5, 10, 95), "outOfDomain", "benchmark"],
  ["a rate of nothing", () => zScore(5, 10, 0, "rate"), "outOfDomain", "benchmark"],
  ["a negative ratio", () => zScore(5, 10, -1, "ratio"), "outOfDomain", "benchmark"],
  ["an infinite rate", () => zScore(5, 10, Infinity, "rate"), "outOfDomain", "benchmark"],
  ["the logarithm of nothing", () => requireLogarithm(0), "outOfDomain", "observed"],
  ["the logarithm of a count of nothing", () => zScore(0, 10, 1, "ratio", "log"), "outOfDomain", "observed"],
  ["a funnel with a negative variance", () => funnelLimits(100, 0.5, "proportion", 0.95, -1), "outOfDomain", "tau2"],
  ["a funnel for nobody", () => funnelLimits(0, 0.5), "zeroDenominator", "denominator"],
  ["a negative number of events", () => rateInterval(-1, 10), "outOfDomain", "events"],
  ["a rate per nobody", () => rateInterval(5, 0), "zeroDenominator", "population"],
  ["a rate per none", () => rateInterval(5, 10, 0.95, 0), "zeroDenominator", "multiplier"],
  ["one group", () => quantileBands([1, 2], 1), "outOfDomain", "groups"],
  ["a score of nothing", () => opportunityScore([{ numerator: 0, denominator: 0 }]), "zeroDenominator", "every denominator"],
  ["a score of more than all", () => opportunityScore([{ numerator: 11, denominator: 10 }]), "outOfDomain", "numerator"],
  ["a percentage to standardise with", () => standardisedScore([{ ...indicator, benchmark: 70 }]), "outOfDomain", "benchmarks"],
  ["a percentage for a composite z", () => compositeZ([{ ...indicator, benchmark: 70 }]), "outOfDomain", "benchmarks"],
  ["a negative weight", () => weightedScore([{ ...indicator, weight: -1 }]), "outOfDomain", "weights"],
  ["no weight at all", () => weightedScore([{ ...indicator, weight: 0 }]), "zeroDenominator", "the sum of weights"],
  ["no points at all", () => pointsScore([{ ...indicator, lower: 0.5, upper: 0.9, points: 0 }]), "zeroDenominator", "the sum of points"],
  ["thresholds the wrong way round", () => pointsEarned(70, 90, 50, 10), "outOfDomain", "lower"],
  ["a percentage among proportions", () => pointsEarned(70, 0.5, 1, 10), "outOfDomain", "achievement"],
  ["negative points", () => pointsEarned(70, 50, 90, -1), "outOfDomain", "points"],
  [
    "a reference population of nobody",
    () => expectedEvents([{ population: 1, referenceEvents: 1, referencePopulation: 0 }]),
    "zeroDenominator",
    "reference_population",
  ],
  [
    "a standard population of nobody",
    () => directRate([{ events: 10, population: 5, standardPopulation: 0 }]),
    "zeroDenominator",
    "standard_population",
  ],
  ["a percentile above all", () => percentileInc([1, 2], 1.5), "outOfDomain", "p"],
  ["a percentile below all", () => percentileInc([1, 2], -0.5), "outOfDomain", "p"],
  ["a confidence of 95", () => wilsonInterval(1, 2, 95), "outOfDomain", "confidence"],
  ["a confidence of 1", () => wilsonInterval(1, 2, 1), "outOfDomain", "confidence"],
  ["a confidence of 0", () => wilsonInterval(1, 2, 0), "outOfDomain", "confidence"],
  ["a negative confidence", () => wilsonInterval(1, 2, -0.5), "outOfDomain", "confidence"],
  ["half trimmed", () => overdispersion(units, 0, 0.5), "outOfDomain", "trim"],
  ["more care than people", () => stillToReach(11, 10, 0.5), "outOfDomain", "numerator"],
  ["a negative number cared for", () => stillToReach(-1, 10, 0.5), "outOfDomain", "numerator"],
  ["a target of nothing", () => stillToReach(1, 10, 0), "outOfDomain", "target"],
  ["a target above all", () => stillToReach(1, 10, 1.1), "outOfDomain", "target"],
  ["a negative total", () => howManyForEach(-1, 3), "outOfDomain", "count"],
  ["a total for none", () => howManyForEach(1, 0), "zeroDenominator", "denominator"],
  ["a shortfall of a negative total", () => shortfall(-1, 3, 10), "outOfDomain", "count"],
  ["a shortfall from none", () => shortfall(1, 0, 10), "zeroDenominator", "have"],
  ["a shortfall against nothing", () => shortfall(1, 3, 0), "zeroDenominator", "benchmark"],
  [
    "a negative population",
    () => expectedEvents([{ population: -1, referenceEvents: 1, referencePopulation: 2 }]),
    "outOfDomain",
    "population",
  ],
  [
    "negative reference events",
    () => expectedEvents([{ population: 1, referenceEvents: -1, referencePopulation: 2 }]),
    "outOfDomain",
    "reference_events",
  ],
  ["a negative number observed", () => standardisedRatio(-1, [stratum]), "outOfDomain", "observed"],
  ["a ratio to none expected", () => standardisedRatio(1, [{ ...stratum, population: 0 }]), "zeroDenominator", "the expected number"],
  ["negative events", () => directRate([{ events: -1, population: 5, standardPopulation: 1 }]), "outOfDomain", "events"],
  ["a rate of nobody", () => directRate([{ events: 10, population: 0, standardPopulation: 1 }]), "zeroDenominator", "population"],
  [
    "a negative standard population",
    () => directRate([{ events: 10, population: 5, standardPopulation: -1 }]),
    "outOfDomain",
    "standard_population",
  ],
  [
    "events that cannot be added up",
    () => directRate([{ events: 1e300, population: 1e-300, standardPopulation: 1 }]),
    "outOfDomain",
    "events",
  ],
  ["the correlation of what never varies", () => spearman([1, 1, 1, 1], [1, 2, 3, 4]), "outOfDomain", "x and y"],
];

test.each(refusals)("%s is refused", (_what, compute, kind, argument) => {
  let problem: unknown;
  try {
    compute();
  } catch (thrown) {
    problem = thrown instanceof ProblemError ? thrown.problem : thrown;
  }
  // a refusal says what would be right, and what was found
  const words = kind === "outOfDomain" ? { expected: expect.stringMatching(/\w/), found: expect.stringMatching(/\w/) } : {};
  expect(problem).toMatchObject({ kind, argument, ...words });
});

test.each<[what: string, compute: () => unknown, problem: object]>([
  ["no values", () => percentileInc([], 0.5), { kind: "tooFew", what: "values", needed: 1, found: 0 }],
  ["one unit", () => overdispersion([{ y: 1, standardError: 1 }], 0), { kind: "tooFew", what: "units", needed: 2, found: 1 }],
  [
    "lists of different length",
    () => spearman([1, 2, 3], [1, 2]),
    { kind: "shapesDiffer", argument: "y", expected: "3 values", found: "2 values" },
  ],
  ["two pairs", () => spearman([1, 2], [1, 2]), { kind: "tooFew", what: "pairs" }],
])("%s are refused", (_what, compute, problem) =>
  expect(compute).toThrow(expect.objectContaining({ problem: expect.objectContaining(problem) })),
);

test("a percentage typed for a proportion is answered with how to type it", () => {
  expect(() => zScore(5, 10, 95)).toThrow(
    expect.objectContaining({
      problem: { kind: "outOfDomain", argument: "benchmark", expected: "between 0 and 1, so type 0.95, not 95", found: "95" },
    }),
  );
});

test("thresholds up to 100 % are thresholds", () => expect(pointsEarned(75, 50, 100, 10)).toBe(5));
