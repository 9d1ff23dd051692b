import { PUBLICATIONS } from "../reference/sources";
import type { FileReport, Period } from "../reference/model";
import type { ScorecardModel } from "../scorecard/model";
import { areaRef } from "./a1";
import { blank, formula, number, text } from "./cells";
import { dataFormulas } from "./dataFormulas";
import { dataRows, type DataRow } from "./dataRows";
import { fileLabel } from "./fileLabel";
import { tables } from "./names";
import type { Cell, SheetPlan } from "./plan";
import { serialOf } from "./serial";
import { colour, type BaseStyle } from "./styles";

/** Rows of the Data sheet above its table's heading. */
const headingRow = 3;

interface Column {
  readonly name: string;
  readonly width: number;
  readonly style: BaseStyle;
  readonly cell: (row: DataRow, file: FileReport | undefined) => Cell["value"];
}

/** Columns in order; those named in `dataFormulas` calculate, and their value here is what the core found. */
const columns: readonly Column[] = [
  { name: "Code", width: 60, style: "text", cell: (row) => row.practice.code },
  { name: "Practice", width: 200, style: "text", cell: (row) => row.practice.name },
  { name: "Indicator", width: 110, style: "text", cell: (row) => row.indicator },
  { name: "Measure", width: 330, style: "text", cell: (row) => row.measure },
  { name: "Period", width: 76, style: "text", cell: (row) => row.period },
  { name: "Numerator", width: 80, style: "integer", cell: (row) => row.numerator },
  { name: "Denominator", width: 88, style: "integer", cell: (row) => row.denominator },
  { name: "Adjustments", width: 88, style: "integer", cell: (row) => row.adjustments },
  { name: "Per", width: 44, style: "integer", cell: (row) => row.per },
  { name: "Value", width: 70, style: "decimal", cell: ({ found }) => found.value },
  { name: "Unit", width: 106, style: "secondLabel", cell: (row) => row.unit },
  { name: "Lower 95", width: 70, style: "decimal", cell: ({ found }) => found.lower },
  { name: "Upper 95", width: 70, style: "decimal", cell: ({ found }) => found.upper },
  { name: "All patients", width: 82, style: "decimal", cell: ({ found }) => found.allPatients },
  { name: "Excepted", width: 70, style: "decimal", cell: ({ found }) => found.excepted },
  { name: "Against", width: 120, style: "secondLabel", cell: (row) => row.against },
  { name: "Benchmark", width: 78, style: "decimal", cell: ({ found }) => found.benchmark },
  { name: "Expected", width: 76, style: "expected", cell: ({ found }) => found.expected },
  { name: "Method", width: 76, style: "secondLabel", cell: ({ found }) => found.method },
  { name: "z", width: 52, style: "zScore", cell: ({ found }) => found.z },
  { name: "Comparison", width: 108, style: "label", cell: ({ found }) => found.comparison },
  { name: "To best quarter", width: 96, style: "integer", cell: ({ found }) => found.toBestQuarter },
  { name: "Not available because", width: 150, style: "secondText", cell: (row) => row.missing },
  { name: "Source", width: 150, style: "secondText", cell: (row) => row.source },
  { name: "Publisher", width: 170, style: "secondText", cell: (_, file) => publicationOf(file)?.publisher ?? null },
  { name: "Publication", width: 210, style: "secondText", cell: (_, file) => publicationOf(file)?.title ?? null },
  { name: "Published", width: 84, style: "day", cell: (_, file) => asDay(file?.publishedOn) },
  { name: "Extracted", width: 84, style: "day", cell: (_, file) => asDay(file?.extractedOn) },
  { name: "File", width: 220, style: "secondText", cell: (row) => (row.from ? fileLabel(row.from.file) : null) },
  { name: "Line", width: 52, style: "integer", cell: (row) => row.from?.line ?? null },
  { name: "SHA-256", width: 120, style: "secondText", cell: (_, file) => file?.sha256 ?? null },
  { name: "Licence", width: 150, style: "secondText", cell: (_, file) => licenceOf(file) },
  { name: "Key", width: 150, style: "secondText", cell: (row) => `${row.practice.code}|${row.indicator}` },
];

