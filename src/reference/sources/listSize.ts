import { A_COUNT, A_PRACTICE_CODE, fault, readCount, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";

/**
 * Patients registered at a GP practice (`gp-reg-pat-prac-all.csv`): list sizes on the first of a month.
 *
 * - Until about 2022 CCG_CODE and ONS_CCG_CODE with the date as 01JAN2021; now SUB_ICB_LOCATION_CODE and ONS_SUB_ICB_LOCATION_CODE with 2026-04-01.
 * - SEX and AGE are ALL on every row of this file; its sisters by age have further headings (ORG_CODE) and are not read. A row for one sex
 *   or age would be a part of the list: it is refused.
 * - It places practices in sub-ICB locations, without names: used where no geography is loaded.
 *
 * Gives: list_size, in patients, on the day of EXTRACT_DATE.
 */
export const listSize = publication({
  id: "list-size",
  title: "Patients registered at a GP practice",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/patients-registered-at-a-gp-practice",
  period: "rows",
  rowsDated: "extract",
  membershipRank: 2,
  columns: {
    date: column("EXTRACT_DATE"),
    practice: column("CODE"),
    patients: column("NUMBER_OF_PATIENTS"),
    type: optionalColumn("TYPE"),
    sex: optionalColumn("SEX"),
    age: optionalColumn("AGE"),
    subIcb: optionalColumn("SUB_ICB_LOCATION_CODE", "CCG_CODE"),
    subIcbOns: optionalColumn("ONS_SUB_ICB_LOCATION_CODE", "ONS_CCG_CODE"),
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      const date = readDay(cells[at.date] ?? "");
      if (code === null || date === null) return "outsideArea";
      register.asAt(date);
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
  measures: ["value"],
  figures: ({ at, heading, figures, placeOf }) => {
    let lastText = "";
    let lastDay: string | null = null;
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const dateText = cells[at.date] ?? "";
      if (dateText !== lastText) [lastText, lastDay] = [dateText, readDay(dateText)];
      if (lastDay === null) return fault(heading.date, "a day, like 2026-04-01", dateText);
      for (const key of ["sex", "age"] as const) {
        const group = (cells[at[key]] ?? "ALL").trim();
        if (group.toUpperCase() !== "ALL") return fault(heading[key], "ALL", group);
      }
      const patients = readCount(cells[at.patients] ?? "");
      if (patients === null) return fault(heading.patients, A_COUNT, cells[at.patients] ?? "");
      const again = figures.put(lastDay, practice, "list_size", "value", patients, line);
      if (again) return { ...again, column: heading.practice };
      return placeOf(practice, lastDay);
    };
  },
});
