import { AN_AMOUNT, fault, readAmount, readIndicatorCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { publication } from "../publication";
import { qof } from "./qof";

/**
 * QOF indicator mapping: the year's indicators with their points and the register each belongs to (`MAPPING_INDICATORS_2425.csv`).
 *
 * - 2018-19 is called INDICATOR_MAPPINGS, says INDICATOR_GROUP_CODE and has a column of descriptions; it is Windows-1252, not UTF-8.
 * - Points are re-priced without a new code: always judge points against the same year's mapping.
 * - NHS England's own reference file (INDICATOR_REFERENCE_CONTROL) has the same columns among others.
 *
 * Gives: the published indicators of a year; no figures.
 */
export const indicatorMapping = publication({
  id: "qof-indicators",
  title: "QOF indicator mapping",
  ...qof,
  columns: {
    code: column("INDICATOR_CODE"),
    points: column("INDICATOR_POINT_VALUE"),
    group: column("GROUP_CODE", "INDICATOR_GROUP_CODE"),
    groupName: optionalColumn("GROUP_DESCRIPTION", "INDICATOR_GROUP_DESCRIPTION"),
    description: optionalColumn("INDICATOR_DESCRIPTION"),
    list: optionalColumn("PATIENT_LIST_TYPE"),
  },
  describe: ({ at, heading, period }, { indicators }) => {
    const seen = new Map<string, number>();
    return (cells, line) => {
      const code = readIndicatorCode(cells[at.code] ?? "");
      if (code === null) return fault(heading.code, "an indicator, like HYP008", cells[at.code] ?? "");
      const points = readAmount(cells[at.points] ?? "");
      if (points === null) return fault(heading.points, AN_AMOUNT, cells[at.points] ?? "");
      const before = seen.get(code);
      if (before !== undefined) return fault(heading.code, `${code} once`, `again; first on line ${before}`);
      seen.set(code, line);
      const text = (column: number): string => (cells[column] ?? "").trim();
      indicators.push({
        code,
        period,
        points: typeof points === "number" ? points : null,
        group: text(at.group),
        groupName: text(at.groupName),
        description: text(at.description),
        patientList: text(at.list),
      });
      return "used";
    };
  },
});
