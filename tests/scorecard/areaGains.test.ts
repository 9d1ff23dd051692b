import { illustrativeArea } from "../../src/reference/illustrative";
import { areaGains, gainedInArea } from "../../src/scorecard/areaGains";
import { buildScorecard } from "../../src/scorecard/build";
import type { IndicatorColumn, IndicatorValue } from "../../src/scorecard/model";
import { longTermConditions, oneCondition } from "../../src/scorecard/presets";
import { layOutWorkbook } from "../../src/sheet/layout";

const model = buildScorecard(illustrativeArea(), { spec: longTermConditions, builtOn: "2026-11-22" });
const hypertension = model.groups.flatMap((group) => group.indicators).find(({ definition }) => definition.id === "HYP008")!;
const values = (counts: readonly (readonly [number, number])[]): IndicatorValue[] =>
  counts.map(([numerator, denominator]) => ({
    kind: "value",
    numerator,
    denominator,
    value: numerator / denominator,
    interval: { lower: 0, upper: 1 },
    personalisedCareAdjustments: null,
    zScore: null,
    band: denominator < 20 ? "too few to say" : "similar",
    source: { publication: "qof-achievement", file: "typed", line: 1 },
  }));
const column = (counts: readonly (readonly [number, number])[], bestQuarter: number | null): IndicatorColumn => ({
  ...hypertension,
  bestQuarter,
  comparisons: counts.map(() => null),
  values: values(counts),
});

describe("what the area would gain if every practice reached the best quarter", () => {
  it("adds up what each practice is short of, in whole patients, and takes nothing away for one that is beyond", () => {
    // 0.8 x 100 - 70 = 10; 0.8 x 50 - 45 is below 0; 0.8 x 33 - 26 = 0.4, so one patient; too few to say counts for nothing.
    expect(
      gainedInArea(
        column(
          [
            [70, 100],
            [45, 50],
            [26, 33],
            [1, 10],
          ],
          0.8,
        ),
      ),
    ).toBe(10 + 0 + 1);
  });

  it("is not known where the best quarter is not", () => {
    expect(gainedInArea(column([[70, 100]], null))).toBeNull();
  });

  it("is listed with the most patients first, and never for an indicator without a hoped-for direction", () => {
    const gains = areaGains(model);
    expect(gains.length).toBeGreaterThan(5);
    expect(gains.map(({ patients }) => patients)).toEqual(gains.map(({ patients }) => patients).sort((a, b) => b - a));
    expect(gains.filter(({ column: { definition } }) => definition.polarity === "neither")).toEqual([]);
  });
});

describe("patients not yet found", () => {
  const inDepth = buildScorecard(illustrativeArea(), { spec: oneCondition("HYP"), builtOn: "2026-11-22" });
  const [card] = layOutWorkbook(inDepth).sheets;
  const codes = card!.rows[10]!.map(({ value }) => value);
  const found = inDepth.groups.flatMap((group) => group.indicators).find(({ definition }) => definition.id === "HYP.found")!;

  it("stand beside found ÷ expected, as the expected less those on the register, and add up in the area's row", () => {
    const place = codes.indexOf("HYP gap");
    expect(place).toBe(codes.indexOf("HYP.found") + 2);
    const here = card!.rows.slice(11, 11 + model.practices.length).map((row) => row[place]!.value);
    const short = found.values.map((value) => (value.kind === "value" ? Math.max(0, value.denominator - value.numerator) : ""));
    expect(here).toEqual(short);
    expect(card!.rows[8]![place]!.value).toBeCloseTo(
      short.reduce<number>((sum, gap) => sum + Number(gap), 0),
      9,
    );
  });

  it("are 0, and never below, where more were found than an estimate expects", () => {
    const over = { ...found, values: values(found.values.map(() => [120, 100] as const)) };
    const groups = [{ heading: "Case finding", indicators: [over] }];
    const [sheet] = layOutWorkbook({ ...inDepth, groups }).sheets;
    const place = sheet!.rows[10]!.findIndex(({ value }) => value === "HYP gap");
    expect(sheet!.rows.slice(11, 11 + model.practices.length).map((row) => row[place]!.value)).toEqual(model.practices.map(() => 0));
  });
});
