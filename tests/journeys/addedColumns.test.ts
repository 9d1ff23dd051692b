/** What officers add to a scorecard is theirs: columns, colours and words stay when it is built anew. */
import { createScorecard } from "../../src/actions/createScorecard";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { columnName } from "../../src/sheet/a1";
import type { OpenExcel } from "../support/host";
import { readHost } from "../support/readHost";
import { fewPractices, officersWorkbook, picture, type, valuesOf, withoutPractice } from "../support/workbooks";

const request = { spec, builtOn: new Date(2026, 10, 22) };
type Values = readonly (readonly unknown[])[];
const codeRow = (values: Values) => values.findIndex((row) => row.includes("code") && row.includes("notes"));
const rowOf = (values: Values, code: string) => values.findIndex((row) => row[0] === code);
const columnOf = (values: Values, word: string) => values[codeRow(values)]!.indexOf(word);

interface Added {
  readonly excel: OpenExcel;
  /** Letters of the two columns that were added. */
  readonly columns: readonly [string, string];
}

/** Two columns at the right of a scorecard of four practices: one typed, coloured and wide, one calculated, with a total below. */
async function withColumns(): Promise<Added> {
  const excel = await officersWorkbook();
  await createScorecard(fewPractices(), request);
  const values = await valuesOf(excel, "Scorecard");
  const [left, codes] = [columnOf(values, "action") + 1, codeRow(values)];
  const [typed, counted] = [columnName(left), columnName(left + 1)];
  const [list, gps] = [columnName(columnOf(values, "list")), columnName(columnOf(values, "FTE"))];
  const last = rowOf(values, "X00004");
  const first = codes + 1;
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Scorecard");
    sheet.getRange(`${typed}${codes}:${counted}${codes}`).values = [["Premises", "List ÷ 1.5 GPs"]];
    sheet.getRange(`${typed}${rowOf(values, "X00002") + 1}`).values = [["Lift out of order"]];
    sheet.getRange(`${typed}${rowOf(values, "X00004") + 1}`).values = [["Lease ends in June"]];
    for (let row = first; row <= first + 3; row++)
      sheet.getRange(`${counted}${row + 1}`).formulas = [[`=IFERROR(${list}${row + 1}/(1.5*${gps}${row + 1}),0)`]];
    sheet.getRange(`${counted}${first + 5}`).formulas = [[`=SUM(${counted}${first + 1}:${counted}${first + 4})`]];
    sheet.getRange(`${counted}${first + 1}:${counted}${first + 5}`).numberFormat = "#,##0.0" as unknown as string[][];
    sheet.getRange(`${typed}${first + 1}:${typed}${first + 4}`).format.fill.color = "#FFF2CC";
    sheet.getRange(`${typed}${first + 1}:${typed}${first + 4}`).format.font.italic = true;
    sheet.getRange(`${typed}:${typed}`).format.columnWidth = 150;
    await context.sync();
  });
  expect(last).toBeGreaterThan(codes);
  return { excel, columns: [typed, counted] };
}

/** As a person sorts by hand: the rows of practices upside down, with everything beside them. */
async function turnedOver(excel: OpenExcel): Promise<void> {
  const values = await valuesOf(excel, "Scorecard");
  const first = codeRow(values) + 1;
  await excel.Excel.run(async (context) => {
    const body = context.workbook.worksheets.getItem("Scorecard").getRangeByIndexes(first, 0, 4, values[0]!.length);
    body.load({ formulas: true });
    await context.sync();
    const formulas = body.formulas as unknown[][];
    // Excel moves the rows a formula looks at with it; so must this.
    const moved = (cell: unknown, from: number, to: number) =>
      typeof cell === "string" && cell.startsWith("=")
        ? cell.replace(/(?<![A-Za-z$])(\$?[A-Z]{1,2})(\d+)(?!\w)/g, (all, column: string, row: string) =>
            Number(row) === first + from + 1 ? `${column}${first + to + 1}` : all,
          )
        : cell;
    body.formulas = [...formulas].reverse().map((row, to) => row.map((cell) => moved(cell, 3 - to, to))) as string[][];
    await context.sync();
  });
}

async function lookOf(excel: OpenExcel, address: string) {
  const card = (await readHost(excel.Excel)).sheets.find(({ name }) => name === "Scorecard")!;
  const looks = await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Scorecard").getRange(address);
    const found = range.getCellProperties({ format: { font: { italic: true } } });
    await context.sync();
    // eslint-disable-next-line office-addins/load-object-before-read -- a result, which cannot be loaded
    return found.value;
  });
  const { formula, format, fill } = card.cells.get(address)!;
  return { formula, format, fill, italic: looks[0]![0]!.format!.font!.italic, width: card.widths.get(/[A-Z]+/.exec(address)![0]) };
}

