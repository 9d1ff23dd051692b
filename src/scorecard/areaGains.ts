import type { IndicatorColumn, ScorecardModel } from "./model";
import { opportunityOf } from "./opportunity";

/**
 * Further patients if every practice of the area reached what its best quarter reach: the practices' own numbers added up, so that one that is
 * beyond it takes nothing away. null where no practice can tell. Of one indicator only: the same patient may stand in several.
 *
 * @example if two practices are 3 and 5 patients short of the best quarter and two have reached it, 8
 */
export function gainedInArea(column: IndicatorColumn): number | null {
  const gains = column.values.flatMap((_, practice) => opportunityOf(column, practice)?.toBestQuarter ?? []);
  return gains.length === 0 ? null : gains.reduce((sum, gain) => sum + gain, 0);
}

/** The indicators by which the most patients of the area would gain, most first; those by which nobody would are left out. */
export function areaGains(model: ScorecardModel): { readonly column: IndicatorColumn; readonly patients: number }[] {
  return model.groups
    .flatMap((group) => group.indicators)
    .map((column) => ({ column, patients: gainedInArea(column) ?? 0 }))
    .filter(({ patients }) => patients > 0)
    .sort((a, b) => b.patients - a.patients);
}
