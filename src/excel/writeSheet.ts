import { areaRef, parseArea } from "../sheet/a1";
import type { Cell, ConditionalFormatPlan, PrintPlan, SheetPlan, Style, ValidationPlan } from "../sheet/plan";
import { rectangles } from "../sheet/rectangles";
import { cellContent } from "./cellContent";
import { formatSheet } from "./formatSheet";

/** How a plan's own names for tables and cells are spelled in this workbook, where some may be taken. */
export type Spelling = ReadonlyMap<string, string>;

/** Queues a sheet's tables. Those of all sheets come before any formula, because Excel refuses a formula that names a table it does not know. */
export function addTables(sheet: Excel.Worksheet, plan: SheetPlan, spelling: Spelling): void {
  for (const { name, ref, style } of plan.tables) {
    const { top, left, right } = parseArea(ref);
    sheet.getRange(areaRef(top, left, top, right)).values = [plan.rows[top]!.slice(left, right + 1).map((cell) => cellContent(cell))];
    const table = sheet.tables.add(ref, true);
    table.name = spelling.get(name) ?? name;
    table.style = style;
    table.showBandedRows = false;
  }
}

/** Queues everything else of one sheet. Sends nothing by itself; the caller syncs once for all sheets. */
export function writeSheet(sheet: Excel.Worksheet, plan: SheetPlan, styles: Readonly<Record<string, Style>>, spelling: Spelling): void {
  const translate = (formula: string): string => respell(formula, spelling);
  writeCells(sheet, plan, translate);
  formatSheet(sheet, plan, styles);
  for (const ref of plan.merges) sheet.getRange(ref).merge();
  for (const rule of [...plan.conditionalFormats].reverse()) addRule(sheet, rule);
  for (const validation of plan.validations ?? []) addValidation(sheet, validation);
  if (plan.autoFilter !== undefined) sheet.autoFilter.apply(sheet.getRange(plan.autoFilter));
  const { rows, columns } = plan.freeze;
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
  sheet.showGridlines = plan.gridlines;
  sheet.tabColor = plan.tabColour;
  setUpPage(sheet.pageLayout, plan.print);
}

/**
 * A column of a table has one formula, said once for all its rows. Everything else goes as one block, in which `null` leaves a cell alone.
 */
function writeCells(sheet: Excel.Worksheet, plan: SheetPlan, translate: (formula: string) => string): void {
  const width = plan.columnWidths.length;
  const repeated = rectangles(plan.rows.length, width, (row, column) => plan.rows[row]?.[column]?.formula ?? null);
  const said = new Set<string>();
  const blocks: { ref: string; formula: string }[] = [];
  for (const [formula, refs] of repeated)
    for (const ref of refs) {
      const { top, bottom, left, right } = parseArea(ref);
      if (bottom === top || left !== right) continue;
      blocks.push({ ref, formula });
      for (let row = top; row <= bottom; row++) said.add(`${row}:${left}`);
    }
  const content = (cell: Cell | undefined, row: number, column: number) =>
    said.has(`${row}:${column}`) ? null : cell ? cellContent(cell, translate) : "";
  sheet.getRangeByIndexes(0, 0, plan.rows.length, width).formulas = plan.rows.map((cells, row) =>
    Array.from({ length: width }, (_, column) => content(cells[column], row, column)),
  );
  for (const { ref, formula } of blocks) sheet.getRange(ref).formulas = translate(formula) as unknown as string[][];
}

export const respell = (formula: string, spelling: Spelling): string =>
  formula.replace(/\b(?:Scorecard[A-Z]\w+|scorecard_\w+)\b/g, (name) => spelling.get(name) ?? name);

/** Excel puts each new rule in front of the others, so the caller adds them from the last to the first. */
function addRule(sheet: Excel.Worksheet, { refs, formula, colour, fill, bold }: ConditionalFormatPlan): void {
  const rule = sheet.getRanges(refs.join(",")).conditionalFormats.add("Custom");
  rule.custom.rule.formula = formula;
  if (colour !== undefined) rule.custom.format.font.color = colour;
  if (bold !== undefined) rule.custom.format.font.bold = bold;
  if (fill !== undefined) rule.custom.format.fill.color = fill;
}

function addValidation(sheet: Excel.Worksheet, { ref, rule, title, message }: ValidationPlan): void {
  const validation = sheet.getRange(ref).dataValidation;
  validation.rule =
    rule.kind === "list"
      ? { list: { inCellDropDown: true, source: rule.of.join(",") } }
      : { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  validation.ignoreBlanks = true;
  // Excel allows 32 characters in the title.
  validation.errorAlert = { title: title.slice(0, 32), message, style: "Stop", showAlert: true };
}

function setUpPage(layout: Excel.PageLayout, print: PrintPlan): void {
  layout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = print.paper === "A3" ? "A3" : "A4";
  layout.zoom = { horizontalFitToPages: print.fitWide, ...(print.fitTall > 0 ? { verticalFitToPages: print.fitTall } : {}) };
  layout.setPrintMargins("Inches", { ...print.margins, header: 0.2, footer: 0.2 });
  layout.setPrintArea(print.area);
  if (print.titleRows !== undefined) layout.setPrintTitleRows(`$${print.titleRows.replace(":", ":$")}`);
  const footer = layout.headersFooters.defaultForAllPages;
  const small = (text: string) => `&"Arial,Regular"&8&K4C6272${text}`;
  footer.leftFooter = small(print.footer.left.replaceAll("&", "&&"));
  footer.centerFooter = small(print.footer.centre.replaceAll("&", "&&"));
  footer.rightFooter = small(print.footer.right);
}
