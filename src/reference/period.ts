import type { Period } from "./model";

/** The shapes a period can have; a publication says which of them its file names carry. */
export type PeriodKind = "financialYear" | "month" | "any";

interface Span {
  /** Days, inclusive, as yyyymmdd numbers: they order as time does. */
  readonly from: number;
  readonly to: number;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const monthPattern = MONTHS.map((name) => name.slice(0, 3).toLowerCase()).join("|");

const two = (n: number): string => String(n).padStart(2, "0");

/** "2022-23" for 2022: April 2022 to March 2023. */
export const financialYear = (startYear: number): Period => `${startYear}-${two((startYear + 1) % 100)}`;

/**
 * Reads a period as a person may type it: "2022-23", "2022/23", "2022-2023", "2025-12", "2021-01-01" or "2019".
 * "2011-12" could be a year or a month; it is read as a month, because no publication read here is older than 2015.
 *
 * @example readPeriod("2022/23") // "2022-23"
 */
export function readPeriod(text: string): Period | null {
  const parts = /^(\d{4})(?:[-/](\d{2}|\d{4}))?(?:[-/](\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, year = "", second, day] = parts;
  if (second === undefined) return year;
  if (day !== undefined) return isDay(Number(year), Number(second), Number(day)) ? `${year}-${second}-${day}` : null;
  if (second.length === 2 && isMonth(Number(second))) return `${year}-${second}`;
  return Number(second) % 100 === (Number(year) + 1) % 100 ? financialYear(Number(year)) : null;
}

/** The days a period covers, or null where the text is not a period. */
export function spanOf(period: Period): Span | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(period);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[2] === undefined) return { from: year * 10000 + 101, to: year * 10000 + 1231 };
  const second = Number(parts[2]);
  if (parts[3] !== undefined) {
    const day = year * 10000 + second * 100 + Number(parts[3]);
    return { from: day, to: day };
  }
  if (isMonth(second)) return { from: year * 10000 + second * 100 + 1, to: year * 10000 + second * 100 + 31 };
  return { from: year * 10000 + 401, to: (year + 1) * 10000 + 331 };
}

/** Orders periods by when they end, earliest first: "2022-12" comes before "2022-23". */
export function comparePeriods(a: Period, b: Period): number {
  const first = spanOf(a);
  const second = spanOf(b);
  return (first?.to ?? 0) - (second?.to ?? 0) || (first?.from ?? 0) - (second?.from ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
}

/** "1 January 2021", "December 2025", "2022-23", "2019": as it is shown to a person. */
export function periodLabel(period: Period): string {
  const [year, second, day] = period.split("-");
  const month = MONTHS[Number(second) - 1];
  if (!month) return period;
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`;
}

/** The year (April to March) a period begins in: "2021-01-01" is in 2020-21; a calendar year counts by its April. */
export function financialYearOf(period: Period): Period | null {
  const start = financialYearStart(period);
  return start === null ? null : financialYear(start);
}

/** How many financial years lie between two periods; 0 in the same one. Used to find the nearest year's geography. */
export function yearsApart(a: Period, b: Period): number {
  const first = financialYearStart(a);
  const second = financialYearStart(b);
  return first === null || second === null ? Number.POSITIVE_INFINITY : Math.abs(first - second);
}

function financialYearStart(period: Period): number | null {
  const span = spanOf(period);
  if (!span) return null;
  const year = Math.floor(span.from / 10000);
  return period.length === 4 || span.from % 10000 >= 401 ? year : year - 1;
}

/**
 * The period a file's name gives away: `PREVALENCE_2425.csv`, `…_1819_v2.csv`, `QOF 2022-23 …`, `… December 2025 …`,
 * `GPWPracticeCSV.032025.zip`. Inside an archive the entry's name is asked first, then the folders and archives around it.
 *
 * Four digits such as 2021 are the financial year 2020-21 in a QOF name and the calendar year elsewhere: hence `kind`.
 */
export function periodInName(name: string, kind: PeriodKind): Period | null {
  const parts = name.split(/[/\\]/);
  const outermost = parts.findIndex((part) => /\.zip$/i.test(part));
  const own = outermost === -1 ? parts.slice(-1) : parts.slice(outermost);
  for (const part of own.reverse()) {
    const found = ORDER[kind].map((read) => read(part.toLowerCase())).find((period) => period !== null);
    if (found) return found;
  }
  return null;
}

type NameReader = (name: string) => Period | null;

const longFinancialYear: NameReader = (name) => {
  for (const [, start, end] of name.matchAll(/(?<!\d)(20\d\d)[-_/ –]?(?:20)?(\d\d)(?!\d)/g)) {
    if (Number(end) === (Number(start) + 1) % 100) return financialYear(Number(start));
  }
  return null;
};

const shortFinancialYear: NameReader = (name) => {
  for (const [, start, end] of name.matchAll(/(?<!\d)(\d\d)[-_]?(\d\d)(?!\d)/g)) {
    if (Number(end) === Number(start) + 1) return financialYear(2000 + Number(start));
  }
  return null;
};

const monthName: NameReader = (name) => {
  const parts = new RegExp(`(?<![a-z])(${monthPattern})[a-z]*[-_. ]*(?:20)?(\\d\\d)(?!\\d)`).exec(name);
  return parts ? `20${parts[2]}-${two(monthPattern.split("|").indexOf(parts[1] ?? "") + 1)}` : null;
};

const monthDigits: NameReader = (name) => {
  const yearFirst = /(?<!\d)(20\d\d)[-_ .]?(0[1-9]|1[0-2])(?!\d{3})(?:[-_ .]?[0-3]\d)?(?![\da-z])/.exec(name);
  if (yearFirst) return `${yearFirst[1]}-${yearFirst[2]}`;
  const monthFirst = /(?<!\d)(0[1-9]|1[0-2])[-_ .]?(20\d\d)(?![\da-z])/.exec(name);
  return monthFirst ? `${monthFirst[2]}-${monthFirst[1]}` : null;
};

const calendarYear: NameReader = (name) => /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1] ?? null;

const ORDER: Readonly<Record<PeriodKind, readonly NameReader[]>> = {
  financialYear: [longFinancialYear, shortFinancialYear],
  month: [monthName, monthDigits, longFinancialYear, calendarYear],
  any: [longFinancialYear, monthName, monthDigits, shortFinancialYear, calendarYear],
};

/** A day as publications write it: "2026-04-01", "01JAN2021", "01/04/2026", "20260401", "1 April 2026"; "2026-04-01" comes back. */
export function readDay(text: string): Period | null {
  const value = text.trim().toLowerCase();
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?:[t ].*)?$/.exec(value);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  if (british) return day(british[3], british[2], british[1]);
  const named = new RegExp(`^(\\d{1,2})[- ]?(${monthPattern})[a-z]*[- ]?(\\d{4})$`).exec(value);
  return named ? day(named[3], String(monthPattern.split("|").indexOf(named[2] ?? "") + 1), named[1]) : null;
}

function day(year = "", month = "", dayOfMonth = ""): Period | null {
  return isDay(Number(year), Number(month), Number(dayOfMonth)) ? `${year}-${two(Number(month))}-${two(Number(dayOfMonth))}` : null;
}

const isMonth = (n: number): boolean => n >= 1 && n <= 12;
const isDay = (year: number, month: number, dayOfMonth: number): boolean =>
  isMonth(month) && dayOfMonth >= 1 && dayOfMonth <= new Date(Date.UTC(year, month, 0)).getUTCDate();
