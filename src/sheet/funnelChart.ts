import { limitsAt, type Funnel } from "../scorecard/funnel";
import { cellRef } from "./a1";
import { axisScale, type AxisScale } from "./axisScale";
import { chartAnchor, chartColour, down, nameAt, plotSize } from "./charts";
import { firstRow, lineColumns, nameColumns, practiceColumns } from "./funnelColumns";
import { lineRows } from "./funnelLines";
import type { FunnelName } from "./funnelNames";
import { placeLabels } from "./labels";
import { valueWords } from "./percentWords";
import { valueFormat } from "./valueFormat";
import type { ChartPlan, SeriesPlan } from "./plan";

type Marker = NonNullable<SeriesPlan["marker"]>;
type Polarity = "higher" | "lower" | "neither";
interface Scale {
  readonly x: AxisScale;
  readonly y: AxisScale;
}

/** Points, of the rows beside the picture. */
export const rowHeight = 19;
const plotArea = { left: 0.085, top: 0.03, width: 0.82, height: 0.85 };

/** Colour only repeats what the triangle says, and whether it is the hoped-for direction. */
export function tone(polarity: Polarity, sign: "▲" | "▼"): string {
  if (polarity === "neither") return chartColour.ink;
  return (sign === "▲") === (polarity === "higher") ? chartColour.blue : chartColour.ochre;
}

/** Both axes in round numbers: all practices, and the limits except at the very narrow left-hand end. */
export function funnelScale({ column, comparison, points }: Funnel): Scale {
  const { per } = valueFormat(column.definition);
  const sizes = points.map(({ denominator }) => denominator);
  const x = axisScale(0, Math.max(...sizes) * 1.02, 6);
  const shown = limitsAt(Math.max(Math.min(...sizes), x.maximum * 0.03), comparison);
  const values = [...points.map(({ value }) => value), shown.lower998, shown.upper998].map((value) => value * per);
  return { x, y: axisScale(Math.min(...values), Math.max(...values), 6, comparison.kind === "proportion" ? [0, 1] : [0, Infinity]) };
}

/** Limits, benchmark, practices by band, and names; what is drawn on top comes last. */
export function funnelChart(funnel: Funnel, named: readonly FunnelName[], scale: Scale, comparator: string, finding: string): ChartPlan {
  const { definition } = funnel.column;
  const above: Marker = { shape: "triangle", size: 9, colour: tone(definition.polarity, "▲") };
  const below: Marker = { shape: "diamond", size: 9, colour: tone(definition.polarity, "▼") };
  return {
    name: `Funnel ${definition.id}`,
    kind: "scatter",
    anchor: chartAnchor,
    alternativeText: inWords(funnel, finding),
    plotArea,
    x: { title: definition.denominator, scale: scale.x, format: "#,##0", gridlines: false },
    y: {
      title: definition.numerator,
      scale: scale.y,
      format: valueFormat(definition).per === 1 ? percentFormat(scale.y) : "0.0",
      gridlines: true,
    },
    series: [
      ...lineSeries(comparator),
      ...practiceSeries(funnel, above, below),
      ...nameSeries(funnel, named, scale, above, below),
      ...lineNames(funnel, scale, comparator),
    ],
  };
}

const percentFormat = ({ unit, minimum }: AxisScale): string =>
  [unit, minimum].every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9) ? "0%" : "0.0%";

function lineSeries(comparator: string): SeriesPlan[] {
  const { first, last } = lineRows;
  const line = (name: string, column: keyof typeof lineColumns, look: Omit<NonNullable<SeriesPlan["line"]>, "colour">): SeriesPlan => ({
    name,
    x: down(lineColumns.n, first, last),
    y: down(lineColumns[column], first, last),
    line: { colour: chartColour.second, ...look },
  });
  return [
    line("99.8 % upper", "upper998", { weight: 1, smooth: true }),
    line("99.8 % lower", "lower998", { weight: 1, smooth: true }),
    line("95 % upper", "upper95", { weight: 1, smooth: true, dash: true }),
    line("95 % lower", "lower95", { weight: 1, smooth: true, dash: true }),
    line(`${comparator}, line`, "benchmark", { weight: 2 }),
  ];
}

