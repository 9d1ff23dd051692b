/** What officers make of a scorecard elsewhere in their workbook: it still looks at the same practices when the scorecard is built anew. */
import { createScorecard } from "../../src/actions/createScorecard";
import { columnName } from "../../src/sheet/a1";
import type { OpenExcel } from "../support/host";
import { isHousekeeping } from "../../src/host/faults";
import { officersWorkbook, picture, sheetNames, type, valuesOf, withoutPractice } from "../support/workbooks";
import { smallArea, smallRequest } from "../torture/smallArea";

const four = smallArea(4);
const request = { ...smallRequest, sheets: { practicePages: ["X00002", "X00004"] } };

/** Where a practice's cell in a column stands on the scorecard, such as F13. */
async function cellOf(excel: OpenExcel, code: string, key: string, sheet = "Scorecard"): Promise<string> {
  const values = await valuesOf(excel, sheet);
  const head = values.find((row) => row.includes("code") && row.includes("notes"))!;
  return `${columnName(head.indexOf(key))}${values.findIndex((row) => row[0] === code) + 1}`;
}

/** Formulas as they stand on a sheet, and what they come to. */
const read = (excel: OpenExcel, sheet: string, addresses: readonly string[]): Promise<readonly [string, unknown][]> =>
  excel.Excel.run(async (context) => {
    const cells = addresses.map((address) => context.workbook.worksheets.getItem(sheet).getRange(address));
    for (const cell of cells) cell.load({ formulas: true, values: true });
    await context.sync();
    return cells.map(({ formulas, values }) => [String(formulas[0]![0]), values[0]![0] as unknown]);
  });

const enter = (excel: OpenExcel, sheet: string, formulas: Readonly<Record<string, string>>): Promise<void> =>
  excel.Excel.run(async (context) => {
    for (const [address, formula] of Object.entries(formulas))
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[formula]];
    await context.sync();
  });

async function withBoard(): Promise<OpenExcel> {
  const excel = await officersWorkbook();
  await createScorecard(four, request);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.add("Board");
    await context.sync();
  });
  return excel;
}

it("the figures of an officer's own sheet: formulas that looked at the scorecard became #REF! when it was built anew", async () => {
  const excel = await withBoard();
  const list = await cellOf(excel, "X00003", "list");
  const first = await cellOf(excel, "X00001", "list");
  const last = await cellOf(excel, "X00004", "list");
  const column = list.replace(/\d+/, "");
  const formulas = {
    A1: `=Scorecard!${list}`,
    A2: `=SUM('Scorecard'!$${first.replace(/(\d)/, "$$$1")}:${last})`,
    A3: `=VLOOKUP("X00003",Scorecard!$A$1:$Z$60,4,FALSE)`,
    A4: "=SUM(ScorecardData[Denominator])",
    A5: `=IF(Scorecard!${list}>0,"Scorecard!${list}","")`,
    A6: '=COUNTIF(Scorecard!A:A,"X0*")',
    A7: `=ROWS(ScorecardData)+COUNT(Scorecard!${column}:${column})`,
  };
  await enter(excel, "Board", formulas);
  const addresses = Object.keys(formulas);
  const before = await read(excel, "Board", addresses);
  for (const [, value] of before) expect(String(value)).not.toMatch(/^#/);
  await createScorecard(four, request);
  const after = await read(excel, "Board", addresses);
  expect(after.map(([, value]) => value)).toEqual(before.map(([, value]) => value));
  for (const [formula] of after) expect(formula).not.toContain("#REF!");
  expect(after[0]![0]).toBe(`=Scorecard!${list}`);
  expect(after[3]![0]).toBe("=SUM(ScorecardData[Denominator])");
  expect(after[4]![1]).toBe(`Scorecard!${list}`);
});

it("a practice's figure on an officer's own sheet: the formula showed another practice's when one had come in above it", async () => {
  const excel = await officersWorkbook();
  await createScorecard(withoutPractice(four, "X00002"), smallRequest);
  await enter(excel, "Sheet1", {
    A1: `=Scorecard!${await cellOf(excel, "X00003", "list")}`,
    A2: `=AVERAGE(Scorecard!${await cellOf(excel, "X00001", "list")}:${await cellOf(excel, "X00004", "list")})`,
  });
  const [[, before]] = (await read(excel, "Sheet1", ["A1"])) as [[string, unknown]];
  await createScorecard(four, smallRequest);
  const [[formula, value], [average]] = (await read(excel, "Sheet1", ["A1", "A2"])) as [[string, unknown], [string, unknown]];
  expect(value).toBe(before);
  expect(formula).toBe(`=Scorecard!${await cellOf(excel, "X00003", "list")}`);
  // All practices are all practices again, with the one that came in.
  expect(average).toBe(`=AVERAGE(Scorecard!${await cellOf(excel, "X00001", "list")}:${await cellOf(excel, "X00004", "list")})`);
});

it("a figure from the Data sheet or a practice's page, by its address", async () => {
  const excel = await withBoard();
  const data = await valuesOf(excel, "Data");
  const row = data.findIndex((cells) => cells[0] === "X00003" && cells[2] === "HYP") + 1;
  const page = await valuesOf(excel, "Practice X00002");
  const line = page.findIndex(([words]) => words === "Hypertension") + 1;
  await enter(excel, "Board", { A1: `=Data!${"F"}${row}`.replace("Data!", "'Data (2)'!"), A2: `='Practice X00002'!B${line}` });
  const before = await read(excel, "Board", ["A1", "A2"]);
  await createScorecard(withoutPractice(four, "X00001"), request);
  const after = await read(excel, "Board", ["A1", "A2"]);
  expect(after.map(([, value]) => value)).toEqual(before.map(([, value]) => value));
  expect(after[0]![0]).not.toBe(before[0]![0]);
});

it("the value that a formula had when its practice is gone, and the formula in words", async () => {
  const excel = await withBoard();
  await enter(excel, "Board", {
    A1: `=Scorecard!${await cellOf(excel, "X00004", "list")}`,
    A2: "='Practice X00004'!A1",
    A3: `=Scorecard!${await cellOf(excel, "X00003", "list")}`,
  });
  const before = await read(excel, "Board", ["A1", "A2", "A3"]);
  const receipt = await createScorecard(withoutPractice(four, "X00004"), request);
  const after = await read(excel, "Board", ["A1", "A2", "A3"]);
  expect(after.map(([, value]) => value)).toEqual(before.map(([, value]) => value));
  expect(after[0]![0]).toBe(String(before[0]![1]));
  expect(after[2]![0]).toMatch(/^=Scorecard!/);
  expect((await valuesOf(excel, "Scorecard")).flat()).toEqual(
    expect.arrayContaining(["Board!A1, formula", before[0]![0], "Board!A2, formula", before[1]![0]]),
  );
  expect(receipt.textsKept).toBe(2);
});

it("an officer's own names for cells of the scorecard, under whatever name its sheet has", async () => {
  const excel = await withBoard();
  const list = await cellOf(excel, "X00003", "list");
  await excel.Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    worksheets.getItem("Scorecard").name = "Dr O’Neil card";
    names.add("OurList", worksheets.getItem("Dr O’Neil card").getRange(list));
    names.add("AllRows", "=ROWS(ScorecardData)");
    worksheets.getItem("Board").names.add("Here", worksheets.getItem("Dr O’Neil card").getRange(list));
    await context.sync();
  });
  await enter(excel, "Board", { A1: "=OurList*2", A2: "=AllRows", A3: "=Here", A4: `='Dr O’Neil card'!${list}` });
  const before = await read(excel, "Board", ["A1", "A2", "A3", "A4"]);
  await createScorecard(four, request);
  expect(await read(excel, "Board", ["A1", "A2", "A3", "A4"])).toEqual(before);
  expect(await sheetNames(excel)).toContain("Dr O’Neil card");
});