it("columns added at the right stay beside their practices after sorting, with formulas, formats, headings and widths", async () => {
  const { excel, columns } = await withColumns();
  const [typed, counted] = columns;
  const before = await valuesOf(excel, "Scorecard");
  const cell = (values: Values, code: string, letters: string) =>
    values[rowOf(values, code)]![[...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1];
  await turnedOver(excel);
  const turned = await valuesOf(excel, "Scorecard");
  await excel.Excel.run(async (context) => {
    const name = context.workbook.worksheets.getItem("Scorecard").getRange(`B${rowOf(turned, "X00003") + 1}`);
    name.format.fill.color = "#FF0000";
    await context.sync();
  });
  const receipt = await createScorecard(fewPractices(), request);
  const after = await valuesOf(excel, "Scorecard");
  for (const code of ["X00001", "X00002", "X00003", "X00004"])
    for (const letters of columns) expect([code, cell(after, code, letters)]).toEqual([code, cell(before, code, letters)]);
  expect(cell(after, "X00002", typed)).toBe("Lift out of order");
  expect(after[codeRow(after) - 1]).toEqual(expect.arrayContaining(["Premises", "List ÷ 1.5 GPs"]));
  const row = rowOf(after, "X00002") + 1;
  const [list, gps] = [columnName(columnOf(after, "list")), columnName(columnOf(after, "FTE"))];
  expect(await lookOf(excel, `${counted}${row}`)).toMatchObject({
    formula: `=IFERROR(${list}${row}/(1.5*${gps}${row}),0)`,
    format: "#,##0.0",
  });
  expect(await lookOf(excel, `${typed}${row}`)).toMatchObject({ fill: "#FFF2CC", italic: true, width: 200 });
  const first = codeRow(after) + 2;
  expect((await lookOf(excel, `${counted}${first + 4}`)).formula).toBe(`=SUM(${counted}${first}:${counted}${first + 3})`);
  expect((await lookOf(excel, `B${rowOf(after, "X00003") + 1}`)).fill).toBe("#FF0000");
  expect((await lookOf(excel, `B${row}`)).fill).not.toBe("#FF0000");
  expect(receipt).toMatchObject({ columnsKept: 2, textsKept: 0 });
});

it("a column stays when it is all that is left of a renamed heading, and so do notes under another name", async () => {
  const { excel } = await withColumns();
  const values = await valuesOf(excel, "Scorecard");
  const notes = columnName(columnOf(values, "notes"));
  await type(excel, "Scorecard", {
    [`${notes}${codeRow(values) + 1}`]: "meeting",
    [`${notes}${rowOf(values, "X00001") + 1}`]: "Asked for a visit",
    [`${columnName(columnOf(values, "action"))}${rowOf(values, "X00001") + 1}`]: "Visit in May",
  });
  await createScorecard(fewPractices(), request);
  const after = await valuesOf(excel, "Scorecard");
  const row = after[rowOf(after, "X00001")]!;
  expect(row[columnOf(after, "meeting")]).toBe("Asked for a visit");
  expect(row[columnOf(after, "action")]).toBe("Visit in May");
});

it("what was typed for a practice that is gone, and words in odd places, are kept below the foot, once", async () => {
  const { excel } = await withColumns();
  const values = await valuesOf(excel, "Scorecard");
  const below = values.length + 3;
  await type(excel, "Scorecard", { [`B${below}`]: "Agreed with the board", [`D${below}`]: 12, C4: "For May" });
  const data = withoutPractice(fewPractices(), "X00004");
  const receipt = await createScorecard(data, request);
  const once = (await valuesOf(excel, "Scorecard")).map((row) => row.filter((cell) => cell !== ""));
  const top = once.findIndex(([first]) => String(first).startsWith("Kept notes: "));
  expect(once.slice(top + 1)).toEqual([
    ["Scorecard!C4", "For May"],
    [`Scorecard!B${below}`, "Agreed with the board · 12"],
    ["X00004, Premises", "Lease ends in June"],
    ["X00004, List ÷ 1.5 GPs", expect.stringMatching(/^\d+/)],
  ]);
  expect(receipt.textsKept).toBe(4);
  expect((await createScorecard(data, request)).textsKept).toBe(0);
  const twice = (await valuesOf(excel, "Scorecard")).map((row) => row.filter((cell) => cell !== ""));
  expect(twice.slice(top)).toEqual(once.slice(top));
});

it("a formula that looks at what is gone becomes the value it had, and is kept as words", async () => {
  const { excel, columns } = await withColumns();
  const values = await valuesOf(excel, "Scorecard");
  const hypertension = columnName(columnOf(values, "HYP"));
  const address = `${columns[0]}${rowOf(values, "X00001") + 1}`;
  await type(excel, "Scorecard", { [address]: `=ROUND(${hypertension}${rowOf(values, "X00001") + 1}*1000,0)` });
  const shown = (await valuesOf(excel, "Scorecard"))[rowOf(values, "X00001")]!.at(-2);
  const other = { ...spec, groups: [{ heading: "Diabetes", indicators: ["DM", "DM020"] }] };
  await createScorecard(fewPractices(), { ...request, spec: other });
  const after = await valuesOf(excel, "Scorecard");
  expect(after[rowOf(after, "X00001")]).toContain(shown);
  expect(after.flat()).toContain(`=ROUND(${hypertension}${rowOf(values, "X00001") + 1}*1000,0)`);
  const cells = (await readHost(excel.Excel)).sheets.find(({ name }) => name === "Scorecard")!.cells;
  expect([...cells.values()].filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
});

it("words on a practice's page outside its comment box are kept", async () => {
  const excel = await officersWorkbook();
  const sheets = { practicePages: ["X00003"] };
  await createScorecard(fewPractices(), { ...request, sheets });
  await type(excel, "Practice X00003", { Z3: "Ask about the branch" });
  await createScorecard(fewPractices(), request);
  expect((await valuesOf(excel, "Scorecard")).flat()).toEqual(expect.arrayContaining(["Practice X00003!Z3", "Ask about the branch"]));
});

it.each([
  ["reading how they look", 3],
  ["adding the new sheets", 4],
  ["exchanging them", 5],
])("refused while %s, leaves the columns as they are", async (_step, at) => {
  const { excel } = await withColumns();
  const before = await picture(excel);
  excel.host.faults.fail({ request: at, code: "AccessDenied", afterActions: 0 });
  await expect(createScorecard(fewPractices(), request)).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
  expect(await picture(excel)).toBe(before);
});
