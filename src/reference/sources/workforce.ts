import { AN_AMOUNT, A_COUNT, A_PRACTICE_CODE, fault, readAmount, readCount, readPracticeCode, type Figure } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";
import { readMonth } from "./readMonth";

/**
 * General Practice Workforce, practice level, detailed: one very wide row a practice
 * (`1 General Practice – December 2025 Practice Level - Detailed.csv`, some 830 columns of which these are read).
 *
 * - Full-time equivalent = contracted hours / 37.5 a week. TOTAL_GP_FTE counts everybody; TOTAL_GP_EXTG_FTE leaves out doctors in
 *   training ("fully qualified") and is what patients per GP is measured on; TOTAL_GP_EXL_FTE leaves out locums.
 *   The choice can change patients per GP fivefold.
 * - 2015 to 2019 have no EXTG: fully qualified = TOTAL_GP_FTE - TOTAL_GP_REG_ST1_4_FTE - TOTAL_GP_REG_F1_2_FTE.
 *   (TOTAL_GP_EXR_FTE of those years leaves out registrars only and is not the same; it is used where the parts are not given.)
 * - No figure is written NA, ND, EST, NS, "." or blank; it is not zero. A published zero is kept.
 * - GP_SOURCE says whether the practice provided its figures or the publisher estimated them.
 * - Sub-ICB and ICB stand beside the figures (earlier CCG_CODE) and place practices where no geography of the year is loaded.
 * - Staff employed by a primary care network are not in this file: practices that share staff look shorter of them than they are.
 * - Period: YEAR and MONTH columns where a copy has them, otherwise the month in the file's name.
 *
 * Gives: list_size (TOTAL_PATIENTS), gp_fte (fully qualified), gp_fte_all, gp_fte_excl_locums, gp_headcount, nurse_fte, and gp_source in the
 * publisher's words ("Fully provided"); and a comparator
 * `patients_per_gp` = patients of the practices that have fully qualified GPs over those GPs.
 */
export const workforce = publication({
  id: "gp-workforce",
  title: "General Practice Workforce, practice level",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/general-and-personal-medical-services",
  period: "month",
  periodColumns: ["year", "month"],
  membershipRank: 2,
  columns: {
    practice: column("PRAC_CODE", "PRACTICE_CODE"),
    patients: column("TOTAL_PATIENTS"),
    all: column("TOTAL_GP_FTE"),
    fullyQualified: optionalColumn("TOTAL_GP_EXTG_FTE"),
    exclRegistrars: optionalColumn("TOTAL_GP_EXR_FTE", "TOTAL_GP_EXRR_FTE"),
    registrars: optionalColumn("TOTAL_GP_REG_ST1_4_FTE"),
    foundation: optionalColumn("TOTAL_GP_REG_F1_2_FTE"),
    exclLocums: optionalColumn("TOTAL_GP_EXL_FTE"),
    source: optionalColumn("GP_SOURCE"),
    headcount: optionalColumn("TOTAL_GP_HC"),
    nurses: optionalColumn("TOTAL_NURSES_FTE", "TOTAL_N_FTE"),
    year: optionalColumn("YEAR"),
    month: optionalColumn("MONTH"),
    name: optionalColumn("PRAC_NAME", "PRACTICE_NAME"),
    pcn: optionalColumn("PCN_CODE"),
    pcnName: optionalColumn("PCN_NAME"),
    subIcb: optionalColumn("SUB_ICB_CODE", "SUB_ICB_LOCATION_CODE", "CCG_CODE"),
    subIcbName: optionalColumn("SUB_ICB_NAME", "SUB_ICB_LOCATION_NAME", "CCG_NAME"),
    icb: optionalColumn("ICB_CODE", "STP_CODE"),
    icbName: optionalColumn("ICB_NAME", "STP_NAME"),
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (code === null || (at.subIcb < 0 && at.icb < 0)) return "outsideArea";
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const when = at.year >= 0 && at.month >= 0 ? readMonth(cells[at.year] ?? "", cells[at.month] ?? "") : (period ?? "");
      if (when === null) return fault(heading.month, "a year and a month from 1 to 12", `${cells[at.year]}, ${cells[at.month]}`);
      const patients = readCount(cells[at.patients] ?? "");
      if (patients === null) return fault(heading.patients, A_COUNT, cells[at.patients] ?? "");
      const fte = new Map<FteColumn, Figure>();
      for (const key of FTE_COLUMNS) {
        if (at[key] < 0) continue;
        const value = readAmount(cells[at[key]] ?? "");
        if (value === null) return fault(heading[key], AN_AMOUNT, cells[at[key]] ?? "");
        fte.set(key, value);
      }
      const measures: [string, Figure | undefined][] = [
        ["list_size", patients],
        ["gp_fte", fullyQualified(fte)],
        ["gp_fte_all", fte.get("all")],
        ["gp_fte_excl_locums", fte.get("exclLocums")],
        ["gp_headcount", fte.get("headcount")],
        ["nurse_fte", fte.get("nurses")],
      ];
      for (const [indicator, value] of measures) {
        if (value === undefined || value === null) continue;
        const again = figures.put(when, practice, indicator, "value", value, line);
        if (again) return { ...again, column: heading.practice, expected: again.expected.replace(` ${indicator}`, "") };
      }
      const source = (cells[at.source] ?? "").trim();
      if (source !== "") figures.putLabel(when, practice, "gp_source", source, line);
      const gps = fullyQualified(fte);
      if (typeof patients === "number" && typeof gps === "number" && gps > 0)
        figures.addToComparator(when, practice, "patients_per_gp", patients, gps);
      return placeOf(practice, when);
    };
  },
});

const FTE_COLUMNS = ["all", "fullyQualified", "exclRegistrars", "registrars", "foundation", "exclLocums", "headcount", "nurses"] as const;
type FteColumn = (typeof FTE_COLUMNS)[number];

function fullyQualified(fte: ReadonlyMap<FteColumn, Figure>): Figure | undefined {
  if (fte.has("fullyQualified")) return fte.get("fullyQualified");
  const parts = [fte.get("all"), fte.get("registrars"), fte.get("foundation") ?? 0];
  const [all, registrars, foundation] = parts;
  if (typeof all === "number" && typeof registrars === "number" && typeof foundation === "number")
    return Math.max(0, all - registrars - foundation);
  return fte.get("exclRegistrars");
}
