import { opportunitiesOf, patientsToGain, type Opportunity } from "../scorecard/opportunity";
import type { Canvas } from "./canvas";
import { blank, formula, quoted } from "./cells";
import { areaInWords, inRow, type PracticeFrame } from "./practiceFrame";
import { blockColumn, type IndicatorRows } from "./practiceIndicators";

/** How many are shown. */
export const opportunityRows = 3;

/**
 * The three indicators that are the most patients away from what the best quarter of the area reach: which, how many, and how many of them
 * would reach the comparator. Found by formula among the helper columns, so that they follow a changed numerator.
 */
export function layOpportunities(sheet: Canvas, frame: PracticeFrame, rows: IndicatorRows, top: number): void {
  const { model, columns, last, aside } = frame;
  const order = blockColumn(rows, aside.order);
  const found = opportunitiesOf(model, frame.index);
  const area = areaInWords(model);
  const hasQuarter = rows.indicators.some(({ column }) => column.bestQuarter !== null);
  for (let k = 0; k < opportunityRows; k++) {
    const row = top + k;
    const place = `MATCH(LARGE(${order},${k + 1}),${order},0)`;
    const at = (column: number) => `INDEX(${blockColumn(rows, column)},${place})`;
    const nothing = `No ${k === 0 ? "" : "further "}indicator is short of ${hasQuarter ? `the best quarter of ${area}` : model.comparator}.`;
    const opportunity = found[k];
    for (let column = 0; column <= last; column++) sheet.put(row, column, blank("empty", "hair"));
    const name = model.groups.flatMap((group) => group.indicators).findIndex((each) => each.definition === opportunity?.definition);
    sheet.put(
      row,
      columns.name,
      formula(`=IFERROR(${at(columns.name)},"")`, name >= 0 ? sheetText(sheet, rows.indicators[name]!.row) : "", "text", "hair"),
    );
    sheet.put(
      row,
      columns.here,
      formula(`=IFERROR(ROUNDUP(LARGE(${order},${k + 1}),0),"")`, opportunity ? patientsToGain(opportunity) : "", "gain", "hair"),
    );
    const here = inRow(row, columns.here);
    const [quarter, benchmark] = [at(aside.toQuarter), at(aside.toBenchmark)];
    const comparator = model.comparator;
    sheet.put(
      row,
      columns.interval,
      formula(
        `=IF(${here}="",IF(COUNT(${order})=${k},${quoted(nothing)},""),IF(${here}=1,"more patient would reach ","more patients would reach ")&IF(${quarter}="",${quoted(`${comparator}.`)},` +
          `${quoted(`the best quarter of ${area}`)}&IF(${benchmark}="",".",IF(${benchmark}=0,${quoted(`; ${comparator} is already reached.`)},` +
          `"; "&TEXT(${benchmark},"#,##0")&${quoted(` would reach ${comparator}.`)}))))`,
        opportunity ? sentence(opportunity, area, comparator) : found.length === k ? nothing : "",
        "gainWords",
        "hair",
      ),
    );
  }
}

function sentence(opportunity: Opportunity, area: string, comparator: string): string {
  const { toBestQuarter, toBenchmark } = opportunity;
  const begin = `more ${patientsToGain(opportunity) === 1 ? "patient" : "patients"} would reach `;
  if (toBestQuarter === null) return `${begin}${comparator}.`;
  const quarter = `${begin}the best quarter of ${area}`;
  if (toBenchmark === null) return `${quarter}.`;
  return toBenchmark === 0
    ? `${quarter}; ${comparator} is already reached.`
    : `${quarter}; ${toBenchmark.toLocaleString("en-GB")} would reach ${comparator}.`;
}

/** The name that stands at the beginning of a row. */
const sheetText = (sheet: Canvas, row: number): string => String(sheet.rows()[row]?.[0]?.value ?? "");
