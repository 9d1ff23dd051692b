import { A_COUNT, A_PRACTICE_CODE, fault, readCount, readIndicatorCode, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { qof } from "./qof";

/**
 * QOF prevalence: patients on each disease register, by practice (`PREVALENCE_2425.csv` in the year's "raw data csv files").
 *
 * - One row per practice and register. The matching list differs by disease: TOTAL, or 06OV, 17OV, 18OV, 50OV (aged that or over).
 * - 2016-17 to 2018-19 say INDICATOR_GROUP_CODE and PATIENT_LIST_SIZE; 2019-20 to 2024-25 GROUP_CODE and PRACTICE_LIST_SIZE;
 *   2025-26 is reported to say REGISTER_SIZE.
 * - 2022-23 writes every register as `372.0`.
 * - A few special practices have a register above their list (2022-23: Y05750, 121 of 118 with a learning disability), counted on
 *   another day; such a row is refused, because no proportion is above one.
 *
 * Gives: indicator = the group code (HYP), numerator = register, denominator = that list.
 */
export const qofPrevalence = publication({
  id: "qof-prevalence",
  title: "QOF prevalence",
  ...qof,
  columns: {
    practice: column("PRACTICE_CODE"),
    group: column("GROUP_CODE", "INDICATOR_GROUP_CODE"),
    register: column("REGISTER", "REGISTER_SIZE"),
    list: column("PRACTICE_LIST_SIZE", "PATIENT_LIST_SIZE"),
    listType: optionalColumn("PATIENT_LIST_TYPE"),
  },
  measures: ["numerator", "denominator"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const when = period ?? "";
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const group = readIndicatorCode(cells[at.group] ?? "");
      if (group === null) return fault(heading.group, "a register, like HYP", cells[at.group] ?? "");
      const register = readCount(cells[at.register] ?? "");
      if (register === null) return fault(heading.register, A_COUNT, cells[at.register] ?? "");
      const list = readCount(cells[at.list] ?? "");
      if (list === null) return fault(heading.list, A_COUNT, cells[at.list] ?? "");
      if (typeof register === "number" && typeof list === "number" && register > list)
        return fault(heading.register, `at most ${heading.list}, ${list}`, cells[at.register] ?? "");
      const again = figures.put(when, practice, group, "numerator", register, line);
      if (again) return { ...again, column: heading.practice };
      figures.put(when, practice, group, "denominator", list, line);
      return placeOf(practice, when);
    };
  },
});
