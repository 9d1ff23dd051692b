import type { Comparison } from "../../src/scorecard/compare";
import type { IndicatorDefinition } from "../../src/indicators/definition";
import { withAdjustments } from "../../src/scorecard/adjusted";
import type { IndicatorColumn, IndicatorValue, ScorecardModel } from "../../src/scorecard/model";
import { bestQuarterOf, opportunitiesOf, opportunityOf } from "../../src/scorecard/opportunity";

const source = { publication: "test", file: "test.csv", line: 2 };
const value = (numerator: number, denominator: number, band: "similar" | "too few to say" = "similar"): IndicatorValue => ({
  kind: "value",
  numerator,
  denominator,
  value: numerator / denominator,
  interval: { lower: 0, upper: 1 },
  personalisedCareAdjustments: null,
  zScore: 0,
  band,
  source,
});
const missing: IndicatorValue = { kind: "missing", reason: "notPublished", source };
const definition = (id: string, polarity: IndicatorDefinition["polarity"]): IndicatorDefinition => ({
  id,
  name: id,
  heading: id,
  numerator: "",
  denominator: "",
  polarity,
  kind: "achievement",
  publication: "",
});
const column = (
  id: string,
  polarity: IndicatorDefinition["polarity"],
  values: readonly IndicatorValue[],
  england: number | null,
): IndicatorColumn => {
  const comparison: Comparison | null =
    england === null
      ? null
      : {
          benchmark: { numerator: england * 1000, denominator: 1000, value: england },
          kind: "proportion",
          method: "exact",
          betweenPracticeVariance: 0,
          dispersionRatio: null,
          practicesUsed: 5,
        };
  return {
    definition: definition(id, polarity),
    period: "2024-25",
    comparison,
    comparisons: values.map(() => comparison),
    against: values.map(() => "England"),
    reference: comparison?.benchmark ?? null,
    area: null,
    values,
    bestQuarter: bestQuarterOf(polarity, values),
    trend: [],
  };
};
const model = (...indicators: readonly IndicatorColumn[]) => ({ groups: [{ heading: "", indicators }] }) as unknown as ScorecardModel;

/** 50, 60, 70, 80 and 90 of 100: three quarters of the way from the lowest to the highest is 80. */
const five = [50, 60, 70, 80, 90].map((n) => value(n, 100));

describe("the best quarter", () => {
  it("is what the upper quarter of the practices reach, by straight lines between them", () => {
    expect(bestQuarterOf("higher", five)).toBeCloseTo(0.8, 12);
    // Four values: 0.75 x 3 = 2.25 places above the lowest, so 0.7 + 0.25 x 0.1.
    expect(bestQuarterOf("higher", five.slice(0, 4))).toBeCloseTo(0.725, 12);
  });

  it("is below the middle where lower is hoped for", () => expect(bestQuarterOf("lower", five)).toBeCloseTo(0.6, 12));

  it("does not count values that are not shown", () =>
    expect(bestQuarterOf("higher", [...five, missing, value(9, 9, "too few to say")])).toBeCloseTo(0.8, 12));

  it.each([
    ["no direction is hoped for", "neither" as const, five],
    ["there are three values", "higher" as const, five.slice(0, 3)],
  ])("is not claimed where %s", (_, polarity, values) => expect(bestQuarterOf(polarity, values)).toBeNull());
});

describe("an opportunity", () => {
  it.each([
    // target x 100 - 50
    ["50 of 100 against 80 % and England's 70 %", column("A", "higher", five, 0.7), 30, 20],
    // England's 61.5 % of 100 is 61.5 patients: 12 more, because half a patient is none
    ["a target between two patients", column("A", "higher", five, 0.615), 30, 12],
    ["England reached already", column("A", "higher", five, 0.5), 30, 0],
    ["England not loaded", column("A", "higher", five, null), 30, null],
    ["three practices, too few for a quarter", column("A", "higher", five.slice(0, 3), 0.7), null, 20],
    // Lower is hoped for and 50 is the lowest: nothing is left to gain
    ["the lowest where lower is hoped for", column("A", "lower", five, 0.6), 0, 0],
  ])("of %s", (_, given, toBestQuarter, toBenchmark) => expect(opportunityOf(given, 0)).toMatchObject({ toBestQuarter, toBenchmark }));

  it("counts the patients without the event where lower is hoped for", () => {
    // 90 of 100 against 60 and 70: thirty and twenty fewer
    expect(opportunityOf(column("A", "lower", five, 0.7), 4)).toMatchObject({ toBestQuarter: 30, toBenchmark: 20 });
  });

  it("is none where no direction is hoped for, or nothing is shown", () => {
    expect(opportunityOf(column("A", "neither", five, 0.7), 0)).toBeNull();
    expect(opportunityOf(column("A", "higher", [missing, ...five], 0.7), 0)).toBeNull();
    expect(opportunityOf(column("A", "higher", [value(3, 9, "too few to say"), ...five], 0.7), 0)).toBeNull();
  });
});

it("puts the most patients first, leaves out what is reached, and keeps the order of the scorecard where numbers are equal", () => {
  const some = model(
    column("small", "higher", [value(79, 100), ...five], 0.7),
    column("reached", "higher", [value(95, 100), ...five], 0.7),
    column("large", "higher", [value(20, 100), ...five], 0.7),
    column("small too", "higher", [value(79, 100), ...five], 0.7),
    column("no direction", "neither", [value(1, 100), ...five], 0.7),
  );
  expect(opportunitiesOf(some, 0).map((each) => each.definition.id)).toEqual(["large", "small", "small too"]);
});

it("sees 60 of 80 with 20 excepted as 60 of all 100, a fifth excepted", () => {
  expect(withAdjustments({ numerator: 60, denominator: 80, personalisedCareAdjustments: 20 })).toEqual({ allPatients: 0.6, excepted: 0.2 });
  expect(withAdjustments({ numerator: 60, denominator: 80, personalisedCareAdjustments: 0 })).toEqual({ allPatients: 0.75, excepted: 0 });
  expect(withAdjustments({ numerator: 60, denominator: 80, personalisedCareAdjustments: null })).toBeNull();
});
