import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardModel } from "../scorecard/model";
import type { ScorecardSpec } from "../scorecard/spec";
import { specFor } from "./specOf";
import type { PaneState } from "./state";

interface Asked {
  readonly data: ReferenceData;
  readonly year: Period | null;
  readonly spec: ScorecardSpec | null;
}

let last: (Asked & { readonly model: ScorecardModel | null }) | null = null;

/** The scorecard of what is loaded, as far as the pane shows it, worked out once; null where there is nothing to show. */
export function loadedModel({ data, year, spec }: Pick<PaneState, "data" | "year" | "spec">): ScorecardModel | null {
  if (data === null) return null;
  if (last?.data !== data || last.year !== year || last.spec !== spec) last = { data, year, spec, model: modelOf({ data, year, spec }) };
  return last.model;
}

function modelOf({ data, year, spec }: Asked): ScorecardModel | null {
  try {
    // The day of building is shown on the sheets only.
    return buildScorecard(data, { spec: specFor(spec, data), builtOn: "2000-01-01", ...(year === null ? {} : { period: year }) });
  } catch {
    return null;
  }
}
