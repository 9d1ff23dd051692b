import { UnreadableFile } from "./decode";
import { excelSheets } from "./excelSheets";
import type { FileSource } from "./fileSource";
import { openDocumentSheets } from "./openDocumentSheets";

/**
 * The sheets of a workbook (.xlsx or .ods) as files of comma-separated text, so that every importer reads them as it reads CSV.
 * A line of that text is a row of the sheet: the number in a refusal is the number on the left in Excel. Line breaks in cells become
 * spaces. Dates come out as 2026-02-01. Formulas give the value they had when the workbook was saved.
 */
export async function sheetsOf(workbook: string, entries: ReadonlyMap<string, FileSource>): Promise<FileSource[]> {
  const content = entries.get("content.xml");
  if (content) return openDocumentSheets(workbook, content);
  const list = entries.get("xl/workbook.xml");
  if (!list) throw new UnreadableFile("It is an Office document without sheets. Add a workbook or a CSV file.");
  return excelSheets(workbook, list, entries);
}
