import { invalidArgument, invalidOperation, itemNotFound } from "../apiError";
import {
  boundingArea,
  cellCount,
  inSheet,
  intersect,
  isUnbounded,
  lastColumn,
  lastRow,
  splitReference,
  parseAddress,
  type Area,
} from "../a1";
import { areaOf, zoneOf } from "../engine/book";
import { spillOf } from "../engine/cellValues";
import type { Position } from "../engine/types";
import {
  readFormulas,
  readNumberFormats,
  readText,
  readValues,
  readValueTypes,
  SHAPE_MISMATCH,
  writeCells,
  writeNumberFormats,
} from "./cells";
import { ConditionalFormatCollection } from "./conditionalFormats";
import { DataValidation } from "./dataValidation";
import { RangeFormat } from "./format";
import { RangeAreas } from "./rangeAreas";
import { RangeGeometry } from "./rangeGeometry";
import {
  getCellProperties,
  getColumnProperties,
  getRowProperties,
  setCellProperties,
  setColumnProperties,
  setRowProperties,
  type PropertyGrid,
} from "./properties";
import { RangeSort } from "./sort";
import { deleteCells, insertCells } from "./structure";
import type { TableScopedCollection } from "./tables";
import { tablesTouching } from "./tables";
import { usedArea } from "./used";
import type { Workspace } from "./workspace";
import { Worksheet } from "./worksheet";

/** A rectangle of cells. */
export class Range extends RangeGeometry<Range> {
  readonly typeName = "Range";

