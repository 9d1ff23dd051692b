/** What a scorecard should show: plain data, kept with the workbook, so that two officers get the same answer. */
export interface ScorecardSpec {
  readonly id: string;
  readonly name: string;
  /** Columns of indicators, in order. An indicator nobody has loaded is left out and named on the Methods sheet. */
  readonly groups: readonly SpecGroup[];
  readonly comparison: ComparisonRules;
  /**
   * What the calculating cells hold: formulas that any spreadsheet knows, or values only.
   * Above 2,000 practices values are written whatever is asked for, and the sheet says so.
   */
  readonly formulas: CellContents;
}

export interface SpecGroup {
  readonly heading: string;
  readonly indicators: readonly string[];
}

/** How practices are compared, and with whom: one choice for the whole workbook, named on every sheet. */
export interface ComparisonRules {
  readonly comparator: SpecComparator;
  /** "funnel": arcsine funnel with overdispersion, exact for small numbers; "fingertips": does the Wilson or Byar interval hold the benchmark? */
  readonly method: "funnel" | "fingertips";
  /** Below this denominator a value is not shown and not compared: "too few to say". */
  readonly smallestDenominator: number;
  /** With at least this many practices the funnel is widened by the variation between practices (overdispersion). */
  readonly fewestPracticesForOverdispersion: number;
  /** Share of practices winsorised at each end before the variation between practices is estimated. */
  readonly trim: number;
}

/**
 * Whom practices are compared with. "pcn": each practice with all practices of its own network; "similar": each with the ten that are most
 * like it in list size and deprivation; "peers": all with a group that somebody chose, by practice code.
 */
export interface SpecComparator {
  readonly kind: ComparatorKind;
  /** What the sheets call it; absent, they use the kind's own words or the area's name. */
  readonly name?: string;
  /** The chosen group, for "peers" only. */
  readonly practiceCodes?: readonly string[];
}

export const comparatorKinds = ["england", "icb", "area", "pcn", "similar", "peers"] as const;

export type ComparatorKind = (typeof comparatorKinds)[number];

export const cellContents = ["native", "values"] as const;

export type CellContents = (typeof cellContents)[number];

/** The rules where nobody says otherwise. */
export const usualComparison: ComparisonRules = {
  comparator: { kind: "england" },
  method: "funnel",
  smallestDenominator: 20,
  fewestPracticesForOverdispersion: 10,
  trim: 0.1,
};

/** A specification with these columns and everything else as usual. */
export const specOf = (id: string, name: string, groups: readonly SpecGroup[]): ScorecardSpec => ({
  id,
  name,
  groups,
  comparison: usualComparison,
  formulas: "native",
});
