import { CellError } from "../functions/call";
import type { Parameter } from "./metadata";

/** A formula as an analyst types it: =NAME(argument, "text", {1,2;3,4}, , column). Names that are not literals are columns of the table. */
export interface Formula {
  readonly id: string;
  readonly args: readonly string[];
}

export function parseFormula(text: string): Formula {
  const match = /^=([A-Z_]+)\((.*)\)$/.exec(text.trim());
  if (!match) throw new Error(`not a formula: ${text}`);
  return { id: match[1]!, args: split(match[2]!, ",") };
}

/** Splits at a separator that stands outside quotes, braces and brackets. */
export function split(text: string, separator: string): string[] {
  const parts = [""];
  let [quoted, depth] = [false, 0];
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "{" || character === "(")) depth++;
    if (!quoted && (character === "}" || character === ")")) depth--;
    if (character === separator && !quoted && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const NAME = /^[a-z]\w*$/;

/** What a cell holds: a number, "text", TRUE, (blank), or an error such as #N/A. */
export function cellOf(token: string): unknown {
  if (token === "(blank)" || token === '""') return "";
  if (token === "TRUE" || token === "FALSE") return token === "TRUE";
  if (token.startsWith("#")) return new CellError(token);
  const quoted = /^"(.*)"$/.exec(token);
  if (quoted) return quoted[1];
  const value = Number(token);
  if (token === "" || Number.isNaN(value)) throw new Error(`not a cell: ${token}`);
  return value;
}

/** The arguments as Excel would pass them: ranges as rows of cells even for one cell, what is left out as null. */
export function argumentsFor(
  { args }: Formula,
  parameters: readonly Parameter[],
  columns: Readonly<Record<string, readonly string[]>>,
): unknown[] {
  return parameters.map((parameter, i) => {
    const text = args[i] ?? "";
    if (text === "") return null;
    const range = rangeOf(text, columns);
    return parameter.dimensionality === "matrix" ? range : range[0]![0];
  });
}

function rangeOf(text: string, columns: Readonly<Record<string, readonly string[]>>): unknown[][] {
  if (NAME.test(text)) return column(text, columns).map((token) => [cellOf(token)]);
  const braces = /^\{(.*)\}$/.exec(text);
  if (!braces) return [[cellOf(text)]];
  const rows = split(braces[1]!, ";").map((row) => split(row, ","));
  if (!NAME.test(rows[0]![0]!)) return rows.map((row) => row.map(cellOf));
  const across = rows[0]!.map((name) => column(name, columns));
  return across[0]!.map((_, row) => across.map((tokens) => cellOf(tokens[row]!)));
}

function column(name: string, columns: Readonly<Record<string, readonly string[]>>): readonly string[] {
  const tokens = columns[name];
  if (!tokens) throw new Error(`the table has no column ${name}`);
  return tokens;
}

/** Whether a result is what the table says, to the digits that it shows. */
export function isAsShown(result: unknown, token: string): boolean {
  if (token.startsWith("#")) return result instanceof CellError && result.code === token;
  if (token.startsWith('"')) return result === cellOf(token);
  const decimals = token.split(".")[1]?.length ?? 0;
  return typeof result === "number" && Math.abs(result - Number(token)) <= (decimals === 0 ? 1e-9 : 0.5000001 * 10 ** -decimals);
}

/** A result the way a table would show it. */
export const asToken = (result: unknown): string =>
  result instanceof CellError ? result.code : typeof result === "string" ? `"${result}"` : String(result);
