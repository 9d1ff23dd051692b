import { percentileOfSorted } from "../statistics/quantile";
import type { Band } from "./compare";
import type { IndicatorColumn, ScorecardModel } from "./model";

/**
 * One indicator of one practice among those of its area, on a scale of its own: 0 is the comparator, 1 as far from it as the furthest practice
 * of the area on either side. So indicators of different size can stand below one another, as on a spine chart.
 */
export interface SpineRow {
  readonly column: IndicatorColumn;
  readonly value: number;
  readonly band: Band | null;
  /** Positions from -1 (lower) to 1 (higher). */
  readonly here: number;
  readonly area: number | null;
  readonly lowest: number;
  readonly lowerQuarter: number;
  readonly upperQuarter: number;
  readonly highest: number;
}

/**
 * The practice beside its area and the comparator, indicator by indicator; what has no value, too few patients or no comparator is left out.
 * @param index of the practice in the model
 */
export const spineOf = (model: ScorecardModel, index: number): readonly SpineRow[] =>
  model.groups.flatMap(({ indicators }) => indicators).flatMap((column) => spineRow(column, index) ?? []);

function spineRow(column: IndicatorColumn, index: number): SpineRow | null {
  const found = column.values[index];
  const comparison = column.comparison ?? column.comparisons[index];
  if (found?.kind !== "value" || found.band === "too few to say" || !comparison) return null;
  const benchmark = comparison.benchmark.value;
  const shown = column.values.flatMap((each) => (each.kind === "value" && each.band !== "too few to say" ? [each.value] : []));
  const sorted = [...shown].sort((a, b) => a - b);
  const furthest = Math.max(...sorted.map((value) => Math.abs(value - benchmark)));
  const at = (value: number) => (furthest === 0 ? 0 : (value - benchmark) / furthest);
  return {
    column,
    value: found.value,
    band: found.band,
    here: at(found.value),
    area: column.area === null ? null : Math.max(-1, Math.min(1, at(column.area.value))),
    lowest: at(sorted[0]!),
    lowerQuarter: at(percentileOfSorted(sorted, 0.25)),
    upperQuarter: at(percentileOfSorted(sorted, 0.75)),
    highest: at(sorted.at(-1)!),
  };
}
