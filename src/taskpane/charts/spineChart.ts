import * as Plot from "@observablehq/plot";
import type { SpineRow } from "../../scorecard/spine";
import { markOf } from "../../sheet/marks";
import { words } from "../words";
import { colourOf, fontFamily, isDown, isUp, shortName, valueText, type Drawing, type Paper } from "./drawing";

const ROW = 40;
const HEAD = 22;

/** One row an indicator: the practice's dot on the range of its area, the comparator as a line through all of them. */
export function drawSpine(rows: readonly SpineRow[], comparator: string, { width, palette, active }: Paper): Drawing {
  const height = HEAD + rows.length * ROW + 4;
  const all = rows.map((row, i) => ({ ...row, i, colour: colourOf(row.band, row.column.definition.polarity, palette) }));
  type Row = (typeof all)[number];
  const bar = (row: Row) => row.i + 0.72;
  const from = (inset: number) => ({ y1: (row: Row) => bar(row) - inset, y2: (row: Row) => bar(row) + inset });
  const outline = { stroke: palette.middle, strokeWidth: 0.75 };
  const shape = (some: readonly Row[], options: Plot.DotOptions) =>
    Plot.dot(some as Row[], { x: "here", y: bar, r: 6, fill: "colour", stroke: palette.paper, strokeWidth: 1, ...options });
  const svg = Plot.plot({
    width,
    height,
    margin: 0,
    marginTop: HEAD,
    marginBottom: 4,
    marginLeft: 8,
    marginRight: 8,
    x: { domain: [-1.05, 1.05], axis: null },
    y: { domain: [rows.length, 0], axis: null },
    style: { fontFamily, fontSize: "12px", background: "none", color: palette.ink },
    marks: [
      Plot.rect(
        all.filter(({ i }) => i === active),
        { x1: () => -1.05, x2: () => 1.05, y1: "i", y2: (row: Row) => row.i + 1, fill: palette.active, stroke: palette.line, rx: 3 },
      ),
      Plot.rect(all, { x1: "lowest", x2: "highest", ...from(0.13), fill: palette.pale, ...outline }),
      Plot.rect(all, { x1: "lowerQuarter", x2: "upperQuarter", ...from(0.13), fill: palette.middle }),
      Plot.ruleX([0], { stroke: palette.line, strokeWidth: 1.5 }),
      Plot.dot(
        all.filter(({ area }) => area !== null),
        { x: "area", y: bar, symbol: "diamond", r: 5, fill: palette.paper, stroke: palette.ink, strokeWidth: 1.5 },
      ),
      shape(
        all.filter(({ band }) => !isUp(band) && !isDown(band)),
        {},
      ),
      shape(
        all.filter(({ band }) => isUp(band)),
        { symbol: "triangle" },
      ),
      shape(
        all.filter(({ band }) => isDown(band)),
        { symbol: "triangle", rotate: 180 },
      ),
      Plot.text(all, {
        x: () => -1.05,
        y: (row: Row) => row.i + 0.3,
        text: (row: Row) => shortName(row.column),
        textAnchor: "start",
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 4,
        lineWidth: Math.max(10, (width - 110) / 12),
        textOverflow: "ellipsis",
      }),
      Plot.text(all, {
        x: () => 1.05,
        y: (row: Row) => row.i + 0.3,
        text: (row: Row) => `${valueText(row.column, row.value)} ${row.band === null ? "" : markOf(row.band, 0)}`,
        textAnchor: "end",
        fontWeight: 600,
        fill: "colour",
        stroke: palette.paper,
        strokeWidth: 4,
      }),
      Plot.text([words.charts.lower], {
        x: () => -1.05,
        frameAnchor: "top",
        dy: -16,
        text: (said: string) => `◄ ${said}`,
        textAnchor: "start",
        fill: palette.second,
      }),
      Plot.text([words.charts.higher], {
        x: () => 1.05,
        frameAnchor: "top",
        dy: -16,
        text: (said: string) => `${said} ►`,
        textAnchor: "end",
        fill: palette.second,
      }),
      Plot.text([comparator], {
        x: () => 0,
        frameAnchor: "top",
        dy: -16,
        textAnchor: "middle",
        fontWeight: 600,
        fill: palette.line,
        lineWidth: 12,
        textOverflow: "ellipsis",
      }),
    ],
  }) as SVGSVGElement;
  return { svg, places: rows.map((_, i) => [width / 2, HEAD + (i + 0.5) * ROW] as const) };
}
