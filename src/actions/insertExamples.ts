import { insertSheet, type Inserted } from "../excel/singleSheet";
import { workedExamples } from "../functions/examples";
import { lookupExamples } from "../functions/lookupExamples";
import type { ReferenceData } from "../reference/model";
import { examplesSheet, layOutExamples } from "../sheet/examplesSheet";

/**
 * Inserts the sheet *Worked examples*, on which every function can be tried, or shows the one that is there.
 *
 * @param data what is loaded, for the functions that ask it; null leaves those out
 * @throws ProblemError of kind "host" when Excel refuses
 */
export function insertExamples(data: ReferenceData | null): Promise<Inserted> {
  const examples = [...workedExamples, ...(data === null ? [] : lookupExamples(data))];
  return insertSheet(examplesSheet, (name) => layOutExamples(examples, name, data === null || data.illustrative));
}
