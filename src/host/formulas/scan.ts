/** A piece of a formula. Text in quotes and quoted sheet names are never looked into. */
export type Piece =
  | { readonly kind: "text"; readonly source: string }
  /** `tbl[Col]`, `[@Col]`, `tbl[[#Headers],[A]:[B]]`. */
  | { readonly kind: "structured"; readonly source: string; readonly table: string; readonly spec: string }
  /** A word that is no function, no cell and no sheet: a table or a defined name. */
  | { readonly kind: "name"; readonly source: string; readonly sheet: string | undefined; readonly name: string }
  /** `@A1:A9` or a bare `@`. */
  | { readonly kind: "at"; readonly source: string; readonly reference: string }
  | { readonly kind: "other"; readonly source: string };

const WORD = /^[A-Za-z_\\\u00c0-\uffff][\w.\\?\u00c0-\uffff]*/;
const CELL_OR_COLUMN = /^\$?[A-Za-z]{1,3}(\$?\d+)?$/;
const AT_REFERENCE = /^@((?:'(?:[^']|'')+'|[\w.]+)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/i;
const SHEET_NAME_PREFIX = /^(?:'((?:[^']|'')+)'|([A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*))!([A-Za-z_\\][\w.\\]*)(?![\w(!:$[])/;

/** Cuts a formula into pieces whose sources join to the formula again. */
export function scan(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < formula.length) {
    const piece = pieceAt(formula, at, formula.charAt(at - 1));
    pieces.push(piece);
    at += piece.source.length;
  }
  return pieces;
}

function pieceAt(formula: string, at: number, before: string): Piece {
  const rest = formula.slice(at);
  const first = rest.charAt(0);
  if (first === '"') return { kind: "text", source: quoted(rest, '"') };
  if (first === "'") return sheetScopedName(rest) ?? { kind: "text", source: quoted(rest, "'") };
  if (first === "@") {
    const reference = AT_REFERENCE.exec(rest)?.[0];
    return { kind: "at", source: reference ?? "@", reference: reference?.slice(1) ?? "" };
  }
  if (/[\w.$]/.test(before) && first !== "[") return { kind: "other", source: first };
  const word = WORD.exec(rest)?.[0] ?? "";
  const next = rest.charAt(word.length);
  if (next === "[") {
    const end = closing(rest, word.length);
    return { kind: "structured", source: rest.slice(0, end), table: word, spec: rest.slice(word.length + 1, end - 1) };
  }
  if (word === "") return { kind: "other", source: first };
  if (next === "!") return sheetScopedName(rest) ?? { kind: "other", source: word + next };
  if (next === "(" || next === ":" || CELL_OR_COLUMN.test(word) || /^(TRUE|FALSE)$/i.test(word)) return { kind: "other", source: word };
  return { kind: "name", source: word, sheet: undefined, name: word };
}

/** `Sheet1!Target`, a name of one sheet; `Sheet1!A1` is none. */
function sheetScopedName(rest: string): Piece | undefined {
  const match = SHEET_NAME_PREFIX.exec(rest);
  if (!match || CELL_OR_COLUMN.test(match[3] ?? "")) return undefined;
  return { kind: "name", source: match[0], sheet: (match[1] ?? match[2] ?? "").replace(/''/g, "'"), name: match[3] ?? "" };
}

function quoted(rest: string, quote: string): string {
  let end = 1;
  while (end < rest.length && (rest.charAt(end) !== quote || rest.charAt(end + 1) === quote)) end += rest.charAt(end) === quote ? 2 : 1;
  return rest.slice(0, end + 1);
}

/** Where the bracket that opens at `from` closes; an apostrophe takes the meaning off the bracket after it. */
function closing(rest: string, from: number): number {
  let depth = 0;
  for (let at = from; at < rest.length; at++) {
    const char = rest.charAt(at);
    if (char === "'") at++;
    else if (char === "[") depth++;
    else if (char === "]" && --depth === 0) return at + 1;
  }
  return rest.length;
}
