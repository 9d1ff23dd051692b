import { writeWorkbook, type Earlier, type Written } from "../excel/writeWorkbook";
import { ProblemError } from "../problem";
import type { Period, ReferenceData } from "../reference/model";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardModel } from "../scorecard/model";
import type { ScorecardSpec } from "../scorecard/spec";
import { layOutWorkbook } from "../sheet/layout";
import type { WorkbookPlan } from "../sheet/plan";
import { changesBetween, shownOn, type Changes } from "./changes";
import { decideSheets, type SheetChoice, type SheetLeftOut } from "./sheetChoice";
import { isWrittenOn, withWhatWasAdded, writtenOn } from "./writtenOn";

export interface CreateRequest {
  readonly spec: ScorecardSpec;
  readonly period?: Period;
  readonly builtOn: Date;
  /** Sheets to make besides the core and those that are there already; none if left out. */
  readonly sheets?: SheetChoice;
  /** Told what is being done; while sheets are written, how many are there already. */
  readonly onProgress?: (step: "reckoning" | "writing" | "done", sheets?: { readonly written: number; readonly of: number }) => void;
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
  /** Sheets that were asked for, or were there before, and cannot be made from these data. */
  readonly leftOut: readonly SheetLeftOut[];
  /** Names of charts that this Excel would not draw. */
  readonly chartsNotDrawn: readonly string[];
  /** Practices beside which, or on whose page, something was typed that was taken along. */
  readonly notesKept: number;
  /** Columns that people had added to the scorecard, which stand beside it again. */
  readonly columnsKept: number;
  /** Texts for which the scorecard had no place any more: they stand below its foot, each with where it was. */
  readonly textsKept: number;
  /** What is different from the scorecard that was replaced; null where there was none to compare with. */
  readonly changes: Changes | null;
}

/**
 * Builds the scorecard into the open workbook: model, plan, sheets. In place of an earlier one it keeps what people typed beside and about
 * practices, makes again the sheets that were there, and tells what changed.
 *
 * @throws ProblemError when there is nothing to show, when Excel refuses, or when it was cancelled: then the workbook is as it was
 */
export async function createScorecard(data: ReferenceData, request: CreateRequest): Promise<Receipt> {
  const started = performance.now();
  const { spec, sheets: choice = {}, onProgress, signal } = request;
  onProgress?.("reckoning");
  const model = modelFor(data, request);
  if (signal?.aborted) throw new ProblemError({ kind: "cancelled", what: "scorecard" });
  onProgress?.("writing");
  let leftOut: ReturnType<typeof decideSheets>["leftOut"] = [];
  let changes: Changes | null = null;
  let [notesKept, columnsKept, textsKept] = [0, 0, 0];
  const { sheets, replaced, chartsNotDrawn, dropped } = await writeWorkbook({
    wanted: (existing) => {
      const decided = decideSheets(model, choice, existing);
      leftOut = decided.leftOut;
      return decided.sheets;
    },
    reads: isWrittenOn,
    onSheets: (written, of) => onProgress?.("writing", { written, of }),
    signal,
    plan: (wanted, earlier) => {
      const { notes, comments } = writtenOn(earlier, new Set(wanted.map(({ key }) => key)));
      notesKept = new Set([...notes.keys(), ...comments.keys()]).size;
      const plan = layOutWorkbook(model, wanted, notes, comments);
      changes = changesOn(earlier, plan, spec);
      const planned = withWhatWasAdded(plan, earlier);
      columnsKept = earlier.card?.card.added.length ?? 0;
      textsKept = planned.unplaced;
      return planned;
    },
  });
  onProgress?.("done");
  const nameOf = new Map(dropped.map(({ key, name }) => [key, name]));
  const values = model.groups.flatMap((group) => group.indicators.flatMap((column) => column.values));
  return {
    sheets,
    replaced,
    practices: model.practices.length,
    values: values.filter((value) => value.kind !== "missing").length,
    notShown: values.filter((value) => value.kind === "missing" || (value.kind === "value" && value.band === "too few to say")).length,
    milliseconds: performance.now() - started,
    leftOut: leftOut.map(({ key, name, reason }) => ({ name: nameOf.get(key) ?? name, reason })),
    chartsNotDrawn,
    notesKept,
    columnsKept,
    textsKept,
    changes,
  };
}

/** The scorecard of these data, as it would be built now. */
export const modelFor = (data: ReferenceData, { spec, period, builtOn }: CreateRequest): ScorecardModel =>
  buildScorecard(data, { spec, builtOn: isoDate(builtOn), ...(period === undefined ? {} : { period }) });

function changesOn({ sheets, imprint }: Earlier, plan: WorkbookPlan, spec: ScorecardSpec): Changes | null {
  const old = sheets.get("scorecard");
  const before = old === undefined ? null : shownOn(old.values, imprint?.columns ?? null);
  const after = shownOn(plan.sheets.find(({ key }) => key === "scorecard")!.rows.map((row) => row.map(({ value }) => value)));
  return before === null || after === null ? null : changesBetween(before, after, spec.comparison.smallestDenominator);
}

/** The day as the person's own calendar has it, not as Greenwich has it. */
const isoDate = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
