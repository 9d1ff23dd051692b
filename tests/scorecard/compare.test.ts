import { longTermConditions } from "../../src/scorecard/presets/longTermConditions";
import { bandOf, compareWith, zScoreOf } from "../../src/scorecard/compare";
import { oracle } from "../oracles/read";

const rules = { ...longTermConditions.comparison, smallestDenominator: 1 };

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
  const comparison = compareWith(pooled, units, rules);

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
  const rows = oracle("z_proportion_baseR").filter((row) => Number(row.benchmark) < 1 && Math.abs(Number(row.midp)) < 6.5);
  expect(rows.length).toBeGreaterThan(50);
  for (const row of rows) {
    const benchmark = { numerator: Number(row.benchmark), denominator: 1 };
    const comparison = compareWith(benchmark, [], rules);
    expect(comparison.method).toBe("exact");
    expect(zScoreOf({ numerator: Number(row.observed), denominator: Number(row.denominator) }, comparison)).toBeCloseTo(
      Number(row.midp),
      7,
    );
  }
});

it("uses the exact binomial for a practice with fewer than five expected, however many practices there are", () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ numerator: 60 + 5 * i, denominator: 1000 }));
  const comparison = compareWith({ numerator: 100, denominator: 1000 }, many, rules);
  // 2 of 40 expected 4: mid-P = P(0) + P(1) + P(2)/2 with p = 0.1, by hand 0.014780883 + 0.065692813 + 0.142334428/2 = 0.151640910; its normal quantile is -1.0294211
  expect(zScoreOf({ numerator: 2, denominator: 40 }, comparison)).toBeCloseTo(-1.0294211, 6);
});

it("compares nothing where the benchmark is 0 or 1", () => {
  const comparison = compareWith({ numerator: 50, denominator: 50 }, [], rules);
  expect(zScoreOf({ numerator: 3, denominator: 4 }, comparison)).toBeNull();
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
