import type { Period } from "../model";

/** A month from a column of years and a column of months: "2025", "07" is "2025-07". Null where they are not that. */
export function readMonth(year: string, month: string): Period | null {
  const y = Number(year.trim());
  const m = Number(month.trim());
  return Number.isInteger(y) && y >= 2000 && y < 2100 && Number.isInteger(m) && m >= 1 && m <= 12
    ? `${y}-${String(m).padStart(2, "0")}`
    : null;
}
