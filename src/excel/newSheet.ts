import type { Imprint } from "../sheet/imprint";
import type { WantedSheet } from "../sheet/layout";
import { noteBegun, strikeOutBegun } from "./begun";
import { hostProblem } from "./hostProblem";
import { noteImprint, putBack, rememberSheets, settingsNow, type WorkbookState } from "./ownSheets";

/**
 * Adds one sheet of ours under a name that is free and brings it to the front: complete, or not at all.
 *
 * @param imprint of the scorecard with this sheet, where people write on it; null leaves what is noted
 * @returns its id
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function newSheet(
  context: Excel.RequestContext,
  { key, name }: WantedSheet,
  state: WorkbookState,
  fill: (sheet: Excel.Worksheet) => void,
  imprint: Imprint | null = null,
): Promise<string> {
  try {
    if (state.begun.size > 0) rememberSheets(context, state.own);
    noteBegun(context, new Map([[key, name]]));
    if (imprint !== null) noteImprint(context, imprint);
    context.application.suspendScreenUpdatingUntilNextSync();
    const sheet = context.workbook.worksheets.add(name);
    fill(sheet);
    sheet.load({ id: true });
    sheet.activate();
    await context.sync();
    rememberSheets(context, new Map([...state.own, [key, sheet.id]]));
    strikeOutBegun(context);
    await context.sync();
    return sheet.id;
  } catch (error) {
    throw hostProblem(error, await takeBack(context, name, state));
  }
}

/** What a start that was cut off left is ours for good from now on. */
export function settleBegun(context: Excel.RequestContext, state: WorkbookState): void {
  if (state.begun.size === 0) return;
  rememberSheets(context, state.own);
  strikeOutBegun(context);
}

/** @returns whether the workbook is as it was before */
async function takeBack(context: Excel.RequestContext, name: string, state: WorkbookState): Promise<boolean> {
  try {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const now = settingsNow(context);
    sheet.load({ id: true });
    await context.sync();
    if (!sheet.isNullObject) sheet.delete();
    putBack(context, state, now);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
