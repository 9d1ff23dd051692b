import { CODE_HEADING, headingsOf, localMeasures, NAME_HEADING, PERIOD_LABEL } from "../reference/localData";
import type { Practice } from "../reference/model";
import { areaRef, cellRef } from "./a1";
import { blank, text } from "./cells";
import type { SheetPlan, Style, ValidationPlan } from "./plan";
import { colour, styleOf } from "./styles";

export const localDataSheet = { key: "local-data", name: "Local data" } as const;

/** Row of the headings, counted from 0. */
const headRow = 6;
/** Columns left free for an area's own measures. */
const ownColumns = 4;

const lines = [
  "One row a practice. Leave a cell blank where there is no figure: blank is not zero.",
  "Counts only, never rows about single patients. Where a measure is a share, give both: how many, and out of how many.",
  'Own measures: type a heading in a free column. "Flu clinics held" is a count; "Foot checks: numerator" and "Foot checks: denominator" are a share.',
];

/**
 * The template for what nobody publishes by practice: a row for every practice of the area, a column for every count, and cells that refuse
 * what is no count. It is read back by `readLocalData`.
 */
export function layOutLocalData(
  area: string,
  practices: readonly Practice[],
  name: string,
): { readonly sheet: SheetPlan; readonly styles: Readonly<Record<string, Style>> } {
  const headings = localMeasures.flatMap((measure) => headingsOf(measure).map((heading) => ({ heading, kind: measure.kind })));
  const width = 2 + headings.length + ownColumns;
  const first = headRow + 1;
  const last = headRow + Math.max(1, practices.length);
  const rows = [
    [text(`Local data: ${area}`, "subtitle")],
    ...lines.map((line) => [text(line, "secondText")]),
    [text(PERIOD_LABEL, "tableHead"), text("", "typedText")],
    [],
    [
      text(CODE_HEADING, "headLeft", "blueBelow"),
      text(NAME_HEADING, "headLeft", "blueBelow"),
      ...headings.map(({ heading }) => text(heading, "headRight", "blueBelow")),
      ...Array.from({ length: ownColumns }, () => blank("headRight", "blueBelow")),
    ],
    ...practices.map((practice) => [
      text(practice.code, "code", "hair"),
      text(practice.name, "listed", "hair"),
      ...Array.from({ length: width - 2 }, () => blank("listedCount", "hair")),
    ]),
  ];
  const validations = headings.map(({ kind, heading }, i): ValidationPlan => {
    const ref = areaRef(first, 2 + i, last, 2 + i);
    return kind === "yesNo"
      ? { ref, rule: { kind: "list", of: ["Yes", "No"] }, title: heading, message: "Yes or No, or blank where it is not known." }
      : { ref, rule: { kind: "count" }, title: heading, message: "A whole number, 0 or more, or blank where there is none." };
  });
  const sheet: SheetPlan = {
    key: localDataSheet.key,
    name,
    rows,
    columnWidths: [90, 230, ...headings.map(() => 110), ...Array.from({ length: ownColumns }, () => 110)],
    rowHeights: { 0: 30, [headRow]: 52 },
    defaultRowHeight: 16,
    merges: [],
    freeze: { rows: first, columns: 2 },
    gridlines: false,
    tabColour: colour.ochre,
    zoom: 100,
    tables: [],
    conditionalFormats: [],
    validations,
    print: {
      paper: "A4",
      orientation: "landscape",
      area: areaRef(0, 0, last, width - 1),
      titleRows: `${headRow + 1}:${headRow + 1}`,
      fitWide: 1,
      fitTall: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5 },
      footer: { left: area, centre: "", right: "Page &P of &N" },
    },
  };
  const used = new Set(rows.flatMap((cells) => cells.map((cell) => cell.style)));
  return { sheet, styles: Object.fromEntries([...used].map((key) => [key, styleOf(key)])) };
}

/** The cell for the period, such as B5. */
export const periodCell = cellRef(4, 1);
