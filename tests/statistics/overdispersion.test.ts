import { adjustedZScore, overdispersion, type Treatment } from "../../src/statistics/overdispersion";
import type { Transform } from "../../src/statistics/transform";
import { arcsine, logRatio, squareRoot } from "../../src/statistics/transform";
import { num, oracle, worst } from "../oracles/read";

const summary = oracle("fpr_SUMMARY_phi_tau2");

interface Case {
  readonly file: string;
  readonly scale: Transform;
  readonly treatment: Treatment;
  readonly trim?: number;
}
const cases: Case[] = [
  ...["pr_33", "pr_33_with_0_and_100pct", "pr_no_overdispersion", "pr_tiny_denominators", "pr_two_units", "pr_all_equal", "pr_6300"].map(
    (file): Case => ({ file, scale: arcsine, treatment: "winsorise" }),
  ),
  { file: "pr_33_trim0", scale: arcsine, treatment: "winsorise", trim: 0 },
  ...["sr_cqc_33", "sr_cqc_33_two_zero_observed", "sr_cqc_6300"].map((file): Case => ({ file, scale: squareRoot, treatment: "winsorise" })),
  ...["sr_shmi_33", "sr_shmi_6300"].map((file): Case => ({ file, scale: logRatio, treatment: "truncate" })),
];

describe("overdispersion agrees with FunnelPlotR", () => {
  test.each(cases)("$file", ({ file, scale, treatment, trim }) => {
    const rows = oracle(`fpr_${file}`);
    const expected = summary.find((row) => row["file"] === file)!;
    const observed = rows.map((row) => num(row, "numerator"));
    const denominators = rows.map((row) => num(row, "denominator"));
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    const benchmark = scale === arcsine ? sum(observed) / sum(denominators) : 1;

    const units = rows.map((_, i) => ({
      y: scale.y(observed[i]!, denominators[i]!, benchmark),
      standardError: scale.standardError(denominators[i]!, benchmark, observed[i]!),
    }));
    const result = overdispersion(units, scale.target(benchmark), trim, treatment);
    const zD = units.map((unit, i) => ({
      got: adjustedZScore(unit, scale.target(benchmark), result.betweenPracticeVariance),
      want: num(rows[i]!, "zD"),
      at: i,
    }));

    const { distance, at } = worst([
      { got: result.dispersionRatio, want: num(expected, "phi"), at: "phi" },
      { got: result.betweenPracticeVariance, want: num(expected, "tau2"), at: "tau2" },
      ...zD,
    ]);
    expect({ close: distance < 1e-9, at }).toEqual({ close: true, at });
    expect(result.unitsUsed + (treatment === "truncate" ? result.unitsTrimmed : 0)).toBe(rows.length);
  });

  test("a ratio of two counts, from the transformed values of the package", () => {
    const rows = oracle("fpr_rc_33");
    const expected = summary.find((row) => row["file"] === "rc_33")!;
    const units = rows.map((row) => ({ y: num(row, "Y"), standardError: num(row, "s") }));
    const target = num(rows[0]!, "target_transformed");
    const result = overdispersion(units, target);
    expect(result.dispersionRatio).toBeCloseTo(num(expected, "phi"), 9);
    expect(result.betweenPracticeVariance).toBeCloseTo(num(expected, "tau2"), 9);
    expect(adjustedZScore(units[0]!, target, result.betweenPracticeVariance)).toBeCloseTo(num(rows[0]!, "zD"), 9);
    expect(result.unitsTrimmed).toBe(rows.filter((row) => row["winsorised"] === "1").length);
  });

  test("units that FunnelPlotR leaves out of the SHMI are counted as trimmed", () => {
    const rows = oracle("fpr_sr_shmi_33");
    const units = rows.map((row) => ({ y: num(row, "Y"), standardError: num(row, "s") }));
    expect(overdispersion(units, 0, 0.1, "truncate").unitsTrimmed).toBe(rows.filter((row) => row["truncated"] === "1").length);
  });

  test("a unit whose rank is exactly a tenth of n + 1 stays, and one at nine tenths goes, as floor(10 rank / (n + 1)) from 1 to 8 has it", () => {
    const units = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((y) => ({ y, standardError: 1 }));
    // kept 1 to 8 about a target of 0: (1 + 4 + 9 + 16 + 25 + 36 + 49 + 64) / 8 = 25.5
    expect(overdispersion(units, 0, 0.1, "truncate")).toMatchObject({ dispersionRatio: 25.5, unitsUsed: 8, unitsTrimmed: 1 });
  });

  test("one unit cannot show variation, though FunnelPlotR answers 2e14", () => {
    expect(() => overdispersion([{ y: 1, standardError: 0.1 }], 1)).toThrow("tooFew");
    expect(() => overdispersion([], 1)).toThrow("tooFew");
  });

  test("half or more at each end leaves nothing to estimate from", () => {
    const units = [1, 2, 3].map((y) => ({ y, standardError: 1 }));
    expect(() => overdispersion(units, 2, 0.5)).toThrow("outOfDomain");
    expect(() => overdispersion(units, 2, -0.1)).toThrow("outOfDomain");
    expect(() => overdispersion(units, 2, -0.1, "truncate")).toThrow("outOfDomain");
  });
});