  override get keptByReference(): boolean {
    return true;
  }
  override get scalars(): readonly string[] {
    return [
      ...["address", "cellCount", "columnCount", "columnIndex", "formulas", "hasSpill", "isEntireColumn", "isEntireRow", "numberFormat"],
      ...["rowCount", "rowIndex", "text", "values", "valueTypes"],
    ];
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.workspace, this.sheetId);
  }
  get format(): RangeFormat {
    return new RangeFormat(this.workspace, { sheetId: this.sheetId, areas: [this.area] });
  }
  get conditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.workspace, this.sheetId, [this.area]);
  }
  get dataValidation(): DataValidation {
    return new DataValidation(this.workspace, this.sheetId, this.area);
  }

  get sort(): RangeSort {
    return new RangeSort(this.workspace, this.sheetId, this.area);
  }

  /** Whole rows and columns have no cell-level answers: null, as documented for unbounded ranges. */
  get values(): unknown {
    return this.bounded(() => readValues(this.workspace, this.sheetId, this.area));
  }
  set values(given: unknown) {
    writeCells(this.workspace, this.sheetId, this.area, given);
  }
  get formulas(): unknown {
    return this.bounded(() => readFormulas(this.workspace, this.sheetId, this.area));
  }
  set formulas(given: unknown) {
    writeCells(this.workspace, this.sheetId, this.area, given);
  }
  get formulasLocal(): unknown {
    return this.formulas;
  }
  set formulasLocal(given: unknown) {
    this.formulas = given;
  }
  get numberFormat(): unknown {
    return this.bounded(() => readNumberFormats(this.workspace, this.sheetId, this.area));
  }
  set numberFormat(given: unknown) {
    writeNumberFormats(this.workspace, this.sheetId, this.area, given);
  }
  get text(): unknown {
    return this.bounded(() => readText(this.workspace, this.sheetId, this.area));
  }
  get valueTypes(): unknown {
    return this.bounded(() => readValueTypes(this.workspace, this.sheetId, this.area));
  }
  get hasSpill(): boolean {
    return this.getSpillingToRangeOrNullObject() !== null;
  }
  get hidden(): boolean {
    return this.rowHidden || this.columnHidden;
  }
  get rowHidden(): boolean {
    return this.book.getters.isRowHidden(this.sheetId, this.area.row);
  }
  set rowHidden(hide: boolean) {
    this.hide("ROW", hide);
  }
  get columnHidden(): boolean {
    return this.book.getters.isColHidden(this.sheetId, this.area.column);
  }
  set columnHidden(hide: boolean) {
    this.hide("COL", hide);
  }

  getBoundingRect(other: Range | string): Range {
    return this.at(boundingArea(this.area, this.other(other)));
  }
  getIntersection(other: Range | string): Range {
    const common = this.getIntersectionOrNullObject(other);
    if (!common) throw itemNotFound();
    return common;
  }
  getIntersectionOrNullObject(other: Range | string): Range | null {
    const common = intersect(this.area, this.other(other));
    return common ? this.at(common) : null;
  }
  getUsedRange(valuesOnly?: boolean): Range {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const used = usedArea(this.workspace, this.sheetId, valuesOnly === true, this.area);
    return used ? this.at(used) : null;
  }
  getSurroundingRegion(): Range {
    const used = usedArea(this.workspace, this.sheetId, true);
    return used && intersect(used, this.area) ? this.at(boundingArea(used, this.area)) : this;
  }

  getSpillingToRange(): Range {
    const spill = this.getSpillingToRangeOrNullObject();
    if (!spill) throw itemNotFound();
    return spill;
  }
  getSpillingToRangeOrNullObject(): Range | null {
    this.book.evaluate();
    const zone = spillOf(this.book, this.first());
    return zone ? this.at(areaOf(zone)) : null;
  }
  getSpillParent(): Range {
    const parent = this.getSpillParentOrNullObject();
    if (!parent) throw itemNotFound();
    return parent;
  }
  getSpillParentOrNullObject(): Range | null {
    this.book.evaluate();
    const parent = this.book.getters.getArrayFormulaSpreadingOn(this.first());
    return parent ? this.at({ row: parent.row, column: parent.col, rows: 1, columns: 1 }) : null;
  }
  getTables(fullyContained?: boolean): TableScopedCollection {
    return tablesTouching(this.workspace, this.sheetId, this.area, fullyContained === true);
  }

  clear(applyTo = "All"): void {
    this.workspace.guardCells(this.sheetId, this.area);
    const target = [zoneOf(this.book.clip(this.sheetId, this.area))];
    const command = { All: "CLEAR_CELLS", Contents: "DELETE_CONTENT", Formats: "CLEAR_FORMATTING" }[applyTo];
    if (!command) throw invalidArgument();
    if (command === "DELETE_CONTENT") return writeCells(this.workspace, this.sheetId, this.book.clip(this.sheetId, this.area), "");
    this.book.dispatch(command, { sheetId: this.sheetId, target });
    if (command === "CLEAR_CELLS") this.book.dispatch("CLEAR_FORMATTING", { sheetId: this.sheetId, target });
  }
  delete(shift: string): void {
    deleteCells(this.workspace, this.sheetId, this.area, shift);
  }
  insert(shift: string): Range {
    insertCells(this.workspace, this.sheetId, this.area, shift);
    return this.at(this.area);
  }
  merge(across = false): void {
    const strips = across
      ? Array.from({ length: this.area.rows }, (_, i) => ({ ...this.area, row: this.area.row + i, rows: 1 }))
      : [this.area];
    this.workspace.guardSheet(this.sheetId);
    this.book.grow(this.sheetId, this.area);
    for (const strip of strips)
      if (cellCount(strip) > 1) this.book.dispatch("ADD_MERGE", { sheetId: this.sheetId, target: [zoneOf(strip)] });
  }
  unmerge(): void {
    for (const merge of this.workspace.mergesIn(this.sheetId, this.area))
      this.book.dispatch("REMOVE_MERGE", { sheetId: this.sheetId, target: [zoneOf(merge)] });
  }
  /** The merged cells within the range, or a null object. */
  getMergedAreasOrNullObject(): RangeAreas | null {
    const merges = this.workspace.mergesIn(this.sheetId, this.area);
    return merges.length > 0 ? new RangeAreas(this.workspace, this.sheetId, merges) : null;
  }
  select(): void {
    const { book, sheetId } = this;
    if (!book.getters.isSheetVisible(sheetId)) throw invalidOperation();
    book.grow(sheetId, this.area);
    const from = book.getters.getActiveSheetId();
    if (from !== sheetId) book.dispatch("ACTIVATE_SHEET", { sheetIdFrom: from, sheetIdTo: sheetId });
    const zone = zoneOf(book.clip(sheetId, this.area));
    book.model.selection.selectZone({ cell: { col: this.area.column, row: this.area.row }, zone });
  }
  calculate(): void {
    this.book.recalculate();
  }
  getCellProperties(wanted: Readonly<Record<string, unknown>>): readonly object[][] {
    return getCellProperties(this.workspace, this.sheetId, this.area, wanted);
  }
  getRowProperties(wanted: Readonly<Record<string, unknown>>): readonly object[] {
    return getRowProperties(this.workspace, this.sheetId, this.area, wanted);
  }
  getColumnProperties(wanted: Readonly<Record<string, unknown>>): readonly object[] {
    return getColumnProperties(this.workspace, this.sheetId, this.area, wanted);
  }
  setCellProperties(grid: PropertyGrid): void {
    setCellProperties(this.workspace, this.sheetId, this.area, grid);
  }
  setRowProperties(rows: readonly object[]): void {
    setRowProperties(this.workspace, this.sheetId, this.area, rows);
  }
  setColumnProperties(columns: readonly object[]): void {
    setColumnProperties(this.workspace, this.sheetId, this.area, columns);
  }

  /** The client asks this before it cuts a large write into strips of rows. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.area.rows || columns !== this.area.columns) throw invalidArgument(SHAPE_MISMATCH);
    this.book.grow(this.sheetId, this.area);
  }

  private bounded<T>(read: () => T): T | null {
    return isUnbounded(this.area) ? null : read();
  }
  protected override at(area: Area): Range {
    return new Range(this.workspace, this.sheetId, inSheet(area));
  }
  private first(): Position {
    return { sheetId: this.sheetId, row: this.area.row, col: this.area.column };
  }
  private other(other: Range | string): Area {
    if (other instanceof Range) {
      if (other.sheetId !== this.sheetId) throw invalidArgument();
      return other.area;
    }
    return parseAddress(splitReference(other).address);
  }
  private hide(dimension: "ROW" | "COL", hide: boolean): void {
    this.book.grow(this.sheetId, this.area);
    const present = this.book.clip(this.sheetId, this.area);
    const { row, column } = present;
    const [from, to] = dimension === "ROW" ? [row, lastRow(present)] : [column, lastColumn(present)];
    const elements = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    this.book.dispatch(hide ? "HIDE_COLUMNS_ROWS" : "UNHIDE_COLUMNS_ROWS", { sheetId: this.sheetId, dimension, elements });
  }
}

/** The range that an argument means: a Range, or an address that may name its sheet. */
export function rangeFrom(workspace: Workspace, sheetId: string | undefined, given: unknown): Range {
  if (given instanceof Range) return given;
  if (typeof given !== "string") throw invalidArgument();
  const { sheet, address } = splitReference(given);
  const id = sheet === undefined ? sheetId : workspace.book.getters.getSheetIdByName(sheet);
  if (id === undefined) throw sheet === undefined ? invalidArgument() : itemNotFound();
  return new Range(workspace, id, parseAddress(address));
}
