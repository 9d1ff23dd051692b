import { limitsAt, type Funnel } from "../scorecard/funnel";
import { cellRef } from "./a1";
import type { Canvas } from "./canvas";
import { formula, number, quoted, text } from "./cells";
import { fixed, inColumn } from "./charts";
import { firstRow, headRow, lineColumns as at } from "./funnelColumns";
import { comparator, names } from "./names";
import { valueFormat } from "./valueFormat";

/** Points of each limit line; they lie closer together where the funnel is steep. */
const linePoints = 60;

export const lineRows = { first: firstRow, last: firstRow + linePoints - 1 } as const;

/**
 * The limits at each size up to `largest`, as formulas: the inverse of the arcsine transform behind z, whose angle stops at 0 and 90 degrees.
 * @returns the cell that holds the indicator's code
 */
export function layLines(sheet: Canvas, { comparison, points, column }: Funnel, largest: number): string {
  const [keyRow, label] = [headRow - 1, (words: string) => text(words, "chartData")];
  const key = { id: cellRef(keyRow, at.n), benchmark: cellRef(keyRow, at.benchmark), variance: cellRef(keyRow, at.upper998) };
  const { per } = valueFormat(column.definition);
  const against = quoted(column.against[0] ?? "");
  const [id, benchmark, variance] = [fixed(key.id), fixed(key.benchmark), fixed(key.variance)];
  sheet.put(keyRow - 1, at.n, text("Chart data", "chartText", "bold"));
  sheet.put(keyRow, at.n, label(column.definition.id));
  sheet.put(keyRow, at.lower95, label("Benchmark"));
  sheet.put(keyRow, at.benchmark, formula(`=${comparator("Benchmark", id, against)}`, comparison.benchmark.value * per, "chartPercent"));
  sheet.put(keyRow, at.upper95, label("Tau squared"));
  sheet.put(keyRow, at.upper998, formula(`=${comparator("Tau squared", id, against)}`, comparison.betweenPracticeVariance, "chartData"));
  ["Patients", "Lower 99.8", "Lower 95", "Benchmark", "Upper 95", "Upper 99.8"].forEach((words, i) =>
    sheet.put(headRow, at.n + i, text(words, "chartData", "bold")),
  );

  const smallest = Math.max(1, Math.round(Math.min(...points.map(({ denominator }) => denominator)) * 0.8));
  for (let i = 0; i < linePoints; i++) {
    const row = firstRow + i;
    const n = Math.round(smallest + (largest - smallest) * (i / (linePoints - 1)) ** 2);
    const limits = limitsAt(n, comparison);
    const limit = (sign: "-" | "+", z: string) => limitFormula(comparison, sign, z, inColumn(row, at.n), benchmark, variance, per);
    sheet.put(row, at.n, number(n, "chartCount"));
    sheet.put(row, at.lower998, formula(limit("-", names.z998), limits.lower998 * per, "chartPercent"));
    sheet.put(row, at.lower95, formula(limit("-", names.z95), limits.lower95 * per, "chartPercent"));
    sheet.put(row, at.benchmark, formula(`=${benchmark}`, comparison.benchmark.value * per, "chartPercent"));
    sheet.put(row, at.upper95, formula(limit("+", names.z95), limits.upper95 * per, "chartPercent"));
    sheet.put(row, at.upper998, formula(limit("+", names.z998), limits.upper998 * per, "chartPercent"));
  }
  return id;
}

/** The inverse of the scale behind z, in native functions; `limitsAt` does the same. */
function limitFormula(
  { kind, method }: Funnel["comparison"],
  sign: "-" | "+",
  z: string,
  n: string,
  benchmark: string,
  variance: string,
  per: number,
): string {
  if (kind !== "proportion") {
    const target = per === 1 ? benchmark : `(${benchmark}/${per})`;
    return `=${benchmark}*MAX(0,1${sign}${z}*SQRT(1/(4*${n}*${target})+${variance}))^2`;
  }
  return method === "fingertips"
    ? `=MAX(0,MIN(1,${benchmark}${sign}${z}*SQRT(${benchmark}*(1-${benchmark})/${n})))`
    : `=SIN(MIN(PI()/2,MAX(0,ASIN(SQRT(${benchmark}))${sign}${z}*SQRT(1/(4*${n})+${variance}))))^2`;
}
