import type { IndicatorColumn, IndicatorValue } from "../scorecard/model";
import { withAdjustments } from "../scorecard/adjusted";
import { isOpportunity, opportunityOf, patientsToGain } from "../scorecard/opportunity";
import { areaRef, columnName } from "./a1";
import type { Canvas } from "./canvas";
import { blank, formula, text } from "./cells";
import { comparisonOf, markOf, type Comparison } from "./marks";
import { missingWords } from "./missing";
import { comparator, dataCell, ofArea, tables } from "./names";
import { asideColumns, inRow, pageName, type PracticeFrame } from "./practiceFrame";
import { valueFormat } from "./valueFormat";
import { stripBand, stripCell, stripCellFormula, stripCells } from "./strip";

const dot = "●";
const hidden = ["not available", "too few to say"] as const satisfies readonly Comparison[];

/** Which rows hold an indicator, counted from 0, in the order of the scorecard. */
export interface IndicatorRows {
  readonly first: number;
  readonly last: number;
  readonly groups: readonly number[];
  readonly indicators: readonly { readonly row: number; readonly column: IndicatorColumn }[];
}

/** Group by group, a row an indicator: where the practice stands, how sure that is, and what it is compared with. */
export function layIndicators(sheet: Canvas, frame: PracticeFrame, top: number): IndicatorRows {
  layHeads(sheet, frame, top);
  const groups: number[] = [];
  const indicators: { row: number; column: IndicatorColumn }[] = [];
  let row = top;
  for (const { heading, indicators: columns } of frame.model.groups) {
    groups.push(++row);
    const others = columns.filter(({ against }) => against[frame.index] !== frame.model.against[frame.index]);
    const besides = (column: IndicatorColumn | undefined) => `, against ${column?.against[frame.index]}`;
    sheet.put(row, 0, text(heading + (others.length === columns.length ? besides(others[0]) : ""), "pageGroup"));
    for (const column of columns) {
      indicators.push({ row: ++row, column });
      layRow(sheet, frame, row, column, others.length < columns.length && others.includes(column) ? besides(column) : "");
    }
  }
  return { first: top + 2, last: row, groups, indicators };
}

function layHeads(sheet: Canvas, { columns, last, model, aside }: PracticeFrame, row: number): void {
  for (let column = 0; column <= last; column++) sheet.put(row, column, blank("pageHeadLeft", "ruleBelow"));
  const right = (column: number | null, head: string) => {
    if (column !== null) sheet.put(row, column, text(head, "pageHeadRight", "ruleBelow"));
  };
  right(columns.here, "Here");
  right(columns.interval, "95 % interval");
  right(columns.allPatients, "All\npatients");
  right(columns.excepted, "Excepted");
  right(columns.england, model.comparatorShort);
  right(columns.area, model.area.name.length <= 10 ? model.area.name : "Area");
  sheet.put(row, columns.strip + 1, text("lower", "stripHeadLeft", "ruleBelow"));
  sheet.put(row, columns.strip + (stripCells - 1) / 2, text("chance", "stripHeadCentre", "ruleBelow"));
  sheet.put(row, columns.strip + stripCells - 1, text("higher", "stripHeadRight", "ruleBelow"));
  sheet.put(row, columns.mark, text(`Against ${model.comparator}`, "pageHeadRunning", "ruleBelow"));
  const heads = {
    id: "Code",
    comparison: "Comparison",
    z: "z",
    cell: "Dot in cell",
    toQuarter: "To best quarter",
    toBenchmark: "To comparator",
  };
  for (const name of asideColumns) sheet.put(row, aside[name], text({ ...heads, order: "Order" }[name], "aside"));
}

