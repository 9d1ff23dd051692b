import { CellError, isError, itemsOf, numberOf, type Argument } from "./arguments";

type Statistic = (sorted: readonly number[], k: number) => number;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const refuse = (code: string): never => {
  throw new CellError(code);
};

const at = (values: readonly number[], index: number): number => values[index] ?? refuse("#NUM!");

const mean = (values: readonly number[]): number => (values.length > 0 ? sum(values) / values.length : refuse("#DIV/0!"));

function variance(values: readonly number[], ddof: number): number {
  if (values.length <= ddof) return refuse("#DIV/0!");
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - ddof);
}

/** Quantile by linear interpolation at 1 + (n - 1)p, which is Excel's inclusive definition. */
export function percentileInclusive(sorted: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1) || sorted.length === 0) return refuse("#NUM!");
  const place = (sorted.length - 1) * p;
  const below = at(sorted, Math.floor(place));
  return below + (at(sorted, Math.ceil(place)) - below) * (place % 1);
}

/** Quantile at (n + 1)p; refused where that lies outside the data. */
function percentileExclusive(sorted: readonly number[], p: number): number {
  const place = (sorted.length + 1) * p;
  if (!(p > 0 && p < 1) || place < 1 || place > sorted.length) return refuse("#NUM!");
  const below = at(sorted, Math.floor(place) - 1);
  return below + (at(sorted, Math.ceil(place) - 1) - below) * (place % 1);
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  if (most < 2) return refuse("#N/A");
  return values.find((value) => counts.get(value) === most) ?? refuse("#N/A");
}

/** AGGREGATE's functions by their numbers; 3 counts what is not blank and is handled apart. */
const STATISTICS: Readonly<Record<number, Statistic>> = {
  1: mean,
  2: (values) => values.length,
  4: (sorted) => sorted.at(-1) ?? 0,
  5: (sorted) => sorted[0] ?? 0,
  6: (values) => (values.length > 0 ? values.reduce((product, value) => product * value, 1) : 0),
  7: (values) => Math.sqrt(variance(values, 1)),
  8: (values) => Math.sqrt(variance(values, 0)),
  9: sum,
  10: (values) => variance(values, 1),
  11: (values) => variance(values, 0),
  12: (sorted) => percentileInclusive(sorted, 0.5),
  13: mode,
  14: (sorted, k) => at(sorted, sorted.length - Math.ceil(k)),
  15: (sorted, k) => at(sorted, Math.ceil(k) - 1),
  16: percentileInclusive,
  17: (sorted, quartile) => percentileInclusive(sorted, Math.trunc(quartile) / 4),
  18: percentileExclusive,
  19: (sorted, quartile) => percentileExclusive(sorted, Math.trunc(quartile) / 4),
};

/**
 * AGGREGATE(function, options, array or references, [k]). Options 2, 3, 6 and 7 pass over errors; hidden rows are not looked at, because
 * this host's filters hide nothing from formulas that an add-in writes.
 *
 * https://support.microsoft.com/office/aggregate-function-43b9278e-6aa7-4f17-92b6-e19993fa26df
 */
export function aggregate(functionNumber: Argument, options: Argument, ...rest: readonly Argument[]): number {
  const which = Math.trunc(numberOf(functionNumber));
  const option = Math.trunc(numberOf(options));
  if (which < 1 || which > 19 || option < 0 || option > 7) return refuse("#VALUE!");
  const takesK = which >= 14;
  if (takesK && rest.length < 2) return refuse("#VALUE!");
  const items = (takesK ? rest.slice(0, 1) : rest).flatMap(itemsOf);
  const ignoresErrors = [2, 3, 6, 7].includes(option);
  const kept = items.filter((item) => !(ignoresErrors && isError(item)));
  if (which === 3) return kept.filter((item) => item.value !== null).length;
  const failed = kept.find(isError);
  if (failed && which !== 2) throw new CellError(String(failed.value), failed.message);
  const sorted = kept.flatMap((item) => (typeof item.value === "number" ? [item.value] : [])).sort((a, b) => a - b);
  return (STATISTICS[which] as Statistic)(which === 13 ? kept.map((item) => Number(item.value)) : sorted, takesK ? numberOf(rest[1]) : 0);
}
