import { counted } from "../counted";
import { functions, share, about } from "./besides";
import { build, preset } from "./build";
import { byHand, report, selfTest } from "./checks";
import { welcome, start, data, checklist, area, local } from "./loading";
import { practice, charts, whereFrom } from "./practice";
import { result, changes, working } from "./result";

/** Every sentence an officer reads in the pane, by screen. What is said about a problem is in `trouble.ts`. */
export const english = {
  steps: (step: number, of: number) => `Step ${step} of ${of}`,
  back: "Back",
  cancel: "Cancel",
  tryAgain: "Try again",
  besides: {
    label: "Besides",
    practice: "Practice",
    functions: "Functions",
    share: "Share",
    about: "About",
    help: "Help with this screen",
  },
  drop: "Drop the files here",
  illustrative: "Illustrative data: made-up practices",
  removed: (sheets: readonly string[]) =>
    sheets.length === 0 ? "There was no scorecard in this workbook." : `Removed from this workbook: ${sheets.join(", ")}.`,
  noAnswer: "Excel did not answer. Leave the cell you are typing in, then try again.",
  more: (count: number) => `and ${counted(count)} more`,
  welcome,
  start,
  data,
  checklist,
  area,
  build,
  local,
  preset,
  result,
  changes,
  whereFrom,
  practice,
  charts,
  functions,
  share,
  about,
  working,
  selfTest,
  byHand,
  report,
};
