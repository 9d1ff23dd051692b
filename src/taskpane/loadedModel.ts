import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardModel } from "../scorecard/model";
import { longTermConditions as spec } from "../scorecard/presets/longTermConditions";

let last: { readonly data: ReferenceData; readonly year: Period | null; readonly model: ScorecardModel | null } | null = null;

/** The scorecard of what is loaded, as far as the pane shows it, worked out once; null where there is nothing to show. */
export function loadedModel(data: ReferenceData, year: Period | null): ScorecardModel | null {
  if (last?.data !== data || last.year !== year) last = { data, year, model: modelOf(data, year) };
  return last.model;
}

function modelOf(data: ReferenceData, year: Period | null): ScorecardModel | null {
  try {
    // The day of building is shown on the sheets only.
    return buildScorecard(data, { spec, builtOn: "2000-01-01", ...(year === null ? {} : { period: year }) });
  } catch {
    return null;
  }
}
