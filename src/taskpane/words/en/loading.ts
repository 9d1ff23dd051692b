import { counted } from "../counted";

/** From the first screen to an area that is loaded. */
export const welcome = {
  title: "New here?",
  text: "This add-in makes one printed page that shows how your GP practices are doing, from files that the NHS publishes. Look at a made-up area first: it takes a second, and you can take it out again.",
  show: "Show me the made-up area",
  skip: "Close this",
};

export const start = {
  title: "What should the scorecard be built from?",
  goOn: (area: string) => `Go on with ${area}`,
  loaded: (practices: number) => `${counted(practices, "practice")}, loaded already`,
  pack: "Figures ready for this add-in",
  packOf: (areas: number, age: string) => `${counted(areas, "area")}. ${age}`,
  packOlder: (made: string, newest: string) =>
    `The figures ready for this add-in were made on ${made}, but this computer has seen some made on ${newest}. Ask whoever looks after the add-in whether the older ones are meant.`,
  packFuture: (made: string) =>
    `The figures ready for this add-in say that they were made on ${made}, a day yet to come. Check what they are before you use them.`,
  files: "Published files",
  filesOf: "About your own practices: QOF, workforce, list sizes, CQC ratings and more",
  illustrative: "The illustrative area",
  illustrativeOf: "Made-up practices, ready at once, to see what a scorecard looks like",
  builtBefore: (area: string, files: number) =>
    `Last built in this workbook: ${area}, from ${counted(files, "file")}. Add the new files to build it anew.`,
  privacy: "Files are read on this computer. Nothing is sent anywhere.",
};

export const data = {
  title: "Which files should be read?",
  lead: "As downloaded, zipped or not. They are recognised by their headings, whatever they are called.",
  choose: "Choose files",
  orDrop: "or drop them anywhere here",
  input: "Files to read",
  look: "Look into the files",
  next: "Choose the area",
  list: "Files",
  recognised: (recognised: number, files: number) => `${counted(recognised)} of ${counted(files, "file")} recognised`,
  remove: (file: string) => `Remove ${file}`,
  notUsed: "Not used",
  used: (rows: number) => `${counted(rows)} used`,
  outside: (rows: number) => `${counted(rows)} outside the area`,
  refused: (rows: number) => `${counted(rows)} refused`,
  refusedWhere: (rows: number) => `${counted(rows, "row")} refused: where and why`,
  refusedIn: (file: string) => `Rows refused in ${file}`,
  refusal: (line: number, column: string, expected: string, found: string) =>
    `Line ${line}, ${column}: expected ${expected}, found ${found === "" ? "nothing" : `“${found}”`}`,
  period: (file: string) => `Period of ${file}`,
  periodLabel: "Which year or date is it for?",
  periodHint: "Like 2022-23 or 2023-04-01",
  periodWrong: "Enter a financial year, like 2022-23, or a date, like 2023-04-01",
  set: "Set",
};

export const checklist = {
  title: "What this scorecard is made of",
  scorecard: "For the scorecard",
  status: (there: number, all: number) => `${there} of ${all} are there`,
  there: "There",
  missing: "Missing",
  needed: "Missing, and needed",
  left: "What is missing is left out of the scorecard. Only the areas are needed.",
  where: "Where to download it",
  open: (publisher: string) => `Open the page of ${publisher}`,
};

export const area = {
  title: "Whose practices should be compared?",
  read: "Read the files",
  take: "Take this area",
  search: "Search by name or code",
  label: "Area",
  own: "A list of my own",
  ownName: "My practices",
  kinds: { subIcb: "sub-ICB location", icb: "integrated care board", pcn: "primary care network" },
  line: (code: string, kind: string, practices: number) => `${code} · ${kind} · ${counted(practices, "practice")}`,
  none: "No area has these words in its name or code. Try the code, like 07G, or the name of the integrated care board.",
  some: (shown: number, of: number) => `The first ${shown} of ${counted(of, "area")}; search to narrow them down`,
  all: (areas: number) => counted(areas, "area"),
  listName: "Name of the list",
  codes: "Practice codes",
  codesLike: "F81010, F81082",
  takeCells: "Take the selected cells",
  heard: (codes: number) => `${counted(codes, "practice code")}, like A81001; in any form`,
  heardSome: (codes: number, others: readonly string[]) =>
    `${counted(codes, "practice code")}; not read as one: ${others.slice(0, 5).join(", ")}${others.length > 5 ? " and others" : ""}`,
};

export const local = {
  title: "Local data",
  text: "What nobody publishes, such as referrals, health checks or your own counts. You type it on a sheet of this workbook. Counts from 1 to 7 are hidden, others rounded to the nearest 5.",
  insert: "Insert the sheet Local data",
  read: "Read it",
  moreCells: (count: number) => `and ${count} more, on the Methods sheet`,
  noArea: "Load an area first.",
  noSheet: "There is no sheet Local data in this workbook yet. Insert it first.",
  there: (name: string) => `${name} is there already, with what was typed on it.`,
  inserted: (name: string) => `${name} was inserted: fill it in, then read it.`,
  done: (figures: number, refused: number) => `${counted(figures, "figure")} read, ${counted(refused, "cell")} refused.`,
  fault: (cell: string, found: string, expected: string) => `${cell}: found ${found}, expected ${expected}.`,
};
