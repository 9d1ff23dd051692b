/**
 * The open workbook as a plan, so that the writer that makes the scorecard's file makes the downloaded one too.
 * What is in the cells is asked of Office.js; how they look is read from the grid, which has it at hand for every cell.
 */
import type { Model } from "@odoo/o-spreadsheet";
import { chartPlans } from "./chartPlan";
import { areaRef } from "../sheet/a1";
import type { Cell, ConditionalFormatPlan, Edge, PrintPlan, SheetPlan, Style, TablePlan, WorkbookPlan } from "../sheet/plan";

const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;
/** Excel's own height of a row in Arial 10, in points. */
const USUAL_HEIGHT = 12.75;

/** Reads every visible sheet, in three round trips. Rules other than formulas, and notes, are not kept. */
export async function readPlan(excel: typeof Excel, model: Model): Promise<WorkbookPlan> {
  return excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load({ id: true, name: true, tabColor: true, showGridlines: true, visibility: true });
    names.load({ name: true, formula: true, type: true, visible: true });
    const front = worksheets.getActiveWorksheet();
    front.load({ name: true });
    await context.sync();
    const asked = worksheets.items.filter((sheet) => sheet.visibility === "Visible").map((sheet) => ask(sheet));
    await context.sync();
    const detailed = asked.map((sheet) => ({ ...sheet, ...askDetails(sheet) }));
    await context.sync();

    const styles = new Map<string, string>();
    const sheets = detailed.map((sheet) => sheetPlan(sheet, model, styles));
    return {
      title: front.name,
      active: front.name,
      sheets,
      styles: Object.fromEntries([...styles].map(([style, key]) => [key, JSON.parse(style) as Style])),
      names: names.items.flatMap(({ name, formula, visible }) => {
        const found = /^='?((?:[^'!]|'')+)'?!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/.exec(String(formula));
        return found && visible ? [{ name, sheet: found[1]!.replaceAll("''", "'"), ref: found[2]!.replaceAll("$", "") }] : [];
      }),
    };
  });
}

type Asked = ReturnType<typeof ask>;
type Detailed = Asked & ReturnType<typeof askDetails>;

function ask(sheet: Excel.Worksheet) {
  const used = sheet.getUsedRangeOrNullObject();
  used.load({ formulas: true, values: true, numberFormat: true, rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load({ address: true });
  const layout = sheet.pageLayout;
  layout.load({ orientation: true, paperSize: true, zoom: true, leftMargin: true, rightMargin: true, topMargin: true, bottomMargin: true });
  const footer = layout.headersFooters.defaultForAllPages;
  footer.load({ leftFooter: true, centerFooter: true, rightFooter: true });
  const printArea = layout.getPrintAreaOrNullObject();
  printArea.load({ address: true });
  const titleRows = layout.getPrintTitleRowsOrNullObject();
  titleRows.load({ address: true });
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load({ address: true });
  sheet.tables.load({ name: true, style: true });
  const rules = sheet.getRange().conditionalFormats;
  rules.load({ type: true, priority: true });
  return { sheet, used, frozen, layout, footer, printArea, titleRows, filter, tables: sheet.tables, rules };
}

/** What can only be asked for once it is known which tables and rules there are. */
function askDetails({ tables, rules }: Asked) {
  return {
    tableRanges: tables.items.map((table) => {
      const range = table.getRange();
      range.load({ address: true });
      return { table, range };
    }),
    formulaRules: rules.items
      .filter(({ type }) => type === "Custom")
      .map((rule) => {
        const areas = rule.getRanges();
        areas.load({ address: true });
        rule.custom.rule.load({ formula: true });
        rule.custom.format.font.load({ color: true, bold: true });
        rule.custom.format.fill.load({ color: true });
        return { rule, areas };
      }),
  };
}

function sheetPlan(asked: Detailed, model: Model, styles: Map<string, string>): SheetPlan {
  const { sheet, used, frozen, filter, tableRanges, formulaRules } = asked;
  const { getters } = model;
  const height = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const width = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cellPlan(asked, model, styles, row, column)),
  );
  const heights = rows.map((_, row) => getters.getRowSize(sheet.id, row) * POINTS_PER_PIXEL);
  return {
    key: `sheet:${sheet.name}`,
    name: sheet.name,
    rows,
    columnWidths: Array.from({ length: width }, (_, column) => getters.getColSize(sheet.id, column)),
    rowHeights: Object.fromEntries(heights.map((points, row) => [row, points])),
    defaultRowHeight: USUAL_HEIGHT,
    merges: getters.getMerges(sheet.id).map(({ top, left, bottom, right }) => areaRef(top, left, bottom, right)),
    freeze: frozen.isNullObject ? { rows: 0, columns: 0 } : frozenParts(frozen.address),
    gridlines: sheet.showGridlines,
    tabColour: sheet.tabColor,
    zoom: 100,
    tables: tableRanges.map(({ table, range }): TablePlan => ({ name: table.name, ref: local(range.address), style: table.style })),
    ...(filter.isNullObject ? {} : { autoFilter: local(filter.address) }),
    conditionalFormats: formulaRules.map(({ rule, areas }) => rulePlan(rule, areas.address)),
    charts: chartPlans(model, sheet.id),
    print: printPlan(asked, height === 0 ? "A1" : areaRef(0, 0, height - 1, width - 1)),
  };
}

