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

/** Why a figure of which some parts were read cannot be used; undefined where it can. */
export function whyMissing(
  parts: ReadonlyMap<Measure, number | string>,
  reasons: ReadonlyMap<Measure, MissingReason>,
): MissingReason | undefined {
  if (parts.has("value") || (!has(parts, reasons, "numerator") && !has(parts, reasons, "denominator") && parts.size > 0)) return undefined;
  if (parts.get("denominator") === 0) return "zeroDenominator";
  if (parts.has("numerator") && parts.has("denominator")) return undefined;
  return reasons.get("numerator") ?? reasons.get("denominator") ?? reasons.get("value") ?? [...reasons.values()][0] ?? "notPublished";
}

const has = (parts: ReadonlyMap<Measure, unknown>, reasons: ReadonlyMap<Measure, unknown>, measure: Measure): boolean =>
  parts.has(measure) || reasons.has(measure);
