import { text } from "./cells";
import type { Cell } from "./plan";
import { noteColumns, practiceCode, standingCard, wordOf, type Cells } from "./standingCard";

/** What an officer typed beside a practice. */
export interface OfficerNote {
  readonly notes: string;
  readonly action: string;
}

/** By practice code: notes belong to the practice, not to the row it happens to stand in. */
export type OfficerNotes = ReadonlyMap<string, OfficerNote>;

export const noNotes: OfficerNotes = new Map();

export { noteColumns } from "./standingCard";

/**
 * Finds the notes on a scorecard sheet as it stands, sorted, filtered or with columns inserted: by the short names above the columns and by
 * practice code. Notes in the block of kept notes are found the same way, because it has the same three columns.
 *
 * @param values the sheet's values, rows of cells from A1
 * @param known keys of the columns it was built with, where they were noted
 */
export function findNotes(values: Cells, known: readonly string[] | null = null): OfficerNotes {
  const card = standingCard(values, known);
  const found = new Map<string, OfficerNote>();
  const take = (row: readonly unknown[], code: string, columns: ReadonlyMap<string, number>) => {
    const [notes, action] = [noteColumns.notes, noteColumns.action].map((name) => wordOf(row[columns.get(name) ?? -1])) as [string, string];
    if (notes !== "" || action !== "") found.set(code, { notes, action });
  };
  if (card !== null) for (const [code, row] of card.rows) take(values[row]!, code, card.columns);
  let kept: ReadonlyMap<string, number> | null = null;
  for (const row of values.slice(card?.kept ?? 0)) {
    const words = row.map(wordOf);
    const columns = new Map(Object.values(noteColumns).map((name) => [name, words.indexOf(name)]));
    if (![...columns.values()].includes(-1)) kept = columns;
    else if (kept !== null && practiceCode.test(words[kept.get(noteColumns.code)!] ?? ""))
      take(row, words[kept.get(noteColumns.code)!]!, kept);
  }
  return found;
}

/** Rows below the foot for notes whose practice is no longer on the scorecard: closed, merged, or without figures this time. Nothing typed is lost. */
export function keptNotes(notes: OfficerNotes, shown: ReadonlySet<string>, columnOf: (code: string) => number, width: number): Cell[][] {
  const left = [...notes].filter(([code]) => !shown.has(code));
  if (left.length === 0) return [];
  const row = (cells: Readonly<Record<number, Cell>>): Cell[] => Array.from({ length: width }, (_, i) => cells[i] ?? text("", "foot"));
  const [code, name, notesAt, action] = [noteColumns.code, "name", noteColumns.notes, noteColumns.action].map(columnOf) as [
    number,
    number,
    number,
    number,
  ];
  return [
    row({}),
    row({ [code]: text("Kept notes", "footHead"), [name]: text("of practices that are not on this scorecard any more", "foot") }),
    row({
      [code]: text(noteColumns.code, "filterLeft"),
      [notesAt]: text(noteColumns.notes, "filterIndented"),
      [action]: text(noteColumns.action, "filterIndented"),
    }),
    ...left.map(([practiceCode, note]) =>
      row({ [code]: text(practiceCode, "code"), [notesAt]: text(note.notes, "note"), [action]: text(note.action, "note") }),
    ),
  ];
}
