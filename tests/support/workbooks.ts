import { illustrativeArea } from "../../src/reference/illustrative";
import type { ReferenceData } from "../../src/reference/model";
import type { OpenExcel } from "./host";
import { openExcel } from "./host";
import { readHost } from "./readHost";

/** Everything a person could see, as text that can be compared. */
export async function picture(excel: OpenExcel): Promise<string> {
  const { sheets, names } = await readHost(excel.Excel);
  return JSON.stringify([sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells], widths: [...sheet.widths] })), [...names].sort()]);
}

/** A workbook that somebody works in: own sheets, one of them called Data, an own table and a formula that looks at it. */
export async function officersWorkbook(options: Parameters<typeof openExcel>[0] = {}): Promise<OpenExcel> {
  const excel = await openExcel(options);
  await excel.Excel.run(async (context) => {
    const own = context.workbook.worksheets.add("Data");
    own.getRange("A1:B3").values = [
      ["Visit", "Notes"],
      [45992, "'=not a formula"],
      [46000, "see minutes"],
    ];
    own.tables.add("A1:B3", true).name = "Visits";
    own.getRange("D1").formulas = [["=ROWS(Visits[Visit])"]];
    own.getRange("A1:B1").format.fill.color = "#FFCC00";
    await context.sync();
  });
  return excel;
}

export const sheetNames = async (excel: OpenExcel): Promise<string[]> => (await readHost(excel.Excel)).sheets.map(({ name }) => name);

/** What stands in a sheet's cells, from A1 on. */
export const valuesOf = (excel: OpenExcel, sheet: string): Promise<unknown[][]> =>
  excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange();
    range.load({ values: true });
    await context.sync();
    return range.values as unknown[][];
  });

/** Types into cells as a person would. */
export const type = (excel: OpenExcel, sheet: string, cells: Readonly<Record<string, string | number>>): Promise<void> =>
  excel.Excel.run(async (context) => {
    for (const [address, value] of Object.entries(cells)) context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

/** The first practices of the made-up area: enough for what is asked here, and quickly worked out. */
export function fewPractices(count = 4): ReferenceData {
  const data = illustrativeArea();
  const codes = [...data.practices.keys()].sort().slice(count);
  return codes.reduce(withoutPractice, data);
}

/** The same area when a practice has closed: it is in none of the files any more. */
export const withoutPractice = (data: ReferenceData, code: string): ReferenceData => ({
  ...data,
  practices: new Map([...data.practices].filter(([each]) => each !== code)),
  observations: data.observations.filter(({ practiceCode }) => practiceCode !== code),
});
