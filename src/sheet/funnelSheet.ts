import { periodLabel } from "../reference/period";
import { limitsAt, type Funnel, type FunnelPoint } from "../scorecard/funnel";
import type { ScorecardModel } from "../scorecard/model";
import { cellRef } from "./a1";
import { axisScale } from "./axisScale";
import { canvas, type Canvas } from "./canvas";
import { formula, text } from "./cells";
import { chartAnchor, chartColour, chartFrame, chartPrint, chartSize, down, nameAt } from "./charts";
import { endOfLines, layFunnelData, type FunnelData } from "./funnelData";
import { placeLabels } from "./labels";
import type { AxisPlan, Cell, ChartPlan, ConditionalFormatPlan, SeriesPlan, SheetPlan } from "./plan";
import { colour } from "./styles";
import { breakLines, textWidth } from "./textWidth";

const rowHeight = 19;
const plotArea = { left: 0.085, top: 0.03, width: 0.82, height: 0.85 };
/** Lines of the panel that practices' names may take; the rest is headings and how to read the picture. */
const namesShown = 13;

/** One indicator: its practices against the limits of chance, the few outside them named, and how to read it. */
export function layOutFunnel(model: ScorecardModel, funnel: Funnel, name: string): SheetPlan {
  const { definition, period } = funnel.column;
  const sheet = canvas();
  const data = layFunnelData(sheet, funnel, axes(funnel));
  const finding = findingOf(funnel, data);
  sheet.put(0, 0, finding);
  for (let column = 1; column <= chartFrame.numbers; column++) sheet.put(0, column, { value: null, style: "empty+thickAbove" });
  sheet.put(1, 0, text(`${definition.id}, QOF ${periodLabel(period)}. ${howAdjusted(funnel, model.comparator)}`, "panel"));
  if (model.illustrative) sheet.put(2, 0, text("Illustrative data: made-up practices", "notice"));
  const listed = layPanel(sheet, funnel, data, model.comparator);
  return {
    key: `funnel:${definition.id}`,
    name,
    rows: sheet.rows(),
    columnWidths: [...chartFrame.widths, ...data.widths],
    rowHeights: {
      ...chartFrame.heights,
      ...Object.fromEntries(Array.from({ length: chartFrame.bottom - chartFrame.top + 1 }, (_, i) => [chartFrame.top + i, rowHeight])),
    },
    defaultRowHeight: 14,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    gridlines: false,
    tabColour: colour.rule,
    zoom: 100,
    tables: [],
    conditionalFormats: colours(definition.polarity, listed),
    charts: [chartOf(funnel, data, String(finding.value))],
    print: chartPrint(model, chartFrame.bottom, 1),
  };
}

const practicesLie = (outside: number, of: number): string =>
  `${outside} of ${of} practices ${outside === 1 ? "lies" : "lie"} outside the 99.8 % limits`;

function findingOf({ column, points }: Funnel, data: FunnelData): Cell {
  const { name } = column.definition;
  const outside = points.filter(({ band }) => band.startsWith("much")).length;
  const words = `${name}: ${practicesLie(outside, points.length)}`;
  const style = textWidth(words, 16, true) <= chartFrame.titleWidth ? "finding" : "longFinding";
  const { outsideCount, drawnCount } = data.formulas;
  return formula(
    `="${name.replaceAll('"', '""')}: "&${outsideCount}&" of "&${drawnCount}&" practices "&IF(${outsideCount}=1,"lies","lie")&" outside the 99.8 % limits"`,
    words,
    style,
    "thickAbove",
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(share < 0.2 ? 1 : 0)} %`;

/** What the limits stand around and whether they are wider than chance alone, said in row 2. */
function howAdjusted({ comparison }: Funnel, comparator: string): string {
  const around = `Limits around ${comparator}'s ${percent(comparison.benchmark.value)}`;
  const { method, betweenPracticeVariance, dispersionRatio, practicesUsed } = comparison;
  if (method === "exact")
    return `${around}, of chance alone; marks by the exact binomial, because there are only ${practicesUsed} practices.`;
  const phi = dispersionRatio === null ? "" : ` (overdispersion, phi ${dispersionRatio.toFixed(1)})`;
  return betweenPracticeVariance > 0
    ? `${around}, widened by the variation between practices${phi}.`
    : `${around}, of chance alone: these practices vary no more than that${phi}.`;
}

