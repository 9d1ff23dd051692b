import { AN_AMOUNT, A_COUNT, fault, readAmount, readCount } from "../cells";
import { column } from "../headings";
import { publication, type Measure } from "../publication";
import { isFault, practiceAndIndicator, qof } from "./qof";

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ["NUMERATOR", "numerator"],
  ["DENOMINATOR", "denominator"],
  ["PCAS", "personalisedCareAdjustments"],
  // Until 2018-19 they were exceptions.
  ["EXCEPTIONS", "personalisedCareAdjustments"],
  ["REGISTER", "register"],
  ["ACHIEVED_POINTS", "achievedPoints"],
  ["POINTS", "achievedPoints"],
  ["NEWLY_DIAGNOSED", "newlyDiagnosed"],
]);

/**
 * QOF achievement: how many patients each indicator was met for, by practice (`ACHIEVEMENT_<REGION>_2425.csv`).
 *
 * - Long: one row per practice, indicator and measure (NUMERATOR, DENOMINATOR, PCAS, REGISTER, ACHIEVED_POINTS, and NEWLY_DIAGNOSED for
 *   depression). A numerator and its denominator may stand far apart; they are put together once all is read.
 * - Seven files since 2022-23, one a region, and a column REGION_* may come first; one file for all England before.
 * - The denominator is after personalised care adjustments (formerly exceptions); patients who received the care out of all on the
 *   register = numerator / (denominator + adjustments).
 * - Points can be fractions. Since 2024-25 some are protected income and no longer describe activity.
 * - A practice that must have a denominator of at least the numerator and has not: both rows are refused.
 *
 * Gives: indicator = the indicator code (STIA014) with numerator, denominator, personalisedCareAdjustments, register, achievedPoints.
 */
export const qofAchievement = publication({
  id: "qof-achievement",
  title: "QOF achievement",
  ...qof,
  columns: {
    practice: column("PRACTICE_CODE"),
    indicator: column("INDICATOR_CODE"),
    measure: column("MEASURE"),
    value: column("VALUE"),
  },
  measures: ["numerator", "denominator", "personalisedCareAdjustments", "register", "achievedPoints", "newlyDiagnosed"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const when = period ?? "";
    return (cells, line) => {
      const subject = practiceAndIndicator(cells, at, heading);
      if (isFault(subject)) return subject;
      const [practice, indicator] = subject;
      const named = cells[at.measure] ?? "";
      const measure = MEASURES.get(named) ?? MEASURES.get(named.trim().toUpperCase());
      if (measure === undefined)
        return fault(heading.measure, "NUMERATOR, DENOMINATOR, PCAS, REGISTER, ACHIEVED_POINTS or NEWLY_DIAGNOSED", named);
      const text = cells[at.value] ?? "";
      const value = measure === "achievedPoints" ? readAmount(text) : readCount(text);
      if (value === null) return fault(heading.value, measure === "achievedPoints" ? AN_AMOUNT : A_COUNT, text);
      const again = figures.put(when, practice, indicator, measure, value, line);
      if (again) return { ...again, column: heading.practice, expected: again.expected.replace(indicator, `${indicator} ${named}`) };
      return placeOf(practice, when);
    };
  },
});
