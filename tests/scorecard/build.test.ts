import { ProblemError } from "../../src/problem";
import type { Comparator, Observation, ReferenceData } from "../../src/reference/model";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";

/** Two practices of one area, as small as can be checked by eye. X1 has 150 of 1,000 with hypertension, X2 has 10 of 12, England 15 %. */
const source = { publication: "qof-prevalence", file: "PREVALENCE_2223.csv", line: 2 };
const observation = (practiceCode: string, indicator: string, period: string, rest: Partial<Observation>): Observation => ({
  practiceCode,
  indicator,
  period,
  ...rest,
  source,
});
const england = (indicator: string, period: string, numerator: number, denominator: number, isEngland = true): Comparator => ({
  indicator,
  period,
  numerator,
  denominator,
  practices: isEngland ? 6200 : 150,
  isEngland,
});

const data = (
  observations: readonly Observation[],
  comparators: readonly Comparator[] = [england("HYP", "2022-23", 150, 1000)],
): ReferenceData => ({
  area: { code: "07G", name: "Test area" },
  illustrative: false,
  practices: new Map([
    ["X2", { code: "X2", name: "Beta", pcnName: "East" }],
    ["X1", { code: "X1", name: "Alpha", pcnName: "West" }],
    ["X3", { code: "X3", name: "Gone", pcnName: "West" }],
  ]),
  observations,
  comparators,
  files: [],
});
const two = [
  observation("X1", "HYP", "2022-23", { numerator: 150, denominator: 1000 }),
  observation("X2", "HYP", "2022-23", { numerator: 10, denominator: 12 }),
];
const build = (d: ReferenceData, period?: string) => buildScorecard(d, { spec, builtOn: "2026-11-22", ...(period ? { period } : {}) });
const hyp = (d: ReferenceData, period?: string) => build(d, period).groups[0]!.indicators[0]!;

it("lists practices by PCN and name, and names the one without any figure", () => {
  const model = build(data(two));
  expect(model.practices.map(({ practice }) => practice.code)).toEqual(["X2", "X1"]);
  expect(model.withoutData.map(({ code }) => code)).toEqual(["X3"]);
});

it("calls a practice that is like England similar, and one with too small a denominator too few to say", () => {
  expect(hyp(data(two)).values.map((value) => value.kind === "value" && value.band)).toEqual(["too few to say", "similar"]);
});

it("adds the area up: 160 of 1,012", () => {
  expect(hyp(data(two)).area).toEqual({ numerator: 160, denominator: 1012, value: 160 / 1012 });
});

it("shows values but judges none where the files are an excerpt and not England", () => {
  const column = hyp(data(two, [england("HYP", "2022-23", 150, 1000, false)]));
  expect(column.comparison).toBeNull();
  expect(column.values.map((value) => value.kind === "value" && value.band)).toEqual(["too few to say", null]);
});

it("keeps the reason of a value that is not there", () => {
  const column = hyp(data([two[0]!, observation("X2", "HYP", "2022-23", { missing: "suppressed" })]));
  expect(column.values[0]).toMatchObject({ kind: "missing", reason: "suppressed" });
});

it("calls a denominator of 0 by its name instead of dividing", () => {
  const column = hyp(data([two[0]!, observation("X2", "HYP", "2022-23", { numerator: 0, denominator: 0 })]));
  expect(column.values[0]).toMatchObject({ kind: "missing", reason: "zeroDenominator" });
});

it("takes the latest year loaded, or the one that is asked for", () => {
  const both = data([...two, observation("X1", "HYP", "2021-22", { numerator: 140, denominator: 1000 })]);
  expect(hyp(both).period).toBe("2022-23");
  expect(hyp(both, "2021-22").values[0]).toMatchObject({ numerator: 140 });
});

it("says which years are loaded when another is asked for", () => {
  expect(() => build(data(two), "2019-20")).toThrow(ProblemError);
  try {
    build(data(two), "2019-20");
  } catch (error) {
    expect((error as ProblemError).problem).toEqual({ kind: "notFound", what: "period", key: "2019-20", near: ["2022-23"] });
  }
});

it("takes the list size nearest to the year: QOF's own list before one of another year", () => {
  const lists = [...two, observation("X1", "list_size", "2021-01-01", { value: 900 })];
  const size = (d: ReferenceData, period?: string) => build(d, period).practices[1]!.listSize;
  expect(size(data(lists), "2022-23")).toMatchObject({ value: 1000, period: "2022-23" });
  expect(size(data([...lists, observation("X1", "list_size", "2025-10-01", { value: 1100 })]))).toMatchObject({ value: 1100 });
});

it("does not put this year's GPs beside figures of years ago", () => {
  const workforce = [...two, observation("X1", "gp_fte", "2025-12", { value: 0.5 })];
  expect(build(data(workforce), "2022-23").practices[1]!.fteGp).toBeNull();
  expect(build(data(workforce)).practices[1]!.fteGp).toMatchObject({ value: 0.5 });
});

it("gives the same model for the same data, and leaves the data as it was", () => {
  const given = data(two);
  const before = structuredClone(given);
  expect(build(given)).toEqual(build(given));
  expect(given).toEqual(before);
});
