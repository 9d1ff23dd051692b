import { columnName } from "../../src/sheet/a1";
import { shownFormula, type CellDump, type SheetDump } from "./sheetDump";

/** Reads what is in the open workbook through Office.js itself: what a person would see, and the cells its names stand for. */
export async function readHost(
  excel: typeof Excel,
): Promise<{ readonly sheets: readonly SheetDump[]; readonly names: ReadonlyMap<string, string> }> {
  const found = await excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name,items/formula");
    await context.sync();
    const sheets: SheetDump[] = [];
    for (const sheet of worksheets.items) sheets.push(await readSheet(context, sheet));
    return { sheets, names: new Map(names.items.map(({ name, formula }) => [name, String(formula).replace(/[=$']/g, "")])) };
  });
  // The client sends a last request to let go of its ranges; what counts requests must not count that one.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return found;
}

async function readSheet(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<SheetDump> {
  const used = sheet.getUsedRangeOrNullObject();
  used.load("values,formulas,numberFormat,rowIndex,columnIndex,rowCount,columnCount");
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load("rowCount,columnCount,address");
  const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject();
  titles.load("address");
  sheet.pageLayout.load("orientation");
  sheet.tables.load("items/name");

  await context.sync();
  const tables = sheet.tables.items.map((table) => ({ table, range: table.getRange() }));
  tables.forEach(({ range }) => range.load("address"));
  const width = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const height = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const columns = Array.from({ length: width }, (_, c) => sheet.getRangeByIndexes(0, c, 1, 1).format);
  columns.forEach((format) => format.load("columnWidth"));
  const looks =
    height === 0
      ? null
      : sheet
          .getRangeByIndexes(0, 0, height, width)
          .getCellProperties({ format: { fill: { color: true }, font: { bold: true, size: true } } });
  await context.sync();

  const cells = new Map<string, CellDump>();
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const inside = r >= used.rowIndex && c >= used.columnIndex;
      const [row, column] = [r - used.rowIndex, c - used.columnIndex];
      const formula = inside ? String(used.formulas[row]![column]) : "";
      const look = looks!.value[r]![c]!.format!;
      const fill = look.fill!.color!;
      cells.set(`${columnName(c)}${r + 1}`, {
        value: inside ? (used.values[row]![column] as CellDump["value"]) : "",
        // Text that begins with "=" reads the same as value and as formula; a formula does not.
        formula: formula.startsWith("=") && formula !== used.values[row]![column] ? shownFormula(formula) : "",
        format: inside ? String(used.numberFormat[row]![column]) : "General",
        fill: fill === "" || fill === "#FFFFFF" ? "" : fill,
        bold: look.font!.bold!,
        size: Math.floor(look.font!.size!),
      });
    }
  return {
    name: sheet.name,
    cells,
    widths: new Map(columns.map((format, c) => [columnName(c), Math.round((format.columnWidth * 96) / 72)])),
    freeze: frozen.isNullObject ? { rows: 0, columns: 0 } : { rows: frozenRows(frozen.address), columns: frozenColumns(frozen.address) },
    merges: [],
    tables: tables.map(({ table, range }) => ({ name: table.name, ref: range.address.split("!").at(-1)! })),
    printTitles: titles.isNullObject ? null : titles.address.split("!").at(-1)!.replaceAll("$", ""),
    orientation: sheet.pageLayout.orientation.toLowerCase(),
  };
}

/** "Scorecard!A1:B11", or "Scorecard!1:4" where only rows are frozen. */
const frozenRows = (address: string): number => Number(/(\d+)$/.exec(address)?.[1] ?? 0);
const frozenColumns = (address: string): number => {
  const letters = /([A-Z]+)\d*$/.exec(address.split("!").at(-1)!)?.[1];
  return letters === undefined ? 0 : [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
};
