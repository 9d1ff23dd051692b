import { ProblemError } from "../problem";
import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import { funnelsFor } from "../scorecard/funnel";
import type { ScorecardModel } from "../scorecard/model";
import { underDoctoring } from "../scorecard/underDoctoring";
import { funnelSheet, layOutWorkbook, practiceSheet, underDoctoringSheet, withSheets, type WantedSheet } from "../sheet/layout";
import { writeWorkbook } from "../xlsx/writeWorkbook";
import { specFor, type SpecOptions } from "./specOptions";
import { writeWhole } from "./writeWhole";

/** What was typed about the workbook: what it shows, and which sheets it has besides the core. */
export interface WorkbookOptions extends SpecOptions {
  readonly period?: Period;
  readonly funnels?: readonly string[];
  readonly underDoctoring?: boolean;
  /** true: every practice. */
  readonly profiles?: true | readonly string[];
}

/** What became of one area. */
export interface WorkbookWritten {
  readonly area: string;
  readonly practices: number;
  readonly indicators: number;
  /** In words, which sheets that were asked for were not made. */
  readonly without: readonly string[];
  /** Indicators of the specification that are not in the data. */
  readonly leftOut: readonly string[];
}

/** Works out the scorecard of an area and writes it to a file: the same workbook as the add-in makes. */
export async function writeAreaWorkbook(
  data: ReferenceData,
  options: WorkbookOptions,
  builtOn: string,
  out: string,
): Promise<WorkbookWritten> {
  const { period } = options;
  const model = buildScorecard(data, { spec: specFor(options, data), builtOn, ...(period === undefined ? {} : { period }) });
  const pages = practicePages(model, options);
  const { sheets, without } = chartSheets(model, options);
  const plan = layOutWorkbook(model, withSheets([...sheets, ...pages]));
  await writeWhole(out, await writeWorkbook(plan));
  return {
    area: model.area.name,
    practices: model.practices.length,
    indicators: model.groups.reduce((sum, group) => sum + group.indicators.length, 0),
    without,
    leftOut: model.leftOut,
  };
}

/** The pages that were asked for. @throws ProblemError for a code that is not on the scorecard, with the nearest that are */
function practicePages(model: ScorecardModel, { profiles }: WorkbookOptions): WantedSheet[] {
  const codes = model.practices.map(({ practice }) => practice.code);
  if (profiles === undefined) return [];
  if (profiles === true) return codes.map(practiceSheet);
  return [...new Set(profiles.map((code) => code.trim().toUpperCase()))].map((code) => {
    if (!codes.includes(code)) throw new ProblemError({ kind: "notFound", what: "practice", key: code, near: nearestCodes(code, codes) });
    return practiceSheet(code);
  });
}

/** The codes that differ in the fewest places, where those are at most two. */
function nearestCodes(code: string, codes: readonly string[]): string[] {
  const differing = (other: string) =>
    [...other].filter((letter, i) => letter !== code[i]).length + Math.max(0, code.length - other.length);
  const fewest = Math.min(...codes.map(differing));
  return fewest > 2 ? [] : codes.filter((other) => differing(other) === fewest).slice(0, 3);
}

/** The sheets with charts that were asked for, and in words why one is not made. */
function chartSheets(model: ScorecardModel, { funnels = [], underDoctoring: capacity }: WorkbookOptions) {
  const possible = funnelsFor(model).map(({ column }) => column.definition.id);
  const asked = funnels.includes("all") ? possible : [...new Set(funnels.map((id) => id.toUpperCase()))];
  const isUseful = capacity === true && underDoctoring(model) !== null;
  return {
    sheets: [...asked.filter((id) => possible.includes(id)).map(funnelSheet), ...(isUseful ? [underDoctoringSheet] : [])],
    without: [
      ...asked
        .filter((id) => !possible.includes(id))
        .map((id) => `No funnel for ${id}: choose from ${possible.join(", ") || "indicators for which England is loaded"}.`),
      ...(funnels.includes("all") && possible.length === 0 ? ["No funnels: England is not in the files that were loaded."] : []),
      ...(capacity === true && !isUseful ? ["No sheet Under-doctoring: add list sizes and General Practice Workforce."] : []),
    ],
  };
}
