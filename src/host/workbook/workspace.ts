import { accessDenied, itemNotFound } from "../apiError";
import { intersect, lastColumn, lastRow, type Area } from "../a1";
import { ClientObject } from "../clientObject";
import type { Book } from "../engine/book";
import { drawingOf, numberFormatOf, styleOf } from "../engine/cellValues";
import type { Cell, HostStyle, Json, Position } from "../engine/types";
import { BookScope } from "../formulas/bookScope";

/** What all objects of one workbook share. */
export class Workspace {
  readonly scope: BookScope;
  readonly drawn: (format: string) => string;

  constructor(readonly book: Book) {
    this.scope = new BookScope(book);
    this.drawn = drawingOf(book.engine, book.getters.getLocale()).drawn;
  }

  sheetName(sheetId: string): string {
    const name = this.book.getters.tryGetSheetName(sheetId);
    if (name === undefined) throw itemNotFound();
    return name;
  }

  numberFormat(cell: Cell | undefined): string {
    return numberFormatOf(cell, this.drawn);
  }

  styleAt(at: Position): HostStyle {
    return styleOf(this.book.cell(at));
  }

  /** Lays a style over an area. Whole rows and columns are marked, so that they do not count as used. */
  paint(sheetId: string, area: Area, style: HostStyle, unbounded = false): void {
    if (!unbounded) this.book.grow(sheetId, area);
    const { row, column, rows, columns } = this.book.clip(sheetId, area);
    if (rows === 0 || columns === 0) return;
    const target = [{ left: column, top: row, right: column + columns - 1, bottom: row + rows - 1 }];
    this.book.dispatch("HOST_STYLE_CELLS", { sheetId, target, style: { ...style, xlWide: undefined }, wide: unbounded });
  }

  /** Refuses a change to locked cells of a protected sheet. */
  guardCells(sheetId: string, area: Area): void {
    if (!this.isProtected(sheetId)) return;
    const { row, column, rows, columns } = this.book.clip(sheetId, area);
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) if (!this.styleAt({ sheetId, row: r, col: c }).xlUnlocked) throw accessDenied();
    if (rows < area.rows || columns < area.columns) throw accessDenied();
  }

  /** Refuses a change to a protected sheet, unless its options allow this kind of change. */
  guardSheet(sheetId: string, option?: string): void {
    const protection = this.book.extra<{ readonly [key: string]: Json }>(`protection|${sheetId}`);
    if (protection && !(option !== undefined && protection[option] === true)) throw accessDenied();
  }

  /** Refuses to add, delete, rename, move or hide sheets where the workbook's structure is protected. */
  guardStructure(): void {
    if (this.book.extra("workbookProtection") !== undefined) throw accessDenied();
  }

  isProtected(sheetId: string): boolean {
    return this.book.extra(`protection|${sheetId}`) !== undefined;
  }

  /** What `read` finds in every cell of an area, or null where cells differ: how Excel answers for a range of mixed formats. */
  uniform<T>(sheetId: string, area: Area, read: (at: Position) => T): T | null {
    const { row, column, rows, columns } = this.book.clip(sheetId, area);
    let found: T | undefined;
    let first = true;
    for (let r = row; r < row + rows; r++)
      for (let c = column; c < column + columns; c++) {
        const value = read({ sheetId, row: r, col: c });
        if (!first && value !== found) return null;
        found = value;
        first = false;
      }
    return first ? read({ sheetId, row: area.row, col: area.column }) : (found as T);
  }

  /** Areas of merged cells that an area touches. */
  mergesIn(sheetId: string, area: Area): readonly Area[] {
    return this.book.getters.getMerges(sheetId).flatMap((merge) => {
      const merged = { row: merge.top, column: merge.left, rows: merge.bottom - merge.top + 1, columns: merge.right - merge.left + 1 };
      return intersect(merged, area) ? [merged] : [];
    });
  }
}

/** An object of a workbook. */
export abstract class Part extends ClientObject {
  constructor(readonly workspace: Workspace) {
    super();
  }

  protected get book(): Book {
    return this.workspace.book;
  }
}

/** All positions of a bounded area, row by row. */
export function* positionsOf(sheetId: string, area: Area): Generator<Position> {
  for (let row = area.row; row <= lastRow(area); row++)
    for (let col = area.column; col <= lastColumn(area); col++) yield { sheetId, row, col };
}
