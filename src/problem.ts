/**
 * What can go wrong that a person should hear about.
 *
 * A Problem is data: it names the kind of trouble and carries the facts needed to explain it.
 * Wording lives in `messages.ts`; the choice of cell error lives in `functions/cellError.ts`.
 */
export type Problem =
  /** Something of the wrong kind: text where a number belongs, an unknown option. */
  | { readonly kind: "wrongType"; readonly argument: string; readonly expected: string; readonly found: string }
  /** A number outside its domain. */
  | { readonly kind: "outOfDomain"; readonly argument: string; readonly expected: string; readonly found: string }
  | { readonly kind: "zeroDenominator"; readonly argument: string }
  /** Two ranges that should have the same shape, and have not. */
  | { readonly kind: "shapesDiffer"; readonly argument: string; readonly expected: string; readonly found: string }
  | { readonly kind: "missing"; readonly what: string; readonly reason: MissingReason }
  | { readonly kind: "tooFew"; readonly what: string; readonly needed: number; readonly found: number }
  | {
      readonly kind: "notFound";
      readonly what: "practice" | "area" | "indicator" | "period";
      readonly key: string;
      readonly near: readonly string[];
    }
  /** A file, or all of the files, from which nothing could be used. */
  | { readonly kind: "unreadable"; readonly file: string; readonly reason: string }
  /** Something that has to be fetched over the network, and could not be. */
  | { readonly kind: "unreachable"; readonly what: string }
  | { readonly kind: "unwritable"; readonly file: string; readonly reason: string }
  | { readonly kind: "noUsableData"; readonly found: readonly { readonly file: string; readonly what: string }[] }
  /** A publication that says its period neither inside nor in its name. */
  | { readonly kind: "periodNeeded"; readonly file: string; readonly publication: string }
  /** A scorecard specification that cannot be followed, every fault with its path. */
  | { readonly kind: "badSpec"; readonly faults: readonly { readonly path: string; readonly expected: string; readonly found: string }[] }
  /** Excel refused. `code` is Office.js's own. */
  | { readonly kind: "host"; readonly code: string; readonly nothingChanged: boolean; readonly detail: string }
  /** Protected sheets with formulas that look at the scorecard: they could not be carried along. */
  | { readonly kind: "protectedFormulas"; readonly sheets: readonly string[] }
  | { readonly kind: "cancelled"; readonly what: string };

/** Why a value that could exist does not. Absent data is an answer, not a fault. */
export type MissingReason =
  "notPublished" | "suppressed" | "notApplicable" | "notLoaded" | "zeroDenominator" | "tooFew" | "failedValidation";

/** A row of a publication that could not be used, with the place and what would have been right. */
export interface RefusedRow {
  /** Line in the file, counted from 1 as an editor does; the heading is line 1 in most files. */
  readonly line: number;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

/** Thrown when a call cannot be answered. Caught only at the doors: functions, actions, pane, command line. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(JSON.stringify(problem));
    this.name = "ProblemError";
  }
}
