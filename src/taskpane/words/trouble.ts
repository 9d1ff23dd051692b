import type { Problem } from "../../problem";
import type { Task } from "../state";

/** The words of trouble: what happened, and what to do. Excel's own messages are localised and meant for developers; these are for the person at the sheet. */
export interface Refusal {
  readonly happened: string;
  readonly todo: string;
}

const tryAgain = "Try again. If it happens again, save the workbook, close Excel, open it and try once more.";

/** By Office.js's own code of a refusal. */
export const refusals: Readonly<Record<string, Refusal>> = {
  InvalidOperationInCellEditMode: {
    happened: "Excel is waiting for a cell to be finished",
    todo: "Finish typing in the cell with Enter, or leave it with Esc, then try again.",
  },
  AccessDenied: {
    happened: "The workbook or sheet is protected",
    todo: "On the Review tab, choose Unprotect Workbook or Unprotect Sheet, then try again. If there is a password, ask whoever set it, or build in a new workbook.",
  },
  ReadOnly: {
    happened: "This workbook is open for reading only",
    todo: "Choose Enable Editing above the sheet, or save a copy with File, Save As, then try again.",
  },
  Conflict: {
    happened: "Somebody else changed the workbook at the same moment",
    todo: "Their change is kept. Wait until Excel has saved, then try again.",
  },
  ItemNotFound: {
    happened: "A sheet that was there is gone",
    todo: "It may have been renamed or deleted, by you or by somebody who works in the same workbook. Build the scorecard again.",
  },
  ItemAlreadyExists: {
    happened: "There is a sheet of that name already",
    todo: "Rename the sheet that is in the way, then try again.",
  },
  RequestPayloadSizeLimitExceeded: {
    happened: "This is more than Excel on the web takes at once",
    todo: "Choose fewer sheets besides the scorecard, or open the workbook in the desktop app, then try again.",
  },
  ActivityLimitReached: {
    happened: "Excel is busy",
    todo: "Wait for a minute, then try again.",
  },
  QuotaExceeded: {
    happened: "There is no room left in this workbook for what the add-in keeps",
    todo: "Build in a new workbook, or remove an older scorecard first.",
  },
  ApiNotFound: {
    happened: "This Excel is too old for this",
    todo: "It needs Excel 2021, Microsoft 365 or Excel on the web. A scorecard built there opens in any Excel.",
  },
  InactiveWorkbook: {
    happened: "Another workbook is in front",
    todo: "Click into the workbook that should hold the scorecard, then try again.",
  },
};

/** Codes that mean the same to a person. */
const same: Readonly<Record<string, string>> = {
  ApiNotAvailable: "ApiNotFound",
  UnsupportedOperation: "ApiNotFound",
  NotImplemented: "ApiNotFound",
  ResponsePayloadSizeLimitExceeded: "RequestPayloadSizeLimitExceeded",
  InvalidOperation: "Conflict",
  RequestAborted: "Conflict",
  Unauthenticated: "ReadOnly",
  ServiceNotAvailable: "ActivityLimitReached",
};

/** @param code Office.js's own; @param detail what it said, where the code alone does not tell */
export function refusalOf(code: string, detail: string): Refusal {
  const kind = /read.?only/i.test(detail) ? "ReadOnly" : /quota/i.test(detail) ? "QuotaExceeded" : (same[code] ?? code);
  return refusals[kind] ?? { happened: "Excel could not do this", todo: tryAgain };
}

export const trouble = {
  ours: "Something went wrong that we did not foresee",
  oursTodo: "Sorry. Try again; if it happens again, copy the details below and send them to whoever looks after this add-in.",
  lookComplete: "Please look whether the sheets of the scorecard are complete.",
  unchanged: "The workbook is as it was before.",
  nothing: "Nothing was loaded, and nothing in the workbook was changed.",
  stopped: (doing: string) => `${doing} stopped on its way. Please look whether the sheets are complete.`,
  details: "Details",
  copy: "Copy details",
  copied: "Copied",
};

/** What changes the workbook, in words for the beginning of a sentence. */
export const writing: Partial<Readonly<Record<Task, string>>> = {
  build: "The build",
  practice: "Adding the page",
  share: "Preparing the workbook",
  remove: "Removing the scorecard",
  picture: "Inserting the picture",
  repair: "The repair",
  examples: "Inserting the examples",
  local: "Inserting the template",
};

/** What to do about what is no refusal of Excel's. */
export function todoAbout(problem: Problem): string {
  switch (problem.kind) {
    case "unreachable":
      return "Check that this computer is online and that the add-in’s own address is not blocked, then try again. The sheets in the workbook work without it.";
    case "unreadable":
    case "noUsableData":
      return "Open the file to see whether it is the one you meant, or download it afresh, then add it again.";
    case "notFound":
      return "Look for it by its name or code among what is loaded, or load the area it belongs to.";
    case "missing":
      return "Add the files again. The scorecard in the workbook stays as it is until you build.";
    case "periodNeeded":
      return "Say the period beside the file, then try again.";
    case "protectedFormulas":
      return "Take the protection off (Review > Unprotect Sheet), try again, then protect the sheet again.";
    case "badSpec":
      return "Choose another scorecard to show, or mend the file and open it again.";
    default:
      return "Check the files and the area, then try again.";
  }
}
