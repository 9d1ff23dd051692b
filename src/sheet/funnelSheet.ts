import { periodLabel } from "../reference/period";
import type { Funnel } from "../scorecard/funnel";
import type { ScorecardModel } from "../scorecard/model";
import { cellRef } from "./a1";
import { canvas } from "./canvas";
import { formula, quoted, text } from "./cells";
import { chartFrame, chartPrint, fixed } from "./charts";
import { funnelChart, funnelScale, rowHeight, tone } from "./funnelChart";
import { firstRow, funnelDataWidths, overPractices, practiceColumns } from "./funnelColumns";
import { layLines } from "./funnelLines";
import { layNames } from "./funnelNames";
import { layPanel } from "./funnelPanel";
import { layPractices } from "./funnelPractices";
import type { Cell, ConditionalFormatPlan, SheetPlan } from "./plan";
import { colour } from "./styles";
import { valueWords } from "./percentWords";
import { sourceName } from "../scorecard/build";
import { valueFormat } from "./valueFormat";
import { textWidth } from "./textWidth";

/** One indicator: its practices against the limits of chance, the few outside them named, and how to read it. */
export function layOutFunnel(model: ScorecardModel, funnel: Funnel, name: string): SheetPlan {
  const { definition, period, against } = funnel.column;
  const comparator = against[0] ?? model.comparator;
  const sheet = canvas();
  const scale = funnelScale(funnel);
  const finding = findingOf(funnel);
  sheet.put(0, 0, finding);
  for (let column = 1; column <= chartFrame.numbers; column++) sheet.put(0, column, text("", "empty", "thickAbove"));
  sheet.put(1, 0, text(`${definition.id}, ${sourceName(definition)} ${periodLabel(period)}. ${howAdjusted(funnel, comparator)}`, "panel"));
  if (model.illustrative) sheet.put(2, 0, text("Illustrative data: made-up practices", "notice"));
  const listed = layPanel(sheet, funnel, comparator);
  layPractices(sheet, funnel.points, layLines(sheet, funnel, scale.x.maximum), valueFormat(definition).per);
  const named = layNames(sheet, funnel.points, valueFormat(definition).per);
  return {
    key: `funnel:${definition.id}`,
    name,
    rows: sheet.rows(),
    columnWidths: [...chartFrame.widths, ...funnelDataWidths],
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
    charts: [funnelChart(funnel, named, scale, comparator, String(finding.value))],
    print: chartPrint(model, chartFrame.bottom, 1),
  };
}

/** The sheet's first line: how many practices lie outside, counted by formula so that it follows the figures. */
function findingOf({ column, points }: Funnel): Cell {
  const { name } = column.definition;
  const outside = points.filter(({ band }) => band.startsWith("much")).length;
  const lie = outside < 2 ? "lies" : "lie";
  const words = `${name}: ${outside === 0 ? "none" : outside} of ${points.length} practices ${lie} outside the 99.8 % limits`;
  const count = `COUNT(${overPractices("outsideOrder", points.length)})`;
  const lastRow = firstRow + points.length - 1;
  const drawn = fixed(`${cellRef(firstRow, practiceColumns.within)}:${cellRef(lastRow, practiceColumns.below)}`);
  return formula(
    `=${quoted(`${name}: `)}&IF(${count}=0,"none",${count})&" of "&COUNT(${drawn})&" practices "&IF(${count}<2,"lies","lie")&" outside the 99.8 % limits"`,
    words,
    textWidth(words, 16, true) <= chartFrame.titleWidth ? "finding" : "longFinding",
    "thickAbove",
  );
}

/** What the limits stand around and whether they are wider than chance alone, said in row 2. */
function howAdjusted({ column, comparison }: Funnel, comparator: string): string {
  const around = `Limits around ${comparator}'s ${valueWords(column.definition, comparison.benchmark.value)}`;
  const { method, betweenPracticeVariance, dispersionRatio, practicesUsed } = comparison;
  if (method === "fingertips")
    return `${around}, of chance alone; marks by whether the ${column.definition.measure === undefined ? "Wilson" : "Byar"} interval leaves it out, as in Fingertips.`;
  if (method === "exact")
    return `${around}, of chance alone; marks by the exact (mid-P) test, as there are only ${practicesUsed} practices.`;
  const phi = dispersionRatio === null ? "" : ` (overdispersion, phi ${dispersionRatio.toFixed(1)})`;
  return betweenPracticeVariance > 0
    ? `${around}, widened by the variation between practices${phi}.`
    : `${around}, of chance alone: these practices vary no more than that${phi}.`;
}

/** The lists' triangles wear the colours of the picture's. */
function colours(polarity: "higher" | "lower" | "neither", lists: readonly string[]): ConditionalFormatPlan[] {
  if (polarity === "neither") return [];
  const first = lists[0]!.split(":")[0]!;
  return (["▲", "▼"] as const).map((sign) => ({ refs: lists, formula: `=LEFT(${first},1)="${sign}"`, colour: tone(polarity, sign) }));
}
