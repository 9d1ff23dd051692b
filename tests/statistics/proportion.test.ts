import { wilsonInterval } from "../../src/statistics/proportion";
import { num, oracle, worst } from "../oracles/read";

describe("wilsonInterval", () => {
  test("agrees with phe_proportion within 1e-12", () => {
    const cases = oracle("wilson_phe_proportion").flatMap((row) => {
      const { lower, upper } = wilsonInterval(num(row, "x"), num(row, "n"), num(row, "confidence"));
      return [
        { got: lower, want: num(row, "lowercl"), at: row },
        { got: upper, want: num(row, "uppercl"), at: row },
      ];
    });
    const { distance, at } = worst(cases);
    expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
  });

  test("is exactly 0 at the bottom for nobody and exactly 1 at the top for all", () => {
    expect(wilsonInterval(0, 25).lower).toBe(0);
    expect(wilsonInterval(25, 25).upper).toBe(1);
  });

  test.each([
    ["a denominator of 0", [0, 0, 0.95], "zeroDenominator"],
    ["more people than there are", [11, 10, 0.95], "outOfDomain"],
    ["fewer than nobody", [-1, 10, 0.95], "outOfDomain"],
    ["a percentage for a confidence level", [1, 10, 95], "outOfDomain"],
  ] as const)("refuses %s", (_name, [x, n, confidence], kind) => {
    expect(() => wilsonInterval(x, n, confidence)).toThrow(kind);
  });
});
