import { longTermConditions } from "../../src/scorecard/presets/longTermConditions";
import { bandOf, compareWith, zScoreOf, type Comparison, type Counts } from "../../src/scorecard/compare";
import type { ComparisonRules } from "../../src/scorecard/spec";
import type { Kind } from "../../src/statistics/zScore";
import { oracle } from "../oracles/read";

/** All with one benchmark. */
const compareAll = (benchmark: Counts, practices: readonly Counts[], wanted = rules, kind: Kind = "proportion"): Comparison =>
  compareWith(
    (practices.length === 0 ? [benchmark] : practices).map(() => benchmark),
    practices,
    wanted,
    kind,
  )[0]!;

const rules: ComparisonRules = { ...longTermConditions.comparison, smallestDenominator: 1 };

describe("thirty-three practices against their own pooled figure, as FunnelPlotR compares them", () => {
  const units = oracle("fpr_pr_33").map((row) => ({
    numerator: Number(row.numerator),
    denominator: Number(row.denominator),
    zD: Number(row.zD),
  }));
  const pooled = units.reduce((sum, u) => ({ numerator: sum.numerator + u.numerator, denominator: sum.denominator + u.denominator }), {
    numerator: 0,
    denominator: 0,
  });
  const comparison = compareAll(pooled, units, rules);

  it("finds the same between-practice variance", () => {
    const expected = oracle("fpr_SUMMARY_phi_tau2").find((row) => row.file === "pr_33")!;
    expect(comparison.method).toBe("funnel");
    expect(comparison.betweenPracticeVariance).toBeCloseTo(Number(expected.tau2), 12);
    expect(comparison.dispersionRatio).toBeCloseTo(Number(expected.phi), 9);
  });

  it.each(units)("gives $numerator of $denominator the adjusted z of the package", (unit) => {
    expect(zScoreOf(unit, comparison)).toBeCloseTo(unit.zD, 9);
  });
});

it("compares fewer than ten practices by the exact mid-P binomial", () => {
  const rows = oracle("z_proportion_baseR").filter((row) => Number(row.benchmark) < 1 && Math.abs(Number(row.midp)) < 6.99);
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const benchmark = { numerator: Number(row.benchmark), denominator: 1 };
    const comparison = compareAll(benchmark, [], rules);
    expect(comparison.method).toBe("exact");
    expect(zScoreOf({ numerator: Number(row.observed), denominator: Number(row.denominator) }, comparison)).toBeCloseTo(
      Number(row.midp),
      7,
    );
  }
});

it("uses the exact binomial for a practice with fewer than five expected, however many practices there are", () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ numerator: 60 + 5 * i, denominator: 1000 }));
  const comparison = compareAll({ numerator: 100, denominator: 1000 }, many, rules);
  // 2 of 40 expected 4: mid-P = P(0) + P(1) + P(2)/2 with p = 0.1, by hand 0.014780883 + 0.065692813 + 0.142334428/2 = 0.151640910; its normal quantile is -1.0294211
  expect(zScoreOf({ numerator: 2, denominator: 40 }, comparison)).toBeCloseTo(-1.0294211, 6);
});

it("compares nothing where the benchmark is 0 or 1", () => {
  const comparison = compareAll({ numerator: 50, denominator: 50 }, [], rules);
  expect(zScoreOf({ numerator: 3, denominator: 4 }, comparison)).toBeNull();
});

describe("as Fingertips does it", () => {
  const words: Readonly<Record<string, string>> = {
    "Low (0.001)": "much lower",
    "Low (0.025)": "lower",
    "Not significant": "similar",
    "High (0.025)": "higher",
    "High (0.001)": "much higher",
  };
  const files = [
    ["proportion", "phe_funnel_proportion_significance", "num", "den"],
    ["rate", "phe_funnel_rate_significance", "ev", "pop"],
    ["ratio", "phe_funnel_ratio_significance", "obs", "exp"],
  ] as const;

  it.each(files)("gives the significance that PHEindicatormethods assigns to a %s", (kind, file, numerator, denominator) => {
    const rows = oracle(file).map((row) => ({ ...row, numerator: Number(row[numerator]), denominator: Number(row[denominator]) }));
    const sum = (of: "numerator" | "denominator") => rows.reduce((total, row) => total + row[of], 0);
    const benchmark =
      kind === "ratio" ? { numerator: 1, denominator: 1 } : { numerator: sum("numerator"), denominator: sum("denominator") };
    const comparison = compareAll(benchmark, rows, { ...rules, method: "fingertips" }, kind);
    expect(comparison.betweenPracticeVariance).toBe(0);
    expect(rows.map((row) => bandOf(zScoreOf(row, comparison)!))).toEqual(oracle(file).map((row) => words[row.significance!]));
    expect(new Set(oracle(file).map((row) => row.significance)).size).toBeGreaterThanOrEqual(4);
  });
});

it("finds for counts the z and the variance that FunnelPlotR finds for ratios, as CQC compares them", () => {
  const rows = oracle("fpr_sr_cqc_33");
  const units = rows.map((row) => ({ numerator: Number(row.numerator), denominator: Number(row.denominator) }));
  const expected = oracle("fpr_SUMMARY_phi_tau2").find((row) => row.file === "sr_cqc_33")!;
  const comparison = compareAll({ numerator: 1, denominator: 1 }, units, rules, "ratio");
  expect(comparison.betweenPracticeVariance).toBeCloseTo(Number(expected.tau2), 9);
  const judged = units.flatMap((unit, i) => (unit.denominator >= 5 ? [[zScoreOf(unit, comparison), Number(rows[i]!.zD)] as const] : []));
  expect(judged.length).toBeGreaterThan(25);
  for (const [ours, theirs] of judged) expect(ours).toBeCloseTo(theirs, 9);
});

it("compares each practice with its own benchmark, and estimates one variance about all of them", () => {
  // Twelve practices exactly at their own benchmark, half of them at 20 %, half at 60 %: nothing is left to explain.
  const low = { numerator: 20, denominator: 100 };
  const high = { numerator: 60, denominator: 100 };
  const both = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? low : high));
  const comparisons = compareWith(both, both, rules);
  expect(comparisons.map((comparison) => comparison!.benchmark.value)).toEqual(both.map(({ numerator }) => numerator / 100));
  expect(comparisons.every((comparison) => comparison!.betweenPracticeVariance === 0)).toBe(true);
  expect(zScoreOf(low, comparisons[0]!)).toBeCloseTo(0, 12);
  // 60 of 100 against 20 %: 2 x 10 x (asin sqrt 0.6 - asin sqrt 0.2) = 20 x (0.886077 - 0.463648) = 8.448588
  expect(zScoreOf(high, comparisons[0]!)).toBeCloseTo(8.448588, 5);
});

it.each([
  [3.0903, "much higher"],
  [3.0902, "higher"],
  [1.96, "higher"],
  [1.9599, "similar"],
  [0, "similar"],
  [-1.9599, "similar"],
  [-1.96, "lower"],
  [-3.0903, "much lower"],
])("calls z = %d %s", (z, band) => {
  expect(bandOf(z)).toBe(band);
});
