/** Small sheets to try the functions on: made-up practices, the formulas already beside them. */

export interface Example {
  readonly title: string;
  /** Name of the sheet it is written to; an example opened twice replaces itself. */
  readonly sheet: string;
  /** One sentence above the table: what to try. */
  readonly hint: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Formula in the first data row of the column after the last, with its heading; it spills down. */
  readonly formulas: readonly { readonly head: string; readonly formula: string; readonly format: string }[];
  /** Number format by column heading, where it is not General. */
  readonly formats: Readonly<Record<string, string>>;
}

/** Row of the first practice, counted from 1 as the grid does: title, hint, an empty row, the headings, then the data. */
const FIRST_ROW = 5;

/** Six practices whose numbers are easy to check by head: 6,000 patients and 3 GPs make 2,000 patients per GP. */
const LISTS: readonly (readonly [string, number, number])[] = [
  ["Ash Lane Surgery", 6000, 3],
  ["Beech Road Practice", 8400, 4.2],
  ["Cedar Health Centre", 12000, 8],
  ["Dovecote Surgery", 4500, 1.5],
  ["Elm Park Practice", 9900, 5.5],
  ["Fir Tree Medical", 3600, 0],
];

export const EXAMPLES: readonly Example[] = [
  {
    title: "Patients per GP",
    sheet: "Patients per GP",
    hint: "Change a list or a number of GPs and watch column D. Then type =SCORECARD. in any empty cell to see every function.",
    heads: ["Practice (made up)", "Patients", "FTE GPs"],
    rows: LISTS,
    formulas: [
      { head: "Patients per GP", formula: "=SCORECARD.PATIENTS_PER_GP(B5:B10,C5:C10)", format: "#,##0" },
      { head: "FTE GPs missing against 2,000", formula: "=SCORECARD.GP_GAP(B5:B10,C5:C10,2000)", format: "0.0" },
    ],
    formats: { Patients: "#,##0", "FTE GPs": "0.0" },
  },
  {
    title: "Is the variation real?",
    sheet: "Variation",
    hint: "Patients whose blood pressure is at target, of all on the register. A z-score within 1.96 of 0 may well be chance.",
    heads: ["Practice (made up)", "At target", "On register"],
    rows: [
      ["Ash Lane Surgery", 612, 900],
      ["Beech Road Practice", 805, 1150],
      ["Cedar Health Centre", 1290, 1640],
      ["Dovecote Surgery", 310, 520],
      ["Elm Park Practice", 1008, 1400],
      ["Fir Tree Medical", 12, 14],
    ],
    formulas: [
      { head: "Achievement", formula: "=SCORECARD.ACHIEVEMENT(B5:B10,C5:C10)", format: "0.0%" },
      { head: "z-score", formula: "=SCORECARD.VARIATION_Z(B5:B10,C5:C10)", format: "+0.00;-0.00;0.00" },
      { head: "Against 70 %", formula: "=SCORECARD.BAND(B5:B10,C5:C10,0.7)", format: "General" },
    ],
    formats: { "At target": "#,##0", "On register": "#,##0" },
  },
  {
    title: "A score over three conditions",
    sheet: "LTC score",
    hint: "Three conditions for each practice: patients at target, then patients on the register. The score is out of 100.",
    heads: ["Practice (made up)", "Diabetes at target", "Asthma reviewed", "COPD reviewed", "Diabetes", "Asthma", "COPD"],
    rows: [
      ["Ash Lane Surgery", 210, 260, 88, 320, 390, 110],
      ["Beech Road Practice", 305, 402, 120, 410, 520, 150],
      ["Cedar Health Centre", 498, 600, 210, 640, 815, 260],
      ["Dovecote Surgery", 96, 140, 61, 215, 260, 90],
    ],
    formulas: [{ head: "Score", formula: "=SCORECARD.LTC_SCORE(B5:D8,E5:G8)", format: "0.0" }],
    formats: {},
  },
];

/** The Excel API as the add-in's frame has it. */
type ExcelApi = typeof Excel;

/** Writes an example into the workbook with the same Office.js that the add-in uses, and selects the first cell with a formula. */
export async function openExample(excel: ExcelApi, example: Example): Promise<void> {
  await excel.run(async (context) => {
    const existing = context.workbook.worksheets.getItemOrNullObject(example.sheet);
    existing.load({ name: true });
    await context.sync();
    const sheet = existing.isNullObject ? context.workbook.worksheets.add(example.sheet) : existing;
    if (!existing.isNullObject) sheet.getRange().clear();

    const [columns, last] = [example.heads.length, FIRST_ROW + example.rows.length - 1];
    const title = sheet.getRange("A1");
    title.values = [[example.title]];
    title.format.font.bold = true;
    title.format.font.size = 16;
    title.format.font.color = "#003087";
    const hint = sheet.getRange("A2");
    hint.values = [[example.hint]];
    hint.format.font.color = "#4C6272";

    const heads = sheet.getRange(`A4:${letter(columns + example.formulas.length - 1)}4`);
    heads.values = [[...example.heads, ...example.formulas.map(({ head }) => head)]];
    heads.format.font.bold = true;
    heads.format.font.color = "#003087";
    heads.format.wrapText = true;
    heads.format.verticalAlignment = "Bottom";
    heads.format.borders.getItem("EdgeBottom").color = "#005EB8";
    sheet.getRange(`B4:${letter(columns + example.formulas.length - 1)}4`).format.horizontalAlignment = "Right";

    sheet.getRange(`A${FIRST_ROW}:${letter(columns - 1)}${last}`).values = example.rows.map((row) => [...row]);
    example.heads.forEach((head, column) => {
      const format = example.formats[head];
      if (format !== undefined)
        sheet.getRange(`${letter(column)}${FIRST_ROW}:${letter(column)}${last}`).numberFormat = example.rows.map(() => [format]);
    });
    example.formulas.forEach(({ formula, format }, i) => {
      const column = letter(columns + i);
      const results = sheet.getRange(`${column}${FIRST_ROW}:${column}${last}`);
      results.numberFormat = example.rows.map(() => [format]);
      results.format.horizontalAlignment = "Right";
      sheet.getRange(`${column}${FIRST_ROW}`).formulas = [[formula]];
    });
    sheet.getRange("A:A").format.columnWidth = 130;
    sheet.getRange(`B:${letter(columns + example.formulas.length - 1)}`).format.columnWidth = 78;
    sheet.activate();
    sheet.getRange(`${letter(columns)}${FIRST_ROW}`).select();
    await context.sync();
  });
}

/** Column letter by index: 0 is A. The examples are narrower than 26 columns. */
const letter = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);
