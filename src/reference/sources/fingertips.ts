import { fault, readAmount, readNumber, readPracticeCode } from "../cells";
import { column, optionalColumn } from "../headings";
import { readPeriod } from "../period";
import { publication } from "../publication";

/** Fingertips' number for an indicator, where the scorecard has a name of its own for it. */
const NAMES: ReadonlyMap<string, string> = new Map([["93553", "deprivation"]]);

/**
 * Fingertips indicator data (OHID), as downloaded in CSV: one row an area, sex, age and period, for many kinds of area at once.
 *
 * - 26 or 27 columns; the 23rd heading changes with the kind of parent area. England stands there twice, once with a blank parent.
 * - Rows are taken by their code: a practice has an ODS code whatever `Area Type` calls it ("GP", "GPs"). Others (PCN, ICB) are outside the area.
 * - A filled `Category Type` is a breakdown by inequality group, and a `Sex` other than Persons a part of the whole: outside the area.
 * - `Value` has no unit in the file: a percentage is 0 to 100, unlike elsewhere here. Where `Count` and `Denominator` are given and the count is
 *   not above it, they are kept and say it without doubt.
 * - All old periods stand in the file; they make the trend.
 *
 * Gives: `deprivation` for indicator 93553 (IMD 2019 score), otherwise `fingertips_<id>`; England's own row as comparator.
 */
export const fingertips = publication({
  id: "fingertips",
  title: "Fingertips indicator data",
  publisher: "Office for Health Improvement and Disparities",
  address: "https://fingertips.phe.org.uk/profile/general-practice",
  period: "rows",
  columns: {
    id: column("Indicator ID"),
    area: column("Area Code"),
    sex: column("Sex"),
    age: column("Age"),
    categoryType: column("Category Type"),
    period: column("Time period"),
    value: column("Value"),
    count: optionalColumn("Count"),
    denominator: optionalColumn("Denominator"),
    sortable: optionalColumn("Time period Sortable"),
  },
  measures: ["numerator", "denominator", "value"],
  figures: ({ at, heading, figures, placeOf }) => {
    const england = new Set<string>();
    return (cells, line) => {
      const id = (cells[at.id] ?? "").trim();
      if (!/^\d{1,7}$/.test(id)) return fault(heading.id, "the number of an indicator, like 93553", cells[at.id] ?? "");
      if ((cells[at.categoryType] ?? "").trim() !== "") return "outsideArea";
      if (!/^(persons|not applicable|)$/i.test((cells[at.sex] ?? "").trim())) return "outsideArea";
      const area = (cells[at.area] ?? "").trim();
      const practice = readPracticeCode(area);
      if (practice === null && area !== "E92000001") return "outsideArea";
      const when = readPeriod((cells[at.period] ?? "").trim().replace("/", "-")) ?? yearOf(cells[at.sortable] ?? "");
      if (when === null) return fault(heading.period, "a year or a financial year", cells[at.period] ?? "");
      const value = readNumber(cells[at.value] ?? "");
      if (value === null) return fault(heading.value, "a number", cells[at.value] ?? "");
      const indicator = NAMES.get(id) ?? `fingertips_${id}`;
      if (practice === null) {
        const key = `${indicator} ${when}`;
        if (!england.has(key) && typeof value === "number") figures.addEngland(when, indicator, value);
        england.add(key);
        return "outsideArea";
      }
      const again = figures.put(when, practice, indicator, "value", value, line);
      if (again) return { ...again, column: heading.area };
      const count = readAmount(cells[at.count] ?? "");
      const denominator = readAmount(cells[at.denominator] ?? "");
      if (typeof count === "number" && typeof denominator === "number" && count <= denominator) {
        figures.put(when, practice, indicator, "numerator", count, line);
        figures.put(when, practice, indicator, "denominator", denominator, line);
      }
      return placeOf(practice, when);
    };
  },
});

/** "20190000" in the column that Fingertips sorts by. */
const yearOf = (sortable: string): string | null => /^(20\d\d)\d{4}$/.exec(sortable.trim())?.[1] ?? null;
