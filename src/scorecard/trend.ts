import type { Observation, Period, PracticeCode, SourceRow } from "../reference/model";
import { comparePeriods, financialYear, financialYearOf } from "../reference/period";
import type { Counts } from "./compare";

/** One period of an indicator: England's counts and each practice's, as published. */
export interface TrendPeriod {
  readonly period: Period;
  /** What the model's reference has; null where the files of that period do not hold it. */
  readonly reference: Counts | null;
  /** One a practice, in the order that was asked for; null where there is nothing to divide. */
  readonly practices: readonly ((Counts & { readonly source: SourceRow }) | null)[];
}

/**
 * An indicator over the periods loaded, oldest first, up to the one that is shown.
 *
 * A code is a definition, and QOF gives a new code when the definition changes; so a line is drawn through one code only and ends where the
 * code begins. A period of which nobody has a figure is left out; one in which a single practice has none is kept, with a gap for it.
 *
 * @param observations of this indicator, all periods
 * @param referenceAt what stands beside the practices in a period
 * @param last the period that the scorecard shows; later ones are left out
 */
export function trendOf(
  observations: readonly Observation[],
  referenceAt: (period: Period) => Counts | null,
  practices: readonly PracticeCode[],
  last: Period,
): TrendPeriod[] {
  const periods = [...new Set(observations.map((o) => o.period))]
    .filter((period) => comparePeriods(period, last) <= 0)
    .sort(comparePeriods);
  return periods
    .map((period): TrendPeriod => {
      const here = new Map(observations.filter((o) => o.period === period).map((o) => [o.practiceCode, o]));
      return {
        period,
        reference: referenceAt(period),
        practices: practices.map((code) => countsOf(here.get(code))),
      };
    })
    .filter((period) => period.practices.some((counts) => counts !== null));
}

/**
 * The years from the first to the last, those without figures too: a line drawn over them as if they were not there would be too steep.
 * Periods that are no financial years are left as they are.
 * @example everyYear(["2018-19", "2021-22"]) // ["2018-19", "2019-20", "2020-21", "2021-22"]
 */
export function everyYear(periods: readonly Period[]): readonly Period[] {
  const starts = periods.map((period) =>
    /^\d{4}-\d{2}$/.test(period) && financialYearOf(period) === period ? Number(period.slice(0, 4)) : NaN,
  );
  if (periods.length < 2 || starts.some(Number.isNaN)) return periods;
  const first = Math.min(...starts);
  return Array.from({ length: Math.max(...starts) - first + 1 }, (_, i) => financialYear(first + i));
}

function countsOf(observation: Observation | undefined): TrendPeriod["practices"][number] {
  if (observation?.numerator === undefined || observation.denominator === undefined || observation.denominator <= 0) return null;
  const { numerator, denominator, source } = observation;
  return { numerator, denominator, source };
}
