import type { QofTerms, Succession } from "./qofTerms";

/** What an indicator is, as data. Nothing here computes; `derive.ts` does. */
export interface IndicatorDefinition {
  /** Stable; it appears in formulas and saved workbooks, so it never changes its meaning. */
  readonly id: string;
  readonly name: string;
  /** For one line of a practice's page; absent where the name is short enough. */
  readonly shortName?: string;
  /** Column heading, broken by hand: at most three lines of about eleven characters. */
  readonly heading: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Which direction is hoped for; "neither" where the number alone cannot say, as with every prevalence. */
  readonly polarity: "higher" | "lower" | "neither";
  readonly kind: IndicatorKind;
  /** Absent for a proportion. */
  readonly measure?: Measure;
  readonly publication: string;
  /** For QOF's indicators of care: points and thresholds, by year. */
  readonly terms?: readonly QofTerms[];
  readonly succeeds?: Succession;
}

export type IndicatorKind = "prevalence" | "achievement" | "allPatients" | "exception" | "caseFinding" | "survey" | "activity" | "local";

/**
 * What a figure is, and so what chance does to it. "proportion": people out of people. "ratio": people found for people expected, which can be
 * above 1. "perThousand": events for each 1,000 patients. "share": a published proportion without counts, which can be shown but not compared.
 */
export type Measure = "proportion" | "ratio" | "perThousand" | "share";

export const measureOf = ({ measure = "proportion" }: IndicatorDefinition): Measure => measure;

/** For how many the figure is given. */
export const perOf = (definition: IndicatorDefinition): number => (measureOf(definition) === "perThousand" ? 1000 : 1);

const qof = "QOF, NHS England";

/** A register's share of the matching list: how many are known to have the condition, not how well they are looked after. */
export const prevalence = (id: string, condition: string, heading: string, list = "registered patients"): IndicatorDefinition => ({
  id,
  name: `${condition}: prevalence on the QOF register`,
  heading,
  numerator: `Patients on the practice's QOF register for ${condition.toLowerCase()}`,
  denominator: `All ${list}`,
  polarity: "neither",
  kind: "prevalence",
  publication: qof,
});

/** Care given to the patients on a register, net of personalised care adjustments as QOF publishes it. */
export const achievement = (
  id: string,
  name: string,
  heading: string,
  numerator: string,
  denominator: string,
  shortName?: string,
): IndicatorDefinition => ({
  id,
  name,
  ...(shortName === undefined ? {} : { shortName }),
  heading,
  numerator,
  denominator: `${denominator}, after personalised care adjustments`,
  polarity: "higher",
  kind: "achievement",
  publication: qof,
});
