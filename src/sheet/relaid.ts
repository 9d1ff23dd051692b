import { parseArea } from "./a1";
import { moveBetween } from "./addedColumns";
import type { Move } from "./movedFormula";
import type { SheetPlan } from "./plan";
import { standingCard, wordOf, type Cells, type StandingCard } from "./standingCard";

/**
 * From where the cells of one of our sheets stood to where they stand when it is made anew: on the scorecard by practice and column, on the
 * Data sheet by key and heading, elsewhere by the words with which a row begins.
 *
 * @param before what stood on it; null where that is not known, and everything is taken to be where it was
 * @param card the parts of the scorecard as they stood, null for the other sheets
 * @param ours keys of the scorecard's columns that we write ourselves
 */
export function moveOfSheet(sheet: SheetPlan, before: Cells | null, card: StandingCard | null, ours: readonly string[]): Move {
  const after = sheet.rows.map((row) => row.map(({ value }) => value));
  if (sheet.key === "scorecard" && card !== null) {
    const now = standingCard(after, ours);
    if (now !== null) return moveBetween(card, now, sheet.columnWidths.length - card.added.length);
  }
  if (before === null) return inPlace;
  const table = sheet.key === "data" ? sheet.tables[0] : undefined;
  return (table && moveInTable(before, after, parseArea(table.ref).top)) ?? moveByWords(before, after);
}

export const inPlace: Move = { row: (row) => row, column: (column) => column, rows: (first, last) => [first, last] };

/** Of a sheet that is not made again. */
export const nowhere: Move = { row: () => null, column: () => null, rows: () => null };

/** Rows of the Data sheet's table by key, its columns by heading; what stands above and below keeps its distance. */
function moveInTable(before: Cells, after: Cells, top: number): Move | null {
  const headings = after[top]!.map(wordOf);
  const head = before.findIndex((row) => headings.filter((word) => row.includes(word)).length > headings.length / 2);
  if (head < 0) return null;
  const old = before[head]!.map(wordOf);
  const key = old.indexOf(dataKey);
  if (key < 0) return null;
  const keyed = (rows: Cells, from: number, column: number) => rows.map((row, r) => (r > from ? wordOf(row[column]) : ""));
  const [was, is] = [keyed(before, head, key), keyed(after, top, headings.indexOf(dataKey))];
  const rowOf = new Map(is.map((word, r) => [word, r]));
  const [wasLast, isLast] = [was, is].map((words) => words.reduce((last, word, r) => (word === "" ? last : r), -1)) as [number, number];
  const row = (r: number): number | null =>
    r <= head ? r + top - head : r > wasLast ? r + isLast - wasLast : (rowOf.get(was[r]!) ?? null);
  return {
    row,
    column: (c) => {
      const at = headings.indexOf(old[c] ?? "");
      return at >= 0 ? at : c >= old.length ? c + headings.length - old.length : null;
    },
    rows: (first, last) => {
      if (first <= head + 1 && last >= wasLast) return [first <= head ? row(first)! : top + 1, last === wasLast ? isLast : row(last)!];
      const left = Array.from({ length: last - first + 1 }, (_, i) => row(first + i)).filter((r) => r !== null);
      const [least, most] = [Math.min(...left), Math.max(...left)];
      return left.length > 0 && most - least === left.length - 1 ? [least, most] : null;
    },
  };
}

const dataKey = "Key";

/**
 * Rows by the words they begin with, where no other row begins so; figures and months in them may change. A row that begins with no words of
 * its own keeps its distance from the one above that does.
 */
function moveByWords(before: Cells, after: Cells): Move {
  const [was, is] = [ownWords(before), ownWords(after)];
  const rowOf = new Map(is.flatMap((words, r) => (words === "" ? [] : [[words, r] as const])));
  const row = (r: number): number | null => {
    for (let above = Math.min(r, was.length - 1); above >= 0; above--) {
      if (was[above] === "") continue;
      const now = rowOf.get(was[above]!);
      if (now !== undefined) return r + now - above;
      if (above === r) return null;
    }
    return r;
  };
  return {
    row,
    column: (column) => column,
    rows: (first, last) => {
      const [top, bottom] = [row(first), row(last)];
      return top === null || bottom === null || top > bottom ? null : [top, bottom];
    },
  };
}

const figures = /\d+|January|February|March|April|May|June|July|August|September|October|November|December/g;

function ownWords(cells: Cells): string[] {
  const words = cells.map((row) => wordOf(row[0]).replaceAll(figures, "#"));
  const times = new Map<string, number>();
  for (const each of words) times.set(each, (times.get(each) ?? 0) + 1);
  return words.map((each) => (/\p{L}/u.test(each) && times.get(each) === 1 ? each : ""));
}
