import {
  keyQuestions,
  type Fact,
  type IndicatorColumn,
  type IndicatorValue,
  type KeyQuestion,
  type PracticeRow,
  type ScorecardModel,
} from "../scorecard/model";
import { withAdjustments } from "../scorecard/adjusted";
import { areaRef } from "./a1";
import { blank, formula, number, text } from "./cells";
import { fileLabel } from "./fileLabel";
import type { Comparison } from "./marks";
import { missingWords } from "./missing";
import { comparator, names, tables } from "./names";
import type { Cell, SheetPlan } from "./plan";
import { colour, type BaseStyle } from "./styles";

/** Rows of the Data sheet above its table's heading. */
const headingRow = 3;

interface DataRow {
  readonly practice: PracticeRow["practice"];
  readonly indicator: string;
  readonly measure: string;
  readonly period: string;
  readonly numerator: number | string | null;
  readonly denominator: number | null;
  readonly personalisedCareAdjustments: number | null;
  readonly unit: string;
  readonly missing: string | null;
  readonly source: string;
  readonly file: string;
  readonly line: number | null;
  /** What the core found, for the formula columns. */
  readonly found: IndicatorValue | null;
  readonly benchmark: number | null;
}

const short = (column: string) => `[@${column}]`;
const [num, den, value, benchmark, z] = ["Numerator", "Denominator", "Value", "Benchmark", "z"].map(short) as [
  string,
  string,
  string,
  string,
  string,
];
const adjustments = short("Adjustments");
const below = `${value}<${benchmark}`;
const tail = (cumulative: string) =>
  `BINOM.DIST(IF(${below},${num},${den}-${num}),${den},IF(${below},${benchmark},1-${benchmark}),${cumulative})`;
const z95 = names.z95;
const wilson = (sign: "-" | "+") =>
  `=IF(${den}="","",IF(${value}="","",(2*${num}+${z95}^2${sign}${z95}*SQRT(${z95}^2+4*${num}*(1-${value})))/(2*(${den}+${z95}^2))))`;

/**
 * The calculating columns, in native formulas that Excel since 2010 and LibreOffice know. `z` is the funnel position of
 * `scorecard/compare.ts`: mid-P binomial for small numbers or where the comparators' table says "exact", else arcsine.
 */
const formulas = {
  Key: `=${short("Code")}&"|"&${short("Indicator")}`,
  Value: `=IF(${num}="","",IF(${den}="",${num},IF(${den}=0,"",${num}/${den})))`,
  "Lower 95": wilson("-"),
  "Upper 95": wilson("+"),
  "All patients": `=IF(OR(${num}="",${den}="",${adjustments}=""),"",IFERROR(${num}/(${den}+${adjustments}),""))`,
  Excepted: `=IF(OR(${num}="",${den}="",${adjustments}=""),"",IFERROR(${adjustments}/(${den}+${adjustments}),""))`,
  Benchmark: `=IF(${den}="","",IFERROR(${comparator("Benchmark", short("Indicator"))},""))`,
  z:
    `=IF(OR(${den}="",${value}="",${benchmark}=""),"",IF(OR(${comparator("Method", short("Indicator"))}="exact",MIN(${den}*${benchmark},${den}*(1-${benchmark}))<${names.fewestExpected}),` +
    `IF(${below},1,-1)*MAX(-7,NORM.S.INV(MAX(1E-13,${tail("TRUE")}-${tail("FALSE")}/2))),` +
    `(ASIN(SQRT(${value}))-ASIN(SQRT(${benchmark})))/SQRT(1/(4*${den})+${comparator("Tau squared", short("Indicator"))})))`,
  Comparison:
    `=IF(${value}="","not available",IF(${den}="","",IF(${den}<${names.smallest},"too few to say",IF(${z}="","not compared",` +
    `IF(${z}>=${names.z998},"much higher",IF(${z}>=${z95},"higher",IF(${z}<=-${names.z998},"much lower",IF(${z}<=-${z95},"lower","similar"))))))))`,
} as const;

interface Column {
  readonly name: string;
  readonly width: number;
  readonly style: BaseStyle;
  readonly cell: (row: DataRow) => Cell["value"];
}

