import type { IndicatorDefinition } from "../indicators/definition";
import type { MissingReason } from "../problem";
import type { Area, FileReport, Period, Practice, SourceRow } from "../reference/model";
import type { PracticeChange } from "../reference/practiceHistory";
import type { Interval } from "../statistics/proportion";
import type { Band, Comparison, Counts, Valued } from "./compare";
import type { ScorecardSpec } from "./spec";
import type { TrendPeriod } from "./trend";

/** Everything a reader of the scorecard will see, in the field's terms, with no rows, columns or colours yet. */
export interface ScorecardModel {
  readonly spec: ScorecardSpec;
  readonly area: Area;
  readonly illustrative: boolean;
  /** ISO date, such as 2026-11-21. */
  readonly builtOn: string;
  /** Whom practices are compared with, in a sentence: "England", "its own PCN". */
  readonly comparator: string;
  /** The same over a narrow column: "Own PCN". */
  readonly comparatorShort: string;
  /** Whose figures stand above the practices: the comparator's, or England's where each practice has a comparator of its own. */
  readonly reference: string;
  /** Whether each practice has a comparator of its own (its PCN, practices like it). */
  readonly ownComparators: boolean;
  /** What each practice is compared with, in the order of `practices`. */
  readonly against: readonly string[];
  /** Who a comparator is made of, by its name, where it is made of practices that are loaded. */
  readonly comparatorMembers: ReadonlyMap<string, readonly string[]>;
  /** By PCN, then by name: never ranked. */
  readonly practices: readonly PracticeRow[];
  readonly groups: readonly { readonly heading: string; readonly indicators: readonly IndicatorColumn[] }[];
  /** England's patients per FTE GP, where the workforce file holds England. */
  readonly benchmarkPatientsPerGp: number | null;
  /** What the card rests on, in the order it is shown: "QOF prevalence 2022-23". */
  readonly sources: readonly { readonly name: string; readonly period: Period; readonly files: readonly string[] }[];
  /** Indicators of the specification that nobody loaded. */
  readonly leftOut: readonly string[];
  /** Why the sheets hold values in place of formulas; null where they calculate. */
  readonly formulasLeftOut: string | null;
  /** Practices of the area without a single figure for these periods. */
  readonly withoutData: readonly Practice[];
  /** Practices that closed, opened, merged or joined in the years loaded. */
  readonly changes: readonly PracticeChange[];
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
  /** Fully qualified GPs are `fteGp`; these are the other ways of counting, where the files give them. */
  readonly fteGpAll: Fact<number> | null;
  readonly fteGpExclLocums: Fact<number> | null;
  readonly gpHeadcount: Fact<number> | null;
  readonly cqcOverall: Fact<string> | null;
  /** In CQC's files, but without a rating yet. */
  readonly cqcNotRated: boolean;
  /** The rating was given to the practice's previous registration. */
  readonly cqcInherited: boolean;
  /** "Yes" or "No", where the area returned it. */
  readonly participationGroup: Fact<string> | null;
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
  /** How practices are compared, where all have the same comparator; null where it is not loaded: values are then shown, not judged. */
  readonly comparison: Comparison | null;
  /** The same for each practice with a comparator of its own; the shared one for all otherwise. */
  readonly comparisons: readonly (Comparison | null)[];
  /** What each practice is compared with here: as in the model, but the area where a local return has no other comparator. */
  readonly against: readonly string[];
  /** What `model.reference` has. */
  readonly reference: Valued | null;
  readonly area: Valued | null;
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
      /** Per person, as a proportion or ratio; `perOf` says for how many it is shown. */
      readonly value: number;
      readonly interval: Interval;
      readonly personalisedCareAdjustments: number | null;
      readonly zScore: number | null;
      /** null where there is nothing to compare with. */
      readonly band: Band | null;
      readonly source: SourceRow;
    })
  /** A published share without counts: shown, never compared. */
  | { readonly kind: "share"; readonly value: number; readonly source: SourceRow }
  | { readonly kind: "missing"; readonly reason: MissingReason; readonly source: SourceRow | null };
