import { type Problem, ProblemError } from "../problem";
import { answer } from "./cellError";
import { textIn } from "./cellValue";
import { isOmitted } from "./options";
import { asCells, asTexts, mapPlaces, readTogether, requireRectangle, size, spilled } from "./ranges";
import { answered, reference } from "./referenceStore";

/**
 * A published figure for a practice, from what is loaded in this workbook.
 * @customfunction REFERENCE REFERENCE
 * @helpurl https://localhost:3000/help.html#REFERENCE
 * @param practice Practice code or codes, like A81001
 * @param measure Measure, like list_size, gp_fte, cqc_overall, HYP008 or HYP008.numerator
 * @param [period] Period, like 2022-23; the latest loaded when left out
 * @returns The figure
 */
export function referenceValue(practice: any[][], measure: any[][], period?: any): any[][] {
  return answer(() => {
    const spellings = periodsOf(period);
    return spilled(
      mapPlaces(readTogether({ practice, measure }, asTexts), (each) =>
        inEither(spellings, (when) => reference().value(code(each.practice), each.measure, when)),
      ),
    );
  });
}

/**
 * The name of a practice, from what is loaded in this workbook.
 * @customfunction PRACTICE_NAME PRACTICE_NAME
 * @helpurl https://localhost:3000/help.html#PRACTICE_NAME
 * @param practice Practice code or codes, like A81001
 * @returns Name of each practice
 */
export function practiceName(practice: any[][]): any[][] {
  return answer(() =>
    spilled(mapPlaces(readTogether({ practice }, asTexts), (each) => answered(reference().practiceName(code(each.practice))))),
  );
}

/**
 * The codes of the practices of an area, one below the other, from what is loaded in this workbook.
 * @customfunction PRACTICES PRACTICES
 * @helpurl https://localhost:3000/help.html#PRACTICES
 * @param area Code of the area, like 07G
 * @returns One column of practice codes
 */
export function practices(area: any[][]): any[][] {
  return answer(() => {
    const found = requireRectangle("area", asCells(area));
    if (found.rows * found.columns > 1)
      throw new ProblemError({ kind: "shapesDiffer", argument: "area", expected: "one cell", found: size(found) });
    const key = code(textIn(firstCell(area), "area"));
    const codes = answered(reference().practices(key));
    if (codes.length === 0) throw new ProblemError({ kind: "notFound", what: "area", key, near: [] }); // nothing cannot spill
    return codes.map((each) => [each]);
  });
}

/**
 * The date on which a figure was published, from what is loaded in this workbook.
 * @customfunction REFERENCE_DATE REFERENCE_DATE
 * @helpurl https://localhost:3000/help.html#REFERENCE_DATE
 * @param measure Measure, like list_size, gp_fte or HYP008
 * @param [period] Period, like 2022-23; the latest loaded when left out
 * @returns A date: give the cell a date format
 */
export function referenceDate(measure: any[][], period?: any): any[][] {
  return answer(() => {
    const spellings = periodsOf(period);
    return spilled(
      mapPlaces(readTogether({ measure }, asTexts), (each) =>
        inEither(spellings, (when) => reference().publicationDate(each.measure, when)),
      ),
    );
  });
}

const code = (typed: string): string => typed.toUpperCase();
const firstCell = (option: unknown): unknown => asCells(option)[0]?.[0];

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, counted so that days after February 1900 come out right. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);

/**
 * A period in the ways it may have been loaded; null is the latest. Excel turns 2025-12 into a date while it is typed, so that the first of
 * a month may mean that month or that very day.
 */
function periodsOf(period: unknown): readonly (string | null)[] {
  if (isOmitted(period)) return [null];
  const typed = firstCell(period);
  if (typeof typed !== "number" || typed < 10_000) return [textIn(typed, "period")];
  const day = new Date(EXCEL_DAY_0 + typed * DAY).toISOString().slice(0, 10);
  return day.endsWith("-01") ? [day.slice(0, 7), day] : [day];
}

/** The answer for the first spelling of the period that is loaded, or why there is none for the first. */
function inEither(spellings: readonly (string | null)[], ask: (period: string | null) => number | string | Problem): number | string {
  const answers = spellings.map(ask);
  return answered(answers.find((each) => typeof each !== "object") ?? answers[0]!);
}
