import { Workbook, type Cell } from "@cj-tech-master/excelts";
import { columnName } from "../../src/sheet/a1";
import { shownFormula, type CellDump, type SheetDump } from "./sheetDump";

/** Reads an .xlsx file back into what a person would see in it, and the cells its names stand for. */
export async function readXlsx(
  bytes: Uint8Array,
): Promise<{ readonly sheets: readonly SheetDump[]; readonly names: ReadonlyMap<string, string> }> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const names = new Map(
    workbook.definedNames.model
      .filter(({ name }) => !name.startsWith("_"))
      .map(({ name, ranges }) => [name, (ranges[0] ?? "").replace(/[$']/g, "")]),
  );
  const sheets = workbook.worksheets.map((sheet): SheetDump => {
    const cells = new Map<string, CellDump>();
    sheet.eachRow({ includeEmpty: true }, (row) => row.eachCell({ includeEmpty: true }, (cell) => cells.set(cell.address, cellDump(cell))));
    const [view] = sheet.views;
    return {
      name: sheet.name,
      cells,
      widths: new Map(
        Array.from({ length: sheet.columnCount }, (_, i) => [columnName(i), Math.round((sheet.getColumn(i + 1).width ?? 0) * 7 + 5)]),
      ),
      freeze: view?.state === "frozen" ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 },
      merges: [...(sheet.model.mergeCells ?? [])].sort(),
      tables: sheet.getTables().map((table) => ({ name: table.name, ref: table.model.tableRef ?? "" })),
      printTitles: sheet.pageSetup.printTitlesRow ?? null,
      orientation: sheet.pageSetup.orientation ?? "portrait",
    };
  });
  return { sheets, names };
}

function cellDump(cell: Cell): CellDump {
  const { value, numFmt, fill, font, isMerged, master } = cell;
  const formula = typeof value === "object" && value !== null && "formula" in value ? value : null;
  const shown = formula ? ((formula as { result?: unknown }).result ?? "") : isMerged && master !== cell ? "" : (value ?? "");
  return {
    value: shown instanceof Date ? shown.getTime() / 86_400_000 + 25_569 : (shown as CellDump["value"]),
    formula: formula ? `=${shownFormula(String((formula as { formula: string }).formula))}` : "",
    format: typeof numFmt === "string" ? numFmt : "General",
    fill: fill?.type === "pattern" && fill.fgColor?.argb ? `#${fill.fgColor.argb.slice(2)}` : "",
    bold: font?.bold ?? false,
    size: Math.floor(font?.size ?? 10),
  };
}