it("a protected sheet's figures: nothing is changed, and the sheet is named", async () => {
  const excel = await withBoard();
  await enter(excel, "Board", { A1: `=Scorecard!${await cellOf(excel, "X00003", "list")}` });
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Board").protection.protect();
    await context.sync();
  });
  const before = await picture(excel);
  await expect(createScorecard(four, request)).rejects.toMatchObject({
    problem: { kind: "protectedFormulas", sheets: ["Board"] },
  });
  expect(await picture(excel)).toBe(before);
});

it("an officer's text that reads like a formula stays text", async () => {
  const excel = await withBoard();
  await type(excel, "Board", { A1: "'=Scorecard!A1" });
  await createScorecard(four, request);
  expect(await read(excel, "Board", ["A1"])).toEqual([["=Scorecard!A1", "=Scorecard!A1"]]);
});

it("formulas on own sheets when Excel refuses the exchange half-way: they stand as they stood", async () => {
  const looking = async () => {
    const excel = await withBoard();
    await enter(excel, "Board", { A1: `=Scorecard!${await cellOf(excel, "X00003", "list")}`, A2: "=SUM(ScorecardData[Denominator])" });
    return excel;
  };
  const excel = await looking();
  const before = await picture(excel);
  const requests: (readonly string[])[] = [];
  excel.host.onRoundTrip((_, body) => void (isHousekeeping(body) || requests.push(body.Actions.map(({ Name }) => Name ?? ""))));
  await createScorecard(four, smallRequest);
  const exchange = requests.findIndex((names) => names.includes("Delete")) + 1;
  const deleting = requests[exchange - 1]!.indexOf("Delete");
  const ended: string[] = [];
  for (const afterActions of [0, deleting - 3, deleting, deleting + 2, requests[exchange - 1]!.length - 1]) {
    const again = await looking();
    again.host.faults.fail({ request: exchange, code: "AccessDenied", afterActions });
    const outcome = await createScorecard(four, smallRequest).then(
      () => "complete",
      (error: { problem?: { nothingChanged?: boolean } }) => (error.problem?.nothingChanged ? "as before" : "half-way"),
    );
    ended.push(outcome);
    const stands = await read(again, "Board", ["A1", "A2"]);
    expect(stands.filter(([formula]) => formula.includes("#REF!"))).toEqual([]);
    if (outcome === "as before") expect(await picture(again)).toBe(before);
  }
  expect(new Set(ended)).toEqual(new Set(["as before", "complete"]));
});

it("a formula that somebody enters while the scorecard is being built", async () => {
  const excel = await withBoard();
  const list = await cellOf(excel, "X00003", "list");
  const [[, value]] = (await read(excel, "Scorecard", [list])) as [[string, unknown]];
  let written = 0;
  excel.host.onRoundTrip((trip, body) => {
    if (isHousekeeping(body) || trip.actions < 300 || written++ > 0) return;
    const sheetId = excel.host.model.getters.getSheetIdByName("Board");
    excel.host.model.dispatch("UPDATE_CELL", { sheetId: sheetId!, col: 1, row: 1, content: `=Scorecard!${list}` });
  });
  await createScorecard(four, smallRequest);
  expect(written).toBeGreaterThan(0);
  expect(value).toBeGreaterThan(0);
  expect((await read(excel, "Board", ["B2"]))[0]![1]).toBe(value);
});
