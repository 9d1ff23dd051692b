import type { SheetValues } from "../excel/ownSheets";
import { comparisons, markOf, type Comparison } from "../sheet/marks";
import { noteColumns } from "../sheet/officerNotes";

/** What a scorecard sheet shows, by practice code and indicator. */
export interface Shown {
  readonly practices: ReadonlyMap<string, string>;
  /** Marks by practice code, then by indicator. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** What is different on a scorecard that was built anew. */
export interface Changes {
  readonly practicesIn: readonly NamedPractice[];
  readonly practicesOut: readonly NamedPractice[];
  /** Practices whose position against the comparator is another one now; indicators that one of the two does not have are not among them. */
  readonly moved: readonly { readonly practice: NamedPractice; readonly indicator: string; readonly from: string; readonly to: string }[];
}

export interface NamedPractice {
  readonly code: string;
  readonly name: string;
}

/** The two columns of an indicator are told by the filter row: its id, and beside it the sign for its marks. */
const markColumn = "±";
const practiceCode = /^[A-Z]\d{5}$/;

/**
 * Reads what a scorecard sheet shows as it stands, however it was sorted, filtered or added to.
 * @returns null where the sheet has no row of codes any more
 */
export function shownOn(values: SheetValues): Shown | null {
  const rows = values.map((row) => row.map((cell) => String(cell ?? "").trim()));
  const top = rows.findIndex((row) => [noteColumns.code, "name", noteColumns.notes].every((word) => row.includes(word)));
  if (top < 0) return null;
  const codes = rows[top]!;
  const [code, name] = [codes.indexOf(noteColumns.code), codes.indexOf("name")];
  const marked = codes.flatMap((indicator, i) => (codes[i + 1] === markColumn ? [[indicator, i + 1] as const] : []));
  const end = rows.findIndex((row, r) => r > top && row.includes(noteColumns.notes) && row.includes(noteColumns.code));
  const found = rows.slice(top + 1, end < 0 ? undefined : end).filter((row) => practiceCode.test(row[code] ?? ""));
  return {
    practices: new Map(found.map((row) => [row[code]!, row[name] ?? ""])),
    marks: new Map(found.map((row) => [row[code]!, new Map(marked.map(([indicator, column]) => [indicator, row[column] ?? ""]))])),
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
  return { practicesIn: only(after, before), practicesOut: only(before, after), moved };
}
