import type { Picture } from "../services";
import { fontFamily, type Drawing } from "./drawing";
import { printed } from "./palette";

/** What stands around a chart that leaves the pane, so that it explains itself. */
export interface Caption {
  readonly title: string;
  readonly lead: string;
  /** Below the chart: how to read it, and where the figures come from. */
  readonly foot: readonly string[];
  readonly description: string;
}

/** Pixels for a point of the sheet: sharp on print. */
const SCALE = 3;
const MARGIN = 14;
const LINE = 17;
export const PICTURE_WIDTH = 560;

/** A chart with its caption as a PNG. */
export async function pictureOf({ svg }: Drawing, { title, lead, foot, description }: Caption): Promise<Picture> {
  const inner = { width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height")) };
  const head = MARGIN + 26 + 20;
  const [width, height] = [inner.width + 2 * MARGIN, head + inner.height + foot.length * LINE + 2 * MARGIN];
  const whole = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily }))
    whole.setAttribute(name, String(value));
  const paper = document.createElementNS(whole.namespaceURI, "rect");
  for (const [name, value] of Object.entries({ width, height, fill: printed.paper })) paper.setAttribute(name, String(value));
  const write = (said: string, y: number, size: number, fill: string, weight = "400") => {
    const text = document.createElementNS(whole.namespaceURI, "text");
    for (const [name, value] of Object.entries({ x: MARGIN, y, "font-size": size, fill, "font-weight": weight }))
      text.setAttribute(name, String(value));
    text.textContent = said;
    return text;
  };
  svg.setAttribute("x", String(MARGIN));
  svg.setAttribute("y", String(head));
  whole.append(
    paper,
    write(title, MARGIN + 16, 17, printed.line, "700"),
    write(lead, MARGIN + 36, 12, printed.second),
    svg,
    ...foot.map((line, i) => write(line, head + inner.height + MARGIN + i * LINE, 11, printed.second)),
  );
  const base64 = await png(whole, width, height);
  return { base64, width: width * 0.75, height: height * 0.75, description };
}

async function png(svg: SVGElement, width: number, height: number): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext("2d")!;
  pen.scale(SCALE, SCALE);
  pen.drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/png").split(",")[1]!;
}
