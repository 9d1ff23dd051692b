import { text } from "./cells";
import { columnName } from "./a1";
import { digest, type Imprint } from "./imprint";
import { formulaIn, type Unplaced } from "./addedColumns";
import { isKeptTextsHeading, keptTextsHeading, wordOf, type Cells } from "./standingCard";
import type { Cell, WorkbookPlan } from "./plan";

/**
 * Text that somebody typed on a sheet of ours where nothing of theirs is looked for: beside a chart, in a margin, over a formula. Words
 * that we wrote are known by their digests.
 *
 * @param taken cells that are taken along otherwise
 */
export function strayTexts(
  { name, values, formulas }: { readonly name: string; readonly values: Cells; readonly formulas: Cells },
  imprint: Imprint,
  taken: (row: number, column: number) => boolean,
): Unplaced[] {
  return values.flatMap((row, r) => {
    const isTyped = (c: number) => !taken(r, c) && formulaIn(values, formulas, r, c) === null;
    const stray = row.flatMap((value, c) =>
      isTyped(c) && typeof value === "string" && value.trim() !== "" && !imprint.texts.has(digest(value.trim())) ? [c] : [],
    );
    // Numbers beside such a text are what it is about.
    const numbers = stray.length === 0 ? [] : row.flatMap((value, c) => (isTyped(c) && typeof value === "number" ? [c] : []));
    const cells = [...stray, ...numbers].sort((a, b) => a - b);
    if (cells.length === 0) return [];
    return [{ from: `${name}!${columnName(cells[0]!)}${r + 1}`, text: cells.map((c) => wordOf(row[c])).join(" · ") }];
  });
}

/** What earlier buildings could not place, as it stands below the foot now. */
export function keptBefore(values: Cells): Unplaced[] {
  const top = values.findIndex((row) => row.some((cell) => isKeptTextsHeading(cell)));
  return top < 0
    ? []
    : values.slice(top + 1).flatMap((row) => {
        const [from = "", ...words] = row.map(wordOf).filter((word) => word !== "");
        return from === "" ? [] : [{ from, text: words.join(" · ") }];
      });
}

/** Adds to the scorecard, below all else, what could not be placed on it: nothing typed is lost. */
export function withKeptTexts(plan: WorkbookPlan, unplaced: readonly Unplaced[]): WorkbookPlan {
  if (unplaced.length === 0) return plan;
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.key !== "scorecard") return sheet;
    const line = (...cells: readonly Cell[]): readonly Cell[] => cells;
    const rows = [
      ...sheet.rows,
      line(text("", "foot")),
      line(text(keptTextsHeading, "footHead")),
      ...unplaced.map(({ from, text: words }) => line(text(from, "code"), text(words, "foot"))),
    ];
    return { ...sheet, rows };
  });
  return { ...plan, sheets };
}