function cellPlan({ sheet, used }: Detailed, { getters }: Model, styles: Map<string, string>, row: number, column: number): Cell {
  const [r, c] = [row - used.rowIndex, column - used.columnIndex];
  const value = (used.values[r]?.[c] ?? "") as Cell["value"];
  const formula = String(used.formulas[r]?.[c] ?? "");
  const format = String(used.numberFormat[r]?.[c] ?? "General");
  const position = { sheetId: sheet.id, row, col: column };
  const style = styleKey(getters.getCell(position)?.style ?? {}, getters.getCellBorder(position) ?? {}, format, styles);
  // Text that begins with "=" reads the same as value and as formula; a formula does not.
  if (!formula.startsWith("=") || formula === value) return { value: value === "" ? null : value, style };
  const spread = getters.getSpreadZone(position);
  const spills = spread !== undefined && (spread.bottom > spread.top || spread.right > spread.left);
  return { value, formula, style, ...(spills ? { spill: areaRef(spread.top, spread.left, spread.bottom, spread.right) } : {}) };
}

/** A style as the grid keeps it, with what the host keeps beside it. */
type GridStyle = Readonly<Record<string, unknown>>;
type GridBorder = Readonly<Partial<Record<"top" | "bottom" | "left" | "right", { readonly color: string; readonly xlWeight?: string }>>>;

/** Gives equal looks one key, and keeps the look under it. */
function styleKey(drawn: object, border: object, format: string, styles: Map<string, string>): string {
  const style = drawn as GridStyle;
  const edges = Object.entries(border as GridBorder).flatMap(([side, edge]) => (edge ? [[side, edgePlan(edge.color, edge.xlWeight)]] : []));
  const plan = {
    size: (style["fontSize"] as number | undefined) ?? 10,
    ...(style["bold"] === true ? { bold: true } : {}),
    ...(typeof style["textColor"] === "string" ? { colour: style["textColor"].toUpperCase() } : {}),
    ...(typeof style["fillColor"] === "string" ? { fill: style["fillColor"].toUpperCase() } : {}),
    ...(typeof style["align"] === "string" ? { horizontal: style["align"] } : {}),
    ...(typeof style["verticalAlign"] === "string"
      ? { vertical: style["verticalAlign"] === "middle" ? "center" : style["verticalAlign"] }
      : {}),
    ...(typeof style["xlIndent"] === "number" && style["xlIndent"] > 0 ? { indent: style["xlIndent"] } : {}),
    ...(style["wrapping"] === "wrap" ? { wrap: true } : {}),
    ...(format === "General" ? {} : { format }),
    ...Object.fromEntries(edges),
  };
  const text = JSON.stringify(plan);
  const key = styles.get(text) ?? `style${styles.size + 1}`;
  styles.set(text, key);
  return key;
}

const WEIGHTS: Readonly<Record<string, Edge["weight"]>> = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" };
const edgePlan = (colour: string, weight = "Thin"): Edge => ({ weight: WEIGHTS[weight] ?? "thin", colour: colour.toUpperCase() });

function rulePlan(rule: Excel.ConditionalFormat, address: string): ConditionalFormatPlan {
  const { font, fill } = rule.custom.format;
  return {
    refs: address.split(",").map(local),
    formula: rule.custom.rule.formula,
    ...(font.color ? { colour: font.color } : {}),
    ...(fill.color ? { fill: fill.color } : {}),
    ...(font.bold ? { bold: true } : {}),
  };
}

function printPlan({ layout, footer, printArea, titleRows }: Detailed, used: string): PrintPlan {
  const zoom = layout.zoom as Excel.PageLayoutZoomOptions;
  const inches = (points: number): number => points / POINTS_PER_INCH;
  return {
    paper: layout.paperSize === "A3" ? "A3" : "A4",
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    area: printArea.isNullObject ? used : local(printArea.address),
    ...(titleRows.isNullObject ? {} : { titleRows: local(titleRows.address) }),
    fitWide: zoom.horizontalFitToPages ?? 1,
    fitTall: zoom.verticalFitToPages ?? 0,
    margins: {
      left: inches(layout.leftMargin),
      right: inches(layout.rightMargin),
      top: inches(layout.topMargin),
      bottom: inches(layout.bottomMargin),
    },
    footer: {
      left: plainFooter(footer.leftFooter).replaceAll("&&", "&"),
      centre: plainFooter(footer.centerFooter).replaceAll("&&", "&"),
      right: plainFooter(footer.rightFooter),
    },
  };
}

/** A footer without the codes for its font, size and colour; the writer puts the house's own in front. */
const plainFooter = (text: string): string => text.replace(/^(?:&"[^"]*"|&\d+|&K[0-9A-F]{6})+/, "");

/** "Scorecard!A1:B11" without its sheet and dollar signs. */
const local = (address: string): string => address.trim().split("!").at(-1)!.replaceAll("$", "");

/** Frozen rows and columns from the address of the frozen area: "Data!1:4", "Data!A:B" or "Data!A1:B11". */
function frozenParts(address: string): { rows: number; columns: number } {
  const last = local(address).split(":").at(-1)!;
  const letters = /^[A-Z]+/.exec(last)?.[0] ?? "";
  return {
    rows: Number(/\d+$/.exec(last)?.[0] ?? 0),
    columns: [...letters].reduce((columns, letter) => columns * 26 + letter.charCodeAt(0) - 64, 0),
  };
}
