import { fault, readPracticeCode } from "../cells";
import { column } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";

/**
 * ODS successors (`succ.csv`, and its archive `succarc.csv`): which organisation took over from which, and when.
 *
 * - No headings: the code that ended, the code that follows, a reason, the day (yyyymmdd), and a mark whether the successor is still open.
 *   Known by that shape.
 * - Every kind of organisation stands in it. Rows about two GP practices are read, all others are outside the area.
 * - A practice that was split has several rows; the latest counts.
 *
 * No real file was at hand: the layout is ODS's own description of the file.
 *
 * Gives: no figures; the successor of a practice that is gone.
 */
export const odsSuccession = publication({
  id: "ods-succession",
  title: "ODS successor organisations",
  publisher: "NHS England (Organisation Data Service)",
  address: "https://www.odsdatasearchandexport.nhs.uk/api/getReport?report=succ",
  period: "none",
  membershipRank: 1,
  fromDescription: true,
  columns: {
    practice: column("1 (code that ended)"),
    successor: column("2 (code that follows)"),
    date: column("4 (date)"),
  },
  headerless: {
    fits: (cells) =>
      (cells.length === 5 || cells.length === 4) &&
      /^[A-Z0-9]{3,9}$/i.test(cells[0]?.trim() ?? "") &&
      /^[A-Z0-9]{3,9}$/i.test(cells[1]?.trim() ?? "") &&
      /^[A-Z]?$/i.test(cells[2]?.trim() ?? "") &&
      /^(19|20)\d{6}$/.test(cells[3]?.trim() ?? ""),
    at: { practice: 0, successor: 1, date: 3 },
  },
  membership:
    ({ at, heading }, register) =>
    (cells) => {
      const day = readDay(cells[at.date] ?? "");
      if (day === null) return fault(heading.date, "a day like 20240401", cells[at.date] ?? "");
      const practice = readPracticeCode(cells[at.practice] ?? "");
      const successor = readPracticeCode(cells[at.successor] ?? "");
      if (practice === null || successor === null || practice === successor) return "outsideArea";
      register.followedBy(practice, successor, day);
      return "used";
    },
});
