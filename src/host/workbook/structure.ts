import { invalidArgument } from "../apiError";
import { isWholeColumns, isWholeRows, type Area } from "../a1";
import { zoneOf } from "../engine/book";
import type { Workspace } from "./workspace";

/** Inserts cells; whole rows and columns move the rest of the sheet, blocks only what lies below or beside them. */
export function insertCells(workspace: Workspace, sheetId: string, area: Area, shift: string): void {
  const { book } = workspace;
  book.settle();
  if (shift !== "Down" && shift !== "Right") throw invalidArgument();
  if (isWholeRows(area)) return insertHeaders(workspace, sheetId, "ROW", area.row, area.rows);
  if (isWholeColumns(area)) return insertHeaders(workspace, sheetId, "COL", area.column, area.columns);
  workspace.guardSheet(sheetId);
  book.grow(sheetId, area);
  book.dispatch("INSERT_CELL", { zone: zoneOf(area), shiftDimension: shift === "Down" ? "ROW" : "COL", sheetId });
}

export function deleteCells(workspace: Workspace, sheetId: string, area: Area, shift: string): void {
  const { book } = workspace;
  book.settle();
  if (shift !== "Up" && shift !== "Left") throw invalidArgument();
  if (isWholeRows(area)) return deleteHeaders(workspace, sheetId, "ROW", area.row, area.rows);
  if (isWholeColumns(area)) return deleteHeaders(workspace, sheetId, "COL", area.column, area.columns);
  workspace.guardSheet(sheetId);
  book.dispatch("DELETE_CELL", { zone: zoneOf(book.clip(sheetId, area)), shiftDimension: shift === "Up" ? "ROW" : "COL", sheetId });
}

function insertHeaders(workspace: Workspace, sheetId: string, dimension: "ROW" | "COL", at: number, quantity: number): void {
  const { book } = workspace;
  workspace.guardSheet(sheetId, dimension === "ROW" ? "allowInsertRows" : "allowInsertColumns");
  const present = dimension === "ROW" ? book.getters.getNumberRows(sheetId) : book.getters.getNumberCols(sheetId);
  if (at >= present) return;
  // New rows look like the row above, new columns like the column before.
  const place = at > 0 ? { base: at - 1, position: "after" } : { base: 0, position: "before" };
  const command = { sheetId, sheetName: book.getters.getSheetName(sheetId), dimension, quantity, ...place };
  book.dispatch("ADD_COLUMNS_ROWS", command);
}

function deleteHeaders(workspace: Workspace, sheetId: string, dimension: "ROW" | "COL", at: number, quantity: number): void {
  const { book } = workspace;
  workspace.guardSheet(sheetId, dimension === "ROW" ? "allowDeleteRows" : "allowDeleteColumns");
  const present = dimension === "ROW" ? book.getters.getNumberRows(sheetId) : book.getters.getNumberCols(sheetId);
  const elements = Array.from({ length: Math.max(0, Math.min(quantity, present - at)) }, (_, i) => at + i);
  if (elements.length === 0) return;
  // The engine wants something left over; Excel's sheet never runs out of rows.
  if (elements.length === present)
    book.dispatch("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName: book.getters.getSheetName(sheetId),
      dimension,
      base: present - 1,
      quantity: 20,
      position: "after",
    });
  book.dispatch("REMOVE_COLUMNS_ROWS", { sheetId, sheetName: book.getters.getSheetName(sheetId), dimension, elements });
}
