import type { MissingReason, Problem } from "./problem";

/** Why something is not there, to follow its name: "patients is blank". */
const absence: Readonly<Record<MissingReason, string>> = {
  notPublished: "is blank or was not published",
  suppressed: "was suppressed by the publisher",
  notApplicable: "does not apply here",
  notLoaded: "is not loaded: load it in the task pane",
  zeroDenominator: "has nobody in its denominator",
  tooFew: "rests on too few to say",
  failedValidation: "failed the publisher's validation",
};

/**
 * The sentence a person is shown about a problem: the same in a cell's error card, in the pane and on the command line.
 *
 * What was found, then what is right. Names the argument or file; blames nobody.
 *
 * @example messageFor({ kind: "wrongType", argument: "patients", expected: "a number", found: '"n/a"' })
 * // 'patients: found "n/a", expected a number.'
 */
export function messageFor(problem: Problem): string {
  switch (problem.kind) {
    case "wrongType":
    case "outOfDomain":
    case "shapesDiffer":
      return `${problem.argument}: found ${problem.found}, expected ${problem.expected}.`;
    case "zeroDenominator":
      return `${problem.argument} is 0, so there is nothing to divide by.`;
    case "missing":
      return `${problem.what} ${absence[problem.reason]}.`;
    case "tooFew":
      return `Too few ${problem.what}: found ${problem.found}, the method needs at least ${problem.needed}.`;
    case "notFound":
      return `No ${problem.what} called ${problem.key} is loaded.${nearMiss(problem.near)}`;
    case "unreadable":
      return `${problem.file} could not be read: ${problem.reason}.`;
    case "unreachable":
      return `${problem.what} could not be fetched: there may be no connection.`;
    case "unwritable":
      return `${problem.file} could not be written: ${problem.reason}.`;
    case "noUsableData":
      return `Nothing could be used. ${problem.found.map(({ file, what }) => `${file}: ${what}`).join("; ")}.`;
    case "periodNeeded":
      return `${problem.file} (${problem.publication}) does not say which period it is for. Enter the period, like 2023-24.`;
    case "badSpec":
      return problem.faults.map(({ path, expected, found }) => `${path}: found ${found}, expected ${expected}.`).join(" ");
    case "host":
      return `Excel answered ${problem.code}${problem.detail ? `: ${problem.detail}` : ""}.${problem.nothingChanged ? " Nothing was changed." : ""}`;
    case "protectedFormulas":
      return `Formulas on the protected ${problem.sheets.length === 1 ? "sheet" : "sheets"} ${problem.sheets.join(", ")} look at the scorecard and would lose it.`;
    case "cancelled":
      return `${problem.what} was cancelled.`;
  }
}

const nearMiss = (near: readonly string[]): string => (near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`);

/** What a cell says when the fault is ours and not the user's. */
export const OUR_FAULT = "This add-in made a mistake it should not have made. Please tell whoever looks after it which formula this is.";
