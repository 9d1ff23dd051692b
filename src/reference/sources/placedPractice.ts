import type { PracticeCode } from "../model";
import type { PlacedPractice } from "../publication";

type PlaceColumn = "name" | "pcn" | "pcnName" | "subIcb" | "subIcbOns" | "subIcbName" | "icb" | "icbOns" | "icbName";

/** Words some layouts put where a practice is in no network. */
const NONE = new Set(["", "-", "NA", "N/A", "UNALLOCATED", "UNKNOWN", "NO PCN", "NULL", "Z", "U"]);

/** A practice with the codes and names of its areas, from whichever of the columns a layout has. */
export function placedPractice(
  code: PracticeCode,
  cells: readonly string[],
  at: Readonly<Partial<Record<PlaceColumn, number>>>,
): PlacedPractice {
  const text = (key: PlaceColumn): string | undefined => {
    const value = (cells[at[key] ?? -1] ?? "").trim();
    return NONE.has(value.toUpperCase()) ? undefined : value;
  };
  const practice: Record<string, string> = { code, name: text("name") ?? "" };
  for (const key of Object.keys(at) as PlaceColumn[]) {
    const property = PROPERTIES.get(key);
    const value = property === undefined ? undefined : text(key);
    if (property !== undefined && value !== undefined) practice[property] = property.endsWith("Code") ? value.toUpperCase() : value;
  }
  return practice as unknown as PlacedPractice;
}

const PROPERTIES: ReadonlyMap<PlaceColumn, keyof PlacedPractice> = new Map([
  ["pcn", "pcnCode"],
  ["pcnName", "pcnName"],
  ["subIcb", "subIcbCode"],
  ["subIcbOns", "subIcbOnsCode"],
  ["subIcbName", "subIcbName"],
  ["icb", "icbCode"],
  ["icbOns", "icbOnsCode"],
  ["icbName", "icbName"],
]);
