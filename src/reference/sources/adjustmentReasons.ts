import { fault, readIndicatorCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication, type AdjustmentKind } from "../publication";
import { qof } from "./qof";

const KINDS: ReadonlyMap<string, AdjustmentKind> = new Map([
  ["1", "service_unavailable"],
  ["2", "unsuitable"],
  ["3", "declined"],
  ["4", "no_reply"],
  ["5", "newly_registered"],
]);

/**
 * QOF mapping of personalised care adjustments (`MAPPING_PCAS_EXCL_TO_INDICATOR_2021_v2.csv`): which reasons take a patient out of an
 * indicator's denominator, each in one of five categories, and which exclude a patient from the indicator altogether.
 *
 * - Windows-1252, not UTF-8. `n/a` stands where an exclusion has no category.
 * - A reason has a long name (AFIBPCADEC_DAT) and a short one (AFIBPCADEC); figures may go by either.
 * - The same name can be an adjustment of one indicator and an exclusion of another.
 *
 * Gives: no figures; the reasons by which "QOF personalised care adjustments by reason" are read.
 */
export const adjustmentReasons = publication({
  id: "qof-pca-reasons",
  title: "QOF mapping of personalised care adjustments",
  ...qof,
  columns: {
    indicator: column("INDICATOR_CODE"),
    name: column("PCA_EXCL_NAME", "EXCEPTION_NAME"),
    shortName: optionalColumn("PCA_EXCL_SHORT_NAME", "EXCEPTION_SHORT_NAME"),
    type: column("TYPE"),
    category: column("PCA_CATEGORY", "EXCEPTION_CATEGORY"),
  },
  describe: ({ at, heading, period }, { reasons }) => {
    const seen = new Map<string, number>();
    return (cells, line) => {
      const indicator = readIndicatorCode(cells[at.indicator] ?? "");
      if (indicator === null) return fault(heading.indicator, "an indicator, like HYP008", cells[at.indicator] ?? "");
      const name = (cells[at.name] ?? "").trim().toUpperCase();
      if (name === "") return fault(heading.name, "the name of a reason, like AFIBPCADEC_DAT", "");
      const type = (cells[at.type] ?? "").trim().toLowerCase();
      const kind = type === "exclusion" ? "exclusion" : KINDS.get((cells[at.category] ?? "").trim());
      if (kind === undefined || (type !== "exclusion" && !/^(pca|exception)$/.test(type)))
        return fault(heading.category, "an exclusion, or a category from 1 to 5", `${cells[at.type]}, ${cells[at.category]}`);
      const before = seen.get(`${indicator} ${name}`);
      if (before !== undefined) return fault(heading.name, `${name} of ${indicator} once`, `again; first on line ${before}`);
      seen.set(`${indicator} ${name}`, line);
      const shortName = (cells[at.shortName] ?? "").trim().toUpperCase();
      for (const one of new Set([name, shortName || name])) reasons.push({ indicator, name: one, kind, period });
      return "used";
    };
  },
});
