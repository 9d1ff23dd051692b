import * as Plot from "@observablehq/plot";
import { limitsAt, type Funnel, type FunnelPoint } from "../../scorecard/funnel";
import { words } from "../words";
import { colourOf, fontFamily, isDown, isUp, valueText, type Drawing, type Paper } from "./drawing";

const STEPS = 60;

/** The practices of one indicator by size, with the limits of chance around the comparator; one practice is marked and named. */
export function drawFunnel(funnel: Funnel, code: string, { width, palette, active }: Paper): Drawing {
  const { column, comparison, points } = funnel;
  const height = Math.round(Math.min(360, width * 0.8));
  const sizes = points.map(({ denominator }) => denominator);
  const [smallest, largest] = [Math.max(1, Math.min(...sizes) * 0.8), Math.max(...sizes) * 1.05];
  const curve = Array.from({ length: STEPS }, (_, i) => {
    const n = smallest + (largest - smallest) * (i / (STEPS - 1)) ** 2;
    return { n, ...limitsAt(n, comparison) };
  });
  const values = points.map(({ value }) => value);
  const end = curve.at(-1)!;
  const [low, high] = [Math.min(...values, end.lower998), Math.max(...values, end.upper998)];
  const pad = (high - low) * 0.12;
  const all = points.map((point) => ({ ...point, colour: colourOf(point.band, column.definition.polarity, palette) }));
  type Point = (typeof all)[number];
  const isHere = ({ practice }: FunnelPoint) => practice.code === code;
  const limit = (y: keyof (typeof curve)[number], dashed: boolean) =>
    Plot.line(curve, { x: "n", y, stroke: palette.second, strokeWidth: 1, clip: true, ...(dashed ? { strokeDasharray: "5 4" } : {}) });
  const shape = (some: readonly Point[], options: Plot.DotOptions) =>
    Plot.dot(some as Point[], { x: "denominator", y: "value", stroke: palette.paper, strokeWidth: 1, ...options });
  const outside = (point: Point) => isUp(point.band) || isDown(point.band);
  const turned = (some: readonly Point[], options: Plot.DotOptions) => [
    shape(
      some.filter((point) => !outside(point)),
      { ...options, fill: options.fill ?? palette.dot },
    ),
    shape(
      some.filter(({ band }) => isUp(band)),
      { ...options, fill: "colour", symbol: "triangle" },
    ),
    shape(
      some.filter(({ band }) => isDown(band)),
      { ...options, fill: "colour", symbol: "triangle", rotate: 180 },
    ),
  ];
  const svg = Plot.plot({
    width,
    height,
    marginLeft: 50,
    marginRight: 14,
    marginTop: 12,
    marginBottom: 36,
    x: {
      domain: [smallest * 0.9, largest],
      label: words.charts.patients,
      labelAnchor: "center",
      labelArrow: "none",
      ticks: width < 400 ? 3 : 8,
    },
    y: {
      domain: [Math.max(0, low - pad), Math.min(1, high + pad)],
      grid: true,
      label: null,
      ticks: 5,
      tickFormat: (value: number) => valueText(column, value),
    },
    style: { fontFamily, fontSize: "12px", background: "none", color: palette.second },
    marks: [
      Plot.ruleY([comparison.benchmark.value], { stroke: palette.line, strokeWidth: 1.5 }),
      limit("lower998", false),
      limit("upper998", false),
      limit("lower95", true),
      limit("upper95", true),
      ...turned(
        all.filter((point) => !isHere(point)),
        { r: 4.5 },
      ),
      ...turned(all.filter(isHere), { r: 8, fill: palette.ink, stroke: palette.ink, strokeWidth: 2 }),
      Plot.dot(
        all.filter((_, i) => i === active),
        { x: "denominator", y: "value", r: 11, stroke: palette.line, strokeWidth: 2 },
      ),
      Plot.text(all.filter(isHere), {
        x: "denominator",
        y: "value",
        dy: -14,
        text: (point: Point) => point.practice.name,
        fontWeight: 600,
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 4,
        textAnchor: sideOf(all.find(isHere)?.denominator ?? 0, smallest, largest),
      }),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const [x, y] = [svg.scale("x"), svg.scale("y")];
  return { svg, places: points.map(({ denominator, value }) => [Number(x?.apply(denominator)), Number(y?.apply(value))] as const) };
}

/** A name is written towards the middle, so that it is not cut off. */
function sideOf(size: number, smallest: number, largest: number): "start" | "middle" | "end" {
  const at = (size - smallest) / (largest - smallest);
  return at < 0.3 ? "start" : at > 0.7 ? "end" : "middle";
}
