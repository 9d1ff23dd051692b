/** What practices wrote on their pages, by practice code. */
export type PracticeComments = ReadonlyMap<string, string>;

export const noComments: PracticeComments = new Map();

/** The heading by which the box is found again, wherever rows or columns were inserted. */
export const commentHeading = "The practice’s comment";

/** Rows of the box. It is one merged cell, until somebody takes it apart. */
export const commentRows = 4;

/**
 * What stands in the comment box of a practice's page; "" where it is empty or not there.
 *
 * @param values the sheet's values, rows of cells
 */
export function findComment(values: readonly (readonly unknown[])[]): string {
  for (const [r, row] of values.entries()) {
    const column = row.findIndex((cell) => String(cell ?? "").trim() === commentHeading);
    if (column < 0) continue;
    const lines = values.slice(r + 1, r + 1 + commentRows).map((line) => String(line[column] ?? "").trim());
    return lines.filter((line) => line !== "").join("\n");
  }
  return "";
}
