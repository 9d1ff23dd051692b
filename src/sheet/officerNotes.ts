import { text } from "./cells";
import type { Cell } from "./plan";

/** What an officer typed beside a practice. */
export interface OfficerNote {
  readonly notes: string;
  readonly action: string;
}

/** By practice code: notes belong to the practice, not to the row it happens to stand in. */
export type OfficerNotes = ReadonlyMap<string, OfficerNote>;

export const noNotes: OfficerNotes = new Map();

/** Short names in the filter row by which the columns are found again, wherever they have been moved to. */
export const noteColumns = { code: "code", notes: "notes", action: "action" } as const;

/**
 * Finds the notes on a scorecard sheet as it stands, sorted, filtered or with columns inserted: by the filter row's names and by practice code.
 * Notes in the block of kept notes are found the same way, because it has the same three columns.
 *
 * @param values the sheet's values, rows of cells from A1
 */
export function findNotes(values: readonly (readonly unknown[])[]): OfficerNotes {
  const found = new Map<string, OfficerNote>();
  let columns: { code: number; notes: number; action: number } | null = null;
  for (const row of values) {
    const words = row.map((cell) => String(cell ?? "").trim());
    const [code, notes, action] = [noteColumns.code, noteColumns.notes, noteColumns.action].map((name) => words.indexOf(name)) as [
      number,
      number,
      number,
    ];
    if (code >= 0 && notes >= 0 && action >= 0) columns = { code, notes, action };
    else if (columns) {
      const note = { notes: words[columns.notes] ?? "", action: words[columns.action] ?? "" };
      const practiceCode = words[columns.code] ?? "";
      if (/^[A-Z]\d{5}$/.test(practiceCode) && (note.notes !== "" || note.action !== "")) found.set(practiceCode, note);
    }
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