function practiceSeries({ points }: Funnel, above: Marker, below: Marker): SeriesPlan[] {
  const last = firstRow + points.length - 1;
  const dots = (name: string, column: keyof typeof practiceColumns, marker: Marker): SeriesPlan => ({
    name,
    x: down(practiceColumns.denominator, firstRow, last),
    y: down(practiceColumns[column], firstRow, last),
    marker,
  });
  return [
    dots("Within the 95 % limits", "within", { shape: "circle", size: 7, colour: chartColour.dot }),
    dots("Between 95 % and 99.8 %", "between", { shape: "circle", size: 7, colour: chartColour.ink }),
    dots("Above the 99.8 % limit", "above", above),
    dots("Below the 99.8 % limit", "below", below),
  ];
}

/** Two series for each place in the list of names: above the upper limit, and below the lower one. */
function nameSeries({ column, points }: Funnel, named: readonly FunnelName[], scale: Scale, above: Marker, below: Marker): SeriesPlan[] {
  const taken = named.flatMap((name) => (name.point ? [{ ...name, point: name.point }] : []));
  const places = placeLabels(
    taken.map(({ point, short }) => ({
      text: short,
      x: point.denominator,
      y: point.value * valueFormat(column.definition).per,
      positions: point.band === "much higher" ? ["above", "right", "left", "below"] : ["below", "right", "left", "above"],
    })),
    points
      .filter((point) => !taken.some((name) => name.point === point))
      .map(({ denominator, value }) => ({
        x: denominator,
        y: value * valueFormat(column.definition).per,
      })),
    { ...plotSize(plotArea, rowHeight), beyond: 0, ...scale },
    10,
  );
  return named.flatMap(({ row, point, short }, k) =>
    (["above", "below"] as const).map((side): SeriesPlan => {
      const marker = side === "above" ? above : below;
      const isHere = point?.band === (side === "above" ? "much higher" : "much lower");
      return {
        name: short,
        nameCell: cellRef(row, nameColumns.label),
        x: cellRef(row, nameColumns.denominator),
        y: cellRef(row, nameColumns[side]),
        marker,
        label: { position: (isHere ? places[k] : undefined) ?? side, colour: marker.colour, size: 10, bold: true },
      };
    }),
  );
}

/** The lines are named at their right-hand end; where 95 and 99.8 % run close together, above and below each other. */
function lineNames({ column, comparison }: Funnel, { x, y }: Scale, comparator: string): SeriesPlan[] {
  const { per } = valueFormat(column.definition);
  const limits = limitsAt(x.maximum, comparison);
  const value = comparison.benchmark.value;
  const pixels = plotSize(plotArea, rowHeight).height / (y.maximum - y.minimum);
  const isApart = (a: number, b: number) => Math.abs(a - b) * per * pixels >= 14;
  const at = (name: string, column: keyof typeof lineColumns, position: "right" | "above" | "below", bold = false) =>
    nameAt(name, lineRows.last, [lineColumns.n, lineColumns[column]], position, bold);
  return [
    at("99.8 %", "upper998", isApart(limits.upper998, limits.upper95) ? "right" : "above"),
    ...(isApart(limits.upper95, value) ? [at("95 %", "upper95", "right")] : []),
    at(comparator, "benchmark", "right", true),
    ...(isApart(limits.lower95, value) ? [at("95 %", "lower95", "right")] : []),
    at("99.8 %", "lower998", isApart(limits.lower998, limits.lower95) ? "right" : "below"),
  ];
}

/** The picture in a sentence, for whoever does not see it. */
function inWords({ column, points, comparison }: Funnel, finding: string): string {
  const outside = points.filter(({ band }) => band.startsWith("much"));
  const who = outside.map(({ practice, band }) => `${practice.name} (${band.replace("much ", "")})`).join(", ");
  return `Funnel plot of ${points.length} practices by number of patients, around ${valueWords(column.definition, comparison.benchmark.value)}. ${finding}${who ? `: ${who}` : ""}.`;
}
