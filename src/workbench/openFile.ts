/** Opening a person's own .xlsx or .csv file beside what is there, with the same Office.js that the add-in uses. */
import { freeName } from "../excel/ownSheets";
import { writeSheet } from "../excel/writeSheet";
import { CsvSplitter } from "../reference/csv";
import { parseArea } from "../sheet/a1";
import type { Cell, SheetPlan, WorkbookPlan } from "../sheet/plan";

/**
 * Sheets are added under their own names, or under the next free one; nothing that is there is replaced.
 *
 * @throws where the file brings a table or a named cell that the workbook has already
 */
export async function openFile(excel: typeof Excel, file: File): Promise<void> {
  const plan = await planOf(file);
  await excel.run(async (context) => {
    const { worksheets, names, tables } = context.workbook;
    worksheets.load({ name: true });
    names.load({ name: true });
    tables.load({ name: true });
    await context.sync();
    const taken = lowerCase(worksheets.items);
    const double = [...plan.sheets.flatMap((sheet) => sheet.tables), ...plan.names].find(({ name }) =>
      lowerCase([...tables.items, ...names.items]).has(name.toLowerCase()),
    );
    // Its formulas would mean the one that is there already, and show figures that are not the file's.
    if (double !== undefined) {
      throw new Error(
        `It brings "${double.name}", and this workbook has that already. Reload the page for an empty workbook and open it there.`,
      );
    }
    const added = plan.sheets.map((sheetPlan) => {
      const name = freeName(sheetPlan.name, taken);
      taken.add(name.toLowerCase());
      return { sheetPlan, sheet: worksheets.add(name) };
    });
    // What formulas mention must be there before them: named cells, then the sheets that hold tables.
    for (const { name, sheet: on, ref } of plan.names) {
      const sheet = added.find(({ sheetPlan }) => sheetPlan.name === on)?.sheet;
      if (sheet !== undefined) names.add(name, sheet.getRange(ref));
    }
    for (const { sheetPlan, sheet } of [...added].sort((a, b) => b.sheetPlan.tables.length - a.sheetPlan.tables.length)) {
      if (sheetPlan.rows.length > 0) writeSheet(sheet, withRoomToSpill(sheetPlan), plan.styles, new Map());
    }
    added.find(({ sheetPlan }) => sheetPlan.name === plan.active)?.sheet.activate();
    await context.sync();
  });
}

const lowerCase = (items: readonly { readonly name: string }[]): Set<string> => new Set(items.map(({ name }) => name.toLowerCase()));

async function planOf(file: File): Promise<WorkbookPlan> {
  if (/\.csv$/i.test(file.name)) return csvPlan(file.name.replace(/\.csv$/i, ""), await file.text());
  if (!/\.xlsx$/i.test(file.name)) throw new Error(`Choose an .xlsx or a .csv file. ${file.name} is neither.`);
  const { readWorkbook } = await import("../xlsx/readWorkbook");
  return readWorkbook(new Uint8Array(await file.arrayBuffer()));
}

/** A sheet of values only. What looks like a formula in a file of values is text. */
export function csvPlan(name: string, text: string): WorkbookPlan {
  const { rows } = new CsvSplitter().push(text.replace(/^\uFEFF/, ""), true);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const value = (field: string): Cell["value"] => (field === "" ? null : /^-?(0|[1-9]\d*)(\.\d+)?$/.test(field) ? Number(field) : field);
  const longest = Array.from({ length: width }, (_, column) => Math.max(0, ...rows.slice(0, 200).map((row) => row[column]?.length ?? 0)));
  const sheet: SheetPlan = {
    key: `sheet:${name}`,
    name: name.replace(/[:\\/?*[\]]/g, " ").slice(0, 31),
    rows: rows.map((row, i) => row.map((field) => ({ value: value(field), style: i === 0 ? "head" : "cell" }))),
    columnWidths: longest.map((characters) => Math.min(320, Math.max(64, characters * 7 + 12))),
    rowHeights: {},
    defaultRowHeight: 15,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    gridlines: true,
    tabColour: "",
    zoom: 100,
    tables: [],
    conditionalFormats: [],
    print: {
      paper: "A4",
      orientation: "landscape",
      area: "A1",
      fitWide: 1,
      fitTall: 0,
      margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.5 },
      footer: { left: "", centre: "", right: "" },
    },
  };
  return { sheets: [sheet], styles: { head: { size: 10, bold: true }, cell: { size: 10 } }, names: [], active: sheet.name, title: name };
}

/** A file holds the results of a spilling formula in the cells below it; in the workbook they must be free for it. */
function withRoomToSpill(sheet: SheetPlan): SheetPlan {
  const spills = sheet.rows.flat().flatMap(({ spill }) => (spill === undefined ? [] : [parseArea(spill)]));
  if (spills.length === 0) return sheet;
  const spilled = (row: number, column: number): boolean =>
    spills.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
  const rows = sheet.rows.map((cells, row) =>
    cells.map((cell, column) => (cell.formula === undefined && spilled(row, column) ? { ...cell, value: null } : cell)),
  );
  return { ...sheet, rows };
}
