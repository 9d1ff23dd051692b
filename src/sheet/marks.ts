import type { Band } from "../scorecard/compare";
import type { IndicatorValue } from "../scorecard/model";

/** A band on the Data sheet that is no band: there was a value, but nothing to compare it with, or there was no value. */
export type Comparison = Band | "not compared" | "not available";

/** What the Data sheet says of a value. */
export const comparisonOf = (value: IndicatorValue): Comparison =>
  value.kind === "missing" ? "not available" : value.kind === "share" ? "not compared" : (value.band ?? "not compared");

/**
 * The sign for each comparison. Signs are text, so filters, copies, screen readers and black-and-white print all get them;
 * only shapes that Arial has (others would change width and baseline).
 */
export const markOf = (comparison: Comparison, smallestDenominator: number): string =>
  ({
    "much higher": "▲▲",
    higher: "▲",
    similar: "·",
    lower: "▼",
    "much lower": "▼▼",
    "too few to say": `n<${smallestDenominator}`,
    "not compared": "",
    "not available": "–",
  })[comparison];

export const comparisons: readonly Comparison[] = [
  "much higher",
  "higher",
  "similar",
  "lower",
  "much lower",
  "too few to say",
  "not compared",
  "not available",
];
