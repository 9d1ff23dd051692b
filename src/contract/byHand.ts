import { assumed, docs, issue, support, type Rule, type Source } from "./contract";

/** Something that was only believed about Excel and that no program can try: for a person with Excel at hand. */
export interface ByHandStep {
  readonly id: string;
  readonly rule: Rule;
  /** What to do. */
  readonly do: string;
  /** What should be seen. */
  readonly expect: string;
  /** How it is known so far. */
  readonly source: Source;
}

export type ByHandAnswer = "as expected" | "otherwise";

/** In the order in which they are quickest to do, starting in an empty workbook; ten minutes for the lot. */
export const BY_HAND: readonly ByHandStep[] = [
  {
    id: "first-click",
    rule: "the add-in's life",
    do: "Close Excel and open it again with an empty workbook. Before opening the pane, press Build scorecard on the ribbon.",
    expect: "The pane opens and the sheets of the illustrative area are built, at the first click.",
    source: issue(5176),
  },
  {
    id: "looks-as-planned",
    rule: "formats",
    do: "Look at the sheet Scorecard.",
    expect: "The title is not cut off, headings and the first columns stay when you scroll, marks are triangles with a colour.",
    source: assumed("seen only in LibreOffice and in the workbench"),
  },
  {
    id: "prints-on-one-page-wide",
    rule: "printing and panes",
    do: "File, Print. Look at the preview of page 2 as well.",
    expect: "A3 landscape, one page wide, headings repeated on each page. (Excel on Windows is known to ignore the fit now and then.)",
    source: issue(1860),
  },
  {
    id: "undo-in-one-step",
    rule: "undo",
    do: "Select the sheet that was there before, press Ctrl+Z once.",
    expect: "With ExcelApi 1.20 the whole scorecard is gone after one step. Redo with Ctrl+Y brings it back.",
    source: docs("excel/excel-add-ins-undo-capabilities"),
  },
  {
    id: "sort-keeps-figures",
    rule: "formulas",
    do: "On Scorecard, sort the rows by list size with the arrow in its heading, then filter one PCN.",
    expect: "Each practice keeps its own figures and marks; no error appears.",
    source: assumed("formulas look their row up by practice code"),
  },
  {
    id: "funnel-chart",
    rule: "charts",
    do: "In the pane choose Build, tick the funnel charts, and build again. Open a sheet whose name begins with Funnel.",
    expect: "Limits are dashed lines, practices are points without lines, practices outside the limits carry their names.",
    source: assumed("charts were drawn only by LibreOffice and the workbench"),
  },
  {
    id: "typed-function",
    rule: "custom functions",
    do: "On an empty sheet type =SCORECARD.PAT, pick the function, and go on with 6000,3) and Enter.",
    expect: "The function is offered with its description; the cell shows 2000.",
    source: docs("excel/custom-functions-overview"),
  },
  {
    id: "function-spills",
    rule: "spills",
    do: "Type 6000 and 8400 into A1 and A2, 3 and 0 into B1 and B2, and =SCORECARD.PATIENTS_PER_GP(A1:A2,B1:B2) into C1.",
    expect: "C1 shows 2000 and C2 #DIV/0!, each in its own place.",
    source: docs("excel/custom-functions-errors"),
  },
  {
    id: "blank-for-a-function",
    rule: "blanks",
    do: "Type =SCORECARD.PATIENTS_PER_GP(E1,3) with E1 empty.",
    expect: "#N/A. (0 where this Excel hands over an empty cell as 0, which is known of some versions: note it.)",
    source: issue(4702),
  },
  {
    id: "message-of-an-error",
    rule: "custom functions",
    do: 'Type =SCORECARD.PATIENTS_PER_GP("many",3) and click the warning sign beside the cell.',
    expect: "#VALUE!, and the message says that a number was expected and what was found.",
    source: docs("excel/custom-functions-errors"),
  },
  {
    id: "while-a-cell-is-edited",
    rule: "cell edit mode",
    do: "Double-click a cell, type a letter, leave the cell in that state and press Build scorecard in the pane. Then press Enter in the cell.",
    expect: "The pane says after a moment that a cell is being edited; after Enter the build goes on, and the letter is still there.",
    source: issue(806),
  },
  {
    id: "protected-workbook",
    rule: "protection",
    do: "Review, Protect Workbook (structure). Press Build scorecard. Take the protection off again.",
    expect: "The pane says that the workbook is protected and what to do; nothing is half-written.",
    source: support("protect-a-workbook-7e365a4d-3e89-4616-84ca-1931257c1517"),
  },
  {
    id: "in-a-colleagues-hands",
    rule: "what the file keeps",
    do: "Save the file and open it where the add-in is not installed. Change a numerator on Data.",
    expect: "Every figure is there, value and mark follow the change, and nothing turns into #NAME?.",
    source: issue(5611),
  },
  {
    id: "opened-again",
    rule: "what the file keeps",
    do: "Close the file and open it again with the add-in; open the pane.",
    expect: "The pane knows the area and what was built; formulas of the add-in calculate without a click.",
    source: issue(6091),
  },
  {
    id: "contrast-theme",
    rule: "the add-in's life",
    do: "Windows, Settings, Accessibility, Contrast themes: choose one. Look at the pane and go through it with the Tab key.",
    expect: "Everything can be read, and the place of the keyboard can be seen.",
    source: docs("design/accessibility-guidelines"),
  },
  {
    id: "large-on-the-web",
    rule: "size of requests",
    do: "Excel on the web: build from real files of a whole sub-ICB with pages for every practice.",
    expect: "It is built; no message about the size of a request. (Excel on the web takes at most 5 MB at once.)",
    source: docs("concepts/resource-limits-and-performance-optimization"),
  },
];