function layRow(sheet: Canvas, frame: PracticeFrame, row: number, column: IndicatorColumn, besides: string): void {
  const { model, index, columns, aside, code } = frame;
  const { definition, area } = column;
  const benchmark = column.comparisons[index]?.benchmark ?? null;
  const found = column.values[index]!;
  const at = {
    id: inRow(row, aside.id),
    comparison: inRow(row, aside.comparison),
    z: inRow(row, aside.z),
    cell: inRow(row, aside.cell),
    here: inRow(row, columns.here),
  };
  const data = (name: string) => dataCell(name, code, at.id);
  const { page: percent, format, text: inWords, per } = valueFormat(definition);
  const value = shown(found);
  const word = comparisonOf(found);
  const adjusted = value && withAdjustments(value);

  sheet.put(row, columns.name, text(pageName(definition) + besides, "text", "hair"));
  sheet.put(
    row,
    columns.here,
    formula(
      `=IF(OR(${hidden.map((each) => `${at.comparison}="${each}"`).join(",")}),"",${data("Value")})`,
      value ? value.value * per : found.kind === "share" ? found.value : "",
      percent,
      "bold",
      "hair",
    ),
  );
  sheet.put(
    row,
    columns.interval,
    formula(
      `=IF(OR(${at.here}="",${data("Lower 95")}=""),"",TEXT(${data("Lower 95")},"${format}")&" to "&TEXT(${data("Upper 95")},"${format}"))`,
      value ? `${inWords(value.interval.lower)} to ${inWords(value.interval.upper)}` : "",
      "pageSecond",
      "hair",
    ),
  );
  const share = (place: number | null, name: string, found: number | undefined) => {
    if (place !== null) sheet.put(row, place, formula(`=IF(${at.here}="","",${data(name)})`, found ?? "", "pageSecond", "hair"));
  };
  share(columns.allPatients, "All patients", adjusted?.allPatients);
  share(columns.excepted, "Excepted", adjusted?.excepted);
  sheet.put(
    row,
    columns.england,
    formula(`=IFERROR(${comparator("Benchmark", at.id, data("Against"))},"")`, benchmark ? benchmark.value * per : "", percent, "hair"),
  );
  sheet.put(row, columns.area, formula(`=IFERROR(${ofArea("Value", at.id)},"")`, area ? area.value * per : "", percent, "hair"));

  const z = value?.zScore ?? null;
  const cell = z === null ? "" : stripCell(z);
  for (let k = 1; k <= stripCells; k++)
    sheet.put(
      row,
      columns.strip + k - 1,
      formula(`=IF(${at.cell}=${k},"${dot}","")`, cell === k ? dot : "", "strip", "hair", stripBand(k) ?? undefined),
    );
  const mark = markOf(word, model.spec.comparison.smallestDenominator);
  sheet.put(
    row,
    columns.mark,
    formula(`=IFERROR(INDEX(${tables.marks}[Mark],MATCH(${at.comparison},${tables.marks}[Band],0))&"","")`, mark, "pageMark", "hair"),
  );
  sheet.put(
    row,
    columns.word,
    formula(
      `=IF(${at.comparison}="${hidden[0]}",IFERROR(${data("Not available because")}&"",""),${at.comparison})`,
      found.kind === "missing" ? missingWords[found.reason] : word,
      "text",
      "hair",
    ),
  );

  sheet.put(row, aside.id, text(definition.id, "aside"));
  sheet.put(row, aside.comparison, formula(`=IFERROR(${data("Comparison")},"${hidden[0]}")`, word, "aside"));
  sheet.put(row, aside.z, formula(`=IF(${at.here}="","",${data("z")})`, z ?? "", "asideRight"));
  sheet.put(row, aside.cell, formula(`=IF(${at.z}="","",${stripCellFormula(at.z)})`, cell, "asideRight"));
  if (isOpportunity(definition)) layOpportunity(sheet, frame, row, column);
}

/** Patients it would take to reach either target, and a number that orders the rows: equal ones keep their order. */
function layOpportunity(sheet: Canvas, frame: PracticeFrame, row: number, column: IndicatorColumn): void {
  const { index, columns, aside, code } = frame;
  const found = opportunityOf(column, index);
  const here = inRow(row, columns.here);
  const id = inRow(row, aside.id);
  const counts = { n: dataCell("Numerator", code, id), d: dataCell("Denominator", code, id) };
  const lower = column.definition.polarity === "lower";
  const toReach = (target: string) => {
    const [have, wanted] = lower ? [`(${counts.d}-${counts.n})`, `(1-${target})`] : [counts.n, target];
    return `=IF(OR(${here}="",${target}=""),"",IF(${here}>1,"",MAX(0,ROUNDUP(MIN(1,${wanted})*${counts.d}-${have}-0.000000001,0))))`;
  };
  sheet.put(row, aside.toQuarter, formula(toReach(ofArea("Best quarter", id)), found?.toBestQuarter ?? "", "chartCount"));
  sheet.put(row, aside.toBenchmark, formula(toReach(inRow(row, columns.england)), found?.toBenchmark ?? "", "chartCount"));
  const [quarter, benchmark] = [inRow(row, aside.toQuarter), inRow(row, aside.toBenchmark)];
  const gain = `IF(${quarter}<>"",${quarter},${benchmark})`;
  const patients = found === null ? 0 : patientsToGain(found);
  sheet.put(
    row,
    aside.order,
    formula(`=IF(N(${gain})>0,${gain}-ROW()/10000,"")`, patients > 0 ? patients - (row + 1) / 10_000 : "", "asideRight"),
  );
}

const shown = (found: IndicatorValue) => (found.kind === "value" && found.band !== "too few to say" ? found : null);

/** The rows' cells of one column as A1 areas, runs of neighbouring rows together. */
export function areasOf(rows: readonly number[], left: number, right = left): string[] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([top, bottom]) => areaRef(top, left, bottom, right));
}

/** A whole column of the block of indicators, with dollar signs. */
export const blockColumn = ({ first, last }: IndicatorRows, column: number): string =>
  `$${columnName(column)}$${first + 1}:$${columnName(column)}$${last + 1}`;
