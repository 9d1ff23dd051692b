import { counted } from "../counted";

/** What is being done, and what was made. */
export const result = {
  there: "The scorecard is in your workbook",
  anew: "The scorecard was built anew",
  again: "Build again",
  another: "Build another",
  notMade: "Not made",
  leftOut: (name: string, reason: string) => `${name} was not made: ${reason}.`,
  undrawn: (charts: readonly string[]) =>
    `This Excel would not draw ${counted(charts.length, "chart")}: ${charts.join(", ")}. The figures are on their sheets.`,
  goTo: "Go to a sheet",
  kinds: { pages: (n: number) => counted(n, "practice page"), funnels: (n: number) => counted(n, "funnel plot") },
  area: "Area",
  practices: "Practices",
  shown: "Values shown",
  notShown: "Values not shown",
  notes: "Notes taken along",
  columns: "Added columns kept",
  texts: "Texts kept below the foot",
  time: "Time",
  seconds: (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`,
  remove: "Remove the scorecard",
  removeAsk: "Its sheets go, with the notes typed on them. All other sheets stay.",
  removeYes: "Remove",
  removeNo: "Keep it",
};

export const changes = {
  title: "What changed",
  practicesIn: (names: string) => `New on it: ${names}.`,
  practicesOut: (names: string) => `Not on it any more: ${names}.`,
  none: "No mark is another one than before.",
  count: (marks: number) => `${counted(marks, "mark")} changed`,
  list: "Marks that changed",
  figures: (figures: number) => `${counted(figures, "figure")} changed`,
  figureList: "Figures that changed",
  more: (figures: number) => `and ${counted(figures)} more`,
  figure: (practice: string, column: string, from: string, to: string) => `${practice}, ${column}: ${from}, now ${to}`,
  line: (practice: string, indicator: string, from: string, to: string) => `${practice}, ${indicator}: ${from}, now ${to}`,
};

export const working = {
  inspect: "Looking into the files",
  load: "Reading the files",
  build: "Building the scorecard",
  show: "Going to the sheet",
  practice: "Opening the practice’s page",
  share: "Preparing the workbook",
  remove: "Removing the scorecard",
  picture: "Inserting the picture",
  repair: "Looking for cells to repair",
  examples: "Inserting the worked examples",
  local: "Inserting the template",
  reckoning: (practices: number) => `Working out the figures of ${counted(practices, "practice")}`,
  writing: "Writing the sheets",
  sheets: (written: number, of: number) => `${written} of ${counted(of, "sheet")} written`,
  stopping: "Stopping",
  editing: "If you are typing in a cell, finish it with Enter.",
  rows: (rows: number, file: string) => `${counted(rows, "row")} of ${file}`,
  bytes: (read: number, total: number) => `${megabytes(read)} of ${megabytes(total)} MB`,
};

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
