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
  const areaCode = (key: PlaceColumn): string | undefined => text(key)?.toUpperCase();
  return withoutBlanks({
    code,
    name: text("name") ?? "",
    pcnCode: areaCode("pcn"),
    pcnName: text("pcnName"),
    subIcbCode: areaCode("subIcb"),
    subIcbOnsCode: areaCode("subIcbOns"),
    subIcbName: text("subIcbName"),
    icbCode: areaCode("icb"),
    icbOnsCode: areaCode("icbOns"),
    icbName: text("icbName"),
  });
}

type Blankable<T> = { readonly [Key in keyof T]: T[Key] | undefined };

const withoutBlanks = (practice: Blankable<Required<PlacedPractice>>): PlacedPractice =>
  Object.fromEntries(Object.entries(practice).filter(([, value]) => value !== undefined)) as unknown as PlacedPractice;
