import type { Edge, SheetPlan, Style } from "../sheet/plan";
import { rectangles } from "../sheet/rectangles";

/** Longest list of areas sent as one address; Excel accepts 8,192 characters, other hosts of Office.js fewer. */
const longestAddress = 1000;

/** One format property: how it is read from a style, and how it is told to Excel for all the cells that share it. */
interface Property {
  readonly of: (style: Style) => string | number | boolean | undefined;
  readonly set: (format: Excel.RangeFormat, value: never) => void;
}

const horizontal = { left: "Left", right: "Right", center: "Center" } as const;
const vertical = { top: "Top", center: "Center", bottom: "Bottom" } as const;

const properties: readonly Property[] = [
  { of: (style) => (style.size === usual.size ? undefined : style.size), set: (format, size: number) => (format.font.size = size) },
  { of: (style) => style.bold || undefined, set: (format) => (format.font.bold = true) },
  { of: (style) => style.italic || undefined, set: (format) => (format.font.italic = true) },
  { of: (style) => style.colour, set: (format, colour: string) => (format.font.color = colour) },
  { of: (style) => style.fill, set: (format, fill: string) => (format.fill.color = fill) },
  { of: (style) => style.horizontal, set: (format, value: keyof typeof horizontal) => (format.horizontalAlignment = horizontal[value]) },
  {
    of: (style) => style.vertical ?? "bottom",
    set: (format, value: keyof typeof vertical) => (format.verticalAlignment = vertical[value]),
  },
  { of: (style) => style.indent, set: (format, indent: number) => (format.indentLevel = indent) },
  { of: (style) => style.wrap || undefined, set: (format) => (format.wrapText = true) },
];

const usual = { font: "Arial", size: 10 };

/** Queues everything about how a sheet looks, property by property and area by area. Sends nothing by itself. */
export function formatSheet(sheet: Excel.Worksheet, plan: SheetPlan, styles: Readonly<Record<string, Style>>): void {
  const width = plan.columnWidths.length;
  const styleAt = (row: number, column: number): Style | undefined => styles[plan.rows[row]?.[column]?.style ?? ""];
  const areasBy = (keyOf: (style: Style) => string | null) =>
    rectangles(plan.rows.length, width, (row, column) => {
      const style = styleAt(row, column);
      return style ? keyOf(style) : null;
    });

  const all = sheet.getRangeByIndexes(0, 0, plan.rows.length, width);
  all.format.font.name = usual.font;
  all.format.font.size = usual.size;
  for (const { of, set } of properties)
    for (const [key, areas] of areasBy((style) => json(of(style))))
      for (const part of addresses(areas)) set(sheet.getRanges(part).format as unknown as Excel.RangeFormat, JSON.parse(key) as never);
  for (const [format, areas] of areasBy((style) => style.format ?? null))
    for (const area of areas) sheet.getRange(area).numberFormat = format as unknown as string[][];
  drawBorders(sheet, plan, styleAt, width);

  for (const [points, columns] of rectangles(1, width, (_, column) => String(plan.columnWidths[column]! * 0.75)))
    for (const part of addresses(columns.map(wholeColumns))) sheet.getRanges(part).format.columnWidth = Number(points);
  for (const [points, rows] of rectangles(plan.rows.length, 1, (row) => String(plan.rowHeights[row] ?? plan.defaultRowHeight)))
    for (const part of addresses(rows.map(wholeRows))) sheet.getRanges(part).format.rowHeight = Number(points);
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
const wholeColumns = (ref: string): string => ref.replace(/\d+/g, "").replace(/^([A-Z]+)$/, "$1:$1");
const wholeRows = (ref: string): string => ref.replace(/[A-Z]+/g, "").replace(/^(\d+)$/, "$1:$1");

function addresses(areas: readonly string[]): string[] {
  const parts: string[] = [];
  for (const area of areas) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + area.length < longestAddress) parts[parts.length - 1] = `${last},${area}`;
    else parts.push(area);
  }
  return parts;
}

const lineOf = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
/** A line under each of several rows is, for the area as a whole, its lower edge and every line between its rows. */
const insideOf = { top: "InsideHorizontal", bottom: "InsideHorizontal", left: "InsideVertical", right: "InsideVertical" } as const;

function drawBorders(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  styleAt: (row: number, column: number) => Style | undefined,
  width: number,
): void {
  for (const side of ["top", "bottom", "left", "right"] as const) {
    const areas = rectangles(plan.rows.length, width, (row, column) => json(styleAt(row, column)?.[side]));
    for (const [key, refs] of areas) {
      const edge = JSON.parse(key) as Edge;
      for (const ref of refs) {
        const borders = sheet.getRange(ref).format.borders;
        const lines = [lineOf[side], ...(isSeveral(ref, side) ? [insideOf[side]] : [])] as const;
        for (const line of lines) {
          const border = borders.getItem(line);
          border.style = "Continuous";
          border.weight = ({ hair: "Hairline", thin: "Thin", medium: "Medium", thick: "Thick" } as const)[edge.weight];
          border.color = edge.colour;
        }
      }
    }
  }
}

function isSeveral(ref: string, side: keyof typeof lineOf): boolean {
  const [from, to] = ref.split(":");
  if (to === undefined) return false;
  const part = side === "top" || side === "bottom" ? /\d+/ : /[A-Z]+/;
  return part.exec(from!)![0] !== part.exec(to)![0];
}
