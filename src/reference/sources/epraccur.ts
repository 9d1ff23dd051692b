import { fault, readPracticeCode } from "../cells";
import { column } from "../headings";
import { readDay } from "../period";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";

/**
 * ODS epraccur: every prescribing practice of England and Wales, its commissioner and whether it is open.
 *
 * - No headings: 27 quoted fields, known by their shape (a code first, eight-digit opening date 11th, status 13th).
 * - Walk-in centres, prisons and out-of-hours services stand in it too. A GP practice in use has status A (now ACTIVE) and prescribing
 *   setting 4 (now RO76); of the 53 rows of 07G in 2022, 27 are that. Rows of other services, and of other areas, count as outside the area.
 * - Of practices that closed (field 12 is the day) only that is kept: they have figures in earlier years.
 * - Field 4 is the ICB (QH8), field 15 the commissioner (07G).
 * - Carries no period; a year in its name is used to find the nearest one.
 */
export const epraccur = publication({
  id: "ods-epraccur",
  title: "ODS epraccur (GP practices)",
  publisher: "NHS England (Organisation Data Service)",
  address: "https://www.odsdatasearchandexport.nhs.uk/api/getReport?report=epraccur",
  period: "none",
  membershipRank: 1,
  columns: {
    practice: column("1 (code)"),
    name: column("2 (name)"),
    icb: column("4 (ICB)"),
    closed: column("12 (closing date)"),
    status: column("13 (status)"),
    subIcb: column("15 (commissioner)"),
    phone: column("18 (telephone)"),
    setting: column("26 (prescribing setting)"),
  },
  headerless: {
    fits: (cells) =>
      cells.length === 27 &&
      /^[A-Z0-9]{3,8}$/i.test(cells[0]?.trim() ?? "") &&
      /^\d{8}$/.test(cells[10]?.trim() ?? "") &&
      STATUSES.has(cells[12]?.trim().toUpperCase() ?? ""),
    at: { practice: 0, name: 1, icb: 3, closed: 11, status: 12, subIcb: 14, phone: 17, setting: 25 },
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      const status = (cells[at.status] ?? "").trim().toUpperCase();
      if (!STATUSES.has(status)) return fault(heading.status, "A, C, D, P, ACTIVE or INACTIVE", cells[at.status] ?? "");
      const setting = (cells[at.setting] ?? "").trim().toUpperCase();
      const isGpPractice = setting === "4" || /\bRO76\b/.test(setting);
      if (!isGpPractice) return "outsideArea";
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (status !== "A" && status !== "ACTIVE") {
        const day = readDay(cells[at.closed] ?? "");
        if (code !== null && day !== null) register.closed(code, day);
        return "outsideArea";
      }
      // Welsh practices (W00001) have English-looking codes; other services have other shapes.
      if (code === null) return "outsideArea";
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
});

const STATUSES = new Set(["A", "C", "D", "P", "ACTIVE", "INACTIVE", "CLOSED", "DORMANT", "PROPOSED"]);
