import { unmarkText } from "../errorText";
import { drawnFormat, type Drawing } from "../numberFormats";
import type { Book } from "./book";
import type { Cell, Engine, EvaluatedCell, HostStyle, Position } from "./types";

export type CellValue = string | number | boolean;

/** The engine's few words that Excel does not know. A circular reference shows 0. */
const TRANSLATED: Readonly<Record<string, CellValue>> = { "#BAD_EXPR": "#NAME?", "#CYCLE": 0, "#ERROR": "#VALUE!", "#REF": "#REF!" };

/** What `range.values` holds: "" for an empty cell, error codes as text, dates as serial numbers. */
export function valueOf(cell: EvaluatedCell): CellValue {
  const value = cell.value;
  if (value === null || value === undefined) return "";
  if (cell.type === "error") return TRANSLATED[String(value)] ?? String(value);
  return typeof value === "string" ? unmarkText(value) : (value as CellValue);
}

export function valueTypeOf(cell: EvaluatedCell): string {
  if (cell.type === "number") return "Double";
  if (cell.type === "text") return cell.value === "" ? "String" : "String";
  if (cell.type === "boolean") return "Boolean";
  return cell.type === "error" ? "Error" : "Empty";
}

/** What `range.text` holds: the value as shown. */
export function textOf(cell: EvaluatedCell): string {
  return cell.type === "error" ? String(valueOf(cell)) : unmarkText(cell.formattedValue);
}

export const styleOf = (cell: Cell | undefined): HostStyle => (cell?.style ?? {}) as HostStyle;

/** The engine's ability to draw formats, remembered by format. */
export function drawingOf(engine: Engine, locale: unknown): Drawing & { drawn(format: string): string } {
  const draws = new Map<string, boolean>();
  const drawn = new Map<string, string>();
  const drawing: Drawing = {
    draws(format) {
      const known = draws.get(format);
      if (known !== undefined) return known;
      const possible = canFormat(engine, format, locale);
      draws.set(format, possible);
      return possible;
    },
  };
  return {
    ...drawing,
    drawn(format) {
      const known = drawn.get(format);
      if (known !== undefined) return known;
      const found = drawnFormat(format, drawing);
      drawn.set(format, found);
      return found;
    },
  };
}

function canFormat(engine: Engine, format: string, locale: unknown): boolean {
  try {
    for (const value of [1234.5, -1, 0]) engine.helpers.formatValue(value, { format, locale: locale as never });
    return true;
  } catch {
    return false;
  }
}

/** The number format as the add-in set it, or as the engine gave it when a person typed "12%". */
export function numberFormatOf(cell: Cell | undefined, drawn: (format: string) => string): string {
  if (!cell) return "General";
  const asked = styleOf(cell).xlNumberFormat;
  const actual = cell.format ?? "";
  if (asked !== undefined && drawn(asked) === actual) return asked;
  return actual === "" ? "General" : actual;
}

/** Where a formula's result lies, or undefined for a formula with a single value. */
export function spillOf(book: Book, at: Position): { left: number; top: number; right: number; bottom: number } | undefined {
  if (!book.cell(at)?.isFormula) return undefined;
  return book.getters.getSpreadZone(at);
}
