/**
 * Tables and named cells that the sheets' formulas share. All begin alike, so that they are recognised and cannot clash with a
 * cell address: "QOF2025" or "GP2026" are cells in Excel, "scorecard_z95" is not.
 */
export const tables = {
  data: "ScorecardData",
  comparators: "ScorecardComparators",
  marks: "ScorecardMarks",
  area: "ScorecardArea",
} as const;

export const names = {
  z95: "scorecard_z95",
  z998: "scorecard_z998",
  smallest: "scorecard_smallest_denominator",
  fewestExpected: "scorecard_fewest_expected",
  bestQuarter: "scorecard_best_quarter",
  stripEdges: "scorecard_strip_edges",
  /** Whose figures stand above the practices, such as England. */
  reference: "scorecard_reference",
  /** The scorecard's rows of practices with the codes above them: what each indicator's values are gathered from. */
  grid: "scorecard_grid",
} as const;

/** The column of the comparators' table in the row of an indicator and what it is compared with, both references; without the latter, of the one that stands above the practices. */
export const comparator = (column: string, indicator: string, against: string = names.reference): string =>
  `INDEX(${tables.comparators}[${column}],MATCH(${indicator}&"|"&${against},${tables.comparators}[Key],0))`;

/** The column of the area's table where `indicator` (a reference) stands. */
export const ofArea = (column: string, indicator: string): string =>
  `INDEX(${tables.area}[${column}],MATCH(${indicator},${tables.area}[Indicator],0))`;

/** The column of the Data table in the row of a practice and an indicator, both references. */
export const dataCell = (column: string, practice: string, indicator: string): string =>
  `INDEX(${tables.data}[${column}],MATCH(${practice}&"|"&${indicator},${tables.data}[Key],0))`;
