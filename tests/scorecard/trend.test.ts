import type { Observation } from "../../src/reference/model";
import { everyYear, trendOf } from "../../src/scorecard/trend";

const source = { publication: "test", file: "test.csv", line: 2 };
const figure = (practiceCode: string, period: string, numerator?: number, denominator?: number): Observation => ({
  practiceCode,
  indicator: "HYP008",
  period,
  ...(numerator === undefined ? { missing: "notPublished" } : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
  source,
});
const observations = [
  figure("A", "2023-24", 70, 100),
  figure("A", "2020-21", 50, 100),
  figure("A", "2024-25", 80, 100),
  figure("B", "2023-24", 7, 0),
  figure("B", "2020-21", 9, 10),
  figure("B", "2022-23"),
];
const england = { numerator: 550, denominator: 1000 };
const trend = trendOf(observations, (period) => (period === "2020-21" ? england : null), ["B", "A"], "2023-24");

it("goes from the oldest year to the one that is shown, and not beyond it", () => {
  expect(trend.map(({ period }) => period)).toEqual(["2020-21", "2023-24"]);
});

it("holds each practice's counts as published, in the order that was asked for", () => {
  expect(trend[0]!.practices).toMatchObject([
    { numerator: 9, denominator: 10 },
    { numerator: 50, denominator: 100 },
  ]);
});

it("leaves a gap for a practice with nothing to divide by, and no year in which nobody has a figure", () => {
  expect(trend[1]!.practices[0]).toBeNull();
  expect(trend.some(({ period }) => period === "2022-23")).toBe(false);
});

it("has beside each year what the practices are compared with, where that is known", () => {
  expect(trend.map((each) => each.reference)).toEqual([england, null]);
});

it("counts the years between that were not loaded, so that a line over them is not too steep", () => {
  expect(everyYear(["2018-19", "2021-22"])).toEqual(["2018-19", "2019-20", "2020-21", "2021-22"]);
  expect(everyYear(["2024-25"])).toEqual(["2024-25"]);
  expect(everyYear(["2023-01", "2023-03"])).toEqual(["2023-01", "2023-03"]);
});