const publicationOf = (file: FileReport | undefined) => PUBLICATIONS.find(({ id }) => id === file?.publication);

/** A day as Excel's own, or the month that is known. */
const asDay = (day: Period | undefined): number | string | null =>
  day === undefined ? null : /^\d{4}-\d\d-\d\d$/.test(day) ? serialOf(day) : day;

/** What comes from a publication is under the Open Government Licence; what the area typed itself is its own. */
const licenceOf = (file: FileReport | undefined): string | null =>
  publicationOf(file) ? "OGL v3.0" : file?.publication === "illustrative" ? "made up" : null;

const rightAligned: ReadonlySet<BaseStyle> = new Set<BaseStyle>(["integer", "decimal", "zScore", "expected", "day"]);

/** The table behind every number: one row a practice, indicator and period, calculated where it stands. */
export function layOutData(model: ScorecardModel, name: string): SheetPlan {
  const rows = dataRows(model);
  const calculated: Readonly<Record<string, string>> = dataFormulas({
    counts: rows.some(({ unit, per }) => per !== null && unit !== "proportion"),
    method: model.spec.comparison.method,
  });
  const files = new Map(model.files.map((file) => [file.file, file]));
  const last = headingRow + rows.length;
  const body = rows.map((row) =>
    columns.map(({ name: column, style: usual, cell }): Cell => {
      const found = cell(row, row.from ? files.get(row.from.file) : undefined);
      const style = column === "Value" && row.denominator === null && row.per === null ? "number" : usual;
      const source = calculated[column];
      if (source !== undefined) return formula(source, found, style, "hair");
      if (found === null) return blank(style, "hair");
      return typeof found === "number" ? number(found, style, "hair") : text(String(found), style, "hair");
    }),
  );
  return {
    key: "data",
    name,
    rows: [
      [text(`Data: ${model.area.name}`, "subtitle")],
      [
        text(
          model.formulasLeftOut === null
            ? "Every number on the scorecard is looked up here. Change a numerator, and its value, z and mark follow. Methods says how each column is worked out."
            : `Every number on the scorecard stands here too. Values only: ${model.formulasLeftOut} Methods says how each column is worked out.`,
          "context",
        ),
      ],
      [
        text(
          model.illustrative
            ? "Illustrative data: made-up practices"
            : "Contains public sector information licensed under the Open Government Licence v3.0.",
          model.illustrative ? "notice" : "context",
        ),
      ],
      columns.map(({ name: column, style }) => text(column, rightAligned.has(style) ? "tableHeadRight" : "tableHead", "blueBelow")),
      ...body,
    ],
    columnWidths: columns.map((column) => column.width),
    rowHeights: { 0: 30, 1: 17, 2: 22, [headingRow]: 20 },
    defaultRowHeight: 16,
    merges: [],
    freeze: { rows: headingRow + 1, columns: 2 },
    gridlines: false,
    tabColour: colour.rule,
    zoom: 100,
    tables: [{ name: tables.data, ref: areaRef(headingRow, 0, last, columns.length - 1), style: "TableStyleLight1" }],
    conditionalFormats: [],
    print: {
      paper: "A3",
      orientation: "landscape",
      // What stands to the right of the comparison is for tracing a number on the screen; in print it would make the rest too small to read.
      area: areaRef(
        0,
        0,
        last,
        columns.findIndex((column) => column.name === "Source"),
      ),
      titleRows: `${headingRow + 1}:${headingRow + 1}`,
      fitWide: 1,
      fitTall: 0,
      margins: { left: 0.4, right: 0.4, top: 0.4, bottom: 0.5 },
      footer: footerOf(model),
    },
  };
}

export const footerOf = (model: ScorecardModel) => ({
  left: model.illustrative ? "Illustrative data: made-up practices" : model.area.name,
  centre: model.illustrative ? "" : "Contains public sector information licensed under the Open Government Licence v3.0",
  right: "&A, page &P of &N",
});
