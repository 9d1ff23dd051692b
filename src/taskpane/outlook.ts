import type { Period, ReferenceData } from "../reference/model";
import { comparePeriods } from "../reference/period";
import { baseOf } from "../indicators/library";
import type { ScorecardSpec } from "../scorecard/spec";

/** What a scorecard would hold, told before it is built. */
export interface Outlook {
  readonly practices: number;
  readonly networks: number;
  /** Indicators that the specification asks for, and those of them that are loaded. */
  readonly wanted: number;
  readonly loaded: number;
  /** Financial years in which any of them is loaded, latest first. */
  readonly years: readonly Period[];
}

export function outlookOf({ practices, observations }: ReferenceData, spec: ScorecardSpec): Outlook {
  const wanted = new Set(spec.groups.flatMap(({ indicators }) => indicators));
  const published = new Set([...wanted].map(baseOf));
  const shown = observations.filter(({ indicator }) => published.has(indicator));
  const found = new Set(shown.map(({ indicator }) => indicator));
  const networks = [...practices.values()].map(({ pcnCode, pcnName }) => pcnCode ?? pcnName).filter((network) => network !== undefined);
  return {
    practices: practices.size,
    networks: new Set(networks).size,
    wanted: wanted.size,
    loaded: [...wanted].filter((id) => found.has(baseOf(id))).length,
    years: [...new Set(shown.map(({ period }) => period))].sort(comparePeriods).reverse(),
  };
}
