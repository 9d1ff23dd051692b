import { A_PRACTICE_CODE, fault, missingReason, readNumber, readPracticeCode, type Figure } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";

const QUESTIONS = {
  overall: "gpps_overall_experience",
  contact: "gpps_contact_experience",
  needs: "gpps_needs_met",
  response: "gpps_response_rate",
} as const;

/**
 * GP Patient Survey, practice results (`GPPS_2025_Practice_data_(weighted)_(csv)_PUBLIC.csv`): one row a practice, some 1,100 columns.
 *
 * - Four are read: overall experience good (overallexp.pcteval), contacting the practice good (gpcontactoverall.pcteval), needs met at
 *   the last appointment (lastgpapptneeds.pcteval) and the response rate.
 * - Weighted proportions, 0 to 1, without usable denominators: no interval can be given.
 * - Suppressed for fewer than ten answers: a negative number such as -97, or "/".
 * - A new series began in 2024: no trend across it.
 *
 * No real file was at hand; the layout is from the publisher's documentation.
 */
export const gpPatientSurvey = publication({
  id: "gp-patient-survey",
  title: "GP Patient Survey, practice results",
  publisher: "NHS England and Ipsos",
  address: "https://gp-patient.co.uk/surveysandreports",
  period: "any",
  fromDescription: true,
  columns: {
    practice: column("ad_practicecode", "practice_code", "prac_code"),
    overall: column("overallexp.pcteval"),
    contact: optionalColumn("gpcontactoverall.pcteval"),
    needs: optionalColumn("lastgpapptneeds.pcteval"),
    response: optionalColumn("resprate"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const when = period ?? "";
    const keys = (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).filter((key) => at[key] >= 0);
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const shares = new Map<keyof typeof QUESTIONS, Figure>();
      for (const key of keys) {
        const share = readShare(cells[at[key]] ?? "");
        if (share === null) return fault(heading[key], "a proportion from 0 to 1", cells[at[key]] ?? "");
        shares.set(key, share);
      }
      for (const [key, share] of shares) {
        if (share === null) continue;
        const again = figures.put(when, practice, QUESTIONS[key], "value", share, line);
        if (again) return { ...again, column: heading.practice, expected: `${practice} once for ${when}` };
      }
      return placeOf(practice, when);
    };
  },
});

function readShare(text: string): Figure {
  if (text.trim() === "/") return "suppressed";
  const share = readNumber(text);
  if (typeof share !== "number") return missingReason(text) ?? null;
  if (share < 0) return "suppressed";
  return share <= 1 ? share : null;
}
