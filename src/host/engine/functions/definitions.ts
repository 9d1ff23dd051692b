import { aggregate, percentileInclusive } from "./aggregate";
import { CellError, isError, itemsOf, numberOf, numbersIn, textOf, truthOf, type Argument } from "./arguments";
import * as distributions from "./distributions";

/** A worksheet function that the engine lacks: how its arguments are declared to the engine, and what it computes. */
export interface Definition {
  readonly arguments: readonly string[];
  readonly compute: (...given: readonly Argument[]) => number | string;
}

/** What is not a finite number is outside the function's domain. */
const inDomain = (value: number): number => {
  if (!Number.isFinite(value)) throw new CellError("#NUM!");
  return value;
};

const numeric = (names: readonly string[], compute: (...given: readonly number[]) => number): Definition => ({
  arguments: names.map((name) => `${name} (number)`),
  compute: (...given) => inDomain(compute(...given.map(numberOf))),
});

function rank(value: Argument, among: Argument, ascending: Argument): number {
  const x = numberOf(value);
  const numbers = numbersIn(among);
  if (!numbers.includes(x)) throw new CellError("#N/A");
  const before = ascending !== undefined && truthOf(ascending) ? numbers.filter((each) => each < x) : numbers.filter((each) => each > x);
  return before.length + 1;
}

/** Share of the values below x, interpolated between neighbours and cut to three digits, as Excel does. */
function percentRank(among: Argument, value: Argument, digits: Argument): number {
  const sorted = [...numbersIn(among)].sort((a, b) => a - b);
  const x = numberOf(value);
  const smallest = sorted[0];
  const largest = sorted.at(-1);
  if (smallest === undefined || largest === undefined) throw new CellError("#NUM!");
  if (x < smallest || x > largest) throw new CellError("#N/A");
  const exact = sorted.indexOf(x);
  const below = sorted.filter((each) => each < x).length - 1;
  const from = sorted[below] ?? x;
  const to = sorted[below + 1] ?? x;
  const place = exact >= 0 ? exact : below + (x - from) / (to - from);
  const scale = 10 ** (digits === undefined ? 3 : Math.trunc(numberOf(digits)));
  return sorted.length === 1 ? 1 : Math.floor((place / (sorted.length - 1)) * scale + 1e-9) / scale;
}

/** Numbers stay, TRUE is 1, errors pass, all else is 0. */
function plainNumber(argument: Argument): number {
  const value = itemsOf(argument)[0]?.value ?? 0;
  if (typeof value === "string" && isError({ value })) throw new CellError(value);
  return typeof value === "string" ? 0 : Number(value);
}

function plainText(argument: Argument): string {
  const value = itemsOf(argument)[0]?.value;
  if (typeof value === "string" && isError({ value })) throw new CellError(value);
  return typeof value === "string" ? value : "";
}

