import { forgetChoices } from "../excel/choices";
import { keepDocuments } from "../excel/keptData";
import { removeSheets } from "../excel/removeSheets";
import { KEPT_NAMESPACE } from "../reference/keep";

/** What went. */
export interface RemovalReceipt {
  /** Names the sheets had. */
  readonly sheets: readonly string[];
}

/**
 * Takes the scorecard out of the workbook: our sheets with what was typed on them, their names, and what was kept for building them anew.
 * Everything else stays.
 *
 * @throws ProblemError of kind "host" when Excel refuses; then the sheets are as they were, unless it says otherwise
 */
export async function removeScorecard(): Promise<RemovalReceipt> {
  const sheets = await removeSheets();
  // The sheets are gone; a setting that nobody sees is not worth an error.
  await forgetChoices().catch(() => undefined);
  await keepDocuments(KEPT_NAMESPACE, []).catch(() => undefined);
  return { sheets };
}
