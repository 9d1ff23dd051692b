import { A_COUNT, A_PRACTICE_CODE, fault, readCount, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";

/**
 * Appointments in General Practice, practice level (`Practice_Level_Crosstab_<Month>_<Year>.zip`, a file a region): some 1.2 million rows a month.
 *
 * - A row counts the appointments of a practice by kind of professional, mode, national category, waiting time and status. They are added up
 *   while they are read; a practice and month found again in another file is refused.
 * - APPOINTMENT_MONTH_START_DATE is 01OCT2025.
 * - Appointments are as entered in practice systems; categories are not used alike everywhere.
 *
 * Gives: appointments; appointments_gp, appointments_face_to_face, appointments_same_day and appointments_did_not_attend.
 * No real rows were at hand; the headings are those of a real file.
 */
export const appointments = publication({
  id: "appointments",
  title: "Appointments in General Practice",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/appointments-in-general-practice",
  period: "rows",
  fromDescription: true,
  columns: {
    date: column("APPOINTMENT_MONTH_START_DATE"),
    practice: column("GP_CODE"),
    count: column("COUNT_OF_APPOINTMENTS"),
    professional: optionalColumn("HCP_TYPE"),
    mode: optionalColumn("APPT_MODE"),
    wait: optionalColumn("TIME_BETWEEN_BOOK_AND_APPT"),
    status: optionalColumn("APPT_STATUS"),
  },
  measures: ["value"],
  figures: ({ at, heading, figures, placeOf }) => {
    let [lastText, month] = ["", null as string | null];
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) {
        if (/^unmapped$/i.test((cells[at.practice] ?? "").trim())) return "outsideArea";
        return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      }
      const dateText = cells[at.date] ?? "";
      if (dateText !== lastText) [lastText, month] = [dateText, readDay(dateText)?.slice(0, 7) ?? null];
      if (month === null) return fault(heading.date, "a day, like 01OCT2025", dateText);
      const count = readCount(cells[at.count] ?? "");
      if (count === null) return fault(heading.count, A_COUNT, cells[at.count] ?? "");
      const again = figures.add(month, practice, "appointments", count, line);
      if (again) return { ...again, column: heading.practice };
      const is = (key: "professional" | "mode" | "wait" | "status", word: RegExp): boolean => word.test(cells[at[key]] ?? "");
      for (const [indicator, counts] of [
        ["appointments_gp", is("professional", /^\s*gp\s*$/i)],
        ["appointments_face_to_face", is("mode", /face/i)],
        ["appointments_same_day", is("wait", /same day/i)],
        ["appointments_did_not_attend", is("status", /dna|did not attend/i)],
      ] as const)
        figures.add(month, practice, indicator, counts ? count : typeof count === "number" ? 0 : count, line);
      return placeOf(practice, month);
    };
  },
});

/**
 * The mapping that comes with the appointments: which practice was in which network, sub-ICB location and ICB that month.
 *
 * - A practice with two suppliers of its system stands there twice (August 2025: F81014, F81675), placed alike.
 */
export const appointmentsMapping = publication({
  id: "appointments-mapping",
  title: "Appointments in General Practice, mapping",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/appointments-in-general-practice",
  period: "month",
  membershipRank: 0,
  columns: {
    practice: column("GP_CODE"),
    name: column("GP_NAME"),
    subIcb: column("SUB_ICB_LOCATION_CODE"),
    subIcbName: column("SUB_ICB_LOCATION_NAME"),
    icb: column("ICB_CODE"),
    icbName: column("ICB_NAME"),
    pcn: optionalColumn("PCN_CODE"),
    pcnName: optionalColumn("PCN_NAME"),
  },
  membership: ({ at, heading }, register) => {
    const seen = new Map<string, string>();
    return (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (code === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const practice = placedPractice(code, cells, at);
      const said = JSON.stringify(practice);
      if (seen.get(code) === said) return "used";
      seen.set(code, said);
      return register.place(practice, line, heading.practice);
    };
  },
});
