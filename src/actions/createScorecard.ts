import { writeWorkbook, type Written } from "../excel/writeWorkbook";
import { ProblemError } from "../problem";
import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardSpec } from "../scorecard/spec";
import { coreSheets, layOutWorkbook } from "../sheet/layout";

export interface CreateRequest {
  readonly spec: ScorecardSpec;
  readonly period?: Period;
  readonly builtOn: Date;
  readonly onProgress?: (step: "reckoning" | "writing" | "done") => void;
  readonly signal?: AbortSignal;
}

/** What was made, for the person who asked for it. */
export interface Receipt {
  readonly sheets: Written["sheets"];
  readonly replaced: boolean;
  readonly practices: number;
  readonly values: number;
  readonly notShown: number;
  readonly milliseconds: number;
}

/**
 * Builds the scorecard into the open workbook: model, plan, sheets.
 * @throws ProblemError when there is nothing to show, when Excel refuses, or when it was cancelled before anything was written
 */
export async function createScorecard(data: ReferenceData, request: CreateRequest): Promise<Receipt> {
  const started = performance.now();
  const { spec, period, builtOn, onProgress, signal } = request;
  onProgress?.("reckoning");
  const model = buildScorecard(data, { spec, builtOn: isoDate(builtOn), ...(period === undefined ? {} : { period }) });
  if (signal?.aborted) throw new ProblemError({ kind: "cancelled", what: "scorecard" });
  onProgress?.("writing");
  const { sheets, replaced } = await writeWorkbook({ wanted: () => coreSheets, plan: (wanted) => layOutWorkbook(model, wanted) });
  onProgress?.("done");
  const values = model.groups.flatMap((group) => group.indicators.flatMap((column) => column.values));
  return {
    sheets,
    replaced,
    practices: model.practices.length,
    values: values.filter((value) => value.kind === "value").length,
    notShown: values.filter((value) => value.kind === "missing" || value.band === "too few to say").length,
    milliseconds: performance.now() - started,
  };
}

/** The day as the person's own calendar has it, not as Greenwich has it. */
const isoDate = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
