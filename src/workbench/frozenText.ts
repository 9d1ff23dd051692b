/**
 * Text that is longer than its cell goes on over the empty cells beside it, in Excel also across the edge of frozen columns. The grid stops it
 * there, and a sheet's title is cut in two; here the rest of it is drawn, through the class that the grid gives out for such changes.
 */
import { helpers, stores } from "@odoo/o-spreadsheet";

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the grid is about to draw of a cell. */
interface Box extends Rect {
  readonly id: string;
  readonly isOverflow?: boolean;
  readonly style: { readonly rotation?: number };
  readonly content?: { readonly x: number; readonly textWidth: number; readonly align: string };
}

interface Drawing {
  readonly ctx: CanvasRenderingContext2D;
  readonly sheetId: string;
  readonly viewports: {
    getAllSheetViewportsZonesAndRect(sheetId: string): readonly { readonly zone: Zone; readonly rect: Rect }[];
    getRect(sheetId: string, zone: Zone): Rect;
  };
}

interface Renderer {
  readonly getters: {
    getPaneDivisions(sheetId: string): { readonly xSplit: number };
    getNumberCols(sheetId: string): number;
  };
  drawLayer(drawing: Drawing, layer: string, timeStamp: number | undefined): void;
  drawTexts(drawing: Drawing, boxes: readonly Box[]): void;
  getGridBoxes(viewports: Drawing["viewports"], sheetId: string, zone: Zone): readonly Box[];
  findNextEmptyCol(sheetId: string, from: number, last: number, row: number): number;
}

/** To be called once, before the grid is mounted. */
export function drawTextAcrossFrozenColumns(): void {
  const renderer = stores.GridRenderer.prototype as unknown as Renderer;
  const drawLayer = renderer.drawLayer;
  renderer.drawLayer = function (this: Renderer, drawing, layer, timeStamp) {
    drawLayer.call(this, drawing, layer, timeStamp);
    if (layer === "Background") drawRest(this, drawing);
  };
}

function drawRest(renderer: Renderer, drawing: Drawing): void {
  const { ctx, sheetId, viewports } = drawing;
  const { xSplit } = renderer.getters.getPaneDivisions(sheetId);
  if (xSplit === 0) return;
  const panes = viewports.getAllSheetViewportsZonesAndRect(sheetId);
  for (const frozen of panes.filter(({ zone }) => zone.left < xSplit)) {
    const beside = panes.find(({ zone, rect }) => zone.left >= xSplit && rect.y === frozen.rect.y);
    if (!beside) continue;
    const edge = beside.rect.x;
    const boxes = renderer
      .getGridBoxes(viewports, sheetId, { ...frozen.zone, right: xSplit - 1 })
      .flatMap((box) => restOf(renderer, drawing, box, xSplit, edge));
    ctx.save();
    ctx.beginPath();
    ctx.rect(edge, beside.rect.y, beside.rect.width, beside.rect.height);
    ctx.clip();
    renderer.drawTexts(drawing, boxes);
    ctx.restore();
  }
}

/** The same text, moved with what is scrolled and held to the empty cells that it may cover. */
function restOf(renderer: Renderer, { sheetId, viewports }: Drawing, box: Box, xSplit: number, edge: number): readonly Box[] {
  const { content, isOverflow, style, id } = box;
  if (!content || isOverflow !== true || content.align !== "left" || style.rotation || content.x + content.textWidth <= edge) return [];
  const { left, top } = helpers.toZone(id);
  const last = renderer.findNextEmptyCol(sheetId, left, renderer.getters.getNumberCols(sheetId) - 1, top);
  if (last < xSplit) return [];
  const free = viewports.getRect(sheetId, { left: xSplit, right: last, top, bottom: top });
  const clipRect = { x: edge, y: box.y, width: free.x + free.width - edge, height: box.height };
  return [{ ...box, content: { ...content, x: content.x + free.x - edge }, clipRect } as Box];
}
