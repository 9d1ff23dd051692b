import type { Band } from "../../scorecard/compare";
import type { IndicatorColumn } from "../../scorecard/model";
import { percentText } from "../../sheet/percentText";
import type { Palette } from "./palette";

/** A chart as it was drawn, and where on it each thing to be read stands, in pixels. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly places: readonly (readonly [x: number, y: number])[];
}

export interface Paper {
  readonly width: number;
  readonly palette: Palette;
  /** The place that is being read, or -1. */
  readonly active: number;
}

/** Arial is in the workbook and on every computer that has Excel. */
export const fontFamily = '"Segoe UI", Arial, sans-serif';

/** Colour repeats what direction and word say: as hoped for, not as hoped for, or neither. */
export function colourOf(band: Band | null, polarity: "higher" | "lower" | "neither", palette: Palette): string {
  const direction = /(higher|lower)$/.exec(band ?? "")?.[1];
  if (polarity === "neither" || direction === undefined) return palette.ink;
  return direction === polarity ? palette.hoped : palette.notHoped;
}

export const isUp = (band: Band | null): boolean => band === "higher" || band === "much higher";
export const isDown = (band: Band | null): boolean => band === "lower" || band === "much lower";

export const valueText = ({ definition }: IndicatorColumn, value: number): string =>
  percentText(value, definition.kind === "prevalence" ? 1 : 0);

export const shortName = ({ definition }: IndicatorColumn): string =>
  definition.shortName ?? definition.name.replace(/: prevalence on the QOF register$/, "");
