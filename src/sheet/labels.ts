import type { AxisScale } from "./axisScale";
import type { SeriesPlan } from "./plan";
import { textWidth } from "./textWidth";

export type Position = NonNullable<SeriesPlan["label"]>["position"];

/** The space between the axes: its size in pixels and what it stands for. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Pixels to the right of it that a name may run into. */
  readonly beyond: number;
  readonly x: AxisScale;
  readonly y: AxisScale;
}

export interface LabelledPoint {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** In the order of preference. */
  readonly positions: readonly Position[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const lineHeight = 15;
/** From the middle of a dot to its label. */
const distance = 8;

/**
 * Chooses for each named point where its name stands, so that names cover neither each other nor another dot where that can be had, and
 * none leaves the plot. A chart cannot do this itself: it knows positions, not collisions.
 *
 * @param points those to be named, the most important first
 * @param others dots without a name
 */
export function placeLabels(
  points: readonly LabelledPoint[],
  others: readonly { readonly x: number; readonly y: number }[],
  plot: Plot,
  size: number,
): Position[] {
  const across = (x: number) => ((x - plot.x.minimum) / (plot.x.maximum - plot.x.minimum)) * plot.width;
  const down = (y: number) => (1 - (y - plot.y.minimum) / (plot.y.maximum - plot.y.minimum)) * plot.height;
  const taken: Box[] = [...others, ...points].map(({ x, y }) => around(across(x), down(y), 5, 5));
  return points.map((point) => {
    const cost = (position: Position) => {
      const box = boxOf(point, position, across(point.x), down(point.y), size);
      const outside = [-box.left, box.right - plot.width - plot.beyond, -box.top, box.bottom - plot.height];
      return (
        outside.reduce((sum, pixels) => sum + Math.max(0, pixels) * 100, 0) +
        taken.reduce((sum, other) => sum + overlap(box, other), 0) +
        point.positions.indexOf(position)
      );
    };
    const best = [...point.positions].sort((a, b) => cost(a) - cost(b))[0] ?? "right";
    taken.push(boxOf(point, best, across(point.x), down(point.y), size));
    return best;
  });
}

const around = (x: number, y: number, half: number, tall: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - tall,
  bottom: y + tall,
});

function boxOf({ text }: LabelledPoint, position: Position, x: number, y: number, size: number): Box {
  const width = textWidth(text, size, true);
  if (position === "above" || position === "below") {
    const middle = y + (position === "above" ? -1 : 1) * (distance + lineHeight / 2);
    return around(x, middle, width / 2, lineHeight / 2);
  }
  const left = position === "right" ? x + distance : x - distance - width;
  return { left, right: left + width, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
}

/** Square pixels that two boxes share. */
const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
