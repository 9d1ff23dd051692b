import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import type { IndicatorColumn, ScorecardModel } from "../../src/scorecard/model";
import { longTermConditions } from "../../src/scorecard/presets";
import { spineOf } from "../../src/scorecard/spine";

const model = buildScorecard(illustrativeArea(), { spec: longTermConditions, builtOn: "2026-11-25" });

/** The model with one indicator only, of practices with these values, England at 50 %. */
function withValues(values: readonly (number | null)[]): ScorecardModel {
  const column = model.groups.flatMap(({ indicators }) => indicators).find(({ comparison }) => comparison !== null)!;
  const found = column.values.find((value) => value.kind === "value")!;
  const made: IndicatorColumn = {
    ...column,
    comparison: { ...column.comparison!, benchmark: { numerator: 50, denominator: 100, value: 0.5 } },
    area: { numerator: 55, denominator: 100, value: 0.55 },
    values: values.map((value) =>
      value === null ? { kind: "missing", reason: "notPublished", source: null } : ({ ...found, value, band: "similar" } as typeof found),
    ),
  };
  return { ...model, groups: [{ heading: "One", indicators: [made] }] };
}

test("a practice stands among its area on a scale whose middle is the comparator", () => {
  // Furthest from 50 % is 30 %: that is one. Quarters of 30, 40, 50, 60, 70 are 40 and 60, by hand.
  const [row] = spineOf(withValues([0.6, 0.3, 0.5, 0.4, 0.7]), 0);
  expect(row).toMatchObject({
    here: expect.closeTo(0.5, 12),
    area: expect.closeTo(0.25, 12),
    lowest: expect.closeTo(-1, 12),
    lowerQuarter: expect.closeTo(-0.5, 12),
    upperQuarter: expect.closeTo(0.5, 12),
    highest: expect.closeTo(1, 12),
  });
});

test("a practice without a value has no row, and one that is all there is stands on the comparator", () => {
  expect(spineOf(withValues([null, 0.4]), 0)).toEqual([]);
  expect(spineOf(withValues([0.5]), 0)).toMatchObject([{ here: 0, lowest: 0, highest: 0 }]);
});

test("every indicator of the illustrative area keeps within its scale", () => {
  const rows = spineOf(model, 2);
  expect(rows.length).toBeGreaterThan(10);
  for (const { here, lowest, lowerQuarter, upperQuarter, highest } of rows) {
    const order = [-1, lowest, lowerQuarter, upperQuarter, highest, 1];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(here >= lowest && here <= highest).toBe(true);
  }
});
