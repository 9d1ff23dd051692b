import { cellName, quoteSheetName } from "../a1";
import type { Position, Zone } from "../engine/types";

/** A table as formulas see it. */
export interface FormulaTable {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly zone: Zone;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
  /** Place of each column by its name in small letters, counted from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/**
 * The cells that a structured reference means, such as `$B$5:$B$37` for `tblScore[Patients]`; `[@Patients]` is `$B7` in row 7.
 * Undefined where the table has no such column or the row lies outside the table.
 *
 * Grammar: https://support.microsoft.com/office/using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e
 */
export function resolveStructured(table: FormulaTable, spec: string, at: Position): string | undefined {
  const wanted = readSpec(spec);
  const columns = wanted.columns.map((name) => columnOf(table, name));
  const rows = rowsOf(table, wanted, at);
  if (!rows || columns.includes(undefined)) return undefined;
  const places = columns as readonly number[];
  const left = table.zone.left + (places.length > 0 ? Math.min(...places) : 0);
  const right = places.length > 0 ? table.zone.left + Math.max(...places) : table.zone.right;
  const name = (row: number, column: number): string => {
    const plain = cellName(row, column);
    return wanted.thisRow ? `$${plain}` : `$${plain.replace(/\d+/, (digits) => `$${digits}`)}`;
  };
  const sheet = table.sheetId === at.sheetId ? "" : `${quoteSheetName(table.sheetName)}!`;
  const first = name(rows.top, left);
  const last = name(rows.bottom, right);
  return sheet + (first === last ? first : `${first}:${last}`);
}

interface Spec {
  readonly thisRow: boolean;
  readonly parts: ReadonlySet<string>;
  readonly columns: readonly string[];
}

/** `[#Headers],[A]:[B]`, `@Patients`, `@[List size]`, `Patients`, or nothing for the table's data. */
function readSpec(spec: string): Spec {
  const known = specs.get(spec);
  if (known) return known;
  const read = parseSpec(spec);
  specs.set(spec, read);
  return read;
}

/** A sheet repeats the same few references in thousands of formulas. */
const specs = new Map<string, Spec>();

function parseSpec(spec: string): Spec {
  let text = spec.trim();
  let thisRow = text.startsWith("@");
  if (thisRow) text = text.slice(1).trim();
  if (text !== "" && !text.startsWith("[")) text = `[${text}]`;
  const parts = new Set<string>();
  const columns: string[] = [];
  for (const [, inner = ""] of text.matchAll(/\[((?:'.|[^\]'])*)\]/g)) {
    const item = inner.trim();
    if (/^#this row$/i.test(item)) thisRow = true;
    else if (item.startsWith("#")) parts.add(item.toLowerCase());
    else if (item !== "") columns.push(item.replace(/'(.)/g, "$1"));
  }
  return { thisRow, parts, columns };
}

const columnOf = (table: FormulaTable, name: string): number | undefined => table.columns.get(name.trim().toLowerCase());

function rowsOf(table: FormulaTable, spec: Spec, at: Position): { readonly top: number; readonly bottom: number } | undefined {
  const { zone } = table;
  const first = zone.top + (table.hasHeader ? 1 : 0);
  const last = zone.bottom - (table.hasTotals ? 1 : 0);
  if (spec.thisRow) return at.row >= first && at.row <= last ? { top: at.row, bottom: at.row } : undefined;
  if (spec.parts.has("#all")) return { top: zone.top, bottom: zone.bottom };
  const tops: number[] = [];
  const bottoms: number[] = [];
  const add = (top: number, bottom: number): unknown => [tops.push(top), bottoms.push(bottom)];
  if (spec.parts.has("#headers")) add(zone.top, zone.top);
  if (spec.parts.has("#totals")) {
    if (!table.hasTotals) return undefined;
    add(zone.bottom, zone.bottom);
  }
  if (spec.parts.size === 0 || spec.parts.has("#data")) add(first, last);
  return { top: Math.min(...tops), bottom: Math.max(...bottoms) };
}
