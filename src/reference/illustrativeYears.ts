import type { Observation } from "./model";
import type { randomNumbers } from "./randomNumbers";

// The made-up area's past and what its inspectors found, both drawn from its latest figures.
/** A proportion moved on the logit scale, so that it stays between 0 and 1. */
export const shifted = (proportion: number, by: number): number => 1 / (1 + Math.exp(-(Math.log(proportion / (1 - proportion)) + by)));

export interface EarlierYear {
  readonly year: string;
  /** How much shorter the registers were, and how much less care was reached, on the logit scale. */
  readonly registers: number;
  readonly reached: number;
}

/** Registers grow a little every year; reviews and measurements fell in the pandemic and came back. */
export const earlierYears: readonly EarlierYear[] = [
  { year: "2020-21", registers: -0.09, reached: -0.5 },
  { year: "2021-22", registers: -0.07, reached: -0.38 },
  { year: "2022-23", registers: -0.045, reached: -0.17 },
  { year: "2023-24", registers: -0.02, reached: -0.05 },
];

const isRegister = (figures: Partial<Observation>): boolean => figures.personalisedCareAdjustments === undefined;

/** What the practice may have had: its own figure moved by what the years had in common and by a little of its own. */
export function inAnEarlierYear(
  { registers, reached }: EarlierYear,
  now: Omit<Observation, "practiceCode" | "indicator">,
  random: ReturnType<typeof randomNumbers>,
): Partial<Observation> {
  const denominator = Math.round((now.denominator ?? 0) * (1 + 0.02 * random.normal()));
  const value = Math.min(0.995, Math.max(0.005, (now.numerator ?? 0) / Math.max(1, now.denominator ?? 0)));
  const by = isRegister(now) ? registers + 0.03 * random.normal() : reached + 0.14 * random.normal();
  const adjustments = now.personalisedCareAdjustments;
  return {
    numerator: Math.round(denominator * shifted(value, by)),
    denominator,
    ...(adjustments === undefined ? {} : { personalisedCareAdjustments: Math.round(adjustments * (0.85 + 0.3 * random.uniform())) }),
  };
}

/** How CQC aggregates: two inadequate make inadequate, two requiring improvement make that, and good may hold one of either kind beside. */
const patterns: Readonly<Record<string, readonly string[]>> = {
  Good: ["GGGGG", "GGGGG", "GGOGG", "GGGRG", "GGGGO"],
  "Requires improvement": ["RGGGR", "RGGRR", "GRGGR"],
  Inadequate: ["IRGGI", "IRGRI"],
};
const questions = ["cqc_safe", "cqc_effective", "cqc_caring", "cqc_responsive", "cqc_well_led"];
const ratingWords: Readonly<Record<string, string>> = {
  O: "Outstanding",
  G: "Good",
  R: "Requires improvement",
  I: "Inadequate",
};

export function keyQuestionRatings(overall: string, random: ReturnType<typeof randomNumbers>): [question: string, rating: string][] {
  const some = patterns[overall] ?? [];
  const pattern = some[Math.floor(random.uniform() * some.length)] ?? "";
  return [...pattern].map((letter, i) => [questions[i]!, ratingWords[letter]!]);
}
