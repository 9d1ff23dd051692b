import { spearman } from "../../src/statistics/correlation";
import { percentileInc } from "../../src/statistics/quantile";
import { averageRanks } from "../../src/statistics/rank";
import { num, oracle, worst } from "../oracles/read";

test("percentileInc agrees with R type 7, which is PERCENTILE.INC", () => {
  const values = oracle("practices33").map((row) => num(row, "list_size") / num(row, "fte_gp"));
  const cases = oracle("quantile_type7_of_patients_per_gp33").map((row) => ({
    got: percentileInc(values, num(row, "p")),
    want: num(row, "value_type7"),
    at: row,
  }));
  const { distance, at } = worst(cases);
  expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
});

test("percentileInc leaves the list it was given in its order", () => {
  const values = Object.freeze([3, 1, 2]);
  expect(percentileInc(values, 1)).toBe(3);
  expect(values).toEqual([3, 1, 2]);
});

test("equal values share the average of their places", () => {
  expect(averageRanks([10, 30, 20, 30])).toEqual([1, 3.5, 2, 3.5]);
});

describe("spearman", () => {
  test("is 1 - 6 sum d^2 / (n (n^2 - 1)) without ties", () => {
    // ranks 1 2 3 4 5 against 2 1 4 3 5: d^2 = 1 + 1 + 1 + 1 + 0 = 4, so 1 - 24 / 120 = 0.8
    expect(spearman([10, 20, 30, 40, 50], [2, 1, 4, 3, 5]).rho).toBeCloseTo(0.8, 14);
  });

  test("has Fisher limits with the variance 1.06 / (n - 3)", () => {
    // n = 28: standard error sqrt(1.06 / 25) = 0.205913; rho 0 -> tanh(1.959964 * 0.205913) = 0.382737
    const x = Array.from({ length: 28 }, (_, i) => i);
    const y = x.map((i) => (i < 14 ? i : 41 - i));
    const { rho, lower, upper } = spearman(x, y);
    const spread = 1.959963984540054 * Math.sqrt(1.06 / 25);
    expect(Math.atanh(upper) - Math.atanh(rho)).toBeCloseTo(spread, 12);
    expect(Math.atanh(rho) - Math.atanh(lower)).toBeCloseTo(spread, 12);
  });

  test("is certain only when the order is the same", () => {
    expect(spearman([1, 2, 3, 4], [10, 20, 30, 99])).toEqual({ rho: 1, lower: 1, upper: 1 });
  });

  test.each([
    ["fewer than four pairs", [1, 2, 3], [1, 2, 3], "tooFew"],
    ["lists of different length", [1, 2, 3, 4], [1, 2, 3], "shapesDiffer"],
    ["a list without variation", [1, 2, 3, 4], [5, 5, 5, 5], "outOfDomain"],
  ])("refuses %s", (_name, x, y, kind) => {
    expect(() => spearman(x, y)).toThrow(kind);
  });
});
