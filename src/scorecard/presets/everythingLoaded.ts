import { indicatorLibrary } from "../../indicators/library";
import type { ReferenceData } from "../../reference/model";
import { specOf, type ScorecardSpec } from "../spec";
import { capacityAndAccess } from "./capacityAndAccess";

/** Everything that the files hold and the card has words for, by domain. Empty groups are left out. */
export function everythingLoaded({ observations }: Pick<ReferenceData, "observations">): ScorecardSpec {
  const loaded = new Set(observations.map(({ indicator }) => indicator));
  const library = [...indicatorLibrary.values()].filter(({ id }) => loaded.has(id));
  const ofKind = (kind: string) => library.filter((definition) => definition.kind === kind).map(({ id }) => id);
  return specOf(
    "everything-loaded",
    "Everything loaded",
    [
      { heading: "Prevalence: on the register ÷ on the list", indicators: ofKind("prevalence") },
      { heading: "Management: patients reaching the target", indicators: ofKind("achievement") },
      ...capacityAndAccess.groups.map(({ heading, indicators }) => ({ heading, indicators: indicators.filter((id) => loaded.has(id)) })),
    ].filter(({ indicators }) => indicators.length > 0),
  );
}