/** Scales of both axes: all practices, and the limits wherever there are practices, in round numbers. */
function axes({ comparison, points }: Funnel): ChartPlan["x"]["scale"] extends infer S ? { x: NonNullable<S>; y: NonNullable<S> } : never {
  const sizes = points.map(({ denominator }) => denominator);
  const x = axisScale(0, Math.max(...sizes) * 1.02, 5);
  const shown = limitsAt(Math.max(Math.min(...sizes), x.maximum * 0.03), comparison);
  const values = [...points.map(({ value }) => value), shown.lower998, shown.upper998];
  return { x, y: axisScale(Math.min(...values), Math.max(...values), 6, [0, 1]) };
}

/** Practices outside and between the limits by name, then how to read the picture; each line its own cell, broken by hand. */
function layPanel(sheet: Canvas, funnel: Funnel, data: FunnelData, comparator: string): { outside: string; between: string } {
  const { panel, numbers, top } = chartFrame;
  const outsideRows = Math.min(Math.max(1, data.outside.names.length), namesShown - Math.min(3, Math.max(1, data.between.names.length)));
  const betweenRows = Math.min(Math.max(1, data.between.names.length), namesShown - outsideRows);
  let row = top;
  const heading = (words: string) => {
    sheet.put(row, panel, text(words, "panelHead", "blueBelow"));
    sheet.put(row++, numbers, text("", "panelHead", "blueBelow"));
  };
  const list = (group: FunnelData["outside"], rows: number, bold: boolean): string => {
    const first = row;
    for (let k = 0; k < rows; k++, row++) {
      const entry = group.entry(k);
      sheet.put(row, panel, { ...entry.name, style: bold ? "listed+bold+hair" : "listed+hair" });
      sheet.put(row, numbers, { ...entry.value, style: "listedPercent+hair" });
    }
    sheet.put(row++, panel, group.more(rows));
    return down(panel, first, first + rows - 1);
  };
  heading("Outside the 99.8 % limits");
  const outside = list(data.outside, outsideRows, true);
  heading("Between 95 % and 99.8 %");
  const between = list(data.between, betweenRows, false);
  for (const line of breakLines(howToRead(funnel, comparator), chartFrame.panelWidth, 10).slice(0, chartFrame.bottom - row + 1))
    sheet.put(row++, panel, text(line, "panel"));
  return { outside, between };
}

function howToRead({ comparison, points }: Funnel, comparator: string): string {
  const usual = comparison.betweenPracticeVariance > 0 ? "chance and the usual variation between practices explain" : "chance explains";
  const expected = Math.round(points.length * 0.05);
  const far = Math.round(points.length * 0.002);
  return (
    `A practice between the dashed lines differs from ${comparator} no more than ${usual}. ` +
    `The funnel is wide at the left because small numbers vary more. About ${expected} of ${points.length} would fall outside ` +
    `the dashed lines anyway, and ${far === 0 ? "none" : `about ${far}`} outside the solid ones. A dot outside is a question, not a judgement.`
  );
}

/** Colour only repeats what the triangle says, and whether it is the hoped-for direction. */
function tone(polarity: "higher" | "lower" | "neither", sign: "▲" | "▼"): string {
  if (polarity === "neither") return chartColour.ink;
  return (sign === "▲") === (polarity === "higher") ? chartColour.blue : chartColour.ochre;
}

function colours(polarity: "higher" | "lower" | "neither", listed: { outside: string; between: string }): ConditionalFormatPlan[] {
  if (polarity === "neither") return [];
  const first = listed.outside.split(":")[0]!;
  return (["▲", "▼"] as const).map((sign) => ({
    refs: [listed.outside, listed.between],
    formula: `=LEFT(${first},1)="${sign}"`,
    colour: tone(polarity, sign),
  }));
}

