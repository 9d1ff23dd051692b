import { columnIndex, columnName } from "../a1";
import type { Position } from "../engine/types";
import { expandLet } from "./letLambda";
import { scan, type Piece } from "./scan";
import { resolveStructured, type FormulaTable } from "./structured";

/** What a formula may mention that the engine cannot find out by itself. */
export interface FormulaScope {
  /** Cheap test, before anything is cut into pieces. */
  mayMention(formula: string): boolean;
  table(name: string): FormulaTable | undefined;
  tableAt(at: Position): FormulaTable | undefined;
  /** A name that the engine does not hold as a plain range: the text that stands for it. */
  name(name: string, sheet: string | undefined, at: Position): string | undefined;
}

export interface Translation {
  readonly formula: string;
  /** Pieces of the original that were replaced. */
  readonly replaced: readonly string[];
  /** Structured references that mean nothing: Excel refuses to take such a formula. */
  readonly unknown: readonly string[];
}

const FILE_PREFIX = /_xlfn\.(?:_xlws\.)?|_xlws\.|_xlpm\./gi;

/**
 * An Excel formula as the engine can read it: structured references and names become cells, file prefixes go, `@` picks this row.
 *
 * @example toEngine("=[@Patients]/tblScore[[#Totals],[Patients]]", at, scope) // "=$B7/$B$38"
 */
export function toEngine(formula: string, at: Position, scope: FormulaScope): Translation {
  const plain = expandLet(/_xl/i.test(formula) ? withoutPrefixes(formula) : formula);
  if (!/[[@]/.test(plain) && !hasInnerQuotes(plain) && !scope.mayMention(plain)) return { formula: plain, replaced: [], unknown: [] };
  const replaced: string[] = [];
  const unknown: string[] = [];
  const translated = scan(plain).map((piece) => {
    const meaning = meaningOf(piece, at, scope);
    if (meaning === undefined) {
      if (piece.kind === "structured") unknown.push(piece.source);
      return piece.source;
    }
    if (piece.kind !== "at") replaced.push(piece.source);
    return meaning;
  });
  return { formula: translated.join(""), replaced, unknown };
}

/**
 * An engine formula as the person wrote it: each remembered reference goes back to where its present meaning stands. The whole original
 * cannot be kept instead, because the plain references around it move when rows are inserted.
 */
export function fromEngine(formula: string, remembered: readonly string[], at: Position, scope: FormulaScope): string {
  let text = formula;
  for (const source of remembered) {
    const meaning = toEngine(`=${source}`, at, scope).formula.slice(1);
    if (meaning !== source) text = text.replace(wholeReference(meaning), () => source);
  }
  return text;
}

function meaningOf(piece: Piece, at: Position, scope: FormulaScope): string | undefined {
  switch (piece.kind) {
    case "structured": {
      const table = piece.table === "" ? scope.tableAt(at) : scope.table(piece.table);
      return table && resolveStructured(table, piece.spec, at);
    }
    case "name": {
      const table = piece.sheet === undefined ? scope.table(piece.name) : undefined;
      return table ? resolveStructured(table, "", at) : scope.name(piece.name, piece.sheet, at);
    }
    case "text":
      return withoutInnerQuotes(piece.source);
    case "at":
      return piece.reference === "" ? "" : intersection(piece.reference, at);
    default:
      return undefined;
  }
}

const hasInnerQuotes = (formula: string): boolean =>
  formula.includes('""') && (formula.match(/"(?:[^"]|"")*"/g) ?? []).some((text) => text.slice(1, -1).includes('""'));

/** The engine has no quotation marks inside text: `"a""b"` becomes `("a"&CHAR(34)&"b")`. */
function withoutInnerQuotes(source: string): string | undefined {
  if (!source.startsWith('"') || !source.slice(1, -1).includes('""')) return undefined;
  const parts = source.slice(1, -1).split('""');
  return `(${parts.map((part) => `"${part}"`).join("&CHAR(34)&")})`;
}

/** `@A1:A9` in row 4 is A4; in a row of cells it is the cell in the formula's column. */
function intersection(reference: string, at: Position): string {
  const [, sheet = "", left = "", top = "", right, bottom] =
    /^((?:'(?:[^']|'')+'|[\w.]+)!)?(\$?[A-Z]{1,3})(\$?\d+)(?::(\$?[A-Z]{1,3})(\$?\d+))?$/i.exec(reference) ?? [];
  if (right === undefined || bottom === undefined) return sheet + left + top;
  const oneColumn = columnIndex(left.replace("$", "")) === columnIndex(right.replace("$", ""));
  return oneColumn ? `${sheet}${left}${at.row + 1}` : `${sheet}${columnName(at.col)}${top}`;
}

const withoutPrefixes = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(FILE_PREFIX, "").replace(/_xldudf_([A-Z0-9]+)_(\w+)/gi, "$1.$2")))
    .join("");

/** The meaning as a reference of its own: `$B5` must not be found in `$B50`, in `$B5:$B9` or behind a sheet's name. */
function wholeReference(meaning: string): RegExp {
  const escaped = meaning.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w$!:.'])${escaped}(?![\\w:(])`, "g");
}
