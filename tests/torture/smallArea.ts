/** The least that makes a whole scorecard, so that it can be built thousands of times. */
import type { ReferenceData } from "../../src/reference/model";
import { specOf } from "../../src/scorecard/spec";
import { fewPractices } from "../support/workbooks";

/** Three practices, one register and one achievement, with the periods before. */
export function smallArea(practices = 3): ReferenceData {
  const data = fewPractices(practices);
  return {
    ...data,
    observations: data.observations.filter(({ indicator }) => /^(HYP|HYP008|list_size|gp_fte|deprivation)$/.test(indicator)),
  };
}

export const smallSpec = specOf("small", "Small", [
  { heading: "Prevalence", indicators: ["HYP"] },
  { heading: "Management", indicators: ["HYP008"] },
]);

export const smallRequest = { spec: smallSpec, builtOn: new Date(2026, 10, 22) };
