/**
 * Tables and named cells that the sheets' formulas share. All begin alike, so that they are recognised and cannot clash with a
 * cell address: "QOF2025" or "GP2026" are cells in Excel, "scorecard_z95" is not.
 */
export const tables = {
  data: "ScorecardData",
  comparators: "ScorecardComparators",
  marks: "ScorecardMarks",
} as const;

export const names = {
  z95: "scorecard_z95",
  z998: "scorecard_z998",
  smallest: "scorecard_smallest_denominator",
  fewestExpected: "scorecard_fewest_expected",
} as const;

/** The column of the comparators' table where `indicator` (a reference) stands. */
export const comparator = (column: string, indicator: string): string =>
  `INDEX(${tables.comparators}[${column}],MATCH(${indicator},${tables.comparators}[Indicator],0))`;

/** The column of the Data table in the row of a practice and an indicator, both references. */
export const dataCell = (column: string, practice: string, indicator: string): string =>
  `INDEX(${tables.data}[${column}],MATCH(${practice}&"|"&${indicator},${tables.data}[Key],0))`;
