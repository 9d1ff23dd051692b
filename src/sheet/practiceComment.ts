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
  const heading = findHeading(values);
  if (heading === null) return "";
  const lines = values.slice(heading.row + 1, heading.row + 1 + commentRows).map((line) => String(line[heading.column] ?? "").trim());
  return lines.filter((line) => line !== "").join("\n");
}

/** Whether a cell of a practice's page is its comment box, or part of it. */
export function isInComment(values: readonly (readonly unknown[])[]): (row: number, column: number) => boolean {
  const heading = findHeading(values);
  return (row, column) => heading !== null && column === heading.column && row > heading.row && row <= heading.row + commentRows;
}

function findHeading(values: readonly (readonly unknown[])[]): { readonly row: number; readonly column: number } | null {
  for (const [row, cells] of values.entries()) {
    const column = cells.findIndex((cell) => String(cell ?? "").trim() === commentHeading);
    if (column >= 0) return { row, column };
  }
  return null;
}
