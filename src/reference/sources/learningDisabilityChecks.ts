import { A_COUNT, A_PRACTICE_CODE, fault, readCount, readIndicatorCode, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readDay } from "../period";
import { publication, type Measure } from "../publication";
import { placedPractice } from "./placedPractice";

const MEASURES: ReadonlyMap<string, Measure | "apart"> = new Map([
  ["NUMERATOR", "numerator"],
  ["DENOMINATOR", "denominator"],
  ["HLTHCHKDEC", "personalisedCareAdjustments"],
  ["COUNT", "register"],
  // Patients left out for their age: neither in the denominator nor an adjustment.
  ["P_AGE14_18", "apart"],
  ["PAT_AGEU18", "apart"],
]);

/**
 * Learning Disabilities Health Check Scheme, monthly (`learning-disabilities-health-check-scheme-eng-<Month>-<Year>.csv`): one row a practice,
 * indicator and measure.
 *
 * - Codes LDHC021 (register) and LDHCMI034 to LDHCMI037 (checks in the year, by age); MEASURE is Numerator, Denominator, HLTHCHKDEC (declined a
 *   check: kept as adjustments), Count, or patients left out for their age (kept apart as <code>_<measure>). `*` is suppressed.
 * - ACH_DATE is 20230331, the day up to which the year's checks are counted.
 * - Issues without practices give a sub-ICB location instead and say nothing about one practice; they are not recognised.
 *
 * No real file was at hand; the layout is that of NHS England's own program for this publication (NHSDigital/ldhc_publication).
 */
export const learningDisabilityChecks = publication({
  id: "ld-health-checks",
  title: "Learning Disabilities Health Check Scheme",
  publisher: "NHS England",
  address: "https://digital.nhs.uk/data-and-information/publications/statistical/learning-disabilities-health-check-scheme",
  period: "rows",
  membershipRank: 2,
  fromDescription: true,
  columns: {
    practice: column("PRACTICE_CODE"),
    date: column("ACH_DATE"),
    indicator: column("IND_CODE"),
    measure: column("MEASURE"),
    value: column("VALUE"),
    name: optionalColumn("PRACTICE_NAME"),
    pcn: optionalColumn("PCN_ODS_CODE"),
    pcnName: optionalColumn("PCN_NAME"),
    subIcb: optionalColumn("SUB_ICB_LOC_CODE"),
    subIcbOns: optionalColumn("ONS_SUB_ICB_LOC_CODE"),
    subIcbName: optionalColumn("SUB_ICB_LOC_NAME"),
    icb: optionalColumn("ICB_CODE"),
    icbOns: optionalColumn("ONS_ICB_CODE"),
    icbName: optionalColumn("ICB_NAME"),
  },
  membership: ({ at, heading }, register) => {
    const seen = new Set<string>();
    return (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      const date = readDay(cells[at.date] ?? "");
      if (code === null || date === null || seen.has(code)) return "outsideArea";
      seen.add(code);
      register.asAt(date);
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    };
  },
  measures: ["numerator", "denominator", "personalisedCareAdjustments", "register", "value"],
  figures: ({ at, heading, figures, placeOf }) => {
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const when = readDay(cells[at.date] ?? "");
      if (when === null) return fault(heading.date, "a day, like 20230331", cells[at.date] ?? "");
      const indicator = readIndicatorCode(cells[at.indicator] ?? "");
      if (indicator === null) return fault(heading.indicator, "an indicator, like LDHCMI036", cells[at.indicator] ?? "");
      const named = (cells[at.measure] ?? "").trim().toUpperCase();
      const measure = MEASURES.get(named);
      if (measure === undefined) return fault(heading.measure, [...MEASURES.keys()].join(", "), cells[at.measure] ?? "");
      const value = readCount(cells[at.value] ?? "");
      if (value === null) return fault(heading.value, A_COUNT, cells[at.value] ?? "");
      const again =
        measure === "apart"
          ? figures.put(when, practice, `${indicator}_${named}`, "value", value, line)
          : figures.put(when, practice, indicator, measure, value, line);
      return again ? { ...again, column: heading.practice } : placeOf(practice, when);
    };
  },
});
