import { chartFrame, down, fixed } from "./charts";

/** Where the numbers behind a funnel stand, counted from 0: the lines, the practices and the names, a gap between each two. */
export const headRow = 3;
export const firstRow = 4;

export const lineColumns = { n: 14, lower998: 15, lower95: 16, benchmark: 17, upper95: 18, upper998: 19 } as const;

export const practiceColumns = {
  order: 21,
  code: 22,
  name: 23,
  short: 24,
  denominator: 25,
  value: 26,
  zScore: 27,
  comparison: 28,
  within: 29,
  between: 30,
  above: 31,
  below: 32,
  outsideOrder: 33,
  betweenOrder: 34,
  distance: 35,
} as const;

export const nameColumns = { order: 37, place: 38, label: 39, denominator: 40, above: 41, below: 42 } as const;

const wide: readonly number[] = [practiceColumns.name, practiceColumns.short, nameColumns.label];
const gaps: readonly number[] = [20, 36];

export const funnelDataWidths: readonly number[] = Array.from({ length: nameColumns.below - chartFrame.data + 1 }, (_, i) => {
  const column = chartFrame.data + i;
  return wide.includes(column) ? 140 : gaps.includes(column) ? 20 : 64;
});

/** One column over all practices, for formulas. */
export const overPractices = (column: keyof typeof practiceColumns, practices: number): string =>
  fixed(down(practiceColumns[column], firstRow, firstRow + practices - 1));
