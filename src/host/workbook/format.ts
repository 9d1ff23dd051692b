import { invalidArgument } from "../apiError";
import { isUnbounded, isWholeColumns, isWholeRows, lastColumn, lastRow, type Area } from "../a1";
import type { HostStyle, Position } from "../engine/types";
import { BorderCollection } from "./borders";
import { readColour, showColour } from "./colours";
import { Part, type Workspace } from "./workspace";

/** Cells that are formatted together: the areas of one sheet that a Range or RangeAreas stands for. */
export interface Cells {
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

/** 96 pixels are 72 points. */
export const POINTS_PER_PIXEL = 0.75;

abstract class FormatPart extends Part {
  constructor(
    workspace: Workspace,
    protected readonly cells: Cells,
  ) {
    super(workspace);
  }

  protected read<T>(of: (style: HostStyle, at: Position) => T): T | null {
    const { sheetId, areas } = this.cells;
    const found = areas.map((area) => this.workspace.uniform(sheetId, area, (at) => of(this.workspace.styleAt(at), at)));
    return found.every((each) => each === found[0]) ? (found[0] ?? null) : null;
  }

  protected write(style: HostStyle): void {
    this.workspace.guardSheet(this.cells.sheetId, "allowFormatCells");
    for (const area of this.cells.areas) this.workspace.paint(this.cells.sheetId, area, style, isUnbounded(area));
  }
}

const text = (value: unknown, otherwise: string): string => (typeof value === "string" ? value : otherwise);

export class RangeFill extends FormatPart {
  readonly typeName = "RangeFill";
  override get scalars(): readonly string[] {
    return ["color", "tintAndShade"];
  }

  /** White where there is no fill, as in Excel; "" or null takes the fill away. */
  get color(): string | null {
    return this.read((style) => showColour(text(style["fillColor"], "#FFFFFF")));
  }
  set color(value: string | null) {
    this.write({ fillColor: value === "" || value === null ? undefined : readColour(value) });
  }

  get tintAndShade(): number {
    return 0;
  }

  clear(): void {
    this.write({ fillColor: undefined });
  }
}

export class RangeFont extends FormatPart {
  readonly typeName = "RangeFont";
  override get scalars(): readonly string[] {
    return ["bold", "color", "italic", "name", "size", "strikethrough", "underline"];
  }

  get bold(): boolean | null {
    return this.read((style) => style["bold"] === true);
  }
  set bold(value: boolean) {
    this.write({ bold: value ? true : undefined });
  }

  get italic(): boolean | null {
    return this.read((style) => style["italic"] === true);
  }
  set italic(value: boolean) {
    this.write({ italic: value ? true : undefined });
  }

  get strikethrough(): boolean | null {
    return this.read((style) => style["strikethrough"] === true);
  }
  set strikethrough(value: boolean) {
    this.write({ strikethrough: value ? true : undefined });
  }

  get color(): string | null {
    return this.read((style) => showColour(text(style["textColor"], "#000000")));
  }
  set color(value: string | null) {
    this.write({ textColor: value === "" || value === null ? undefined : readColour(value) });
  }

  get name(): string | null {
    return this.read((style) => style.xlFont ?? "Calibri");
  }
  set name(value: string) {
    this.write({ xlFont: value });
  }

  /** Points. */
  get size(): number | null {
    return this.read((style) => Number(style["fontSize"] ?? 11));
  }
  set size(value: number) {
    if (!(value >= 1 && value <= 409)) throw invalidArgument();
    this.write({ fontSize: value });
  }

  get underline(): string | null {
    return this.read((style) => (style["underline"] === true ? (style.xlUnderline ?? "Single") : "None"));
  }
  set underline(value: string) {
    if (!["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"].includes(value)) throw invalidArgument();
    this.write({ underline: value === "None" ? undefined : true, xlUnderline: value === "None" || value === "Single" ? undefined : value });
  }
}

export class FormatProtection extends FormatPart {
  readonly typeName = "FormatProtection";
  override get scalars(): readonly string[] {
    return ["formulaHidden", "locked"];
  }

  get locked(): boolean | null {
    return this.read((style) => style.xlUnlocked !== true);
  }
  set locked(value: boolean) {
    this.write({ xlUnlocked: value ? undefined : true });
  }

  get formulaHidden(): boolean | null {
    return this.read((style) => style.xlFormulaHidden === true);
  }
  set formulaHidden(value: boolean) {
    this.write({ xlFormulaHidden: value ? true : undefined });
  }
}

const HORIZONTAL = ["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const DRAWN_HORIZONTAL: Readonly<Record<string, string>> = {
  Left: "left",
  Center: "center",
  Right: "right",
  CenterAcrossSelection: "center",
};
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"];
const DRAWN_VERTICAL: Readonly<Record<string, string>> = { Top: "top", Center: "middle" };

export class RangeFormat extends FormatPart {
  readonly typeName = "RangeFormat";
  override get scalars(): readonly string[] {
    return [
      "columnWidth",
      "horizontalAlignment",
      "indentLevel",
      "rowHeight",
      "shrinkToFit",
      "textOrientation",
      "verticalAlignment",
      "wrapText",
    ];
  }

