/**
 * What can be shown of the add-in, step by step. One list is the menu of the workbench, the test that walks through it in a browser, and the
 * page of the documentation.
 */
export interface Journey {
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly shows: string;
  readonly steps: readonly Step[];
  /** What is true at its end. */
  readonly ends: Ending;
  /** The tests that hold the same to account in every detail. */
  readonly proof: `tests/journeys/${string}.test.ts`;
}

/** A sentence for people, and what a hand does. */
export interface Step {
  readonly say: string;
  readonly act: Act;
}

export type Act =
  /** Presses a button of the ribbon, by its label, and waits until it has ended. */
  | { readonly kind: "ribbon"; readonly label: string }
  /** Presses a button of the pane, by its words, once it is there. */
  | { readonly kind: "pane"; readonly button: string }
  /** Waits until the pane says this in a heading. */
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "type"; readonly at: Place; readonly text: string }
  | { readonly kind: "select"; readonly at: Place };

export type Place =
  /** A cell of a sheet of this name, which is added where it is not there. */
  | { readonly sheet: string; readonly cell: string }
  /** On the scorecard: the row of the first practice or the row of headings, in a column. */
  | { readonly row: "first practice" | "headings"; readonly column: "code" | "notes" | "the last" | "behind the last" };

export interface Ending {
  readonly sheets?: readonly string[];
  /** Sheets that are gone, or were never there. */
  readonly without?: readonly string[];
  readonly cells?: readonly { readonly at: Place; readonly value: string | number; readonly formula?: string | number }[];
}

const BUILD: Step = { say: "Press Build scorecard on the ribbon.", act: { kind: "ribbon", label: "Build scorecard" } };
const NOTE = { row: "first practice", column: "notes" } as const;
const OWN_SHEET = { sheet: "My sums", cell: "B2" } as const;
const FORMULA = "=SCORECARD.PATIENTS_PER_GP(6000,3)";

export const JOURNEYS: readonly Journey[] = [
  {
    title: "A first scorecard",
    shows: "One click makes a scorecard of a made-up area, with its data and its methods on sheets of their own.",
    steps: [BUILD],
    ends: { sheets: ["Scorecard", "Data", "Methods"] },
    proof: "tests/journeys/createScorecard.test.ts",
  },
  {
    title: "Notes stay with their practice",
    shows: "The next quarter the card is built anew, and what was typed beside a practice is there again.",
    steps: [
      BUILD,
      { say: "Type a note beside the first practice.", act: { kind: "type", at: NOTE, text: "Visited in May" } },
      { say: "Press Refresh on the ribbon: the pane lists what changed.", act: { kind: "ribbon", label: "Refresh" } },
      { say: "The note is where it was.", act: { kind: "select", at: NOTE } },
    ],
    ends: { cells: [{ at: NOTE, value: "Visited in May" }] },
    proof: "tests/journeys/rebuild.test.ts",
  },
  {
    title: "A column of your own",
    shows: "A column that you add to the scorecard keeps its place when the card is built anew.",
    steps: [
      BUILD,
      {
        say: "Give the first empty column a heading.",
        act: { kind: "type", at: { row: "headings", column: "behind the last" }, text: "next visit" },
      },
      { say: "Press Refresh on the ribbon.", act: { kind: "ribbon", label: "Refresh" } },
    ],
    ends: { cells: [{ at: { row: "headings", column: "the last" }, value: "next visit" }] },
    proof: "tests/journeys/addedColumns.test.ts",
  },
  {
    title: "One practice on one page",
    shows: "Each practice has a page: where it differs, how many patients that is, and room for its own comment.",
    steps: [
      BUILD,
      { say: "Select the row of a practice.", act: { kind: "select", at: { row: "first practice", column: "code" } } },
      { say: "Press Practice page on the ribbon.", act: { kind: "ribbon", label: "Practice page" } },
    ],
    ends: { sheets: ["Practice *"] },
    proof: "tests/journeys/practicePage.test.ts",
  },
  {
    title: "Ready for others",
    shows: "Formulas of the add-in become values, so that nobody who opens the workbook sees #NAME?.",
    steps: [
      { say: "Type a formula of the add-in on a sheet of your own.", act: { kind: "type", at: OWN_SHEET, text: FORMULA } },
      { say: "Press Prepare for sharing on the ribbon.", act: { kind: "ribbon", label: "Prepare for sharing" } },
      { say: "Press Prepare for sharing in the pane.", act: { kind: "pane", button: "Prepare for sharing" } },
      { say: "The pane lists what the formulas were.", act: { kind: "heading", text: "Ready to be shared" } },
      { say: "The value stays.", act: { kind: "select", at: OWN_SHEET } },
    ],
    ends: { cells: [{ at: OWN_SHEET, value: 2000, formula: 2000 }] },
    proof: "tests/journeys/prepareForSharing.test.ts",
  },
  {
    title: "Gone without a trace",
    shows: "The scorecard can be taken out again whole. All other sheets stay.",
    steps: [
      BUILD,
      { say: "Press Open pane on the ribbon.", act: { kind: "ribbon", label: "Open pane" } },
      { say: "Press Remove the scorecard in the pane.", act: { kind: "pane", button: "Remove the scorecard" } },
      { say: "Confirm it.", act: { kind: "pane", button: "Remove" } },
      { say: "The pane is where it began.", act: { kind: "heading", text: "What should the scorecard be built from?" } },
    ],
    ends: { without: ["Scorecard", "Data", "Methods"] },
    proof: "tests/journeys/removeScorecard.test.ts",
  },
  {
    title: "Every function at work",
    shows: "A sheet with every function: question, formula, inputs to change, result, and what it says.",
    steps: [
      { say: "Press Insert function on the ribbon.", act: { kind: "ribbon", label: "Insert function" } },
      { say: "Press Insert worked examples in the pane.", act: { kind: "pane", button: "Insert worked examples" } },
    ],
    ends: { sheets: ["Worked examples"] },
    proof: "tests/journeys/insertExamples.test.ts",
  },
];
