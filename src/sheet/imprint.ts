import { parseArea } from "./a1";
import { columnKeys, isTakenAlong, standingCard, wordOf } from "./standingCard";
import type { SheetPlan, WorkbookPlan } from "./plan";

/**
 * What we wrote on the sheets, as far as it must be known to tell it from what others wrote. It is kept in the workbook, so it holds
 * no figures and no words but the short ones above the scorecard's columns.
 */
export interface Imprint {
  /** Keys of the scorecard's columns. */
  readonly columns: readonly string[];
  /** Digests of the texts on the sheets that people read and write on. */
  readonly texts: ReadonlySet<string>;
}

/** 32 bits are enough to tell a few thousand texts apart; a text taken for another would be ours, and lost, once in a million. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** @param plan before anything of other people's was added to it */
export function imprintOf({ sheets }: WorkbookPlan, isRead: (key: string) => boolean): Imprint {
  const texts = new Set<string>();
  let columns: readonly string[] = [];
  for (const sheet of sheets.filter(({ key }) => isRead(key))) {
    const values = sheet.rows.map((row) => row.map(({ value }) => value));
    const card = sheet.key === "scorecard" ? standingCard(values, cardKeys(sheet)) : null;
    const isTheirs = card === null ? () => false : isTakenAlong(card, values);
    if (card !== null) columns = [...card.columns.keys()];
    sheet.rows.forEach((row, r) =>
      row.forEach(({ value, formula }, c) => {
        if (typeof value === "string" && value.trim() !== "" && formula === undefined && !isTheirs(r, c)) texts.add(digest(value.trim()));
      }),
    );
  }
  return { columns, texts };
}

/** Keys of the columns of a scorecard that is planned, from the row that the filter's buttons stand on. */
export function cardKeys({ rows, autoFilter }: SheetPlan): string[] {
  const row = rows[parseArea(autoFilter!).top] ?? [];
  return columnKeys(row.map(({ value }) => wordOf(value))).filter((key) => key !== "");
}
