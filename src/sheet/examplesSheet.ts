import type { WorkedExample } from "../functions/examples";
import { areaRef } from "./a1";
import { blank, formula, number, text } from "./cells";
import type { Cell, SheetPlan, Style } from "./plan";
import { colour, styleOf } from "./styles";

export const examplesSheet = { key: "examples", name: "Worked examples" } as const;

const lines = [
  "Each function at work on cells that you may change: type over a figure on grey, and what is computed from it follows.",
  "To use one, copy its formula into your own sheet and point it to your own cells; leave room below for what it fills.",
];
const width = 9;

/**
 * A sheet on which every function can be tried: a question, the formula as it is typed, its inputs, its result, and what the result says.
 *
 * Results are formulas of the add-in and fill the cells beside their inputs by themselves; the plan leaves those cells empty.
 *
 * @param illustrative whether every figure is invented; said at the top
 */
export function layOutExamples(
  examples: readonly WorkedExample[],
  name: string,
  illustrative: boolean,
): { readonly sheet: SheetPlan; readonly styles: Readonly<Record<string, Style>> } {
  const origin = illustrative ? "All figures are invented." : "Figures are invented, but for those asked of what is loaded, at the end.";
  const rows: Cell[][] = [
    [text("Worked examples", "subtitle")],
    ...lines.map((line) => [text(line, "secondText")]),
    [text(origin, "secondText")],
  ];
  const heights: Record<number, number> = { 0: 30 };
  for (const example of examples) {
    rows.push([]);
    heights[rows.length] = 22;
    rows.push(...blockOf(example, rows.length));
  }
  const sheet: SheetPlan = {
    key: examplesSheet.key,
    name,
    rows,
    columnWidths: new Array<number>(width).fill(92),
    rowHeights: heights,
    defaultRowHeight: 16,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    gridlines: false,
    tabColour: colour.second,
    zoom: 100,
    tables: [],
    conditionalFormats: [],
    print: {
      paper: "A4",
      orientation: "portrait",
      area: areaRef(0, 0, rows.length - 1, width - 1),
      fitWide: 1,
      fitTall: 0,
      margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.6 },
      footer: { left: "Worked examples", centre: "", right: "Page &P of &N" },
    },
  };
  const used = new Set(rows.flatMap((cells) => cells.map((cell) => cell.style)));
  return { sheet, styles: Object.fromEntries([...used].map((key) => [key, styleOf(key)])) };
}

/** Heading, question, formula as typed, inputs beside the result, meaning. */
function blockOf({ id, question, inputs, formula: source, result, meaning }: WorkedExample, top: number): Cell[][] {
  const first = top + 4;
  const widths = inputs.map(({ cells }) => cells[0]!.length);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, each) => sum + each, 0));
  const typed = inputs.reduce((all, { name, cells }, i) => {
    const ref = areaRef(first, lefts[i]!, first + cells.length - 1, lefts[i]! + widths[i]! - 1);
    return all.replaceAll(`[${name}]`, ref);
  }, `=SCORECARD.${source}`);

  const height = Math.max(result.length, ...inputs.map(({ cells }) => cells.length));
  const body = Array.from({ length: height }, (_, r): Cell[] => [
    ...inputs.flatMap(({ cells }, i) => (cells[r] ? cells[r].map(input) : new Array<Cell>(widths[i]!).fill(blank()))),
    ...(result[r] ?? []).map((value, c) => (r + c === 0 ? formula(typed, value, "number", "bold") : blank("number", "bold"))),
  ]);
  return [
    [text(id, "section")],
    [text(question, "text")],
    [text(typed, "secondText")],
    [
      ...inputs.flatMap(({ name }, i) => [head(name), ...new Array<Cell>(widths[i]! - 1).fill(head(""))]),
      ...result[0]!.map((_, c) => head(c === 0 ? "result" : "")),
    ],
    ...body,
    [text(meaning, "text")],
  ];
}

const head = (words: string): Cell => text(words, "headRight", "ruleBelow");
const input = (value: number | string): Cell => (typeof value === "number" ? number(value, "number", "pale") : text(value, "typedText"));
