import { keepDocuments, keptDocuments } from "../excel/keptData";
import { fromKeepsake, KEPT_NAMESPACE, keepsake, type Kept } from "../reference/keep";
import type { ReferenceData } from "../reference/model";

/** What is said where the data are more than a workbook should carry. */
export const TOO_LARGE_TO_KEEP =
  "These data are too large to be kept in the workbook. When it is opened again, its sheets are there, but the files have to be added again.";

/**
 * Keeps the data with the workbook, so that functions and a rebuild have them when it is opened again without its files or a network.
 * They take the place of what was kept before.
 * @returns null, or in a sentence why they were not kept; then nothing is kept, rather than something older
 */
export async function keepData(data: ReferenceData, now: Date): Promise<string | null> {
  const documents = await keepsake(data, now.toISOString());
  await keepDocuments(KEPT_NAMESPACE, documents ?? []);
  return documents === null ? TOO_LARGE_TO_KEEP : null;
}

/** The data kept with the workbook. Where they are damaged or not ours they are ignored, and said to be. */
export async function recallData(): Promise<Kept> {
  return fromKeepsake(await keptDocuments(KEPT_NAMESPACE));
}
