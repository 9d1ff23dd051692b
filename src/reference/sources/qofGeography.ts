import { A_PRACTICE_CODE, fault, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { placedPractice } from "./placedPractice";
import { qof } from "./qof";

/**
 * QOF geographies: which practice belonged to which network, sub-ICB location and ICB (`MAPPING_NHS_GEOGRAPHIES_2223.csv`).
 *
 * - 2019-20 and 2020-21 say CCG_* and STP_*; 2021-22 ICB_* and SUB_ICB_LOC_*; from 2022-23 ICB_* and SUB_ICB_*.
 * - ODS codes (07G, QH8) and ONS codes (E38000185, E54000026) both stand there; an area is found by either.
 * - PCN_* may be blank or "Unallocated" for a practice in no network.
 * - Names of a practice differ from those in other publications: join on codes.
 */
export const qofGeography = publication({
  id: "qof-geography",
  title: "QOF geographies",
  ...qof,
  membershipRank: 0,
  columns: {
    practice: column("PRACTICE_CODE"),
    name: column("PRACTICE_NAME"),
    subIcb: column("SUB_ICB_ODS_CODE", "SUB_ICB_LOC_ODS_CODE", "SUB_ICB_LOCATION_ODS_CODE", "CCG_ODS_CODE"),
    subIcbOns: optionalColumn("SUB_ICB_ONS_CODE", "SUB_ICB_LOC_ONS_CODE", "SUB_ICB_LOCATION_ONS_CODE", "CCG_ONS_CODE"),
    subIcbName: optionalColumn("SUB_ICB_NAME", "SUB_ICB_LOC_NAME", "SUB_ICB_LOCATION_NAME", "CCG_NAME"),
    icb: optionalColumn("ICB_ODS_CODE", "STP_ODS_CODE"),
    icbOns: optionalColumn("ICB_ONS_CODE", "STP_ONS_CODE"),
    icbName: optionalColumn("ICB_NAME", "STP_NAME"),
    pcn: optionalColumn("PCN_ODS_CODE", "PCN_CODE"),
    pcnName: optionalColumn("PCN_NAME"),
  },
  membership:
    ({ at, heading }, register) =>
    (cells, line) => {
      const code = readPracticeCode(cells[at.practice] ?? "");
      if (code === null) return fault(heading.practice, A_PRACTICE_CODE, cells[at.practice] ?? "");
      const subIcb = cells[at.subIcb]?.trim();
      if (!subIcb) return fault(heading.subIcb, "the code of a sub-ICB location, like 07G", "");
      return register.place(placedPractice(code, cells, at), line, heading.practice);
    },
});
