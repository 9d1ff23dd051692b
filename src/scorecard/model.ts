import type { IndicatorDefinition } from "../indicators/definition";
import type { MissingReason } from "../problem";
import type { Area, FileReport, Period, Practice, SourceRow } from "../reference/model";
import type { Interval } from "../statistics/proportion";
import type { Band, Comparison, Counts } from "./compare";
import type { ScorecardSpec } from "./spec";
import type { TrendPeriod } from "./trend";

/** Everything a reader of the scorecard will see, in the field's terms, with no rows, columns or colours yet. */
export interface ScorecardModel {
  readonly spec: ScorecardSpec;
  readonly area: Area;
  readonly illustrative: boolean;
  /** ISO date, such as 2026-11-21. */
  readonly builtOn: string;
  readonly comparator: string;
  /** By PCN, then by name: never ranked. */
  readonly practices: readonly PracticeRow[];
  readonly groups: readonly { readonly heading: string; readonly indicators: readonly IndicatorColumn[] }[];
  /** England's patients per FTE GP, where the workforce file holds England. */
  readonly benchmarkPatientsPerGp: number | null;
  /** What the card rests on, in the order it is shown: "QOF prevalence 2022-23". */
  readonly sources: readonly { readonly name: string; readonly period: Period; readonly files: readonly string[] }[];
  /** Indicators of the specification that nobody loaded. */
  readonly leftOut: readonly string[];
  /** Practices of the area without a single figure for these periods. */
  readonly withoutData: readonly Practice[];
  readonly files: readonly FileReport[];
}

/** A fact about a practice that is no proportion: a count, a rating, a score. */
export interface Fact<T extends number | string> {
  readonly value: T;
  readonly period: Period;
  readonly source: SourceRow;
}

export interface PracticeRow {
  readonly practice: Practice;
  readonly listSize: Fact<number> | null;
  readonly fteGp: Fact<number> | null;
  readonly cqcOverall: Fact<string> | null;
  readonly deprivation: Fact<number> | null;
  /** CQC's five key questions that have a rating. */
  readonly keyQuestions: Readonly<Partial<Record<KeyQuestion, Fact<string>>>>;
}

/** What CQC asks of every service, in its own order; the words are those of its reports. */
export const keyQuestions = {
  cqc_safe: "Safe",
  cqc_effective: "Effective",
  cqc_caring: "Caring",
  cqc_responsive: "Responsive",
  cqc_well_led: "Well-led",
} as const;

export type KeyQuestion = keyof typeof keyQuestions;

export interface IndicatorColumn {
  readonly definition: IndicatorDefinition;
  readonly period: Period;
  /** null where the files do not hold England: values are then shown, not judged. */
  readonly comparison: Comparison | null;
  readonly area: (Counts & { readonly value: number }) | null;
  /** One a practice, in the order of `practices`. */
  readonly values: readonly IndicatorValue[];
  /** What the best quarter of the area's practices reach, in the hoped-for direction; null where none is claimed or too few can tell. */
  readonly bestQuarter: number | null;
  /** The periods loaded, oldest first; the last is `period`. */
  readonly trend: readonly TrendPeriod[];
}

export type IndicatorValue =
  | (Counts & {
      readonly kind: "value";
      readonly value: number;
      readonly interval: Interval;
      readonly personalisedCareAdjustments: number | null;
      readonly zScore: number | null;
      /** null where there is nothing to compare with. */
      readonly band: Band | null;
      readonly source: SourceRow;
    })
  | { readonly kind: "missing"; readonly reason: MissingReason; readonly source: SourceRow | null };
