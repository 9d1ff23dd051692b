import { Workbook, type Borders, type Style as FileStyle, type Worksheet } from "@cj-tech-master/excelts";
import { cellRef, parseArea, type Area } from "../sheet/a1";
import type { Cell, Edge, SheetPlan, Style, WorkbookPlan } from "../sheet/plan";
import { addCharts } from "./charts";
import { describeCharts } from "./describeCharts";
import { fileFormula } from "./fileFormula";

/** Excel counts a column's width in digits of the Normal font, which is Arial 10 here: one digit is 7 pixels, and 5 are margin. */
const fileWidth = (pixels: number): number => (pixels - 5) / 7;

/** Writes a plan to the bytes of an .xlsx file, with the value that the core computed beside every formula. */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "GP Practice Scorecard";
  workbook.title = plan.title;
  workbook.language = "en-GB";
  workbook.defaultFont = { name: "Arial", size: 10, family: 2 };
  const styles = new Map(Object.entries(plan.styles).map(([key, style]) => [key, fileStyle(style)]));
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, styles);
  for (const { name, sheet, ref } of plan.names) workbook.definedNames.add(`'${sheet.replaceAll("'", "''")}'!${absolute(ref)}`, name);
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 24000,
      height: 14000,
      firstSheet: 0,
      visibility: "visible",
      activeTab: Math.max(
        0,
        plan.sheets.findIndex((sheet) => sheet.name === plan.active),
      ),
    },
  ];
  return describeCharts(new Uint8Array(await workbook.xlsx.writeBuffer()), plan.sheets);
}

function writeSheet(workbook: Workbook, plan: SheetPlan, styles: ReadonlyMap<string, Partial<FileStyle>>): void {
  const { freeze, print } = plan;
  const sheet = workbook.addWorksheet(plan.name, {
    properties: { ...(plan.tabColour === "" ? {} : { tabColor: argb(plan.tabColour) }), defaultRowHeight: plan.defaultRowHeight },
    views: [
      {
        state: "frozen",
        xSplit: freeze.columns,
        ySplit: freeze.rows,
        topLeftCell: cellRef(freeze.rows, freeze.columns),
        showGridLines: plan.gridlines,
        zoomScale: plan.zoom,
      },
    ],
  });
  plan.columnWidths.forEach((width, i) => (sheet.getColumn(i + 1).width = fileWidth(width)));
  const areas = plan.tables.map((table) => ({ ...table, area: parseArea(table.ref) }));
  for (const table of areas) addTable(sheet, table, plan);
  plan.rows.forEach((row, r) => {
    sheet.getRow(r + 1).height = plan.rowHeights[r] ?? plan.defaultRowHeight;
    row.forEach((cell, c) => {
      const target = sheet.getCell(r + 1, c + 1);
      const table = areas.find(({ area }) => contains(area, r, c));
      target.value = fileValue(cell, table?.name);
      Object.assign(target, { style: styles.get(cell.style) ?? {} });
    });
  });
  for (const merge of plan.merges) sheet.mergeCells(merge);
  if (plan.autoFilter !== undefined) sheet.autoFilter = plan.autoFilter;
  for (const { ref, rule, title, message } of plan.validations ?? [])
    sheet.dataValidations.add(ref, {
      ...(rule.kind === "list"
        ? { type: "list", formulae: [`"${rule.of.join(",")}"`] }
        : { type: "whole", operator: "greaterThanOrEqual", formulae: [0] }),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: title.slice(0, 32),
      error: message,
    });
  plan.conditionalFormats.forEach(({ refs, formula, colour, fill, bold }, i) =>
    sheet.addConditionalFormatting({
      ref: refs.join(" "),
      rules: [
        {
          type: "expression",
          priority: i + 1,
          formulae: [fileFormula(formula)],
          style: {
            font: { ...(bold === undefined ? {} : { bold }), ...(colour === undefined ? {} : { color: argb(colour) }) },
            ...(fill === undefined ? {} : { fill: { type: "pattern" as const, pattern: "solid" as const, bgColor: argb(fill) } }),
          },
        },
      ],
    }),
  );
  Object.assign(sheet.pageSetup, {
    paperSize: print.paper === "A3" ? 8 : 9,
    orientation: print.orientation,
    fitToPage: true,
    fitToWidth: print.fitWide,
    fitToHeight: print.fitTall,
    margins: { ...print.margins, header: 0.2, footer: 0.2 },
    printArea: print.area,
    ...(print.titleRows === undefined ? {} : { printTitlesRow: print.titleRows }),
  });
  const footer = (where: "L" | "C" | "R", text: string) => `&${where}&"Arial,Regular"&8&K4C6272${text}`;
  Object.assign(sheet.headerFooter, {
    oddFooter: footer("L", literal(print.footer.left)) + footer("C", literal(print.footer.centre)) + footer("R", print.footer.right),
  });
  addCharts(sheet, plan.charts ?? []);
}

