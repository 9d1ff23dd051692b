import type { ReferenceData } from "../reference/model";
import { everythingLoaded, longTermConditions } from "../scorecard/presets";
import type { ScorecardSpec } from "../scorecard/spec";

/** What a scorecard of these data shows: the usual one where nothing else was chosen; "Everything loaded" follows what is loaded now. */
export function specFor(chosen: ScorecardSpec | null, data: Pick<ReferenceData, "observations"> | null): ScorecardSpec {
  if (chosen === null) return longTermConditions;
  return chosen.id === "everything-loaded" && data !== null ? { ...chosen, groups: everythingLoaded(data).groups } : chosen;
}
