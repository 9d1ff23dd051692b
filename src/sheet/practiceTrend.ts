import { periodLabel } from "../reference/period";
import type { IndicatorColumn } from "../scorecard/model";
import { opportunitiesOf } from "../scorecard/opportunity";
import { everyYear, type TrendPeriod } from "../scorecard/trend";
import { areaRef } from "./a1";
import { axisScale, type AxisScale } from "./axisScale";
import type { Canvas } from "./canvas";
import { blank, formula, number, text } from "./cells";
import { chartColour, notDrawn } from "./charts";
import { fileLabel } from "./fileLabel";
import { comparator, dataCell, names } from "./names";
import type { ChartPlan, SeriesPlan } from "./plan";
import { inRow, pageName, type PracticeFrame } from "./practiceFrame";
import { breakLines } from "./textWidth";
import { valueFormat } from "./valueFormat";

/** The indicator whose years are drawn, with one row a year. */
export interface Trend {
  readonly column: IndicatorColumn;
  readonly years: readonly {
    readonly period: string;
    readonly loaded: TrendPeriod | null;
    /** null is not drawn: not loaded, or too few to say. */
    readonly here: number | null;
    readonly england: number | null;
  }[];
}

/**
 * The indicator that is worth a look back: the largest opportunity with two years or more to draw, else the first indicator of care, else the
 * first of all. null where no indicator has two years.
 */
export function trendFor({ model, index }: PracticeFrame): Trend | null {
  const all = model.groups.flatMap((group) => group.indicators);
  const largest = opportunitiesOf(model, index).map(({ definition }) => all.find((column) => column.definition === definition)!);
  const rest = [...all].sort((a, b) => Number(a.definition.polarity === "neither") - Number(b.definition.polarity === "neither"));
  for (const column of [...largest, ...rest]) {
    const value = column.values[index];
    if (value?.kind !== "value" || value.band === "too few to say") continue;
    const { per } = valueFormat(column.definition);
    const years = everyYear(column.trend.map(({ period }) => period)).map((period): Trend["years"][number] => {
      const loaded = column.trend.find((each) => each.period === period) ?? null;
      const here = loaded?.practices[index] ?? null;
      return {
        period,
        loaded,
        here: here && here.denominator >= model.spec.comparison.smallestDenominator ? (here.numerator / here.denominator) * per : null,
        england: loaded?.reference ? (loaded.reference.numerator / loaded.reference.denominator) * per : null,
      };
    });
    if (years.filter(({ here }) => here !== null).length >= 2) return { column, years };
  }
  return null;
}

export interface TrendPlace {
  /** Row of the section's heading. */
  readonly top: number;
  /** Rows below it that the picture may take. */
  readonly rows: number;
  /** First column of the picture; it ends with the page. */
  readonly left: number;
}

/** Heading, picture, and in words where the line began and ended; or why there is none. Returns the chart, and the last row it needs. */
export function layTrend(
  sheet: Canvas,
  frame: PracticeFrame,
  { top, rows, left }: TrendPlace,
): { chart: ChartPlan | null; lastRow: number } {
  const trend = trendFor(frame);
  for (let column = left; column <= frame.last; column++) sheet.put(top, column, blank("section", "blueBelow"));
  sheet.put(top, left, text(trend ? pageName(trend.column.definition) : "Trend", "section", "blueBelow"));
  if (trend === null) {
    const years = [
      ...new Set(frame.model.groups.flatMap((group) => group.indicators.flatMap((column) => column.trend.map(({ period }) => period)))),
    ];
    const width = frame.widths.slice(left, frame.last + 1).reduce((sum, each) => sum + each, 0) - 8;
    const words =
      years.length < 2
        ? `Only ${years.map(periodLabel).join("") || "one year"} is loaded. Add QOF files of earlier years to see how the figures moved.`
        : "No indicator of this practice has two years with enough patients to say.";
    breakLines(words, width, 10).forEach((line, k) => sheet.put(top + 1 + k, left, text(line, "text")));
    return { chart: null, lastRow: top + rows };
  }
  const first = top + 1;
  layChartData(sheet, frame, trend, first);
  const last = first + trend.years.length - 1;
  sheet.put(top + rows + 1, left, caption(frame, trend, first));
  return { chart: chartOf(frame, trend, first, areaRef(top + 1, left, top + rows, frame.last)), lastRow: last };
}

