import { AN_AMOUNT, A_PRACTICE_CODE, fault, readAmount, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";
import { qof } from "./qof";

/**
 * QOF organisation reference: the points each practice could have achieved (`ORGANISATION_REFERENCE_2425.csv`).
 *
 * - Fewer than the year's full points where an indicator did not apply to the practice; points achieved are judged against this.
 * - Until 2018-19 the file is wide and also says which practice belonged to which CCG and STP: the geography of those years.
 * - REVISED_MAXIMUM_POINTS became REVISED_MAX_POINTS.
 *
 * Gives: qof_maximum_points.
 */
export const organisationReference = publication({
  id: "qof-organisation-reference",
  title: "QOF organisation reference",
  ...qof,
  membershipRank: 0,
  columns: {
    practice: column("PRACTICE_CODE"),
    points: column("REVISED_MAX_POINTS", "REVISED_MAXIMUM_POINTS"),
    name: optionalColumn("PRACTICE_NAME"),
    subIcb: optionalColumn("CCG_CODE", "CCG_ODS_CODE"),
    subIcbOns: optionalColumn("CCG_ONS_CODE", "CCG_GEOGRAPHY_CODE"),
    subIcbName: optionalColumn("CCG_NAME"),
    icb: optionalColumn("STP_ODS_CODE"),
    icbOns: optionalColumn("STP_ONS_CODE", "STP_CODE"),
    icbName: optionalColumn("STP_NAME"),
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (code === null || at.subIcb < 0) return "outsideArea";
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const when = period ?? "";
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const points = readAmount(cells[at.points] ?? "");
      if (points === null) return fault(heading.points, AN_AMOUNT, cells[at.points] ?? "");
      const again = figures.put(when, practice, "qof_maximum_points", "value", points, line);
      if (again) return { ...again, column: heading.practice };
      return placeOf(practice, when);
    };
  },
});
