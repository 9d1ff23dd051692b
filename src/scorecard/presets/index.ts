import type { ReferenceData } from "../../reference/model";
import type { ScorecardSpec } from "../spec";
import { capacityAndAccess } from "./capacityAndAccess";
import { everythingLoaded } from "./everythingLoaded";
import { longTermConditions } from "./longTermConditions";
import { conditions, oneCondition } from "./oneCondition";

export { capacityAndAccess, conditions, everythingLoaded, longTermConditions, oneCondition };

/** The scorecards that need no more to be said, in the order in which they are offered; the first is the default. "Everything loaded" is a function of the data. */
export const presets: readonly ScorecardSpec[] = [
  longTermConditions,
  capacityAndAccess,
  ...conditions.map(({ code }) => oneCondition(code)),
];

/** The preset of an id, such as "long-term-conditions", "condition-hyp" or "everything-loaded"; null for an id nobody knows. */
export const presetOf = (id: string, data: ReferenceData): ScorecardSpec | null =>
  id === "everything-loaded" ? everythingLoaded(data) : (presets.find((preset) => preset.id === id) ?? null);
