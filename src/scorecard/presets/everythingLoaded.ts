import { indicatorLibrary } from "../../indicators/library";
import { expectedPrevalences } from "../../indicators/library/caseFinding";
import { figuresOf, isShareOfPatients } from "../../indicators/derive";
import type { ReferenceData } from "../../reference/model";
import { specOf, type ScorecardSpec } from "../spec";
import { capacityAndAccess } from "./capacityAndAccess";

/** Everything that the files hold and the card has words for, by domain. Empty groups are left out. */
export function everythingLoaded(data: Pick<ReferenceData, "observations" | "publishedIndicators">): ScorecardSpec {
  const figures = figuresOf({ ...data, comparators: [] });
  const loaded = (ids: readonly string[]) => ids.filter((id) => figures.observations(id).length > 0);
  const ofKind = (kind: string) => [...indicatorLibrary.values()].filter((definition) => definition.kind === kind).map(({ id }) => id);
  const described = [...new Set((data.publishedIndicators ?? []).map(({ code }) => code))].filter((code) => !indicatorLibrary.has(code));
  const targets = loaded([...ofKind("achievement"), ...described.filter((code) => figures.observations(code).some(isShareOfPatients))]);
  const ownReturns = [...new Set(data.observations.map(({ indicator }) => indicator))].filter(
    (id) => /^local_(?!expected_)/.test(id) && !indicatorLibrary.has(id) && figures.observations(id).some(isShareOfPatients),
  );
  return specOf(
    "everything-loaded",
    "Everything loaded",
    [
      { heading: "Case finding: found ÷ expected", indicators: loaded(expectedPrevalences.map(({ register }) => `${register}.found`)) },
      { heading: "Prevalence: on the register ÷ on the list", indicators: loaded(ofKind("prevalence")) },
      { heading: "Management: patients reaching the target", indicators: targets },
      { heading: "Excepted", indicators: loaded(["pca_all"]) },
      ...capacityAndAccess.groups.map(({ heading, indicators }) => ({ heading, indicators: loaded(indicators) })),
      { heading: "Local returns", indicators: [...loaded(ofKind("local")), ...ownReturns] },
    ].filter(({ indicators }) => indicators.length > 0),
  );
}
