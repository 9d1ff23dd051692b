import type { Model } from "@odoo/o-spreadsheet";
import { extraGetters } from "./engine/extrasPlugin";
import type { Json } from "./engine/types";
import type { ChartState } from "./workbook/charts";

/** A chart as it was asked for, with the numbers that are in its cells now: all that a drawing needs, more than the engine's own can show. */
export interface ChartPicture {
  /** Office.js's name of the type, such as "XYScatter". */
  readonly type: string;
  /** What was set, by path: "axes.valueAxis.maximum", "title.text". */
  readonly settings: Readonly<Record<string, Json>>;
  readonly series: readonly PicturedSeries[];
}

export interface PicturedSeries {
  readonly name: string;
  readonly type: string;
  /** What was set on the series, by path: "format.line.color", "markerStyle". */
  readonly settings: Readonly<Record<string, Json>>;
  /** Numbers across, or categories; null where a cell holds neither. */
  readonly x: readonly (number | string | null)[];
  /** null where a cell holds no number, such as #N/A: there nothing is drawn. */
  readonly y: readonly (number | null)[];
}

/** The chart with this id as an add-in made it, or undefined for one that a person made in the grid. */
export function chartPicture(model: Model, chartId: string): ChartPicture | undefined {
  const extras = extraGetters(model.getters);
  const key = extras.getExtraKeys("chart|").find((each) => each.endsWith(`|${chartId}`));
  const state = key === undefined ? undefined : (extras.getExtra(key) as ChartState | undefined);
  if (key === undefined || state === undefined) return undefined;
  const numbersOf = (series: string, dimension: "values" | "x"): (number | string | null)[] => {
    const place = extras.getPlace(`chartData|${key.slice("chart|".length)}|${series}|${dimension}`)?.[0];
    if (place === undefined) return [];
    const { sheetId, zone } = place;
    const cells: (number | string | null)[] = [];
    for (let row = zone.top; row <= zone.bottom; row++)
      for (let col = zone.left; col <= zone.right; col++) {
        const { type, value } = model.getters.getEvaluatedCell({ sheetId, row, col });
        cells.push(type === "number" || (type === "text" && value !== "") ? (value as number | string) : null);
      }
    return cells;
  };
  return {
    type: state.type,
    settings: state.settings,
    series: state.series.map(({ id, name, settings, ...rest }) => ({
      name,
      type: String(rest["type"] ?? state.type),
      settings,
      x: numbersOf(id, "x"),
      y: numbersOf(id, "values").map((value) => (typeof value === "number" ? value : null)),
    })),
  };
}
