import { illustrativeArea } from "../../src/reference/illustrative";
import { spearman } from "../../src/statistics/correlation";

/** What Thurrock's Health and Wellbeing Board was told in 2016; see the docstring of `illustrativeArea`. */
const data = illustrativeArea();
const figure = (indicator: string) =>
  new Map(data.observations.filter((o) => o.indicator === indicator).map((o) => [o.practiceCode, o.value]));
const lists = figure("list_size") as Map<string, number>;
const gps = figure("gp_fte") as Map<string, number>;
const codes = [...data.practices.keys()];
const perGp = codes.map((code) => lists.get(code)! / gps.get(code)!);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

it("has 33 practices with 2,072 patients to a full-time-equivalent GP", () => {
  expect(codes).toHaveLength(33);
  expect(Math.round(sum(lists.values()) / sum(gps.values()))).toBe(2072);
});

it("puts all but four above England's 1,321, and the highest over five times", () => {
  expect(perGp.filter((ratio) => ratio > 1321)).toHaveLength(29);
  expect(Math.max(...perGp)).toBeGreaterThan(5 * 1321);
});

it("has 20 inspected practices: 10 good, 5 requiring improvement, 5 inadequate", () => {
  const ratings = [...figure("cqc_overall").values()];
  const count = (rating: string) => ratings.filter((each) => each === rating).length;
  expect([ratings.length, count("Good"), count("Requires improvement"), count("Inadequate")]).toEqual([20, 10, 5, 5]);
});

it("has fewer GPs where deprivation is greater", () => {
  const deprivation = figure("deprivation") as Map<string, number>;
  const { rho, lower } = spearman(
    codes.map((code) => deprivation.get(code)!),
    perGp,
  );
  expect(rho).toBeGreaterThan(0.4);
  expect(lower).toBeGreaterThan(0);
});

it("gives the same figures every time, and no code that a real practice could have", () => {
  expect(illustrativeArea()).toEqual(data);
  for (const code of codes) expect(code).toMatch(/^X0\d{4}$/);
});

it("never counts more patients reached than could be", () => {
  for (const { numerator, denominator } of data.observations)
    if (numerator !== undefined) expect(numerator).toBeLessThanOrEqual(denominator!);
});
