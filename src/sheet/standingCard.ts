/** Short names in the row of codes by which the columns are found again, wherever they have been moved to. */
export const noteColumns = { code: "code", notes: "notes", action: "action" } as const;

/** Cells of a sheet as Excel gives them, rows from A1. */
export type Cells = readonly (readonly unknown[])[];

/** A scorecard sheet as it stands in somebody's workbook: sorted, filtered, with columns and rows of their own. Counted from 0. */
export interface StandingCard {
  /** The row whose short words name the columns. */
  readonly codes: number;
  /** The last row of a practice. */
  readonly last: number;
  /** Rows by practice code. */
  readonly rows: ReadonlyMap<string, number>;
  /** Our columns, by key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that somebody added. */
  readonly added: readonly number[];
  /** Where what an earlier building could not place begins; the number of rows where there is none. */
  readonly kept: number;
}

export const practiceCode = /^[A-Z][A-Z0-9]{2}\d{3}$/;

export const wordOf = (cell: unknown): string => String(cell ?? "").trim();

/**
 * Keys of columns by the words in their row of codes. A mere sign, as over the marks, or a word that stands there more than once, is told by
 * the one before it.
 */
export function columnKeys(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
  let before = "";
  return words.map((word) => {
    if (word === "") return "";
    if (times.get(word) !== 1 || !/[\p{L}\p{N}]/u.test(word)) return `${before} ${word}`;
    before = word;
    return word;
  });
}

/** What every scorecard has, for workbooks in which we did not note what we had written. */
const usualColumns = [noteColumns.code, "name", "list", "FTE", noteColumns.notes, noteColumns.action];

/**
 * Finds the parts of a scorecard by its row of codes and by practice code.
 * @param known keys of the columns it was built with; null where that was not noted: then what stands to the right of the actions was added
 * @returns null where there is no row of codes any more
 */
export function standingCard(values: Cells, known: readonly string[] | null): StandingCard | null {
  const wanted = new Set(known ?? usualColumns);
  const keys = values.map((row) => columnKeys(row.map(wordOf)));
  const matches = keys.map((row) => row.filter((key) => key !== "" && wanted.has(key)).length);
  const most = Math.max(0, ...matches);
  if (most < 3) return null;
  const codes = matches.indexOf(most);
  const at = keys[codes]!;
  const code = at.includes(noteColumns.code) ? at.indexOf(noteColumns.code) : columnOfCodes(values, codes);
  const below = values.slice(codes + 1);
  const foundKept = below.findIndex((row, r) => row.some(isKeptHeading) || isHeadingAgain(keys[codes + 1 + r]!));
  const kept = foundKept < 0 ? values.length : codes + 1 + foundKept;
  const rows = new Map(
    values.slice(codes + 1, kept).flatMap((row, r) => {
      const word = wordOf(row[code]);
      return practiceCode.test(word) ? [[word, codes + 1 + r] as const] : [];
    }),
  );
  const ours = (key: string, i: number) => (known === null ? i <= at.indexOf(noteColumns.action) : wanted.has(key));
  const width = Math.max(0, ...values.map((row) => row.length));
  const isUsed = (i: number) => values.some((row) => wordOf(row[i]) !== "");
  const columns = new Map(at.flatMap((key, i) => (key !== "" && ours(key, i) ? [[key, i] as const] : [])));
  const own = new Set(columns.values());
  return {
    codes,
    last: Math.max(codes, ...rows.values()),
    rows,
    columns,
    added: Array.from({ length: width }, (_, i) => i).filter((i) => !own.has(i) && isUsed(i)),
    kept,
  };
}

/** Begins what could not be placed on a scorecard that was built anew. */
export const isKeptHeading = (cell: unknown): boolean => /^Kept notes(:|$)/.test(wordOf(cell));

const isHeadingAgain = (keys: readonly string[]) => keys.includes(noteColumns.code) && keys.includes(noteColumns.notes);

/** Where nobody left the word for it, the column with the most practice codes. */
function columnOfCodes(values: Cells, above: number): number {
  const width = Math.max(0, ...values.map((row) => row.length));
  const counts = Array.from({ length: width }, (_, i) => values.slice(above + 1).filter((row) => practiceCode.test(wordOf(row[i]))).length);
  return counts.indexOf(Math.max(...counts));
}

/**
 * Cells of the scorecard in which something is looked for, by practice or by column: what people write beside practices, the columns they
 * added, what was kept for them. Codes and names of practices are ours.
 */
export function isTakenAlong(card: StandingCard, values: Cells): (row: number, column: number) => boolean {
  const added = new Set(card.added);
  const columns = new Set([noteColumns.code, "name", "PCN", noteColumns.notes, noteColumns.action].map((key) => card.columns.get(key)));
  const rows = new Set(card.rows.values());
  const headings = values.map((row, r) => r >= card.kept && row.some(isKeptHeading));
  const texts = values.findIndex((row) => row.some(isKeptTextsHeading));
  const isKeptRow = (r: number) =>
    headings[r] ||
    headings[r - 1] ||
    (texts >= 0 && r > texts) ||
    practiceCode.test(wordOf(values[r]?.[card.columns.get(noteColumns.code)!]));
  return (r, c) => added.has(c) || r === card.codes || (rows.has(r) && columns.has(c)) || (r >= card.kept && isKeptRow(r));
}

/** Above texts that have no practice of their own. */
export const keptTextsHeading = "Kept notes: what was typed where this scorecard has no place";

export const isKeptTextsHeading = (cell: unknown): boolean => wordOf(cell) === keptTextsHeading;
