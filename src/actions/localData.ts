import { insertSheet, readSheet, type Inserted } from "../excel/singleSheet";
import { ProblemError } from "../problem";
import { readLocalData, withLocalData, type LocalData } from "../reference/localData";
import type { ReferenceData } from "../reference/model";
import { layOutLocalData, localDataSheet } from "../sheet/localDataSheet";

/** Inserts the template *Local data* with a row for each practice of the area, or shows the one that is there. */
export function insertLocalData({ area, practices }: ReferenceData): Promise<Inserted> {
  const byName = [...practices.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  return insertSheet(localDataSheet, (name) => layOutLocalData(area.name, byName, name));
}

/**
 * Reads the sheet *Local data* and puts its figures beside those that are loaded, small counts hidden.
 * @throws ProblemError `missing` where there is no such sheet yet
 */
export async function addLocalData(data: ReferenceData): Promise<{ readonly data: ReferenceData; readonly local: LocalData }> {
  const sheet = await readSheet(localDataSheet.key);
  if (sheet === null) throw new ProblemError({ kind: "missing", what: "The sheet Local data", reason: "notLoaded" });
  const local = readLocalData(sheet.values, data.practices, sheet.name);
  return { data: withLocalData(data, local), local };
}
