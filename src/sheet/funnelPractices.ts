import type { FunnelPoint } from "../scorecard/funnel";
import type { Canvas } from "./canvas";
import { formula, number, text } from "./cells";
import { chartFrame, inColumn, notDrawn, shortNames } from "./charts";
import { firstRow, headRow, practiceColumns as at } from "./funnelColumns";
import { dataCell } from "./names";
import { fitting } from "./textWidth";

/** Added to the order of a practice that lies below, so that those above come first. */
const below = 100_000;

const heads: Readonly<Record<keyof typeof at, string>> = {
  order: "Order",
  code: "Code",
  name: "Practice",
  short: "Short name",
  denominator: "Patients",
  value: "Value",
  zScore: "z",
  comparison: "Against",
  within: "Within",
  between: "Between",
  above: "Above",
  below: "Below",
  outsideOrder: "Outside",
  betweenOrder: "In between",
  distance: "Distance",
};

/** A name as long as the column of names holds beside two triangles. */
export const listedName = ({ practice }: FunnelPoint): string => fitting(practice.name, chartFrame.nameWidth - 34, 10, true);

/** Practices of two bands, those above first, each by PCN and name as on the scorecard. */
export const inOrder = (points: readonly FunnelPoint[], ...bands: readonly FunnelPoint["band"][]): FunnelPoint[] =>
  bands.flatMap((wanted) => points.filter(({ band }) => band === wanted));

/** How far a practice lies outside, for the order in which names are given; equal ones by their place on the scorecard. */
export const distanceOf = ({ zScore }: FunnelPoint, place: number): number => Math.abs(zScore) - place / 1_000_000;

/**
 * A row for each practice: its figures looked up in the Data table, then its value in the one column of its band, so that a practice which
 * crosses a limit changes its shape and colour; #N/A in the others, which is not drawn.
 */
export function layPractices(sheet: Canvas, points: readonly FunnelPoint[], indicator: string, per: number): void {
  for (const [key, words] of Object.entries(heads)) sheet.put(headRow, at[key as keyof typeof at], text(words, "chartData", "bold"));
  const short = shortNames(points.map(({ practice }) => practice.name));
  points.forEach((point, i) => layPractice(sheet, { ...point, value: point.value * per }, i, short[i]!, indicator));
}

function layPractice(sheet: Canvas, point: FunnelPoint, i: number, short: string, indicator: string): void {
  const row = firstRow + i;
  const { band, value, zScore, denominator, practice } = point;
  const cell = (column: keyof typeof at) => inColumn(row, at[column]);
  const look = (column: string) => dataCell(column, cell("code"), indicator);
  const isBand = (...bands: readonly string[]) => {
    const tests = bands.map((wanted) => `${cell("comparison")}="${wanted}"`).join(",");
    return bands.length === 1 ? tests : `OR(${tests})`;
  };
  const drawn = (column: keyof typeof at, ...bands: readonly FunnelPoint["band"][]) =>
    sheet.put(
      row,
      at[column],
      formula(`=IF(${isBand(...bands)},${cell("value")},NA())`, bands.includes(band) ? value : notDrawn, "chartPercent"),
    );
  const order = (column: keyof typeof at, higher: FunnelPoint["band"], lower: FunnelPoint["band"]) =>
    sheet.put(
      row,
      at[column],
      formula(
        `=IF(${isBand(higher)},${cell("order")},IF(${isBand(lower)},${cell("order")}+${below},""))`,
        band === higher ? i + 1 : band === lower ? i + 1 + below : "",
        "chartData",
      ),
    );
  sheet.put(row, at.order, number(i + 1, "chartData"));
  sheet.put(row, at.code, text(practice.code, "chartText"));
  sheet.put(row, at.name, text(listedName(point), "chartText"));
  sheet.put(row, at.short, text(short, "chartText"));
  sheet.put(row, at.denominator, formula(`=IFERROR(${look("Denominator")}+0,0)`, denominator, "chartCount"));
  sheet.put(row, at.value, formula(`=IFERROR(${look("Value")}+0,NA())`, value, "chartPercent"));
  sheet.put(row, at.zScore, formula(`=IFERROR(${look("z")}+0,0)`, zScore, "chartCount"));
  sheet.put(row, at.comparison, formula(`=IFERROR(${look("Comparison")}&"","")`, band, "chartText"));
  drawn("within", "similar");
  drawn("between", "higher", "lower");
  drawn("above", "much higher");
  drawn("below", "much lower");
  order("outsideOrder", "much higher", "much lower");
  order("betweenOrder", "higher", "lower");
  sheet.put(
    row,
    at.distance,
    formula(
      `=IF(${cell("outsideOrder")}="","",ABS(${cell("zScore")})-${cell("order")}/1000000)`,
      band.startsWith("much") ? distanceOf(point, i + 1) : "",
      "chartCount",
    ),
  );
}
