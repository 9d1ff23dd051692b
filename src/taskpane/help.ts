import { messageFor } from "../messages";
import type { Problem } from "../problem";
import type { Trouble } from "./state";

/** An error as help: what happened, what it means for the workbook, what to do. */
export interface Help {
  readonly happened: string;
  readonly meaning: string;
  readonly todo: string;
}

/** What a person is told about trouble. Wording of the problem itself comes from `messages.ts`. */
export function helpFor({ task, problem }: Trouble): Help {
  if (problem === null) return ourFault(task);
  return {
    happened: problem.kind === "host" ? hostRefusal(problem.code) : messageFor(problem),
    meaning: meaningOf(task, problem),
    todo: todoAbout(problem),
  };
}

const ourFault = (task: Trouble["task"]): Help => ({
  happened: "Something went wrong that we did not foresee",
  meaning: writes[task] ? "Please look whether the sheets of the scorecard are complete." : "Nothing in the workbook was changed.",
  todo: "Sorry. Try again; if it happens again, copy the details below and send them to whoever looks after this add-in.",
});

/** What changes the workbook, in words for the middle of it. */
const writes: Partial<Readonly<Record<Trouble["task"], string>>> = {
  build: "The build",
  practice: "Adding the page",
  share: "Preparing the workbook",
  remove: "Removing the scorecard",
};

function meaningOf(task: Trouble["task"], problem: Problem): string {
  if (task === "show") return "The workbook is as it was before. The sheet may have been renamed or deleted.";
  const doing = writes[task];
  if (doing === undefined) return "Nothing was loaded, and nothing in the workbook was changed.";
  if (problem.kind === "host" && !problem.nothingChanged)
    return `${doing} stopped on its way. Please look whether the sheets are complete.`;
  return "The workbook is as it was before.";
}

/** Excel's own messages are localised and meant for developers; these are for the person at the sheet. */
const refusals: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode: "Excel is waiting for a cell to be finished",
  AccessDenied: "Excel does not allow changes here",
  ItemNotFound: "Excel cannot find the sheet",
  RequestPayloadSizeLimitExceeded: "This is more than Excel on the web takes at once",
};
const hostRefusal = (code: string): string => refusals[code] ?? "Excel could not do this";

function todoAbout(problem: Problem): string {
  switch (problem.kind) {
    case "host":
      return problem.code === "InvalidOperationInCellEditMode"
        ? "Finish typing in the cell with Enter, or leave it with Esc, then try again."
        : "Try again. If the workbook is protected, ask whoever protected it for a copy that can be changed.";
    case "unreadable":
    case "noUsableData":
      return "Open the file to see whether it is the one you meant, or download it afresh, then add it again.";
    case "notFound":
      return "Look for it by its name or code among what is loaded, or load the area it belongs to.";
    case "missing":
      return "Add the files again. The scorecard in the workbook stays as it is until you build.";
    case "periodNeeded":
      return "Say the period beside the file, then try again.";
    default:
      return "Check the files and the area, then try again.";
  }
}
