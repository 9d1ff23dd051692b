import { A_COUNT, fault, readCount } from "../cells";
import { UnreadableFile } from "../decode";
import { column } from "../headings";
import { publication } from "../publication";
import { isFault, practiceAndIndicator, qof } from "./qof";

/**
 * QOF personalised care adjustments by reason: one row a practice, indicator and reason. Until 2018-19 they were exceptions.
 *
 * - A reason is a name such as AFIBPCADEC; the mapping of the same year says which of five categories it is, and has to be read beside it.
 * - Exclusions (too young for the indicator, say) stand among the reasons; they are no adjustments and outside the area.
 * - All adjustments of an indicator together are the measure PCAS of QOF achievement: reasons explain it and are not added to it.
 *
 * No real file was at hand; the names of reasons are those of the real mapping of 2020-21, and the headings those under which other files of
 * the publication give the same things.
 *
 * Gives: <indicator>.pca_service_unavailable, .pca_unsuitable, .pca_declined, .pca_no_reply, .pca_newly_registered: patients.
 */
export const adjustmentsByReason = publication({
  id: "qof-pcas-by-reason",
  title: "QOF personalised care adjustments by reason",
  ...qof,
  fromDescription: true,
  columns: {
    practice: column("PRACTICE_CODE"),
    indicator: column("INDICATOR_CODE"),
    reason: column(
      "PCA_EXCL_NAME",
      "PCA_EXCL_SHORT_NAME",
      "PCA_NAME",
      "PCA_REASON",
      "EXCEPTION_NAME",
      "EXCEPTION_REASON",
      "EXCEPTION_TYPE",
    ),
    patients: column("VALUE", "PCA_EXCL_VALUE", "PCA_EXCL_COUNT", "PCA_COUNT", "EXCEPTION_COUNT", "COUNT"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf, reasons }) => {
    const when = period ?? "";
    const kinds = new Map(reasons.map((reason) => [`${reason.indicator} ${reason.name}`, reason.kind]));
    if (kinds.size === 0)
      throw new UnreadableFile(
        "It needs the mapping of personalised care adjustments of the same year beside it: that says which reason is what.",
      );
    const seen = new Map<string, number>();
    return (cells, line) => {
      const subject = practiceAndIndicator(cells, at, heading);
      if (isFault(subject)) return subject;
      const [practice, indicator] = subject;
      const name = (cells[at.reason] ?? "").trim().toUpperCase();
      const kind = kinds.get(`${indicator} ${name}`);
      if (kind === undefined) return fault(heading.reason, `a reason that the mapping has for ${indicator}`, cells[at.reason] ?? "");
      const patients = readCount(cells[at.patients] ?? "");
      if (patients === null) return fault(heading.patients, A_COUNT, cells[at.patients] ?? "");
      const key = `${practice} ${indicator} ${name}`;
      const before = seen.get(key);
      if (before !== undefined) return fault(heading.reason, `${key} once`, `again; first on line ${before}`);
      seen.set(key, line);
      if (kind === "exclusion") return "outsideArea";
      const again = figures.add(when, practice, `${indicator}.pca_${kind}`, patients, line);
      if (again) return { ...again, column: heading.practice };
      return placeOf(practice, when);
    };
  },
});
