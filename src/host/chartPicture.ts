import type { Model } from "@odoo/o-spreadsheet";
import { extraGetters } from "./engine/extrasPlugin";
import type { Json } from "./engine/types";
import type { ChartState } from "./workbook/chartRecord";

/** A chart as it was asked for, with the numbers that are in its cells now: all that a drawing needs, more than the engine's own can show. */
export interface ChartPicture {
  readonly name: string;
  /** Office.js's name of the type, such as "XYScatter". */
  readonly type: string;
  /** What was set, by path: "axes.valueAxis.maximum", "title.text". */
  readonly settings: Readonly<Record<string, Json>>;
  readonly series: readonly PicturedSeries[];
}

/** Where numbers come from. */
export interface CellArea {
  readonly sheetId: string;
  readonly zone: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
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
  readonly xCells?: CellArea;
  readonly yCells?: CellArea;
}

/** The chart with this id as an add-in made it, or undefined for one that a person made in the grid. */
export function chartPicture(model: Model, chartId: string): ChartPicture | undefined {
  const extras = extraGetters(model.getters);
  const key = extras.getExtraKeys("chart|").find((each) => each.endsWith(`|${chartId}`));
  const state = key === undefined ? undefined : (extras.getExtra(key) as ChartState | undefined);
  if (key === undefined || state === undefined) return undefined;
  const cellsOf = (series: string, dimension: "values" | "x"): CellArea | undefined =>
    extras.getPlace(`chartData|${key.slice("chart|".length)}|${series}|${dimension}`)?.[0];
  const contentOf = (area: CellArea | undefined): (number | string | null)[] => {
    if (area === undefined) return [];
    const { sheetId, zone } = area;
    const cells: (number | string | null)[] = [];
    for (let row = zone.top; row <= zone.bottom; row++)
      for (let col = zone.left; col <= zone.right; col++) {
        const { type, value } = model.getters.getEvaluatedCell({ sheetId, row, col });
        cells.push(type === "number" || (type === "text" && value !== "") ? (value as number | string) : null);
      }
    return cells;
  };
  return {
    name: state.name,
    type: state.type,
    settings: state.settings,
    series: state.series.map(({ id, name, settings, ...rest }) => {
      const [xCells, yCells] = [cellsOf(id, "x"), cellsOf(id, "values")];
      return {
        name,
        type: String(rest["type"] ?? state.type),
        settings,
        x: contentOf(xCells),
        y: contentOf(yCells).map((value) => (typeof value === "number" ? value : null)),
        ...(xCells === undefined ? {} : { xCells: areaOf(xCells) }),
        ...(yCells === undefined ? {} : { yCells: areaOf(yCells) }),
      };
    }),
  };
}

/** Plain numbers only: the engine's own range carries more, and knows its way back to the workbook. */
const areaOf = ({ sheetId, zone: { top, left, bottom, right } }: CellArea): CellArea => ({ sheetId, zone: { top, left, bottom, right } });
