import type { FunnelPoint } from "../scorecard/funnel";
import type { Canvas } from "./canvas";
import { formula, number, text } from "./cells";
import { inColumn, notDrawn, shortNames } from "./charts";
import { firstRow, headRow, nameColumns as at, overPractices, type practiceColumns } from "./funnelColumns";
import { distanceOf, inOrder } from "./funnelPractices";

/** Practices named beside their dot, at most; more would cover each other. */
const mostNames = 12;
/** Places kept free for practices that a change of figures takes outside. */
const spare = 3;

export interface FunnelName {
  readonly row: number;
  /** Who stands in this place when the plan is made. */
  readonly point: FunnelPoint | undefined;
  readonly short: string;
}

/** A row for each name beside a dot: the practices outside the 99.8 % limits, furthest first, found by formula. */
export function layNames(sheet: Canvas, points: readonly FunnelPoint[], per: number): FunnelName[] {
  ["Named", "Row", "Name", "Patients", "Above", "Below"].forEach((words, i) =>
    sheet.put(headRow, at.order + i, text(words, "chartData", "bold")),
  );
  const short = shortNames(points.map(({ practice }) => practice.name));
  const outside = inOrder(points, "much higher", "much lower").sort(
    (a, b) => distanceOf(b, points.indexOf(b) + 1) - distanceOf(a, points.indexOf(a) + 1),
  );
  const over = (column: keyof typeof practiceColumns) => overPractices(column, points.length);
  return Array.from({ length: Math.min(mostNames, outside.length + spare) }, (_, k): FunnelName => {
    const row = firstRow + k;
    const point = outside[k];
    const index = point ? points.indexOf(point) : -1;
    const place = inColumn(row, at.place);
    const of = (column: keyof typeof practiceColumns) => `INDEX(${over(column)},${place})`;
    const name = point ? short[index]! : "";
    sheet.put(row, at.order, number(k + 1, "chartData"));
    sheet.put(
      row,
      at.place,
      formula(`=IFERROR(MATCH(LARGE(${over("distance")},${inColumn(row, at.order)}),${over("distance")},0),0)`, index + 1, "chartData"),
    );
    sheet.put(row, at.label, formula(`=IF(${place}=0,"",${of("short")})`, name, "chartText"));
    sheet.put(row, at.denominator, formula(`=IF(${place}=0,0,${of("denominator")})`, point?.denominator ?? 0, "chartCount"));
    for (const side of ["above", "below"] as const) {
      const isHere = point?.band === (side === "above" ? "much higher" : "much lower");
      sheet.put(row, at[side], formula(`=IF(${place}=0,NA(),${of(side)})`, isHere ? point.value * per : notDrawn, "chartPercent"));
    }
    return { row, point, short: name };
  });
}
