import { freeze, type Frozen } from "../excel/freeze";
import { keepDocuments, keptDocuments } from "../excel/keptData";
import { KEPT_NAMESPACE } from "../reference/keep";

export interface SharingRequest {
  /** Whether the formulas on our own sheets are to become values too; they are Excel's own and recalculate everywhere. */
  readonly ownSheets: boolean;
}

/** What was done so that the workbook needs the add-in no more, and what could not be done. */
export interface SharingReceipt extends Frozen {
  /** Whether data that only the add-in can read were taken out of the file. */
  readonly dataRemoved: boolean;
}

/**
 * Makes a workbook ready for people who do not have the add-in: nothing in it can turn into #NAME?. Formulas that ask the add-in become
 * values, whoever typed them; the data that the workbook carries for functions and rebuilding are taken out. What the scorecard needs to be
 * built anew in this workbook, the list of its sheets, stays: it is a few words and asks for nothing.
 *
 * @throws ProblemError of kind "host" when Excel refuses; the formulas are then as they were, unless it says otherwise
 */
export async function prepareForSharing(request: SharingRequest): Promise<SharingReceipt> {
  const frozen = await freeze(request);
  return { ...frozen, dataRemoved: await removeData().catch(() => false) };
}

async function removeData(): Promise<boolean> {
  const documents = await keptDocuments(KEPT_NAMESPACE);
  if (documents.length > 0) await keepDocuments(KEPT_NAMESPACE, []);
  return documents.length > 0;
}
