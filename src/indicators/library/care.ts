import { achievement, type IndicatorDefinition } from "../definition";
import type { QofTerms } from "../qofTerms";

/**
 * A QOF indicator of care. A code is a definition: when the wording changes NHS England gives a new code, so the codes of several years stand
 * side by side and none is drawn on from another.
 *
 * Points are those of each year's indicator mapping file (2018-19 to 2023-24 compared code by code; 2016-17 and 2017-18 were as 2018-19, 2024-25
 * as 2023-24). Thresholds, and all of 2025-26 and 2026-27, follow each year's QOF guidance, NHS England, but only 2025-26 has been compared with
 * a second list: compare a year with its guidance before a sheet shows its thresholds. Names and descriptions are ours.
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
 * @example inYears("2019-20", "2022-23", 14, 40, 77)
 */
export const inYears = (from: string, to: string, points: number, lower?: number, upper?: number): QofTerms => ({
  from,
  to,
  points,
  thresholds: lower === undefined || upper === undefined ? null : [lower / 100, upper / 100],
});