function chartOf(funnel: Funnel, data: FunnelData, finding: string): ChartPlan {
  const { definition } = funnel.column;
  const { scale, lines, practices } = data;
  const line = (name: string, y: number, look: SeriesPlan["line"]): SeriesPlan => ({
    name,
    x: down(lines.n, lines.first, lines.last),
    y: down(y, lines.first, lines.last),
    line: look!,
  });
  const solid = { colour: chartColour.second, weight: 1, smooth: true };
  const dashed = { ...solid, dash: true };
  const dots = (name: string, y: number, marker: NonNullable<SeriesPlan["marker"]>): SeriesPlan => ({
    name,
    x: down(practices.denominator, practices.first, practices.last),
    y: down(y, practices.first, practices.last),
    marker,
  });
  const [above, below] = [tone(definition.polarity, "▲"), tone(definition.polarity, "▼")];
  return {
    name: `Funnel ${definition.id}`,
    kind: "scatter",
    anchor: chartAnchor,
    alternativeText: inWords(funnel, finding),
    plotArea,
    x: { title: definition.denominator, scale: scale.x, format: "#,##0", gridlines: false },
    y: { title: definition.numerator, scale: scale.y, format: percentFormat(scale.y), gridlines: true },
    series: [
      line("99.8 % upper", lines.upper998, solid),
      line("99.8 % lower", lines.lower998, solid),
      line("95 % upper", lines.upper95, dashed),
      line("95 % lower", lines.lower95, dashed),
      line("Benchmark", lines.benchmark, { colour: chartColour.second, weight: 2 }),
      dots("Within the 95 % limits", practices.within, { shape: "circle", size: 7, colour: chartColour.dot }),
      dots("Between 95 % and 99.8 %", practices.between, { shape: "circle", size: 7, colour: chartColour.ink }),
      dots("Above the 99.8 % limit", practices.above, { shape: "triangle", size: 9, colour: above }),
      dots("Below the 99.8 % limit", practices.below, { shape: "diamond", size: 9, colour: below }),
      ...nameSeries(funnel, data, above, below),
      ...lineNames(funnel, data),
    ],
  };
}

const percentFormat = ({ unit, minimum }: NonNullable<AxisPlan["scale"]>): string =>
  [unit, minimum].every((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9) ? "0%" : "0.0%";

/** Two series for each place in the list of practices to be named: above the upper limit, and below the lower one. */
function nameSeries({ points }: Funnel, data: FunnelData, above: string, below: string): SeriesPlan[] {
  const { names, scale } = data;
  const outside = data.outside.names;
  const places = placeLabels(
    outside.slice(0, names.count).map((point) => ({
      text: data.shortName(point),
      x: point.denominator,
      y: point.value,
      positions: point.band === "much higher" ? ["above", "right", "left", "below"] : ["below", "right", "left", "above"],
    })),
    points.filter((point) => !outside.includes(point)).map(({ denominator, value }) => ({ x: denominator, y: value })),
    {
      width: chartSize(rowHeight).width * plotArea.width,
      height: chartSize(rowHeight).height * plotArea.height,
      ...scale,
    },
    10,
  );
  return Array.from({ length: names.count }, (_, k) => k).flatMap((k) => {
    const row = names.first + k;
    const point = outside[k];
    const one = (y: number, own: boolean, usual: "above" | "below", tint: string): SeriesPlan => ({
      name: own && point ? data.shortName(point) : "",
      nameCell: cellRef(row, names.label),
      x: cellRef(row, names.denominator),
      y: cellRef(row, y),
      label: { position: (own ? places[k] : undefined) ?? usual, colour: tint, size: 10, bold: true },
    });
    return [
      one(names.above, point?.band === "much higher", "above", above),
      one(names.below, point?.band === "much lower", "below", below),
    ];
  });
}

/** The lines are named at their right-hand end; where 95 and 99.8 % run close together, above and below each other. */
function lineNames({ comparison }: Funnel, { lines, scale }: FunnelData): SeriesPlan[] {
  const limits = limitsAt(endOfLines(scale), comparison);
  const pixels = (share: number) => (share / (scale.y.maximum - scale.y.minimum)) * chartSize(rowHeight).height * plotArea.height;
  const apart = (a: number, b: number) => Math.abs(pixels(a - b)) >= 14;
  const value = comparison.benchmark.value;
  const at = (name: string, y: number, position: "right" | "above" | "below", bold = false) =>
    nameAt(name, lines.last, [lines.n, y], position, bold);
  return [
    at("99.8 %", lines.upper998, apart(limits.upper998, limits.upper95) ? "right" : "above"),
    ...(apart(limits.upper95, value) ? [at("95 %", lines.upper95, "right")] : []),
    at("England", lines.benchmark, "right", true),
    ...(apart(limits.lower95, value) ? [at("95 %", lines.lower95, "right")] : []),
    at("99.8 %", lines.lower998, apart(limits.lower998, limits.lower95) ? "right" : "below"),
  ];
}

/** The picture in a sentence, for whoever does not see it. */
function inWords({ points, comparison }: Funnel, finding: string): string {
  const outside = points.filter(({ band }) => band.startsWith("much"));
  const who = outside.map(({ practice, band }: FunnelPoint) => `${practice.name} (${band.replace("much ", "")})`).join(", ");
  return `Funnel plot of ${points.length} practices by number of patients, around ${percent(comparison.benchmark.value)}. ${finding}${who ? `: ${who}` : ""}.`;
}
