import { baseOf } from "../indicators/library";
import { provenanceNote } from "../reference/provenance";
import type { Observation, ReferenceData } from "../reference/model";
import type { ScorecardModel } from "../scorecard/model";
import { dataRows, type DataRow } from "./dataRows";

/** A cell, and as much of what stands around it as tells which figure it shows. */
export interface CellAround {
  readonly formula: string;
  /** Texts of its row; of its own column and the one before it, the topmost rows; of the first two rows of its sheet. */
  readonly row: readonly string[];
  readonly above: readonly string[];
  readonly head: readonly string[];
}

const isPracticeCode = (text: string): boolean => /^[A-Z]\d{5}$/.test(text);

/**
 * Which figure of the Data table a cell shows: on the scorecard, on a practice's page and in the Data table itself the practice stands in the
 * row or in the page's head, the indicator in the cell's formula, above it or in the row. Null where it is none.
 */
export function figureShown(model: ScorecardModel, cell: CellAround): DataRow | null {
  const code = cell.row.find(isPracticeCode) ?? cell.head.find(isPracticeCode);
  const rows = dataRows(model).filter(({ practice }) => practice.code === code);
  const inFormula = [...cell.formula.matchAll(/"([^"]+)"/g)].map(([, text]) => text!);
  for (const text of [...inFormula, ...cell.above, ...cell.row]) {
    const row = rows.find(({ indicator }) => indicator === text);
    if (row) return row;
  }
  return null;
}

/** Where a figure is from, in the lines of a note: what and whose it is, its counts, publication, file with line and hash, and the licence. */
export function explanation(data: ReferenceData, { practice, measure, indicator, missing, from }: DataRow): string {
  const title = `${measure}, ${practice.name}`;
  if (from === null) return `${title}\nNo figure: ${missing ?? "not loaded"}.`;
  const isFrom = ({ practiceCode, source }: Observation) =>
    practiceCode === practice.code && source.file === from.file && source.line === from.line;
  const found = data.observations.filter(isFrom);
  const figure = found.find((each) => each.indicator === baseOf(indicator)) ?? found[0];
  return figure === undefined ? `${title}\n${from.file}, line ${from.line}` : `${title}\n${provenanceNote(data, figure)}`;
}
