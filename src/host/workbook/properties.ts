import { invalidArgument } from "../apiError";
import type { Area } from "../a1";
import { members, type ClientObject } from "../clientObject";
import { SHAPE_MISMATCH } from "./cells";
import { RangeFormat } from "./format";
import type { Workspace } from "./workspace";

type Settable = Readonly<Record<string, unknown>>;
export type PropertyGrid = readonly (readonly (Settable | null)[])[];

/** `range.setCellProperties([[{ format: { fill: { color: "#FFFFFF" } } }]])`: each cell its own. */
export function setCellProperties(workspace: Workspace, sheetId: string, area: Area, grid: PropertyGrid): void {
  if (grid.length !== area.rows || grid.some((row) => row.length !== area.columns)) throw invalidArgument(SHAPE_MISMATCH);
  grid.forEach((row, i) =>
    row.forEach((wanted, j) => {
      if (wanted) apply(workspace, sheetId, { row: area.row + i, column: area.column + j, rows: 1, columns: 1 }, wanted);
    }),
  );
}

export function setRowProperties(workspace: Workspace, sheetId: string, area: Area, rows: readonly object[]): void {
  if (rows.length !== area.rows) throw invalidArgument(SHAPE_MISMATCH);
  rows.forEach((wanted, i) => apply(workspace, sheetId, { ...area, row: area.row + i, rows: 1 }, wanted as Settable));
}

export function setColumnProperties(workspace: Workspace, sheetId: string, area: Area, columns: readonly object[]): void {
  if (columns.length !== area.columns) throw invalidArgument(SHAPE_MISMATCH);
  columns.forEach((wanted, j) => apply(workspace, sheetId, { ...area, column: area.column + j, columns: 1 }, wanted as Settable));
}

function apply(workspace: Workspace, sheetId: string, area: Area, wanted: Settable): void {
  const { format, columnHidden, rowHidden, ...rest } = wanted;
  if (Object.keys(rest).length > 0 || columnHidden !== undefined || rowHidden !== undefined) throw invalidArgument();
  if (format) assign(new RangeFormat(workspace, { sheetId, areas: [area] }), format as Settable);
}

const BORDER_NAMES: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
};

function assign(target: ClientObject, wanted: Settable): void {
  for (const [key, value] of Object.entries(wanted)) {
    const member = members(target)[key];
    if (value === null || value === undefined) continue;
    if (key === "borders" && target instanceof RangeFormat)
      for (const [side, border] of Object.entries(value as Record<string, Settable>))
        assign(target.borders.getItem(BORDER_NAMES[side] ?? side), border);
    else if (typeof value === "object") assign(member as ClientObject, value as Settable);
    else members(target)[key] = value;
  }
}
