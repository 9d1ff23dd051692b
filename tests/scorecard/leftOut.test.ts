import type { Observation, ReferenceData } from "../../src/reference/model";
import { buildScorecard } from "../../src/scorecard/build";
import { oneCondition } from "../../src/scorecard/presets";

const figure = (indicator: string, period: string): Observation => ({
  practiceCode: "F81010",
  indicator,
  period,
  numerator: 60,
  denominator: 80,
  source: { publication: "made up", file: "made up.csv", line: 2 },
});
const data = (...observations: Observation[]): ReferenceData => ({
  area: { code: "07G", name: "Made up" },
  illustrative: false,
  practices: new Map([["F81010", { code: "F81010", name: "Made up" }]]),
  observations,
  comparators: [],
  files: [],
});

// Hypertension in 2023-24 has HYP008 and HYP009; HYP006, HYP003 and HYP007 came before, HYP010 and HYP011 after.
it("names as left out what the year has, not the codes of other years", () => {
  const { leftOut } = buildScorecard(data(figure("HYP", "2023-24"), figure("HYP008", "2023-24")), {
    spec: oneCondition("HYP"),
    builtOn: "2026-11-25",
  });
  expect(leftOut.filter((id) => /^HYP\d+$/.test(id))).toEqual(["HYP009"]);
});

it("names them in the year they were of", () => {
  const { leftOut } = buildScorecard(data(figure("HYP", "2017-18")), { spec: oneCondition("HYP"), builtOn: "2026-11-25" });
  expect(leftOut.filter((id) => /^HYP\d+$/.test(id))).toEqual(["HYP006"]);
});
