import { movedFormula, type Move } from "./movedFormula";

/** A formula outside our sheets that looks at them: in a cell of an officer's own sheet, in a name, in a rule. */
export interface Looker {
  /** Where it stands, in words: "Board!B5". */
  readonly from: string;
  readonly formula: string;
}

/** What others can look at, as it was called and as it is to be called. Names are in small letters. */
export interface LookedAt {
  readonly sheets: ReadonlyMap<string, SheetNow>;
  readonly tables: ReadonlyMap<string, TableNow>;
}

export type SheetNow = { readonly to: string; readonly move: Move } | "gone";
/** Names of the columns in small letters too. */
export type TableNow = { readonly to: string; readonly columns: ReadonlySet<string> } | "gone";

const text = /("(?:[^"]|"")*")/;
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const anyOf = (names: Iterable<string>): string => [...names].map(escaped).join("|") || "(?!)";

/** @returns tells of a formula the sheets of these names that it looks at by address, and whether it looks at one of the tables */
export function watchFor(
  sheets: Iterable<string>,
  tables: Iterable<string>,
): (formula: string) => { readonly sheets: readonly string[]; readonly table: boolean } | null {
  const mention = mentionsOf(sheets);
  const table = tableName(tables);
  return (formula) => {
    if (formula.search(mention) < 0 && formula.search(table) < 0) return null;
    const spoken = outsideText(formula);
    const found = [...spoken.matchAll(mention)].map((match) => (match[1]?.replaceAll("''", "'") ?? match[2]!).toLowerCase());
    const looksAtTable = spoken.search(table) >= 0;
    return found.length > 0 || looksAtTable ? { sheets: found, table: looksAtTable } : null;
  };
}

const outsideText = (formula: string): string =>
  formula
    .split(text)
    .filter((_, i) => i % 2 === 0)
    .join('""');

/** `'Our card'!` or `Scorecard!`. */
const mentionsOf = (sheets: Iterable<string>): RegExp => {
  const names = [...sheets];
  return new RegExp(`'(${anyOf(names.map((name) => name.replaceAll("'", "''")))})'!|(?<![\\w.'\\]])(${anyOf(names)})!`, "giu");
};

/** A table by its name, and what stands in brackets after it. */
const tableName = (tables: Iterable<string>): RegExp =>
  new RegExp(`(?<![\\w.'\\]!])(${anyOf(tables)})(?![\\w.(!'])(\\[(?:[^\\[\\]']|'.|\\[(?:[^\\[\\]']|'.)*\\])*\\])?`, "giu");

/**
 * The formula when our sheets are laid out anew and called otherwise: it looks at the same practices, columns and tables again.
 * @returns null where it looks at something that is gone, or in a way that cannot be followed
 * @example repointed("=Scorecard!F12*2", …) // "='Scorecard being built'!F14*2"
 */
export function repointed(formula: string, { sheets, tables }: LookedAt): string | null {
  const called: string[] = [];
  const moved = movedFormula(
    formula,
    (name) => {
      const found = name === "" ? undefined : sheets.get(name.toLowerCase());
      return found === undefined ? null : found === "gone" ? "gone" : found.move;
    },
    (name) => `\uE000${called.push((sheets.get(name.toLowerCase()) as { readonly to: string }).to) - 1}!`,
  );
  if (moved === null || outsideText(moved).search(mentionsOf(sheets.keys())) >= 0) return null;
  let lost = false;
  const renamed = moved
    .split(text)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(tableName(tables.keys()), (_, name: string, columns = "") => {
            const table = tables.get(name.toLowerCase())!;
            if (table === "gone" || columnsIn(columns as string).some((column) => !table.columns.has(column))) lost = true;
            return `${table === "gone" ? name : table.to}${columns as string}`;
          }),
    )
    .join("");
  return lost ? null : renamed.replace(/\uE000(\d+)!/g, (_, i: string) => `'${called[Number(i)]!.replaceAll("'", "''")}'!`);
}

/** Columns named in `[Value]`, `[@Value]`, `[[#Headers],[A]:[B]]`, in small letters. */
function columnsIn(brackets: string): string[] {
  const inner = brackets.slice(1, -1).trim().replace(/^@/, "");
  const items = inner.startsWith("[") ? [...inner.matchAll(/\[((?:'.|[^\]'])*)\]/g)].map(([, item = ""]) => item) : [inner];
  return items
    .map((item) => item.trim())
    .filter((item) => item !== "" && !item.startsWith("#"))
    .map((item) => item.replace(/'(.)/g, "$1").toLowerCase());
}
