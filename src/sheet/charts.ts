import { areaRef, cellRef, columnName } from "./a1";
import type { ChartPlan, PrintPlan, SeriesPlan } from "./plan";
import { colour } from "./styles";
import type { ScorecardModel } from "../scorecard/model";
import { footerOf } from "./dataSheet";

/** Colours that only charts have. Dots and grid carry no text; ink is the automatic text colour, which a chart has to be told. */
export const chartColour = { ...colour, dot: "#768692", grid: "#E8EDEE", ink: "#212B32" } as const;

/** The frame that both chart sheets share: the picture in A:I, a gap, and two columns of words beside it; chart data from column O on. */
export const chartFrame = {
  widths: [82, 82, 82, 82, 82, 82, 82, 82, 82, 22, 216, 60, 20, 20],
  heights: { 0: 30, 1: 17, 2: 16 },
  /** First and last row of the picture, counted from 0. */
  top: 3,
  bottom: 27,
  lastChartColumn: 8,
  panel: 10,
  numbers: 11,
  data: 14,
  /** Pixels that a line of words may take: over both columns, or in the first of them. */
  panelWidth: 268,
  nameWidth: 210,
  titleWidth: 1030,
} as const;

/** Pixels between the axes, and to the right of them, with rows of this height in points. */
export function plotSize({ left, width, height }: ChartPlan["plotArea"], rowHeight: number) {
  const across = chartFrame.widths.slice(0, chartFrame.lastChartColumn + 1).reduce((sum, each) => sum + each, 0);
  const tall = ((chartFrame.bottom - chartFrame.top + 1) * rowHeight * 96) / 72;
  return { width: across * width, height: tall * height, beyond: across * (1 - left - width) };
}

export const chartAnchor = areaRef(chartFrame.top, 0, chartFrame.bottom, chartFrame.lastChartColumn);

export const chartPrint = (model: ScorecardModel, lastRow: number, fitTall: number): PrintPlan => ({
  paper: "A4",
  orientation: "landscape",
  area: areaRef(0, 0, lastRow, chartFrame.numbers),
  fitWide: 1,
  fitTall,
  margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5 },
  footer: footerOf(model),
});

/** One column of chart data as an A1 area, rows and column counted from 0. */
export const down = (column: number, first: number, last: number): string => areaRef(first, column, last, column);

/** The same with dollar signs, for formulas. */
export const fixed = (ref: string): string => ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** A cell whose column stays when the formula is filled down. */
export const inColumn = (row: number, column: number): string => `$${columnName(column)}${row + 1}`;

/** A series of one point that is there for its name. */
export const nameAt = (
  name: string,
  row: number,
  [x, y]: readonly [number, number],
  position: NonNullable<SeriesPlan["label"]>["position"],
  bold = false,
): SeriesPlan => ({
  name,
  x: cellRef(row, x),
  y: cellRef(row, y),
  label: { position, colour: chartColour.second, size: 9.5, bold },
});

/** What a formula shows where nothing is to be drawn. */
export const notDrawn = "#N/A";

/** "The Hawthorns Medical Centre" is "Hawthorns" beside a dot; where two would be called the same, both keep their full name. */
export function shortNames(names: readonly string[]): string[] {
  const short = names.map((name) => name.replace(/^the\s+/i, "").replace(kindOfPractice, "") || name);
  return short.map((name, i) => (short.filter((other) => other === name).length > 1 ? names[i]! : name));
}

const kindOfPractice =
  /\s+(surgery|practice|medical centre|health centre|medical practice|group practice|surgery group|partnership|medical group|clinic|healthcare)$/i;
