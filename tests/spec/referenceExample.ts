import { type ReferenceStore, setReference } from "../../src/functions/referenceStore";

/** Two practices of an area and one measure in two periods: enough to look something up in, and not to find something. */
const figures: Readonly<Record<string, number | string>> = {
  "A81001 list_size 2025-01": 4152,
  "A81001 list_size 2024-12": 4100,
  "A81001 cqc_overall 2025-01": "Good",
};
const published: Readonly<Record<string, number>> = { "list_size 2025-01": 45700, "list_size 2024-12": 45640 };

const store: ReferenceStore = {
  value: (practice, measure, period) => {
    if (practice !== "A81001" && practice !== "A81002") return { kind: "notFound", what: "practice", key: practice, near: [] };
    if (practice === "A81002") return { kind: "missing", what: `${measure} of ${practice}`, reason: "suppressed" };
    return (
      figures[`${practice} ${measure} ${period ?? "2025-01"}`] ?? {
        kind: "missing",
        what: `${measure} of ${practice}`,
        reason: "notLoaded",
      }
    );
  },
  practiceName: (practice) =>
    practice === "A81001" ? "The Densham Surgery" : { kind: "notFound", what: "practice", key: practice, near: ["A81001"] },
  practices: (area) => (area === "16C" ? ["A81001", "A81002"] : { kind: "notFound", what: "area", key: area, near: ["16C"] }),
  publicationDate: (measure, period) =>
    published[`${measure} ${period ?? "2025-01"}`] ?? { kind: "missing", what: `The date of ${measure}`, reason: "notLoaded" },
};

export const fillReference = (): void => setReference(store);
