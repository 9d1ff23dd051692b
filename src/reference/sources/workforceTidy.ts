import { AN_AMOUNT, A_PRACTICE_CODE, fault, readAmount, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { readMonth } from "./readMonth";

const TOTALS: ReadonlyMap<string, string> = new Map([
  ["gp total fte", "gp_fte_all"],
  ["gp total headcount", "gp_headcount"],
  ["nurses total fte", "nurse_fte"],
]);

/**
 * General Practice Workforce, practice level, high level: one row a practice, staff group, role and measure
 * (`3 General Practice – December 2025 Practice Level - High level.csv`).
 *
 * - STAFF_GROUP is GP, Nurses, Direct Patient Care or Admin/Non-Clinical; DETAILED_STAFF_ROLE one of some sixty roles or Total;
 *   MEASURE is FTE or Headcount.
 * - It has no total without doctors in training, so patients per fully qualified GP cannot be had from it: add the detailed file.
 *
 * Gives: gp_fte_all, gp_headcount and nurse_fte from the totals; every other row as workforce_<group>_<role>_<measure>.
 */
export const workforceTidy = publication({
  id: "gp-workforce-high-level",
  title: "General Practice Workforce, practice level, high level",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/general-and-personal-medical-services",
  period: "month",
  periodColumns: ["year", "month"],
  columns: {
    practice: column("PRAC_CODE", "PRACTICE_CODE"),
    group: column("STAFF_GROUP"),
    role: column("DETAILED_STAFF_ROLE"),
    measure: column("MEASURE"),
    value: column("VALUE"),
    year: optionalColumn("YEAR"),
    month: optionalColumn("MONTH"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const names = new Map<string, string>();
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const measure = (cells[at.measure] ?? "").trim();
      if (!/^(fte|headcount)$/i.test(measure)) return fault(heading.measure, "FTE or Headcount", cells[at.measure] ?? "");
      const when = at.year >= 0 && at.month >= 0 ? readMonth(cells[at.year] ?? "", cells[at.month] ?? "") : (period ?? "");
      if (when === null) return fault(heading.month, "a year and a month from 1 to 12", `${cells[at.year]}, ${cells[at.month]}`);
      const value = readAmount(cells[at.value] ?? "");
      if (value === null) return fault(heading.value, AN_AMOUNT, cells[at.value] ?? "");
      const row = `${cells[at.group]} ${cells[at.role]} ${measure}`;
      let indicator = names.get(row);
      if (indicator === undefined) names.set(row, (indicator = TOTALS.get(row.toLowerCase()) ?? `workforce_${slug(row)}`));
      const again = figures.put(when, practice, indicator, "value", value, line);
      return again ? { ...again, column: heading.practice } : placeOf(practice, when);
    };
  },
});

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_|_$/g, "");
