import { type Problem, ProblemError } from "../problem";

/**
 * What the functions on reference data ask. The add-in answers from what is loaded in the workbook; a problem says why not.
 *
 * `measure` is a measure id such as list_size or gp_fte, an indicator code such as HYP008, or a part of one: HYP008.numerator.
 * `period` is text like "2022-23" or "2025-12"; null asks for the latest that is loaded.
 */
export interface ReferenceStore {
  readonly value: (practiceCode: string, measure: string, period: string | null) => number | string | Problem;
  readonly practiceName: (practiceCode: string) => string | Problem;
  /** Codes of the practices of an area, in the order to show them. */
  readonly practices: (areaCode: string) => readonly string[] | Problem;
  /** Day of publication: an Excel serial number where the day is known, otherwise text. */
  readonly publicationDate: (measure: string, period: string | null) => number | string | Problem;
}

/**
 * Where the store is found. The functions and the pane are two scripts in one runtime and share nothing but the global object, so
 * the store stands there, under this name: whichever script comes first, the other one finds it.
 */
const NAME = "gpScorecardReference";
type Holder = { [NAME]?: ReferenceStore | undefined };

/** Fills the store, or empties it with undefined. Excel recalculates what asked before only when told to: recalculate after this. */
export function setReference(store: ReferenceStore | undefined): void {
  (globalThis as Holder)[NAME] = store;
}

/** The store, or the problem that nothing is loaded: `#N/A` with what to do about it. */
export function reference(): ReferenceStore {
  const store = (globalThis as Holder)[NAME];
  if (!store) throw new ProblemError({ kind: "missing", what: "Reference data", reason: "notLoaded" });
  return store;
}

/** An answer of the store, or its problem thrown. */
export function answered<T extends number | string | readonly string[]>(found: T | Problem): T {
  if (typeof found === "object" && "kind" in found) throw new ProblemError(found);
  return found;
}
