import { zScore, type Kind, type ZMethod } from "../../src/statistics/zScore";
import { num, oracle, worst } from "../oracles/read";

const proportions = oracle("z_proportion_baseR");
const counts = oracle("z_rate_ratio_baseR");

const compared = (rows: typeof proportions, column: string, method: ZMethod) =>
  rows
    .filter((row) => Number.isFinite(num(row, column)))
    .map((row) => ({
      got: zScore(num(row, "observed"), num(row, "denominator"), num(row, "benchmark"), row["kind"] as Kind, method),
      want: num(row, column),
      at: row,
    }));

describe("zScore agrees with base R", () => {
  const columns: [string, typeof proportions, string, ZMethod][] = [
    ["proportions by the arcsine", proportions, "arcsine", "transform"],
    ["proportions by the score test", proportions, "score", "score"],
    ["proportions by log odds", proportions, "logit", "log"],
    ["proportions by the exact mid-P test", proportions, "midp", "exact"],
    ["counts by the root", counts, "sqrt", "transform"],
    ["counts by the score test", counts, "score", "score"],
    ["counts by the logarithm", counts, "log", "log"],
    ["counts by the exact mid-P test", counts, "midp", "exact"],
  ];
  test.each(columns)("%s, within 1e-9", (_name, rows, column, method) => {
    const cases = compared(rows, column, method).filter(({ want }) => method !== "exact" || Math.abs(want) < 7);
    expect(cases.length).toBeGreaterThan(90);
    const { distance, at } = worst(cases.map((each) => (each.want === 0 ? { ...each, want: 1, got: 1 + each.got } : each)));
    expect({ close: distance < 1e-9, at }).toEqual({ close: true, at });
  });

  test("the exact test stays with R beyond z = 7, where a probability is too small to subtract from 1", () => {
    const far = [...compared(proportions, "midp", "exact"), ...compared(counts, "midp", "exact")].filter(({ want }) => Math.abs(want) >= 7);
    expect(far.length).toBeGreaterThan(3);
    const { distance, at } = worst(far);
    expect({ close: distance < 1e-9, at }).toEqual({ close: true, at });
  });

  test("the exact test joins the transformation where it hands over to it", () => {
    const [below, above] = [zScore(4.0008e9, 1e10, 0.4, "proportion", "exact"), zScore(4.0008e9, 1e10, 0.4)];
    expect(below).toBeCloseTo(above, 3);
  });
});

test("a percentage is told apart from what is no proportion at all: only from above 1 to below 100 is there something to type instead", () => {
  const expectedFor = (benchmark: number): unknown => {
    try {
      return zScore(5, 10, benchmark);
    } catch (thrown) {
      return (thrown as { readonly problem: { readonly expected: string } }).problem.expected;
    }
  };
  expect([1.5, 99].map(expectedFor)).toEqual(["between 0 and 1, so type 0.015, not 1.5", "between 0 and 1, so type 0.99, not 99"]);
  expect([-5, 0, 1, 100, 250].map(expectedFor)).toEqual(new Array(5).fill("between 0 and 1"));
});
