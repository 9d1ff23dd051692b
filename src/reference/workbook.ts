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
  const list = entries.get("xl/workbook.xml");
  if (!content && !list) throw new UnreadableFile("It is an Office document without sheets. Add a workbook or a CSV file.");
  const sheets = content ? await openDocumentSheets(workbook, content) : await excelSheets(workbook, list!, entries);
  // Nothing to report on would look as if the file had never been added.
  if (sheets.length === 0) throw new UnreadableFile("No sheet was found in the workbook: it is damaged. Save it from Excel and add that.");
  return sheets;
}
