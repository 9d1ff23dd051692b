import { fault, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";
import { ratingOf, RATINGS_EXPECTED } from "./cqcRating";

const DOMAINS: ReadonlyMap<string, string> = new Map([
  ["overall", "cqc_overall"],
  ["safe", "cqc_safe"],
  ["effective", "cqc_effective"],
  ["caring", "cqc_caring"],
  ["responsive", "cqc_responsive"],
  ["well-led", "cqc_well_led"],
  ["well led", "cqc_well_led"],
]);

/**
 * CQC latest ratings (`01_September_2026_Latest_ratings.ods`, sheet "Locations", or the same as .csv): one row a location, service and
 * domain; some 320,000 rows.
 *
 * - Read are the rows of the category "GP Practices" for the service "Overall": the overall rating and the five key questions. Ratings of
 *   population groups (ended 2021) and of other services are outside the area.
 * - Since September 2026 a location with several primary-care services has no rating of its own: "Not Rated".
 * - For the rest see the care directory with ratings, of which this is the long form.
 *
 * No real file was at hand: the 28 headings and what stands under them are from the publisher's pages.
 *
 * Gives: cqc_overall, cqc_safe, cqc_effective, cqc_caring, cqc_responsive, cqc_well_led, each a label dated by its publication.
 */
export const cqcRatings = publication({
  id: "cqc-ratings",
  title: "CQC latest ratings",
  publisher: "Care Quality Commission",
  address: "https://www.cqc.org.uk/about-us/transparency/using-cqc-data",
  period: "none",
  fromDescription: true,
  columns: {
    practice: column("Location ODS Code"),
    name: optionalColumn("Location Name"),
    category: column("Location Primary Inspection Category"),
    service: column("Service / Population Group"),
    domain: column("Domain"),
    rating: column("Latest Rating"),
    date: column("Publication Date"),
  },
  measures: ["value"],
  figures: ({ at, heading, period, figures, placeOf }) => {
    return (cells, line) => {
      if (!/^gp practices?$/i.test((cells[at.category] ?? "").trim())) return "outsideArea";
      if ((cells[at.service] ?? "").trim().toLowerCase() !== "overall") return "outsideArea";
      const indicator = DOMAINS.get((cells[at.domain] ?? "").trim().toLowerCase());
      if (indicator === undefined) return fault(heading.domain, "Overall or one of the five key questions", cells[at.domain] ?? "");
      const code = (cells[at.practice] ?? "").trim();
      const practice = readPracticeCode(code);
      if (practice === null) {
        if (/^[A-Z0-9]{3,12}$/i.test(code)) return "outsideArea";
        return fault(heading.practice, `the practice code of ${(cells[at.name] ?? "").trim() || "the location"}`, code);
      }
      const rating = ratingOf(cells[at.rating] ?? "");
      if (rating === undefined) return fault(heading.rating, RATINGS_EXPECTED, cells[at.rating] ?? "");
      const when = rating === null ? (period ?? "") : readDay(cells[at.date] ?? "");
      if (when === null) return fault(heading.date, "a day, like 31/05/2024", cells[at.date] ?? "");
      const again =
        rating === null
          ? figures.put(when, practice, indicator, "value", "notPublished", line)
          : figures.putLabel(when, practice, indicator, rating, line);
      return again ? { ...again, column: heading.practice } : placeOf(practice, when, period);
    };
  },
});
