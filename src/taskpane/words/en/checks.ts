/** Trying Excel itself: by program, and by hand. */
export const selfTest = {
  title: "Does this Excel do what the add-in expects?",
  lead: "The self-test tries what the add-in takes for granted about Excel. It does so on sheets of its own, and takes them away again. Your sheets are not touched.",
  name: "Self-test",
  start: "Start",
  again: "Start again",
  stop: "Stop",
  progress: (done: number, of: number) => `Trying ${done} of ${of} facts`,
  failed: (why: string) =>
    `The self-test could not be run. Finish the cell that is being edited, or open a workbook that may be changed. (${why})`,
  differs: "What differs",
  found: (expected: string, found: string) => `Expected ${expected}, found ${found}`,
};

export const byHand = {
  title: "Ten minutes in Excel, by hand",
  lead: "The add-in was made without Excel. These steps try what was only believed about it, and what no program can try. Start in an empty workbook.",
  step: (number: number) => `Step ${number}`,
  number: (number: number) => `${number}. `,
  expected: (what: string) => `Expected: ${what} `,
  source: "Source",
  sourceOf: (number: number) => `Source of step ${number}`,
  answers: { asExpected: "As expected", otherwise: "Otherwise" },
};

export const report = {
  name: "Report",
  copy: "Copy the report",
  copied: "Copied.",
  notCopied: "Excel does not allow this. Select the text and press Ctrl+C.",
};
