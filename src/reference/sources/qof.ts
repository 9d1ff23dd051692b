import { fault, readIndicatorCode, readPracticeCode, A_PRACTICE_CODE, type Fault } from "../cells";
import type { PracticeCode } from "../model";
import type { Publication } from "../publication";

/**
 * Days on which QOF came out or was drawn from its systems; the files themselves do not say. Only what a page of the publication confirms stands
 * here, other years have no day:
 *
 * - 2017-18: the page of the year, last edited on 25 October 2018.
 * - 2023-24: its data quality annex says when it was drawn.
 */
const days: NonNullable<Publication["days"]> = new Map([
  ["2017-18", { published: "2018-10-25" }],
  ["2023-24", { extracted: "2024-07-01" }],
]);

/** What all files of the Quality and Outcomes Framework have in common: one publication a year, from one page. */
export const qof = {
  publisher: "NHS England",
  address:
    "https://digital.nhs.uk/data-and-information/publications/statistical/quality-and-outcomes-framework-achievement-prevalence-and-exceptions-data",
  period: "financialYear",
  days,
} as const;

type Subject = Readonly<Record<"practice" | "indicator", number>>;

/** The practice and the indicator that a row is about, or what is wrong with either. */
export function practiceAndIndicator(
  cells: readonly string[],
  at: Subject,
  heading: Readonly<Record<keyof Subject, string>>,
): readonly [practice: PracticeCode, indicator: string] | Fault {
  const practice = readPracticeCode(cells[at.practice] ?? "");
  if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
  const indicator = readIndicatorCode(cells[at.indicator] ?? "");
  return indicator === null ? fault(heading.indicator, "an indicator, like HYP008", cells[at.indicator] ?? "") : [practice, indicator];
}

export const isFault = (read: readonly [string, string] | Fault): read is Fault => "expected" in read;
