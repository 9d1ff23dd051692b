import type { IndicatorDefinition } from "../indicators/definition";
import { percentileInc } from "../statistics/quantile";
import { stillToReach } from "../statistics/ratio";
import type { IndicatorColumn, IndicatorValue, ScorecardModel } from "./model";

/** Share of the area's practices that the best quarter leaves behind. */
export const bestQuarter = 0.75;

/** With fewer values than this a quarter of the area's practices is not even one of them. */
export const fewestForQuarter = 4;

/** For how many more patients an indicator would have to go as hoped for, so that the practice reaches a target. Whole numbers, 0 or more. */
export interface Opportunity {
  readonly definition: IndicatorDefinition;
  /** null with fewer than four practices to tell. */
  readonly toBestQuarter: number | null;
  /** null where there is no England to compare with. */
  readonly toBenchmark: number | null;
}

/**
 * The value that the best quarter of the area's practices reach: PERCENTILE.INC 0.75 in the hoped-for direction (0.25 where lower is hoped
 * for), of the values that are shown. null where no direction is claimed, or fewer than four practices have a value.
 */
export function bestQuarterOf(polarity: IndicatorDefinition["polarity"], values: readonly IndicatorValue[]): number | null {
  const shown = values.flatMap((value) => (isShown(value) || value.kind === "share" ? [value.value] : []));
  if (polarity === "neither" || shown.length < fewestForQuarter) return null;
  return percentileInc(shown, polarity === "higher" ? bestQuarter : 1 - bestQuarter);
}

/**
 * Where the most patients would gain: the practice's indicators by the patients it would take to reach the best quarter of the area (where
 * that cannot be told, the benchmark), most first. Only indicators with a hoped-for direction, only values that are shown, and only where
 * the number is not 0. Equal numbers keep the order of the scorecard.
 *
 * @param practice index into `model.practices`
 */
export function opportunitiesOf(model: ScorecardModel, practice: number): Opportunity[] {
  return model.groups
    .flatMap((group) => group.indicators)
    .flatMap((column): Opportunity[] => {
      const found = opportunityOf(column, practice);
      return found && patientsToGain(found) > 0 ? [found] : [];
    })
    .sort((a, b) => patientsToGain(b) - patientsToGain(a));
}

/** Whether more patients can be reached: care, or finding a condition. All patients are counted once already; events are no patients. */
export const isOpportunity = ({ kind, polarity, measure }: IndicatorDefinition): boolean =>
  polarity !== "neither" && (kind === "achievement" || kind === "caseFinding" || (kind === "local" && measure === undefined));

/** One indicator's opportunity; null where no direction is hoped for, no value is shown, or the value is no share (more than all). */
export function opportunityOf(
  { definition, comparisons, bestQuarter: quarter, values }: IndicatorColumn,
  practice: number,
): Opportunity | null {
  const value = values[practice];
  if (!isOpportunity(definition) || value === undefined || !isShown(value) || value.value > 1) return null;
  const patients = (target: number | null): number | null => (target === null ? null : patientsToReach(target, value, definition.polarity));
  return { definition, toBestQuarter: patients(quarter), toBenchmark: patients(comparisons[practice]?.benchmark.value ?? null) };
}

/** The number an opportunity is known by. */
export const patientsToGain = ({ toBestQuarter, toBenchmark }: Opportunity): number => toBestQuarter ?? toBenchmark ?? 0;

/** Where lower is hoped for, it is the patients without the event who have to become more. */
function patientsToReach(target: number, counts: { numerator: number; denominator: number }, polarity: "higher" | "lower" | "neither") {
  const { numerator, denominator } = counts;
  const [have, wanted] = polarity === "lower" ? [denominator - numerator, 1 - target] : [numerator, target];
  return wanted <= 0 ? 0 : stillToReach(have, denominator, Math.min(1, wanted));
}

/** A value that stands on the scorecard: too small a denominator does not. */
const isShown = (value: IndicatorValue): value is IndicatorValue & { readonly kind: "value" } =>
  value.kind === "value" && value.band !== "too few to say";
