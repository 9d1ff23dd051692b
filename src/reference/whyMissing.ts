import type { MissingReason } from "../problem";
import type { Measure } from "./publication";

/** Each by its number: a slot of the figure store keeps the number. */
export const REASONS: readonly MissingReason[] = [
  "notPublished",
  "suppressed",
  "notApplicable",
  "notLoaded",
  "zeroDenominator",
  "tooFew",
  "failedValidation",
];

/** Why a figure of which some parts were read, so many, cannot be used; undefined where it can. */
export function whyMissing(parts: Parts<number | string>, count: number, reasons: Parts<MissingReason>): MissingReason | undefined {
  const has = (measure: Measure): boolean => parts[measure] !== undefined || reasons[measure] !== undefined;
  if (parts.value !== undefined || (!has("numerator") && !has("denominator") && count > 0)) return undefined;
  if (parts.denominator === 0) return "zeroDenominator";
  if (parts.numerator !== undefined && parts.denominator !== undefined) return undefined;
  return reasons.numerator ?? reasons.denominator ?? reasons.value ?? Object.values(reasons)[0] ?? "notPublished";
}

export type Parts<T> = { [M in Measure]?: T };
