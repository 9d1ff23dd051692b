import { boundingArea, formatAddress, type Area } from "./a1";
import { areaOf, type Book, type SeenCommand } from "./engine/book";
import type { Zone } from "./engine/types";
import type { EventEntry } from "./wire";

/** Numbers of events in the client, and the category that add-in events have. */
const CATEGORY = 65_536;
const TYPE = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  protectionChanged: 24,
  nameChanged: 25,
  tableChanged: 101,
};
const WORKBOOK = "Workbook";

interface Changed {
  readonly sheetId: string;
  readonly area: Area;
  readonly changeType: string;
  readonly byAddIn: boolean;
}

/**
 * Turns the engine's commands into Office.js events. Edits of one kind on one sheet within one step are told as one event with the area
 * around them, as Excel does for a paste.
 */
export class Events {
  private changes: Changed[] = [];
  private entries: EventEntry[] = [];

  constructor(
    private readonly book: Book,
    private readonly raise: (entries: readonly EventEntry[]) => void,
  ) {
    book.listeners.add((command) => this.see(command));
    book.model.on("update", this, () => this.flush());
  }

  private see(command: SeenCommand): void {
    const sheetId = String(command["sheetId"] ?? "");
    switch (command.type) {
      case "UPDATE_CELL":
        if ("content" in command) this.changed(sheetId, cellArea(command));
        break;
      case "HOST_SET_CELLS":
        if (command["contents"]) this.changed(sheetId, blockArea(command));
        break;
      case "DELETE_CONTENT":
      case "CLEAR_CELLS":
        for (const zone of command["target"] as readonly Zone[]) this.changed(sheetId, areaOf(zone));
        break;
      case "ADD_COLUMNS_ROWS":
        if (!this.book.inRequest)
          this.changed(sheetId, insertedArea(command), command["dimension"] === "ROW" ? "RowInserted" : "ColumnInserted");
        break;
      case "REMOVE_COLUMNS_ROWS":
        this.changed(sheetId, removedArea(command), command["dimension"] === "ROW" ? "RowDeleted" : "ColumnDeleted");
        break;
      case "CREATE_SHEET":
        this.sheetEvent(TYPE.added, sheetId, "WorksheetAdded");
        break;
      case "DELETE_SHEET":
        this.sheetEvent(TYPE.deleted, sheetId, "WorksheetDeleted");
        break;
      case "ACTIVATE_SHEET":
        this.sheetEvent(TYPE.deactivated, String(command["sheetIdFrom"]), "WorksheetDeactivated", true);
        this.sheetEvent(TYPE.activated, String(command["sheetIdTo"]), "WorksheetActivated", true);
        break;
      case "UNDO":
      case "REDO":
        for (const each of command["commands"] as readonly SeenCommand[]) this.see(each);
        break;
    }
  }

  private changed(sheetId: string, area: Area, changeType = "RangeEdited"): void {
    const byAddIn = this.book.inRequest;
    const same = this.changes.findIndex((each) => each.sheetId === sheetId && each.changeType === changeType && each.byAddIn === byAddIn);
    const before = this.changes[same];
    if (before) this.changes[same] = { ...before, area: boundingArea(before.area, area) };
    else this.changes.push({ sheetId, area, changeType, byAddIn });
  }

  private sheetEvent(type: number, worksheetId: string, name: string, forSheetToo = false): void {
    const message = JSON.stringify({ type: name, worksheetId, source: "Local" });
    this.entries.push([CATEGORY, type, WORKBOOK, message]);
    if (forSheetToo) this.entries.push([CATEGORY, type, worksheetId, message]);
  }

  private flush(): void {
    if (this.changes.length === 0 && this.entries.length === 0) return;
    const entries = [...this.entries, ...this.changes.flatMap(changedEntries)];
    this.entries = [];
    this.changes = [];
    this.raise(entries);
  }
}

function changedEntries({ sheetId, area, changeType, byAddIn }: Changed): readonly EventEntry[] {
  const message = JSON.stringify({
    type: "WorksheetChanged",
    worksheetId: sheetId,
    address: formatAddress(area),
    changeType,
    source: "Local",
    triggerSource: byAddIn ? "ThisLocalAddin" : "Unknown",
  });
  return [
    [CATEGORY, TYPE.changed, sheetId, message],
    [CATEGORY, TYPE.changed, WORKBOOK, message],
  ];
}

const cellArea = (command: SeenCommand): Area => ({ row: Number(command["row"]), column: Number(command["col"]), rows: 1, columns: 1 });

function blockArea(command: SeenCommand): Area {
  const contents = command["contents"] as readonly (readonly unknown[])[];
  return { ...cellArea(command), rows: contents.length, columns: contents[0]?.length ?? 1 };
}

function insertedArea(command: SeenCommand): Area {
  const start = Number(command["base"]) + (command["position"] === "after" ? 1 : 0);
  return headers(String(command["dimension"]), start, Number(command["quantity"]));
}

function removedArea(command: SeenCommand): Area {
  const elements = command["elements"] as readonly number[];
  return headers(String(command["dimension"]), Math.min(...elements), elements.length);
}

const headers = (dimension: string, start: number, count: number): Area =>
  dimension === "ROW"
    ? { row: start, column: 0, rows: count, columns: 16_384 }
    : { row: 0, column: start, rows: 1_048_576, columns: count };
