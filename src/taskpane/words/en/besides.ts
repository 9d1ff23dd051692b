import { counted } from "../counted";

/** Screens that can be reached from everywhere. */
export const functions = {
  title: "Which function do you want?",
  search: "Search by name or purpose",
  list: "Functions",
  count: (functions: number) => counted(functions, "function"),
  optional: (name: string) => `${name} (optional)`,
  take: (name: string) => `Take the selected cells for ${name}`,
  needed: (name: string) => `Say what ${name} is: type it, or select cells and press the target beside it.`,
  insert: "Insert in the selected cell",
  copy: "Copy the formula",
  copied: "Copied.",
  notCopied: "Copying is not allowed here. Select the formula and press Ctrl+C.",
  inserted: (address: string) => `Inserted in ${address}.`,
  occupied: (address: string) => `${address} is not empty. Select an empty cell, then insert again.`,
  examples: "Insert worked examples",
  examplesThere: (sheet: string) => `${sheet} is there already, and is in front.`,
  examplesDone: (sheet: string) => `${sheet} was added: every function with its answer.`,
  repair: "Repair #NAME? cells",
  repaired: (cells: number, left: number) =>
    cells === 0 && left === 0
      ? "No cell shows #NAME? for one of our functions."
      : `${counted(cells, "cell")} entered again${left === 0 ? "." : `; ${counted(left)} could not be: the sheet is protected.`}`,
  repairedCells: "Cells that were entered again",
  test: "Test this Excel",
  tools: "Help with functions",
};

export const share = {
  title: "Will others open this workbook?",
  lead: "The scorecard works without this add-in. Formulas of the add-in do not: prepared for sharing, they become values.",
  go: "Prepare for sharing",
  ownSheets: "Make values of the scorecard’s own formulas too: then nothing in it changes by itself",
  note: "The data that the file carries for the add-in are taken out too. To keep the formulas, save a copy first.",
  ready: "Ready to be shared",
  notAll: "Some formulas of the add-in are still there",
  formulas: "Formulas of the add-in",
  none: "none found",
  became: (cells: number) => `${counted(cells)} became values`,
  sheets: "Sheets made values",
  data: "Data for the add-in",
  dataOut: "taken out",
  dataNone: "none in the file",
  were: (noted: boolean) => `What the formulas were${noted ? " (each also stands in a note at its cell)" : ""}`,
  left: (cells: number) => `${counted(cells, "cell")} still with a formula of the add-in`,
  names: "Names that use a function of the add-in",
  reasons: { protected: "the sheet is protected", noValue: "it has no value at present" },
};

export const about = {
  title: "About GP Practice Scorecard",
  version: "Version",
  excel: "Excel",
  selfTest: "Self-test",
  byHand: "By hand",
  method: "Method",
  methodText:
    "Each practice is compared with England by control limits at 95 % and 99.8 %, or with whom you choose. A mark is a question, not a judgement: small practices, patients’ ages and coding all play a part. The Methods sheet of every scorecard gives the formulas and references.",
  data: "Data",
  dataBefore: "Contains public sector information licensed under the ",
  licenceName: "Open Government Licence v3.0",
  dataAfter: ": NHS England, Care Quality Commission, Office for Health Improvement and Disparities. The illustrative area is made up.",
  privacy: "Privacy",
  privacyText:
    "Files are read on this computer and nothing is sent anywhere. There are no cookies and nobody counts what you do. Files with rows about patients are refused. Not for decisions about individual patients.",
  requests: "What this page has asked for since it was opened",
  requestsOwn: (count: number) => `${counted(count, "file")} of the add-in itself, from where it is installed:`,
  requestsOther: "From elsewhere:",
  requestsNone: "nothing",
  licence: "Licence",
  licenceText: "MIT. What it is made with is listed in ",
  licenceList: "the list of licences",
  thisExcel: "This Excel",
  yes: "yes",
  no: "no",
  uses: {
    runtime: "Ribbon and pane as one",
    sheets: "Building sheets",
    functions: "Functions that spill",
    undo: "Undo in one step",
  },
  welcome: "Show the welcome again",
};
