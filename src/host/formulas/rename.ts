import { scan } from "./scan";

/** A formula after its table was given another name. */
export const renameTable = (formula: string, from: string, to: string): string =>
  scan(formula)
    .map((piece) => {
      if (piece.kind === "structured" && isSame(piece.table, from)) return `${to}[${piece.spec}]`;
      return piece.kind === "name" && piece.sheet === undefined && isSame(piece.name, from) ? to : piece.source;
    })
    .join("");

/**
 * A formula after headings of a table were changed. References without a table's name are the table's own where the formula stands in it.
 *
 * @example renameColumns("=[@Old]/SUM(tbl[Old])", "tbl", new Map([["old", "New name"]]), true) // "=[@[New name]]/SUM(tbl[New name])"
 */
export const renameColumns = (formula: string, table: string, names: ReadonlyMap<string, string>, inside: boolean): string =>
  scan(formula)
    .map((piece) => {
      const concerned = piece.kind === "structured" && (piece.table === "" ? inside : isSame(piece.table, table));
      return concerned ? `${piece.table}[${renameInSpec(piece.spec, names)}]` : piece.source;
    })
    .join("");

function renameInSpec(spec: string, names: ReadonlyMap<string, string>): string {
  const renamed = (name: string): string | undefined => names.get(name.replace(/'(.)/g, "$1").trim().toLowerCase());
  if (spec.includes("[")) return spec.replace(/\[((?:'.|[^\]'[])*)\]/g, (whole, name: string) => bracketed(renamed(name)) ?? whole);
  const [, at = "", name = ""] = /^(@?)(.*)$/s.exec(spec) ?? [];
  const to = renamed(name);
  if (to === undefined) return spec;
  return at === "@" && !/^\w+$/.test(to) ? `@${bracketed(to)}` : at + escaped(to);
}

const bracketed = (name: string | undefined): string | undefined => (name === undefined ? undefined : `[${escaped(name)}]`);
const escaped = (name: string): string => name.replace(/[[\]#']/g, "'$&");
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