/** Columns in order; those named in `formulas` calculate, and their value here is what the core found. */
const columns: readonly Column[] = [
  { name: "Code", width: 60, style: "text", cell: (row) => row.practice.code },
  { name: "Practice", width: 220, style: "text", cell: (row) => row.practice.name },
  { name: "Indicator", width: 92, style: "text", cell: (row) => row.indicator },
  { name: "Measure", width: 400, style: "text", cell: (row) => row.measure },
  { name: "Period", width: 78, style: "text", cell: (row) => row.period },
  { name: "Numerator", width: 92, style: "integer", cell: (row) => row.numerator },
  { name: "Denominator", width: 100, style: "integer", cell: (row) => row.denominator },
  { name: "Adjustments", width: 98, style: "integer", cell: (row) => row.personalisedCareAdjustments },
  { name: "Value", width: 76, style: "decimal", cell: (row) => (row.found?.kind === "value" ? row.found.value : (row.numerator ?? "")) },
  { name: "Unit", width: 88, style: "secondLabel", cell: (row) => row.unit },
  { name: "Lower 95", width: 76, style: "decimal", cell: (row) => (row.found?.kind === "value" ? row.found.interval.lower : "") },
  { name: "Upper 95", width: 76, style: "decimal", cell: (row) => (row.found?.kind === "value" ? row.found.interval.upper : "") },
  { name: "All patients", width: 92, style: "decimal", cell: (row) => adjustedOf(row)?.allPatients ?? "" },
  { name: "Excepted", width: 80, style: "decimal", cell: (row) => adjustedOf(row)?.excepted ?? "" },
  { name: "Benchmark", width: 90, style: "decimal", cell: (row) => (row.found?.kind === "value" ? (row.benchmark ?? "") : "") },
  { name: "z", width: 60, style: "zScore", cell: (row) => (row.found?.kind === "value" ? (row.found.zScore ?? "") : "") },
  { name: "Comparison", width: 116, style: "label", cell: comparisonOf },
  { name: "Not available because", width: 170, style: "secondText", cell: (row) => row.missing },
  { name: "Source", width: 150, style: "secondText", cell: (row) => row.source },
  { name: "File", width: 240, style: "secondText", cell: (row) => row.file },
  { name: "Line", width: 60, style: "integer", cell: (row) => row.line },
  { name: "Key", width: 140, style: "label", cell: (row) => `${row.practice.code}|${row.indicator}` },
];

const adjustedOf = ({ found }: DataRow) => (found?.kind === "value" ? withAdjustments(found) : null);

function comparisonOf(row: DataRow): Comparison | "" {
  if (row.found?.kind === "value") return row.found.band ?? "not compared";
  return row.numerator === null ? "not available" : "";
}

/** The table behind every number: one row a practice, indicator and period, calculated where it stands. */
export function layOutData(model: ScorecardModel, name: string): SheetPlan {
  const rows = dataRows(model);
  const last = headingRow + rows.length;
  const body = rows.map((row) =>
    columns.map(({ name: column, style: usual, cell }): Cell => {
      const found = cell(row);
      const style = column === "Value" && row.denominator === null ? "number" : usual;
      if (column in formulas) return formula(formulas[column as keyof typeof formulas], found, style, "hair");
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
          "Every number on the scorecard is looked up here. Change a numerator, and its value, z and mark follow. Methods says how each column is worked out.",
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
      columns.map(({ name: column, style }) =>
        text(column, ["integer", "decimal", "zScore"].includes(style) ? "tableHeadRight" : "tableHead", "blueBelow"),
      ),
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
      paper: "A4",
      orientation: "landscape",
      area: areaRef(0, 0, last, columns.length - 1),
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

function dataRows(model: ScorecardModel): DataRow[] {
  const indicators = model.groups.flatMap((group) => group.indicators);
  return model.practices.flatMap((row, i) => [
    ...factRows(row),
    ...indicators.map((column) => indicatorRow(row, column, column.values[i]!)),
  ]);
}

function indicatorRow({ practice }: PracticeRow, { definition, period, comparison }: IndicatorColumn, found: IndicatorValue): DataRow {
  const isValue = found.kind === "value";
  return {
    practice,
    indicator: definition.id,
    measure: definition.name,
    period,
    numerator: isValue ? found.numerator : null,
    denominator: isValue ? found.denominator : null,
    personalisedCareAdjustments: isValue ? found.personalisedCareAdjustments : null,
    unit: "proportion",
    missing: isValue ? null : missingWords[found.reason],
    source: definition.kind === "prevalence" ? "QOF prevalence" : "QOF achievement",
    file: fileLabel(found.source?.file ?? ""),
    line: found.source?.line ?? null,
    found,
    benchmark: comparison?.benchmark.value ?? null,
  };
}

function factRows({ practice, listSize, fteGp, cqcOverall, keyQuestions: ratings, deprivation }: PracticeRow): DataRow[] {
  const row = (indicator: string, measure: string, unit: string, source: string, fact: Fact<number | string> | null): DataRow => ({
    practice,
    indicator,
    measure,
    period: fact?.period ?? "",
    numerator: fact?.value ?? null,
    denominator: null,
    personalisedCareAdjustments: null,
    unit,
    missing: fact ? null : missingWords.notLoaded,
    source,
    file: fileLabel(fact?.source.file ?? ""),
    line: fact?.source.line ?? null,
    found: null,
    benchmark: null,
  });
  return [
    row("list_size", "Registered patients", "patients", "List size", listSize),
    row("gp_fte", "Full-time-equivalent GPs, fully qualified (37.5 hours a week)", "FTE", "GP workforce", fteGp),
    ...(cqcOverall ? [row("cqc_overall", "CQC overall rating; the period is the date of the rating", "rating", "CQC", cqcOverall)] : []),
    ...Object.entries(ratings).map(([question, rating]) =>
      row(question, `CQC rating: ${keyQuestions[question as KeyQuestion]}`, "rating", "CQC", rating),
    ),
    ...(deprivation
      ? [
          row(
            "deprivation",
            "Index of multiple deprivation, practice average; higher is more deprived",
            "score",
            "Deprivation",
            deprivation,
          ),
        ]
      : []),
  ];
}
