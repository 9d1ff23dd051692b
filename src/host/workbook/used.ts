import { intersect, type Area } from "../a1";
import { styleOf } from "../engine/cellValues";
import type { Workspace } from "./workspace";

/**
 * The smallest rectangle around all used cells, undefined on an empty sheet. Formatted cells count unless `valuesOnly`;
 * formatting whole rows or columns does not.
 */
export function usedArea(workspace: Workspace, sheetId: string, valuesOnly: boolean, within?: Area): Area | undefined {
  const { book } = workspace;
  book.evaluate();
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const take = (row: number, column: number): void => {
    if (within && !intersect(within, { row, column, rows: 1, columns: 1 })) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  for (const at of book.getters.getEvaluatedCellsPositions(sheetId)) if (book.evaluated(at).type !== "empty") take(at.row, at.col);
  for (const cell of book.getters.getCells(sheetId)) {
    const holds = cell.isFormula || cell.content !== "";
    if (!holds && (valuesOnly || styleOf(cell).xlWide)) continue;
    const at = book.getters.getCellPosition(cell.id);
    take(at.row, at.col);
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
