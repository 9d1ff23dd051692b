import { itemAlreadyExists } from "../apiError";
import { NEW_SHEET } from "../engine/book";
import { KeyedCollection } from "./collection";
import { POINTS_PER_PIXEL } from "./format";
import { refuseSheetName, STANDARD_WIDTH, Worksheet } from "./worksheet";
import type { Workspace } from "./workspace";

export class WorksheetCollection extends KeyedCollection<Worksheet> {
  readonly typeName = "WorksheetCollection";

  all(): readonly Worksheet[] {
    return this.book.getters.getSheetIds().map((id) => new Worksheet(this.workspace, id));
  }

  /** At the end, not in front. Without a name, the first of Sheet1, Sheet2, ... that is free. */
  add(name?: string): Worksheet {
    this.workspace.guardStructure();
    const wanted = name === undefined ? this.freeName() : name;
    refuseSheetName(wanted);
    if (this.find(wanted)) throw itemAlreadyExists();
    const sheetId = this.book.newId("sheet");
    const position = this.book.getters.getSheetIds().length;
    this.book.dispatch("CREATE_SHEET", { sheetId, position, name: wanted, rows: NEW_SHEET.rows, cols: NEW_SHEET.cols });
    giveStandardWidths(this.workspace, sheetId);
    return new Worksheet(this.workspace, sheetId);
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.workspace, this.book.getters.getActiveSheetId());
  }
  override getCount(visibleOnly?: boolean): number {
    return visibleOnly ? this.book.getters.getVisibleSheetIds().length : this.all().length;
  }
  override getFirst(visibleOnly?: boolean): Worksheet {
    const ids = visibleOnly ? this.book.getters.getVisibleSheetIds() : this.book.getters.getSheetIds();
    return new Worksheet(this.workspace, ids[0] ?? "");
  }
  getLast(visibleOnly?: boolean): Worksheet {
    const ids = visibleOnly ? this.book.getters.getVisibleSheetIds() : this.book.getters.getSheetIds();
    return new Worksheet(this.workspace, ids[ids.length - 1] ?? "");
  }

  private freeName(): string {
    let number = this.all().length + 1;
    while (this.find(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}

/** The engine's columns are half as wide again as Excel's. */
export function giveStandardWidths(workspace: Workspace, sheetId: string): void {
  const { book } = workspace;
  const elements = Array.from({ length: book.getters.getNumberCols(sheetId) }, (_, i) => i);
  book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension: "COL", elements, size: STANDARD_WIDTH / POINTS_PER_PIXEL });
}
