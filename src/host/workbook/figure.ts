import { invalidArgument, itemNotFound } from "../apiError";
import { POINTS_PER_PIXEL } from "./format";
import type { Workspace } from "./workspace";

interface Corner {
  readonly left: number;
  readonly top: number;
}

type Place = Corner & { readonly width: number; readonly height: number };

function sizes({ book }: Workspace, sheetId: string, dimension: "COL" | "ROW", from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += dimension === "COL" ? book.getters.getColSize(sheetId, i) : book.getters.getRowSize(sheetId, i);
  return sum;
}

/** Pixels from the sheet's corner to a row or column. */
export const pixelsBefore = (workspace: Workspace, sheetId: string, dimension: "COL" | "ROW", index: number): number =>
  sizes(workspace, sheetId, dimension, 0, index);

/** A chart or picture that floats over the cells, as the engine keeps it: at a cell with an offset. Here it has a place in points, as in Office.js. */
export class Figure {
  constructor(
    private readonly workspace: Workspace,
    private readonly sheetId: string,
    private readonly figureId: string,
  ) {}

  get left(): number {
    return this.corner.left * POINTS_PER_PIXEL;
  }
  set left(points: number) {
    this.place({ left: points / POINTS_PER_PIXEL });
  }
  get top(): number {
    return this.corner.top * POINTS_PER_PIXEL;
  }
  set top(points: number) {
    this.place({ top: points / POINTS_PER_PIXEL });
  }
  get width(): number {
    return this.kept.width * POINTS_PER_PIXEL;
  }
  set width(points: number) {
    this.place({ width: points / POINTS_PER_PIXEL });
  }
  get height(): number {
    return this.kept.height * POINTS_PER_PIXEL;
  }
  set height(points: number) {
    this.place({ height: points / POINTS_PER_PIXEL });
  }
  /** In pixels from the sheet's corner. */
  private get corner(): Corner {
    const { col, row, offset } = this.kept;
    return { left: this.sizes("COL", 0, col) + offset.x, top: this.sizes("ROW", 0, row) + offset.y };
  }
  /** Pixels that rows or columns take, from the first up to but without the last. */
  sizes(dimension: "COL" | "ROW", from: number, to: number): number {
    return sizes(this.workspace, this.sheetId, dimension, from, to);
  }
  /** In pixels. */
  place(wanted: Partial<Place>): void {
    const { width, height } = this.kept;
    const pixels: Place = { ...this.corner, width, height, ...wanted };
    if (!Object.values(pixels).every((each) => each >= 0)) throw invalidArgument();
    const [col, x] = this.indexAt("COL", pixels.left);
    const [row, y] = this.indexAt("ROW", pixels.top);
    this.workspace.book.dispatch("UPDATE_FIGURE", {
      sheetId: this.sheetId,
      figureId: this.figureId,
      col,
      row,
      offset: { x, y },
      width: pixels.width,
      height: pixels.height,
    });
  }
  delete(): void {
    this.workspace.book.dispatch("DELETE_FIGURE", { sheetId: this.sheetId, figureId: this.figureId });
  }

  private get kept(): {
    readonly col: number;
    readonly row: number;
    readonly offset: { x: number; y: number };
    readonly width: number;
    readonly height: number;
  } {
    const figure = this.workspace.book.getters.getFigure(this.sheetId, this.figureId);
    if (!figure) throw itemNotFound();
    return figure;
  }
  private indexAt(dimension: "COL" | "ROW", pixels: number): readonly [index: number, rest: number] {
    const { getters } = this.workspace.book;
    const count = dimension === "COL" ? getters.getNumberCols(this.sheetId) : getters.getNumberRows(this.sheetId);
    let rest = pixels;
    for (let i = 0; i < count; i++) {
      const size = this.sizes(dimension, i, i + 1);
      if (rest < size) return [i, rest];
      rest -= size;
    }
    return [count - 1, 0];
  }
}
