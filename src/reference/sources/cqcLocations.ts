import { fault, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";
import { ratingOf, RATINGS_EXPECTED } from "./cqcRating";

/**
 * CQC care directory with ratings ("HSCA active locations", .ods, .xlsx or .csv): one row a location with its overall rating.
 *
 * - Of all care homes, dentists and hospitals, locations of the category "GP Practices" are read; the others are outside the area.
 * - Matched by `Location ODS Code`. Blank on some 5 %: such a row is refused, as nobody can say whose it is. A branch may have a longer code
 *   (N85014001) and is outside the area.
 * - No rating yet: blank or "Not Rated", published as missing, dated by the file.
 * - A rating is as old as its publication date, often five to nine years: the date is its period.
 * - `Inherited Rating (Y/N)` = Y: given to the practice's previous registration.
 * - A notice of several rows may stand above the headings. Columns about people (registered manager) are never kept.
 *
 * Gives: cqc_overall, a label; and cqc_inherited, "Yes" where it was.
 */
export const cqcLocations = publication({
  id: "cqc-locations",
  title: "CQC care directory with ratings",
  publisher: "Care Quality Commission",
  address: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
  period: "none",
  columns: {
    practice: column("Location ODS Code"),
    name: column("Location Name"),
    category: column("Location Primary Inspection Category"),
    rating: column("Location Latest Overall Rating"),
    date: column("Publication Date"),
    inherited: optionalColumn("Inherited Rating (Y/N)"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    return (cells, line) => {
      if (!/^gp practices?$/i.test((cells[at.category] ?? "").trim())) return "outsideArea";
      const code = (cells[at.practice] ?? "").trim();
      const practice = readPracticeCode(code);
      if (practice === null) {
        if (/^[A-Z0-9]{3,12}$/i.test(code)) return "outsideArea";
        return fault(heading.practice, `the practice code of ${(cells[at.name] ?? "").trim() || "the location"}`, code);
      }
      const rating = ratingOf(cells[at.rating] ?? "");
      if (rating === undefined) return fault(heading.rating, RATINGS_EXPECTED, cells[at.rating] ?? "");
      if (rating === null) {
        const when = period ?? "";
        const again = figures.put(when, practice, "cqc_overall", "value", "notPublished", line);
        return again ? { ...again, column: heading.practice } : placeOf(practice, when, period);
      }
      const when = readDay(cells[at.date] ?? "");
      if (when === null) return fault(heading.date, "a day, like 31/05/2024", cells[at.date] ?? "");
      const again = figures.putLabel(when, practice, "cqc_overall", rating, line);
      if (!again && /^y/i.test((cells[at.inherited] ?? "").trim())) figures.putLabel(when, practice, "cqc_inherited", "Yes", line);
      return again ? { ...again, column: heading.practice } : placeOf(practice, when, period);
    };
  },
});
