import { invalidArgument, notSupported } from "../apiError";
import type { Area } from "../a1";
import { ClientObject, members } from "../clientObject";
import { readBlock, SHAPE_MISMATCH } from "./cells";
import { RangeFormat } from "./format";
import { Range } from "./range";
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

type Selection = Readonly<Record<string, unknown>>;

/** `range.getCellProperties({ format: { fill: { color: true } } })`: what each cell has of what is asked for. */
export const getCellProperties = (workspace: Workspace, sheetId: string, area: Area, wanted: Selection): readonly object[][] =>
  readBlock(sheetId, area, (at) => select(new Range(workspace, sheetId, { row: at.row, column: at.col, rows: 1, columns: 1 }), wanted));

export const getRowProperties = (workspace: Workspace, sheetId: string, area: Area, wanted: Selection): readonly object[] =>
  Array.from({ length: area.rows }, (_, i) => select(new Range(workspace, sheetId, { ...area, row: area.row + i, rows: 1 }), wanted));

export const getColumnProperties = (workspace: Workspace, sheetId: string, area: Area, wanted: Selection): readonly object[] =>
  Array.from({ length: area.columns }, (_, j) =>
    select(new Range(workspace, sheetId, { ...area, column: area.column + j, columns: 1 }), wanted),
  );

function select(object: ClientObject, wanted: Selection): object {
  const entries = Object.entries(wanted).flatMap(([name, inner]) => {
    if (inner === false || inner === null || inner === undefined) return [];
    if (object instanceof RangeFormat && name === "borders") return [[name, selectBorders(object, inner as Selection)]];
    if (!(name in object)) throw notSupported(object.typeName, name);
    const value = members(object)[name];
    return [[name, value instanceof ClientObject ? select(value, inner as Selection) : value]];
  });
  return Object.fromEntries(entries) as object;
}

/** Without a side, all four edges are meant. */
function selectBorders(format: RangeFormat, wanted: Selection): object {
  return Object.fromEntries(
    ["top", "bottom", "left", "right"].map((side) => [side, select(format.borders.getItem(BORDER_NAMES[side] ?? side), wanted)]),
  );
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