function unichar(code: number): string {
  const point = Math.trunc(code);
  if (point < 1 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw new CellError("#VALUE!");
  return String.fromCodePoint(point);
}

function rept(text: Argument, times: Argument): string {
  const count = Math.trunc(numberOf(times));
  const repeated = count < 0 || count * textOf(text).length > 32_767 ? undefined : textOf(text).repeat(count);
  if (repeated === undefined) throw new CellError("#VALUE!");
  return repeated;
}

const lastIndex = (values: readonly unknown[], test: (value: unknown) => boolean): number =>
  values.reduce<number>((found, value, index) => (test(value) ? index : found), -1);

/** The place of a value in a list: 0 exact, -1 next smaller, 1 next larger; searched from the end when `mode` is -1. */
function xmatch(wanted: Argument, among: Argument, matching: Argument, mode: Argument): number {
  const values = itemsOf(among).map((item) => item.value);
  const target = itemsOf(wanted)[0]?.value ?? null;
  const kind = matching === undefined ? 0 : numberOf(matching);
  const same = (value: unknown): boolean =>
    typeof value === "string" && typeof target === "string" ? value.toLowerCase() === target.toLowerCase() : value === target;
  const exact = mode !== undefined && numberOf(mode) < 0 ? lastIndex(values, same) : values.findIndex(same);
  if (exact >= 0) return exact + 1;
  if (kind === 0 || typeof target !== "number") throw new CellError("#N/A");
  const candidates = values.flatMap((value, index) => (typeof value === "number" && value < target === kind < 0 ? [{ value, index }] : []));
  const best = candidates.sort((a, b) => (kind < 0 ? b.value - a.value : a.value - b.value))[0];
  if (!best) throw new CellError("#N/A");
  return best.index + 1;
}

/** https://support.microsoft.com/office/excel-functions-alphabetical-b3944572-255d-4efb-bb96-c6d90033e188 */
export const DEFINITIONS: Readonly<Record<string, Definition>> = {
  "NORM.S.DIST": {
    arguments: ["z (number)", "cumulative (boolean)"],
    compute: (z, cumulative) => (truthOf(cumulative) ? distributions.normal(numberOf(z)) : distributions.normalDensity(numberOf(z))),
  },
  "NORM.S.INV": numeric(["probability"], distributions.normalQuantile),
  "NORM.DIST": {
    arguments: ["x (number)", "mean (number)", "standard_dev (number)", "cumulative (boolean)"],
    compute: (x, mean, sd, cumulative) => {
      const spread = numberOf(sd);
      const z = spread > 0 ? (numberOf(x) - numberOf(mean)) / spread : NaN;
      return inDomain(truthOf(cumulative) ? distributions.normal(z) : distributions.normalDensity(z) / spread);
    },
  },
  "NORM.INV": numeric(["probability", "mean", "standard_dev"], (p, mean, sd) =>
    Number(sd) > 0 ? Number(mean) + Number(sd) * distributions.normalQuantile(Number(p)) : NaN,
  ),
  "BINOM.DIST": {
    arguments: ["number_s (number)", "trials (number)", "probability_s (number)", "cumulative (boolean)"],
    compute: (k, n, p, cumulative) => inDomain(distributions.binomial(numberOf(k), numberOf(n), numberOf(p), truthOf(cumulative))),
  },
  "POISSON.DIST": {
    arguments: ["x (number)", "mean (number)", "cumulative (boolean)"],
    compute: (k, mean, cumulative) => inDomain(distributions.poisson(numberOf(k), numberOf(mean), truthOf(cumulative))),
  },
  "BETA.DIST": {
    arguments: ["x (number)", "alpha (number)", "beta (number)", "cumulative (boolean)"],
    compute: (x, a, b, cumulative) => {
      if (!truthOf(cumulative)) throw new CellError("#VALUE!", "The density is not supported by this host.");
      return inDomain(distributions.beta(numberOf(x), numberOf(a), numberOf(b)));
    },
  },
  "BETA.INV": numeric(["probability", "alpha", "beta"], (p, a, b) => distributions.betaInverse(Number(p), Number(a), Number(b))),
  "CHISQ.INV": numeric(["probability", "deg_freedom"], (p, df) => distributions.gammaInverse(Number(p), Math.trunc(Number(df)) / 2, 2)),
  "CHISQ.INV.RT": numeric(["probability", "deg_freedom"], (p, df) =>
    distributions.gammaInverse(1 - Number(p), Math.trunc(Number(df)) / 2, 2),
  ),
  "CHISQ.DIST.RT": numeric(["x", "deg_freedom"], (x, df) => 1 - distributions.gamma(Number(x) / 2, Math.trunc(Number(df)) / 2)),
  "GAMMA.DIST": {
    arguments: ["x (number)", "alpha (number)", "beta (number)", "cumulative (boolean)"],
    compute: (x, a, b, cumulative) => {
      if (!truthOf(cumulative)) throw new CellError("#VALUE!", "The density is not supported by this host.");
      return inDomain(distributions.gamma(numberOf(x) / numberOf(b), numberOf(a)));
    },
  },
  "GAMMA.INV": numeric(["probability", "alpha", "beta"], (p, a, b) => distributions.gammaInverse(Number(p), Number(a), Number(b))),
  STANDARDIZE: numeric(["x", "mean", "standard_dev"], (x, mean, sd) => (Number(sd) > 0 ? (Number(x) - Number(mean)) / Number(sd) : NaN)),
  AGGREGATE: { arguments: ["function_num (number)", "options (number)", "ref (any, range, repeating)"], compute: aggregate },
  "RANK.EQ": { arguments: ["number (number)", "ref (any, range)", "order (boolean, optional)"], compute: rank },
  "PERCENTRANK.INC": { arguments: ["array (any, range)", "x (number)", "significance (number, optional)"], compute: percentRank },
  "PERCENTILE.INC": {
    arguments: ["array (any, range)", "k (number)"],
    compute: (values, k) =>
      percentileInclusive(
        [...numbersIn(values)].sort((a, b) => a - b),
        numberOf(k),
      ),
  },
  SIGN: numeric(["number"], (x) => Math.sign(Number(x))),
  FACT: numeric(["number"], (x) => (Number(x) >= 0 ? Math.round(Math.exp(distributions.logFactorial(Math.trunc(Number(x))))) : NaN)),
  QUOTIENT: {
    arguments: ["numerator (number)", "denominator (number)"],
    compute: (numerator, denominator) => {
      if (numberOf(denominator) === 0) throw new CellError("#DIV/0!");
      return Math.trunc(numberOf(numerator) / numberOf(denominator));
    },
  },
  SUMSQ: {
    arguments: ["value (any, range, repeating)"],
    compute: (...given) => given.flatMap(numbersIn).reduce((sum, each) => sum + each * each, 0),
  },
  GEOMEAN: {
    arguments: ["value (any, range, repeating)"],
    compute: (...given) => {
      const numbers = given.flatMap(numbersIn);
      if (numbers.length === 0 || numbers.some((each) => each <= 0)) throw new CellError("#NUM!");
      return Math.exp(numbers.reduce((sum, each) => sum + Math.log(each), 0) / numbers.length);
    },
  },
  XMATCH: {
    arguments: ["lookup_value (any)", "lookup_array (any, range)", "match_mode (number, optional)", "search_mode (number, optional)"],
    compute: xmatch,
  },
  N: { arguments: ["value (any)"], compute: plainNumber },
  T: { arguments: ["value (any)"], compute: plainText },
  REPT: { arguments: ["text (string)", "number_times (number)"], compute: rept },
  UNICHAR: { arguments: ["number (number)"], compute: (code) => unichar(numberOf(code)) },
  UNICODE: {
    arguments: ["text (string)"],
    compute: (text) => {
      const point = textOf(text).codePointAt(0);
      if (point === undefined) throw new CellError("#VALUE!");
      return point;
    },
  },
};
