import { invalidArgument } from "../apiError";
import {
  cellCount,
  formatAddress,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheetName,
  type Area,
} from "../a1";
import { pixelsBefore } from "./figure";
import { POINTS_PER_PIXEL } from "./format";
import { Part, type Workspace } from "./workspace";

/** Where a rectangle of cells is, how large it is, and the rectangles around and within it. What is in the cells is not known here. */
export abstract class RangeGeometry<R> extends Part {
  constructor(
    workspace: Workspace,
    readonly sheetId: string,
    readonly area: Area,
  ) {
    super(workspace);
  }

  /** The same for another rectangle of the sheet. */
  protected abstract at(area: Area): R;

  get address(): string {
    return `${quoteSheetName(this.workspace.sheetName(this.sheetId))}!${formatAddress(this.area)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  /** Points from the sheet's left edge. */
  get left(): number {
    return pixelsBefore(this.workspace, this.sheetId, "COL", this.area.column) * POINTS_PER_PIXEL;
  }
  /** Points from the sheet's upper edge. */
  get top(): number {
    return pixelsBefore(this.workspace, this.sheetId, "ROW", this.area.row) * POINTS_PER_PIXEL;
  }
  get rowIndex(): number {
    return this.area.row;
  }
  get columnIndex(): number {
    return this.area.column;
  }
  get rowCount(): number {
    return this.area.rows;
  }
  get columnCount(): number {
    return this.area.columns;
  }
  /** -1 where the count is beyond 2^31 - 1, as documented. */
  get cellCount(): number {
    return cellCount(this.area) > 2 ** 31 - 1 ? -1 : cellCount(this.area);
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }
  get isEntireRow(): boolean {
    return isWholeRows(this.area);
  }

  getCell(row: number, column: number): R {
    return this.at({ row: this.area.row + row, column: this.area.column + column, rows: 1, columns: 1 });
  }
  getRow(row: number): R {
    if (row < 0 || row >= this.area.rows) throw invalidArgument();
    return this.at({ ...this.area, row: this.area.row + row, rows: 1 });
  }
  getColumn(column: number): R {
    if (column < 0 || column >= this.area.columns) throw invalidArgument();
    return this.at({ ...this.area, column: this.area.column + column, columns: 1 });
  }
  getLastCell(): R {
    return this.at({ row: lastRow(this.area), column: lastColumn(this.area), rows: 1, columns: 1 });
  }
  getLastRow(): R {
    return this.getRow(this.area.rows - 1);
  }
  getLastColumn(): R {
    return this.getColumn(this.area.columns - 1);
  }
  getEntireColumn(): R {
    return this.at({ row: 0, column: this.area.column, rows: MAX_ROWS, columns: this.area.columns });
  }
  getEntireRow(): R {
    return this.at({ row: this.area.row, column: 0, rows: this.area.rows, columns: MAX_COLUMNS });
  }
  getOffsetRange(rows: number, columns: number): R {
    return this.at({ ...this.area, row: this.area.row + rows, column: this.area.column + columns });
  }
  getResizedRange(deltaRows: number, deltaColumns: number): R {
    return this.at({ ...this.area, rows: this.area.rows + deltaRows, columns: this.area.columns + deltaColumns });
  }
  getAbsoluteResizedRange(rows: number, columns: number): R {
    return this.at({ ...this.area, rows, columns });
  }
}
