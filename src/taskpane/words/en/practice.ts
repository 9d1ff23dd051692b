import { counted } from "../counted";

/** One practice, in a table and in pictures, and one cell of it. */
export const whereFrom = {
  ask: "Where does this number come from?",
  nothing: "No figures are loaded yet, so nothing can be said about a cell.",
  noFigure: "The selected cell shows no figure of a practice. Select one on the scorecard, on a practice's page or in Data.",
  noted: {
    note: (cell: string) => `This is on ${cell} as a note now.`,
    comment: (cell: string) => `This is on ${cell} as a comment now.`,
    notOurs: (cell: string) => `${cell} has somebody's own note or comment already; it was left as it is.`,
    notPossible: (cell: string) => `A note could not be put on ${cell}.`,
  },
};

export const practice = {
  title: "Which practice?",
  nothing: "No practices are loaded yet. Choose what the scorecard should be built from; then each practice can be looked up here.",
  chooseData: "Choose the data",
  search: "Search by name or code",
  selected: "Take the one in the selected row",
  noCode: "There is no practice code in the row of the selected cell.",
  notLoaded: (code: string) => `${code} is not among the loaded practices.`,
  none: "No practice has these words in its name, code or network",
  some: (shown: number, of: number) => `The first ${shown} of ${counted(of, "practice")}; search to narrow them down`,
  all: (practices: number) => counted(practices, "practice"),
  list: "Practices",
  open: "Open its page",
  opened: {
    there: (sheet: string) => `The sheet ${sheet} is in front.`,
    added: (sheet: string) => `The sheet ${sheet} was added to the scorecard, and is in front.`,
    built: (sheet: string) => `The scorecard was built with the sheet ${sheet}.`,
  },
  undrawn: " This Excel would not draw its chart.",
  patients: "Patients",
  perGp: "Per FTE GP",
  beside: (comparator: string, value: string) => ` (${comparator} ${value})`,
  cqc: "CQC overall",
  asTable: "Table",
  asChart: "Charts",
  views: "How to show it",
  caution: "A mark is a question, not a judgement. About one in 20 arises by chance.",
  columns: { indicator: "Indicator", here: "Here", compared: "Compared" },
};

export const charts = {
  spine: "Each indicator, beside the area and the comparator",
  spineKey: (comparator: string) =>
    `Line: ${comparator}. Pale bar: all practices of the area; darker: the middle half. Diamond: the area. Dot: this practice.`,
  lower: "lower",
  higher: "higher",
  funnel: "Among the practices of the area, by size",
  funnelOf: "Indicator",
  funnelKey: (comparator: string) =>
    `Line: ${comparator}. Dashed: 95 % limits; solid: 99.8 %. Larger dot: this practice. Outside the limits is more than chance explains.`,
  noFunnel: "There are too few practices, or no comparator, to draw it.",
  none: "Nothing here can be drawn.",
  read: "Use the arrow keys to read it point by point.",
  spineSaid: (name: string, here: string, comparator: string, benchmark: string, area: string, word: string) =>
    `${name}: ${here} here, ${comparator} ${benchmark}, area ${area}; ${word}`,
  funnelSaid: (practice: string, value: string, numerator: number, denominator: number, word: string) =>
    `${practice}: ${value} (${counted(numerator)} of ${counted(denominator)}); ${word}`,
  insert: "Insert this picture in the sheet",
  inserted: ({ sheet, atCell }: { sheet: string; atCell: boolean }) =>
    atCell
      ? `The picture is on ${sheet}, at the selected cell.`
      : `The picture is in the top corner of ${sheet}: this Excel does not tell an add-in where the selected cell is. Drag it where you want it.`,
  patients: "Patients counted",
  builtWith: "GP Practice Scorecard",
};
