import type { SheetValues } from "../excel/ownSheets";
import { comparisons, markOf, type Comparison } from "../sheet/marks";
import { standingCard, wordOf } from "../sheet/standingCard";

/** What a scorecard sheet shows, by practice code and indicator. */
export interface Shown {
  readonly practices: ReadonlyMap<string, string>;
  /** Marks by practice code, then by indicator. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Numbers by practice code, then by the short name of their column. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** What is different on a scorecard that was built anew. */
export interface Changes {
  readonly practicesIn: readonly NamedPractice[];
  readonly practicesOut: readonly NamedPractice[];
  /** Practices whose position against the comparator is another one now; indicators that one of the two does not have are not among them. */
  readonly moved: readonly { readonly practice: NamedPractice; readonly indicator: string; readonly from: string; readonly to: string }[];
  /** Numbers that are others now, by the short name of their column: an indicator, or "list". */
  readonly values: readonly { readonly practice: NamedPractice; readonly column: string; readonly from: number; readonly to: number }[];
}

export interface NamedPractice {
  readonly code: string;
  readonly name: string;
}

/** Over the marks of an indicator stands its sign; their column's key is the indicator's with it. */
const markKey = / ±$/;

/**
 * Reads what a scorecard sheet shows as it stands, however it was sorted, filtered or added to.
 * @param known keys of the columns it was built with, where they were noted
 * @returns null where the sheet has no row of codes any more
 */
export function shownOn(values: SheetValues, known: readonly string[] | null = null): Shown | null {
  const card = standingCard(values, known);
  if (card === null) return null;
  const columns = [...card.columns];
  const marked = columns.filter(([key]) => markKey.test(key)).map(([key, column]) => [key.replace(markKey, ""), column] as const);
  const perPractice = <T>(of: (row: readonly unknown[]) => T) => new Map([...card.rows].map(([code, row]) => [code, of(values[row]!)]));
  const name = card.columns.get("name");
  return {
    practices: perPractice((row) => (name === undefined ? "" : wordOf(row[name]))),
    marks: perPractice((row) => new Map(marked.map(([indicator, column]) => [indicator, wordOf(row[column])]))),
    numbers: perPractice((row) => new Map(columns.flatMap(([key, c]) => (typeof row[c] === "number" ? [[key, row[c]] as const] : [])))),
  };
}

/** @param smallestDenominator below which a mark says that there are too few */
export function changesBetween(before: Shown, after: Shown, smallestDenominator: number): Changes {
  const only = (some: Shown, other: Shown) =>
    [...some.practices].filter(([code]) => !other.practices.has(code)).map(([code, name]) => ({ code, name }));
  const word = (mark: string) => comparisons.find((each) => each !== "not compared" && markOf(each, smallestDenominator) === mark);
  const moved = [...after.marks].flatMap(([code, marks]) =>
    [...marks].flatMap(([indicator, mark]) => {
      const [from, to] = [word(before.marks.get(code)?.get(indicator) ?? ""), word(mark)] as (Comparison | undefined)[];
      if (from === undefined || to === undefined || from === to) return [];
      return [{ practice: { code, name: after.practices.get(code)! }, indicator, from, to }];
    }),
  );
  const values = [...after.numbers].flatMap(([code, numbers]) =>
    [...numbers].flatMap(([column, to]) => {
      const from = before.numbers.get(code)?.get(column);
      // A file keeps 15 digits.
      if (from === undefined || Math.abs(from - to) <= 1e-12 * Math.max(1, Math.abs(to))) return [];
      return [{ practice: { code, name: after.practices.get(code)! }, column, from, to }];
    }),
  );
  return { practicesIn: only(after, before), practicesOut: only(before, after), moved, values };
}