/** Period by period; the year of the scorecard is looked up, earlier ones stand here with the file they came from. */
function layChartData(sheet: Canvas, { index, trend: at, code }: PracticeFrame, { column, years }: Trend, first: number): void {
  const heads = ["Chart data", "Here: n", "of", "Here", "England: n", "of", "England", "Here, last", "England, last", "Source"];
  heads.forEach((head, i) => sheet.put(first - 1, at.period + i, text(head, "aside")));
  const id = `"${column.definition.id}"`;
  const { per } = valueFormat(column.definition);
  const times = per === 1 ? "" : `*${per}`;
  const lastHere = years.map(({ here }) => here !== null).lastIndexOf(true);
  const lastEngland = years.map(({ england }) => england !== null).lastIndexOf(true);
  years.forEach(({ period, loaded, here, england }, k) => {
    const row = first + k;
    const now = period === column.period;
    const counts = loaded?.practices[index] ?? null;
    const [n, d, eN, eD] = [at.n, at.d, at.englandN, at.englandD].map((place) => inRow(row, place)) as [string, string, string, string];
    const count = (place: number, found: number | undefined, lookedUp: string) =>
      sheet.put(row, place, now ? formula(`=IFERROR(${lookedUp},"")`, found ?? "", "chartCount") : number(found ?? null, "chartCount"));
    sheet.put(row, at.period, text(period, "aside"));
    count(at.n, counts?.numerator, dataCell("Numerator", code, id));
    count(at.d, counts?.denominator, dataCell("Denominator", code, id));
    count(at.englandN, loaded?.reference?.numerator, comparator("Numerator", id));
    count(at.englandD, loaded?.reference?.denominator, comparator("Denominator", id));
    sheet.put(row, at.here, formula(`=IF(N(${d})<${names.smallest},NA(),${n}/${d}${times})`, here ?? notDrawn, "chartPercent"));
    sheet.put(row, at.england, formula(`=IF(N(${eD})=0,NA(),${eN}/${eD}${times})`, england ?? notDrawn, "chartPercent"));
    const named = (place: number, of: number, isLast: boolean, value: number | null) =>
      sheet.put(
        row,
        place,
        isLast ? formula(`=${inRow(row, of)}`, value ?? notDrawn, "chartPercent") : formula("=NA()", notDrawn, "chartPercent"),
      );
    named(at.hereNamed, at.here, k === lastHere, here);
    named(at.englandNamed, at.england, k === lastEngland, england);
    sheet.put(
      row,
      at.source,
      text(now ? "sheet Data" : counts ? `${fileLabel(counts.source.file)}, line ${counts.source.line}` : "not loaded", "aside"),
    );
  });
}

function chartOf({ model, row, trend: at }: PracticeFrame, { column, years }: Trend, first: number, anchor: string): ChartPlan {
  const last = first + years.length - 1;
  const down = (place: number) => areaRef(first, place, last, place);
  const values = years.flatMap(({ here, england }) => [here, england]).filter((value) => value !== null);
  const { format, unit, per, text: inWords } = valueFormat(column.definition);
  const scale = scaleFor(values, unit);
  const drawn = years.filter(({ here }) => here !== null);
  const hereIsHigher = (drawn.at(-1)?.here ?? 0) >= (years.flatMap(({ england }) => england ?? []).at(-1) ?? 0);
  const comparatorName = model.reference;
  const line = (name: string, place: number, rest: Omit<SeriesPlan, "name" | "x" | "y">): SeriesPlan => ({
    name,
    x: down(at.period),
    y: down(place),
    ...rest,
  });
  return {
    name: "Trend",
    kind: "line",
    anchor,
    alternativeText: `${column.definition.name} at ${row.practice.name}: ${drawn
      .map(({ period, here }) => `${inWords(here! / per)} in ${period}`)
      .join(", ")}.`,
    plotArea: { left: 0.09, top: 0.08, width: 0.88, height: 0.74 },
    x: { gridlines: false },
    y: { scale, format, gridlines: true },
    series: [
      line(comparatorName, at.england, { line: { colour: chartColour.dot, weight: 1.5 } }),
      line("Here", at.here, {
        line: { colour: chartColour.blue, weight: 2.25 },
        marker: { shape: "circle", size: 5, colour: chartColour.blue },
      }),
      line(comparatorName, at.englandNamed, {
        // A single year draws no line: its point has to be seen.
        ...(years.filter(({ england }) => england !== null).length === 1
          ? { marker: { shape: "circle", size: 5, colour: chartColour.dot } as const }
          : {}),
        label: { position: hereIsHigher ? "below" : "above", colour: chartColour.second, size: 9.5 },
      }),
      line("Here", at.hereNamed, {
        label: { position: hereIsHigher ? "above" : "below", colour: chartColour.blue, size: 9.5, bold: true },
      }),
    ],
  };
}

/** A scale whose numbers are whole in the format they are shown in, over ten of its units or more, so that a wobble does not look like a fall. */
function scaleFor(values: readonly number[], shownUnit: number): AxisScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Room for the names above and below the line's end.
  const spread = Math.max(10 * shownUnit - (most - least), (most - least) * 0.3) / 2;
  const scales = [4, 5, 3, 6, 2].map((steps) =>
    axisScale(
      Math.max(0, least - spread),
      shownUnit < 0.1 ? Math.min(1, most + spread) : most + spread,
      steps,
      shownUnit < 0.1 ? [0, 1] : [0, Infinity],
    ),
  );
  const isWhole = (x: number) => Math.abs(x / shownUnit - Math.round(x / shownUnit)) < 1e-6;
  return scales.find(({ unit }) => isWhole(unit)) ?? scales[0]!;
}

/** "62% in 2020-21, 71% in 2024-25; England 63% and 71%." */
function caption({ model, trend: at }: PracticeFrame, { column, years }: Trend, first: number) {
  const { format, per, text: ofOne } = valueFormat(column.definition);
  const inWords = (shown: number) => ofOne(shown / per);
  const drawn = years.flatMap((year, k) => (year.here === null ? [] : [{ ...year, row: first + k }]));
  const [from, to] = [drawn[0]!, drawn.at(-1)!];
  const shown = (row: number, place: number) => `TEXT(${inRow(row, place)},"${format}")`;
  const both = from.england !== null && to.england !== null;
  return formula(
    `=IFERROR(${shown(from.row, at.here)}&" in ${from.period}, "&${shown(to.row, at.here)}&" in ${to.period}${both ? `; ${model.reference} "&${shown(from.row, at.england)}&" and "&${shown(to.row, at.england)}&".` : "."}","")`,
    `${inWords(from.here!)} in ${from.period}, ${inWords(to.here!)} in ${to.period}` +
      (both ? `; ${model.reference} ${inWords(from.england!)} and ${inWords(to.england!)}.` : "."),
    "pageNote",
  );
}
