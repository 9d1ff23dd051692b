/** What a scorecard should show: plain data, kept with the workbook, so that two officers get the same answer. */
export interface ScorecardSpec {
  readonly id: string;
  readonly name: string;
  /** Columns of indicators, in order. An indicator nobody has loaded is left out and named on the Methods sheet. */
  readonly groups: readonly { readonly heading: string; readonly indicators: readonly string[] }[];
  readonly comparison: {
    /** Below this denominator a value is not shown and not compared: "too few to say". */
    readonly smallestDenominator: number;
    /** With at least this many practices the funnel is widened by the variation between practices (overdispersion). */
    readonly fewestPracticesForOverdispersion: number;
    /** Share of practices winsorised at each end before the variation between practices is estimated. */
    readonly trim: number;
  };
}