type Table = SheetPlan["tables"][number] & { readonly area: Area };

function addTable(sheet: Worksheet, { name, area, style }: Table, plan: SheetPlan): void {
  const cellsOf = (row: number): readonly Cell[] => (plan.rows[row] ?? []).slice(area.left, area.right + 1);
  const first = cellsOf(area.top + 1);
  sheet.addTable({
    name,
    ref: cellRef(area.top, area.left),
    headerRow: true,
    style: { theme: style as "TableStyleLight1", showRowStripes: false },
    columns: cellsOf(area.top).map((cell, i) => {
      const formula = first[i]?.formula;
      return {
        name: String(cell.value),
        filterButton: true,
        ...(formula === undefined ? {} : { calculatedColumnFormula: fileFormula(formula, name) }),
      };
    }),
    rows: Array.from({ length: area.bottom - area.top }, (_, i) => cellsOf(area.top + 1 + i).map((cell) => fileValue(cell, name))),
  });
}

function fileValue(cell: Cell, table: string | undefined) {
  const { value, formula, spill } = cell;
  if (formula === undefined) return value;
  // A formula that fills several cells is stored once, with the area it fills.
  const several = spill === undefined ? {} : { shareType: "array" as const, ref: spill, isDynamicArray: true };
  return { formula: fileFormula(formula, table), result: fileResult(value), ...several };
}

/** A formula that found nothing to show says so by an error, which the file keeps apart from text that reads the same. */
const fileResult = (value: Cell["value"]) => (isError(value) ? { error: value } : (value ?? ""));

type ErrorCode = "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!";
const isError = (value: Cell["value"]): value is ErrorCode =>
  typeof value === "string" && /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)$/.test(value);

function fileStyle(style: Style): Partial<FileStyle> {
  const { size, bold, italic, colour, fill, horizontal, vertical, indent, wrap, format } = style;
  const border = Object.fromEntries(
    (["top", "bottom", "left", "right"] as const).flatMap((side) => {
      const edge = style[side];
      return edge ? [[side, fileEdge(edge)]] : [];
    }),
  ) as Partial<Borders>;
  return {
    font: {
      name: "Arial",
      family: 2,
      size,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(colour === undefined ? {} : { color: argb(colour) }),
    },
    alignment: {
      vertical: vertical === "center" ? "middle" : (vertical ?? "bottom"),
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(indent === undefined ? {} : { indent }),
      ...(wrap ? { wrapText: true } : {}),
    },
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: argb(fill) } }),
    ...(format === undefined ? {} : { numFmt: format }),
    ...(Object.keys(border).length > 0 ? { border } : {}),
  };
}

const fileEdge = ({ weight, colour }: Edge) => ({ style: weight, color: argb(colour) });
const argb = (colour: string) => ({ argb: `FF${colour.slice(1)}` });
const absolute = (ref: string): string => ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
const contains = ({ top, left, bottom, right }: Area, r: number, c: number): boolean => r > top && r <= bottom && c >= left && c <= right;
/** In a footer "&" begins a code; a name that holds one is written with two. */
const literal = (text: string): string => text.replaceAll("&", "&&");
