import { invalidArgument } from "../apiError";
import { lastColumn, lastRow, MAX_COLUMNS, MAX_ROWS, type Area } from "../a1";
import { Range, rangeFrom } from "./range";
import { Part, type Workspace } from "./workspace";

interface Frozen {
  readonly [key: string]: number;
  readonly rows: number;
  readonly columns: number;
}

/** Frozen rows and columns. The engine refuses to draw a freeze that cuts through merged cells; what is kept here is the truth. */
export class WorksheetFreezePanes extends Part {
  readonly typeName = "WorksheetFreezePanes";

  constructor(
    workspace: Workspace,
    private readonly sheetId: string,
  ) {
    super(workspace);
  }

  freezeRows(count = 1): void {
    this.freeze({ rows: count, columns: 0 });
  }
  freezeColumns(count = 1): void {
    this.freeze({ rows: 0, columns: count });
  }
  /** Freezes all that lies above and left of the range's last cell, that cell included. */
  freezeAt(range: unknown): void {
    const { area } = rangeFrom(this.workspace, this.sheetId, range);
    this.freeze({ rows: area.rows >= MAX_ROWS ? 0 : lastRow(area) + 1, columns: area.columns >= MAX_COLUMNS ? 0 : lastColumn(area) + 1 });
  }
  unfreeze(): void {
    this.freeze({ rows: 0, columns: 0 });
  }
  getLocation(): Range {
    return this.getLocationOrNullObject() ?? new Range(this.workspace, this.sheetId, { row: 0, column: 0, rows: 1, columns: 1 });
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.book.extra<Frozen>(`freeze|${this.sheetId}`) ?? this.drawn();
    if (rows === 0 && columns === 0) return null;
    const area: Area = { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS };
    return new Range(this.workspace, this.sheetId, area);
  }

  private drawn(): Frozen {
    const { xSplit, ySplit } = this.book.getters.getPaneDivisions(this.sheetId);
    return { rows: ySplit, columns: xSplit };
  }

  private freeze(frozen: Frozen): void {
    if (!(frozen.rows >= 0 && frozen.columns >= 0)) throw invalidArgument();
    const { sheetId, book } = this;
    book.grow(sheetId, { row: 0, column: 0, rows: frozen.rows + 1, columns: frozen.columns + 1 });
    book.setExtra(`freeze|${sheetId}`, frozen);
    book.dispatch("UNFREEZE_COLUMNS_ROWS", { sheetId });
    if (frozen.rows > 0) this.tryToDraw("FREEZE_ROWS", frozen.rows);
    if (frozen.columns > 0) this.tryToDraw("FREEZE_COLUMNS", frozen.columns);
  }
  private tryToDraw(type: "FREEZE_ROWS" | "FREEZE_COLUMNS", quantity: number): void {
    this.book.model.dispatch(type, { sheetId: this.sheetId, quantity });
  }
}