  get fill(): RangeFill {
    return new RangeFill(this.workspace, this.cells);
  }
  get font(): RangeFont {
    return new RangeFont(this.workspace, this.cells);
  }
  get protection(): FormatProtection {
    return new FormatProtection(this.workspace, this.cells);
  }
  get borders(): BorderCollection {
    return new BorderCollection(this.workspace, this.cells);
  }

  get horizontalAlignment(): string | null {
    const shown = (drawn: unknown): string => text(drawn, "general").replace(/^./, (letter) => letter.toUpperCase());
    return this.read((style) => style.xlHorizontal ?? shown(style["align"]));
  }
  set horizontalAlignment(value: string) {
    if (!HORIZONTAL.includes(value)) throw invalidArgument();
    const plain = ["General", "Left", "Center", "Right"].includes(value);
    this.write({ align: DRAWN_HORIZONTAL[value], xlHorizontal: plain ? undefined : value });
  }

  get verticalAlignment(): string | null {
    const shown = (drawn: unknown): string => (drawn === "top" ? "Top" : drawn === "middle" ? "Center" : "Bottom");
    return this.read((style) => style.xlVertical ?? shown(style["verticalAlign"]));
  }
  set verticalAlignment(value: string) {
    if (!VERTICAL.includes(value)) throw invalidArgument();
    const plain = ["Top", "Center", "Bottom"].includes(value);
    this.write({ verticalAlign: DRAWN_VERTICAL[value], xlVertical: plain ? undefined : value });
  }

  get wrapText(): boolean | null {
    return this.read((style) => style["wrapping"] === "wrap");
  }
  set wrapText(value: boolean) {
    this.write({ wrapping: value ? "wrap" : undefined });
  }

  get indentLevel(): number | null {
    return this.read((style) => style.xlIndent ?? 0);
  }
  set indentLevel(value: number) {
    if (!(Number.isInteger(value) && value >= 0 && value <= 250)) throw invalidArgument();
    this.write({ xlIndent: value === 0 ? undefined : value });
  }

  get shrinkToFit(): boolean | null {
    return this.read((style) => style["xlShrink"] === true);
  }
  set shrinkToFit(value: boolean) {
    this.write({ xlShrink: value ? true : undefined });
  }

  /** Degrees anticlockwise. */
  get textOrientation(): number | null {
    return this.read((style) => Number(style["xlOrientation"] ?? 0));
  }
  set textOrientation(value: number) {
    this.write({ xlOrientation: value === 0 ? undefined : value, rotation: value === 0 ? undefined : (-value * Math.PI) / 180 });
  }

  /** Points; null where columns differ. */
  get columnWidth(): number | null {
    return this.sizes("COL");
  }
  set columnWidth(value: number) {
    this.resize("COL", value);
  }

  get rowHeight(): number | null {
    return this.sizes("ROW");
  }
  set rowHeight(value: number) {
    this.resize("ROW", value);
  }

  autofitColumns(): void {
    this.workspace.guardSheet(this.cells.sheetId, "allowFormatColumns");
    this.book.evaluate();
    for (const cols of this.headers("COL")) this.book.dispatch("AUTORESIZE_COLUMNS", { sheetId: this.cells.sheetId, cols });
  }

  autofitRows(): void {
    this.workspace.guardSheet(this.cells.sheetId, "allowFormatRows");
    this.book.evaluate();
    for (const rows of this.headers("ROW")) this.book.dispatch("AUTORESIZE_ROWS", { sheetId: this.cells.sheetId, rows });
  }

  private sizes(dimension: "COL" | "ROW"): number | null {
    const { sheetId } = this.cells;
    const { getters } = this.book;
    const sizes = this.headers(dimension).flatMap((indexes) =>
      indexes.map(
        (index) => (dimension === "COL" ? getters.getColSize(sheetId, index) : getters.getRowSize(sheetId, index)) * POINTS_PER_PIXEL,
      ),
    );
    return sizes.every((size) => size === sizes[0]) ? (sizes[0] ?? null) : null;
  }

  private resize(dimension: "COL" | "ROW", points: number): void {
    if (!(points >= 0 && points <= (dimension === "ROW" ? 409.5 : 1790))) throw invalidArgument();
    const { sheetId, areas } = this.cells;
    this.workspace.guardSheet(sheetId, dimension === "COL" ? "allowFormatColumns" : "allowFormatRows");
    for (const area of areas) this.book.grow(sheetId, area);
    const size = Math.round(points / POINTS_PER_PIXEL);
    for (const elements of this.headers(dimension)) this.book.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension, elements, size });
  }

  /** Indexes of the columns or rows that each area covers, as far as the sheet goes. */
  private headers(dimension: "COL" | "ROW"): readonly (readonly number[])[] {
    const { sheetId, areas } = this.cells;
    const whole = dimension === "COL" ? isWholeRows : isWholeColumns;
    return areas.map((area) => {
      const present = whole(area) ? this.book.clip(sheetId, area) : area;
      const from = dimension === "COL" ? present.column : present.row;
      const to = dimension === "COL" ? lastColumn(present) : lastRow(present);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
  }
}
