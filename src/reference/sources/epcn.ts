import { A_PRACTICE_CODE, fault, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";

/**
 * ODS ePCN: which practices are core partners of which primary care network (sheet "PCN Core Partner Details" of `ePCN.xlsx`).
 *
 * - Headings hold line breaks and trailing spaces; they say "CCG" for what is now a sub-ICB location.
 * - A row with an end date is a membership that is over; it counts as outside the area.
 * - A practice can be in one network at a time, but the directory has a few with two open rows; the first is kept and the second refused.
 * - The sheet "PCNDetails" lists the networks themselves and is not needed.
 */
export const epcn = publication({
  id: "ods-epcn",
  title: "ODS ePCN (primary care networks)",
  publisher: "NHS England (Organisation Data Service)",
  address: "https://www.odsdatasearchandexport.nhs.uk/api/getReport?report=epcncorepartnerdetails",
  period: "none",
  membershipRank: 1,
  columns: {
    practice: column("Partner Organisation Code"),
    name: column("Partner Name"),
    subIcb: optionalColumn("Practice Parent Sub ICB Loc Code", "Practice Parent Sub ICB Location Code", "Practice Parent CCG Code"),
    subIcbName: optionalColumn("Practice Parent Sub ICB Loc Name", "Practice Parent Sub ICB Location Name", "Practice Parent CCG Name"),
    pcn: column("PCN Code"),
    pcnName: column("PCN Name"),
    ended: column("Practice to PCN Relationship End Date"),
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      if ((cells[at.ended] ?? "").trim() !== "") return "outsideArea";
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (code === null) {
        // Branches and other partners have codes of other shapes.
        if (/^[A-Z0-9]{3,10}$/i.test((cells[at.practice] ?? "").trim())) return "outsideArea";
        return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      }
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
});
