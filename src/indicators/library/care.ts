import { achievement, type IndicatorDefinition } from "../definition";
import type { QofTerms } from "../qofTerms";

/**
 * A QOF indicator of care. A code is a definition: when the wording changes NHS England gives a new code, so the codes of several years stand
 * side by side and none is drawn on from another.
 *
 * Points are those of each year's indicator mapping file (2018-19 to 2023-24); nothing changed from 2016-17 to 2018-19, and 2024-25 has the points of
 * 2023-24 under three new codes. Of 2025-26 and 2026-27 they, and the thresholds, were compared with what `tests/oracles/qof_terms.csv` names.
 * Thresholds of earlier years could not be compared with anything and are left out: absent is "not checked", and no sheet leans on it. The same
 * goes for a sentence on what changed (`qof_changes.csv`). Names and descriptions are ours.
 */
export const care = ({
  id,
  name,
  shortName,
  heading,
  numerator,
  denominator,
  ...rest
}: Pick<IndicatorDefinition, "id" | "name" | "shortName" | "heading" | "numerator" | "denominator" | "terms" | "succeeds">) => ({
  ...achievement(id, name, heading, numerator, denominator, shortName),
  ...rest,
});

/**
 * Points in these years, and between which percentages of patients they are earned.
 *
 * @example inYears("2019-20", "2022-23", 14)
 */
export const inYears = (from: string, to: string, points: number, lower?: number, upper?: number): QofTerms => ({
  from,
  to,
  points,
  thresholds: lower === undefined || upper === undefined ? null : [lower / 100, upper / 100],
});
