import { binomialTailRatio } from "../../src/statistics/binomial";
import { binomialLogDensity } from "../../src/statistics/density";
import { normalCdf, normalQuantile, normalQuantileOfLog } from "../../src/statistics/normal";
import { gammaQuantile, gammaTails } from "../../src/statistics/poisson";
import { num, oracle, worst } from "../oracles/read";

const rows = (fn: string) =>
  oracle("special_functions")
    .filter((row) => row["fn"] === fn)
    .map((row) => ({ a: num(row, "a"), b: num(row, "b"), c: num(row, "c"), value: num(row, "value") }));

/** The incomplete beta function by the binomial tail that the exact tests use, from whichever side is the smaller. */
const betaCdf = (p: number, a: number, b: number): number =>
  p > a / (a + b) ? 1 - betaCdf(1 - p, b, a) : Math.exp(binomialLogDensity(a - 1, a + b - 1, p)) * binomialTailRatio(a - 1, a + b - 1, p);

describe("special functions agree with R, tails included", () => {
  test("the normal quantile, from 1e-300 upwards, within 1e-15", () => {
    const cases = rows("qnorm").map(({ a, value }) => ({ got: normalQuantile(a), want: value, at: a }));
    expect(worst(cases)).toMatchObject({ distance: expect.closeTo(0, 15) });
    expect(Math.min(...cases.map(({ at }) => at))).toBe(1e-300);
  });

  test("the normal distribution function, down to z = -38, within 1e-14", () => {
    const { distance, at } = worst(rows("pnorm").map(({ a, value }) => ({ got: normalCdf(a), want: value, at: a })));
    expect({ close: distance < 1e-14, at }).toEqual({ close: true, at });
  });

  test("the quantile of a logarithm continues where numbers end", () => {
    expect(normalQuantileOfLog(Math.log(1e-300))).toBeCloseTo(-37.0470962993612, 12);
    // mpmath 1.3, 40 digits: the root of log(erfc(x / sqrt 2) / 2) = log p
    expect(normalQuantileOfLog(-728.9)).toBeCloseTo(-38.06155980848965, 12);
    expect(normalQuantileOfLog(-1e5)).toBeCloseTo(-447.1978936785251, 11);
    expect(normalQuantileOfLog(-1e10)).toBeCloseTo(-141421.3561469523, 8);
    const [before, after] = [normalQuantileOfLog(-728.99999), normalQuantileOfLog(-729.00001)];
    expect(before - after).toBeGreaterThan(0); // it joins without a step where the method changes
    expect(before - after).toBeLessThan(1e-6);
  });

  test("chi-square tails, up to 100,000 degrees of freedom, within 1e-12", () => {
    const { distance, at } = worst(
      rows("pchisq").map(({ a, b, value }) => ({ got: gammaTails(b / 2, a / 2).lower, want: value, at: [a, b] })),
    );
    expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
  });

  test("chi-square quantiles, which are exact Poisson limits, within 1e-12", () => {
    const { distance, at } = worst(
      rows("qchisq").map(({ a, b, value }) => ({ got: 2 * gammaQuantile(a, b / 2), want: value, at: [a, b] })),
    );
    expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
  });

  test("binomial tails, which are the incomplete beta function, within 1e-12", () => {
    const tails = rows("pbeta").map(({ a, b, c, value }) => ({ got: betaCdf(a, b, c), want: value, at: [a, b, c] }));
    const roundTrips = rows("qbeta").map(({ a, b, c, value }) => ({ got: betaCdf(value, b, c), want: a, at: [value, b, c] }));
    const { distance, at } = worst([...tails, ...roundTrips].filter((each) => each.at[1]! >= 1 && each.at[2]! >= 1));
    expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
  });
});
