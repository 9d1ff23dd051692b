/** The columns an importer reads: its own name for each, and the headings the publication has used for it, the current one first. */
export type Columns<Key extends string = string> = Readonly<Record<Key, Column>>;

export interface Column {
  readonly headings: readonly string[];
  readonly optional?: boolean;
}

/** A column that must be there, under any of these headings. */
export const column = (...headings: string[]): Column => ({ headings });

/** A column that is read where the layout has it. */
export const optionalColumn = (...headings: string[]): Column => ({ headings, optional: true });

/** Where each column stands (-1 where an optional one is absent), and how the file spells its heading. */
export interface Located<Key extends string = string> {
  readonly at: Readonly<Record<Key, number>>;
  readonly heading: Readonly<Record<Key, string>>;
}

export interface HeadingMatch {
  readonly located: Located;
  readonly found: number;
  readonly missing: readonly Column[];
  /** Headings that stand in the file twice although the importer reads that column. */
  readonly twice: readonly string[];
}

/** Headings compare without regard to case and white space; "Practice Code", "practice_code" and "PRACTICE_CODE\r\n" are one. */
export const tidyHeading = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[\s_]+/g, "_")
    .replace(/^_|_$/g, "");

/** Positions by tidy heading. A Map, so that a heading such as `__proto__` is only a heading. */
export function headingPositions(cells: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  cells.forEach((cell, i) => {
    const heading = tidyHeading(cell);
    const seen = positions.get(heading);
    if (seen) seen.push(i);
    else positions.set(heading, [i]);
  });
  return positions;
}

export function matchHeadings(columns: Columns, cells: readonly string[], positions = headingPositions(cells)): HeadingMatch {
  const at = new Map<string, number>();
  const heading = new Map<string, string>();
  const missing: Column[] = [];
  const twice: string[] = [];
  for (const [key, wanted] of Object.entries(columns)) {
    const places = wanted.headings.map((name) => positions.get(tidyHeading(name)) ?? []).find((found) => found.length > 0) ?? [];
    const first = places[0];
    if (places.length > 1) twice.push(cells[places[0] ?? 0]?.trim() ?? "");
    if (first === undefined && !wanted.optional) missing.push(wanted);
    at.set(key, first ?? -1);
    heading.set(key, first === undefined ? (wanted.headings[0] ?? key) : (cells[first]?.trim() ?? key));
  }
  const found = [...at.values()].filter((position) => position >= 0).length;
  return { located: { at: Object.fromEntries(at), heading: Object.fromEntries(heading) }, found, missing, twice };
}
