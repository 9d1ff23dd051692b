import { areaRef, parseArea } from "../sheet/a1";
import type { Cell, ConditionalFormatPlan, PrintPlan, SheetPlan, Style, ValidationPlan } from "../sheet/plan";
import { rectangles } from "../sheet/rectangles";
import { addCarried } from "./carried";
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

/** Something that is queued for Excel in one go, and about how many bytes of a request it takes. */
export interface Part {
  readonly bytes: number;
  readonly queue: () => void;
}

/** Queues everything else of one sheet. Sends nothing by itself; the caller syncs once for all sheets. */
export function writeSheet(sheet: Excel.Worksheet, plan: SheetPlan, styles: Readonly<Record<string, Style>>, spelling: Spelling): void {
  for (const { queue } of sheetParts(sheet, plan, styles, spelling)) queue();
}

/**
 * Everything of one sheet but its tables, in the order in which it has to be queued. A sheet that is more than a request should hold comes in
 * several parts; the last holds how it looks and all that needs its cells to be there.
 */
export function sheetParts(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  styles: Readonly<Record<string, Style>>,
  spelling: Spelling,
): readonly Part[] {
  const translate = (formula: string): string => respell(formula, spelling);
  const cells = cellParts(sheet, plan, translate);
  return [...cells, { bytes: looksBytes(plan), queue: () => finishSheet(sheet, plan, styles) }];
}

function finishSheet(sheet: Excel.Worksheet, plan: SheetPlan, styles: Readonly<Record<string, Style>>): void {
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
  if (plan.carried !== undefined) addCarried(sheet, plan.carried);
}

/** More of a sheet's cells than this, in bytes, are not sent in one request. Excel for the web refuses one of 5 MB. */
const mostBytes = 1_500_000;

/** Every request for a format takes some words of its own, however few cells it is for: about as many as there are different rows. */
const looksBytes = (plan: SheetPlan): number => 20_000 + 350 * Math.min(plan.rows.length, 120) + 60 * plan.rows.length;

/**
 * A column of a table has one formula, said once for all its rows. Everything else goes as blocks of rows, in which `null` leaves a cell alone.
 */
function cellParts(sheet: Excel.Worksheet, plan: SheetPlan, translate: (formula: string) => string): Part[] {
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
  const rows = plan.rows.map((cells, row) => Array.from({ length: width }, (_, column) => content(cells[column], row, column)));
  const parts: Part[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    let bytes = 0;
    while (to < rows.length && bytes < mostBytes) bytes += JSON.stringify(rows[to++]).length * escapes;
    const block = rows.slice(from, to);
    const top = from;
    parts.push({ bytes, queue: () => (sheet.getRangeByIndexes(top, 0, block.length, width).formulas = block) });
  }
  const bytes = blocks.reduce((sum, { formula }) => sum + formula.length * escapes + 200, 0);
  const queue = () => {
    for (const { ref, formula } of blocks) sheet.getRange(ref).formulas = translate(formula) as unknown as string[][];
  };
  return [...parts, { bytes, queue }];
}

/** Quotation marks within text take more than one byte each. */
const escapes = 1.1;

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
