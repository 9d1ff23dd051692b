import { A_PRACTICE_CODE, fault, readPracticeCode } from "../cells";
import { column } from "../headings";
import { publication } from "../publication";
import { qof } from "./qof";

/**
 * QOF practice validation outcomes: practices whose figures did not pass a check (`PRACTICE_VALIDATION_OUTCOMES_2425.csv`).
 *
 * - Only practices with something to say about stand in it, one row a rule: "Achieved points <= manual points total",
 *   "Practice closure before 1 April ...". Their figures are published but need care.
 *
 * Gives: qof_validation_<rule> with the rule in words as its value.
 */
export const validationOutcomes = publication({
  id: "qof-validation-outcomes",
  title: "QOF practice validation outcomes",
  ...qof,
  columns: {
    practice: column("PRACTICE_CODE"),
    rule: column("VALIDATION_RULE"),
    description: column("RULE_DESCRIPTION"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    const when = period ?? "";
    return (cells, line) => {
      const practice = readPracticeCode(cells[at.practice] ?? "");
      if (practice === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const rule = (cells[at.rule] ?? "").trim();
      if (!/^\w{1,12}$/.test(rule)) return fault(heading.rule, "the number of a rule", cells[at.rule] ?? "");
      const again = figures.putLabel(
        when,
        practice,
        `qof_validation_${rule}`,
        (cells[at.description] ?? "").trim() || `Rule ${rule}`,
        line,
      );
      if (again) return { ...again, column: heading.practice };
      return placeOf(practice, when);
    };
  },
});
