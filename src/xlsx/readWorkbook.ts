import { Workbook, type Cell as FileCell, type Worksheet } from "@cj-tech-master/excelts";
import { areaRef, parseArea } from "../sheet/a1";
import type { Cell, ConditionalFormatPlan, Edge, SheetPlan, Style, WorkbookPlan } from "../sheet/plan";
import { shownFormula } from "./shownFormula";

/** Excel's own width of a column, where a file says nothing. */
const USUAL_WIDTH = 64;
const DAYS_BEFORE_1970 = 25_569;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Reads an .xlsx file as a plan: values, formulas, looks, widths, merges, tables, frozen panes and how it prints.
 * Not kept: charts, pictures, notes, and rules of formatting other than formulas.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookPlan> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const styles = new Map<string, string>();
  const sheets = workbook.worksheets.filter((sheet) => sheet.state === "visible").map((sheet) => readSheet(sheet, styles));
  return {
    sheets,
    styles: Object.fromEntries([...styles].map(([style, key]) => [key, JSON.parse(style) as Style])),
    names: workbook.definedNames.model.flatMap(({ name, ranges }) => {
      const found = /^'?((?:[^'!]|'')+)'?!(.+)$/.exec(ranges[0] ?? "");
      return found && !name.startsWith("_") ? [{ name, sheet: found[1]!.replaceAll("''", "'"), ref: found[2]!.replaceAll("$", "") }] : [];
    }),
    active: sheets[workbook.views[0]?.activeTab ?? 0]?.name ?? sheets[0]?.name ?? "",
    title: workbook.title ?? "",
  };
}

function readSheet(sheet: Worksheet, styles: Map<string, string>): SheetPlan {
  const [height, width] = [sheet.rowCount, sheet.columnCount];
  const [view] = sheet.views;
  const { pageSetup } = sheet;
  const margins = pageSetup.margins;
  const heights = Array.from({ length: height }, (_, row) => sheet.getRow(row + 1).height);
  return {
    key: `sheet:${sheet.name}`,
    name: sheet.name,
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_unused, column) => readCell(sheet.getCell(row + 1, column + 1), styles)),
    ),
    columnWidths: Array.from({ length: width }, (_, column) => {
      const digits = sheet.getColumn(column + 1).width;
      return digits === undefined ? USUAL_WIDTH : Math.round(digits * 7 + 5);
    }),
    rowHeights: Object.fromEntries(heights.flatMap((points, row) => (points === undefined ? [] : [[row, points]]))),
    defaultRowHeight: sheet.properties.defaultRowHeight ?? 15,
    merges: [...(sheet.model.mergeCells ?? [])],
    freeze: view?.state === "frozen" ? { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 } : { rows: 0, columns: 0 },
    gridlines: view?.showGridLines ?? true,
    tabColour: colour(sheet.properties.tabColor) ?? "",
    zoom: view?.zoomScale ?? 100,
    tables: sheet.getTables().map((table) => ({
      name: table.name,
      ref: table.model.tableRef ?? "",
      style: table.model.style?.theme ?? "TableStyleLight1",
    })),
    conditionalFormats: sheet.conditionalFormattings.flatMap(({ ref, rules }) =>
      rules.flatMap((rule) => (rule.type === "expression" ? [readRule(ref, rule)] : [])),
    ),
    print: {
      paper: Number(pageSetup.paperSize) === 8 ? "A3" : "A4",
      orientation: pageSetup.orientation === "landscape" ? "landscape" : "portrait",
      area: pageSetup.printArea?.split("&&")[0] ?? areaRef(0, 0, Math.max(0, height - 1), Math.max(0, width - 1)),
      ...(pageSetup.printTitlesRow ? { titleRows: pageSetup.printTitlesRow.replaceAll("$", "") } : {}),
      fitWide: pageSetup.fitToWidth ?? 1,
      fitTall: pageSetup.fitToHeight ?? 0,
      margins: { left: margins?.left ?? 0.7, right: margins?.right ?? 0.7, top: margins?.top ?? 0.75, bottom: margins?.bottom ?? 0.75 },
      footer: { left: "", centre: "", right: "" },
    },
  };
}

interface FormulaRule {
  readonly formulae?: readonly unknown[];
  readonly style?: Partial<FileCell["style"]>;
}

function readRule(ref: string, { formulae, style }: FormulaRule): ConditionalFormatPlan {
  const { font, fill } = style ?? {};
  const [text, painted] = [colour(font?.color), fill?.type === "pattern" ? colour(fill.bgColor) : undefined];
  return {
    refs: ref.split(" "),
    formula: shownFormula(String(formulae?.[0] ?? "FALSE")),
    ...(text === undefined ? {} : { colour: text }),
    ...(painted === undefined ? {} : { fill: painted }),
    ...(font?.bold ? { bold: true } : {}),
  };
}

function readCell(cell: FileCell, styles: Map<string, string>): Cell {
  const style = styleKey(cell, styles);
  if (cell.isMerged && cell.master !== cell) return { value: null, style };
  if (!cell.formula) return { value: plain(cell.value), style };
  const value = plain(cell.result);
  const { shareType, ref } = cell.value as { readonly shareType?: string; readonly ref?: string };
  const area = shareType === "array" && ref !== undefined ? parseArea(ref) : undefined;
  const several = area !== undefined && (area.bottom > area.top || area.right > area.left);
  return { value, formula: shownFormula(cell.formula), style, ...(several ? { spill: ref! } : {}) };
}

/** What a cell shows, without what only this library knows: dates as Excel's numbers, errors as their codes, rich text as text. */
function plain(value: unknown): Cell["value"] {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / MILLISECONDS_A_DAY + DAYS_BEFORE_1970;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const object = value as { readonly error?: string; readonly text?: unknown; readonly richText?: readonly { readonly text: string }[] };
  return object.error ?? object.richText?.map(({ text }) => text).join("") ?? plain(object.text);
}

function styleKey({ font, fill, alignment, border, numFmt }: FileCell, styles: Map<string, string>): string {
  const format = typeof numFmt === "string" ? numFmt : undefined;
  const painted = fill?.type === "pattern" && fill.pattern === "solid" ? colour(fill.fgColor) : undefined;
  const vertical = { top: "top", middle: "center", bottom: "bottom" }[String(alignment?.vertical)];
  const horizontal = ["left", "right", "center"].find((each) => each === alignment?.horizontal);
  const text = JSON.stringify({
    size: font?.size ?? 10,
    bold: font?.bold || undefined,
    colour: colour(font?.color),
    fill: painted,
    horizontal,
    vertical,
    indent: alignment?.indent || undefined,
    wrap: alignment?.wrapText || undefined,
    format: format === "General" ? undefined : format,
    ...Object.fromEntries((["top", "bottom", "left", "right"] as const).map((side) => [side, edge(border?.[side])])),
  });
  const key = styles.get(text) ?? `style${styles.size + 1}`;
  styles.set(text, key);
  return key;
}

const WEIGHTS: Readonly<Record<string, Edge["weight"]>> = { hair: "hair", medium: "medium", thick: "thick" };
type FileEdge = { readonly style?: string; readonly color?: object };
const edge = (line: FileEdge | undefined): Edge | undefined =>
  line?.style ? { weight: WEIGHTS[line.style] ?? "thin", colour: colour(line.color) ?? "#000000" } : undefined;

/** "#RRGGBB" of a colour that is given as such; colours of a theme stay automatic. */
function colour(given: object | undefined): string | undefined {
  const argb = (given as { readonly argb?: string } | undefined)?.argb;
  return argb === undefined ? undefined : `#${argb.slice(-6)}`;
}
