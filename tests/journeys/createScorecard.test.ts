import { createScorecard, type Receipt } from "../../src/actions/createScorecard";
import { ProblemError } from "../../src/problem";
import { illustrativeArea } from "../../src/reference/illustrative";
import type { ReferenceData } from "../../src/reference/model";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { openExcel, type OpenExcel } from "../support/host";
import { readHost } from "../support/readHost";

const request = { spec, builtOn: new Date(2026, 10, 22) };
const sheetNames = async (excel: OpenExcel) => (await readHost(excel.Excel)).sheets.map(({ name }) => name);
/** Everything a person could see, as text that can be compared. */
const picture = async (excel: OpenExcel): Promise<string> => {
  const { sheets, names } = await readHost(excel.Excel);
  return JSON.stringify([sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells], widths: [...sheet.widths] })), [...names].sort()]);
};

/** A workbook that somebody works in: own sheets, one of them called Data, an own table and a formula that looks at it. */
async function officersWorkbook(): Promise<OpenExcel> {
  const excel = await openExcel();
  await excel.Excel.run(async (context) => {
    const own = context.workbook.worksheets.add("Data");
    own.getRange("A1:B3").values = [
      ["Visit", "Notes"],
      [45992, "=not a formula".replace("=", "'=")],
      [46000, "see minutes"],
    ];
    own.tables.add("A1:B3", true).name = "Visits";
    own.getRange("D1").formulas = [["=ROWS(Visits[Visit])"]];
    own.getRange("A1:B1").format.fill.color = "#FFCC00";
    await context.sync();
  });
  return excel;
}

it("builds three sheets in an empty workbook, with the headlines of the made-up area", async () => {
  const excel = await openExcel();
  const receipt = await createScorecard(illustrativeArea(), request);
  expect(receipt).toMatchObject({ replaced: false, practices: 33 });
  expect(receipt.sheets.map(({ name }) => name)).toEqual(["Scorecard", "Data", "Methods"]);
  const [, scorecard] = (await readHost(excel.Excel)).sheets;
  const texts = [...scorecard!.cells.values()].map(({ value }) => value);
  // Thurrock in 2016: 2,072 patients to a GP; 10 of 20 inspected practices good.
  expect(texts).toEqual(
    expect.arrayContaining(["General practice scorecard: Wexmarsh", "2,072", "10 of 20", "Illustrative data: made-up practices"]),
  );
});

it("leaves an officer's own sheets, table and formula as they are, and takes another name where its own is taken", async () => {
  const excel = await officersWorkbook();
  const before = (await readHost(excel.Excel)).sheets;
  await createScorecard(illustrativeArea(), request);
  const after = (await readHost(excel.Excel)).sheets;
  expect(after.map(({ name }) => name)).toEqual([...before.map(({ name }) => name), "Scorecard", "Data (2)", "Methods"]);
  for (const sheet of before) expect(after.find(({ name }) => name === sheet.name)).toEqual(sheet);
});

describe("built twice", () => {
  let excel: OpenExcel;
  let second: Receipt;
  beforeAll(async () => {
    excel = await officersWorkbook();
    await createScorecard(illustrativeArea(), request);
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Scorecard").name = "Our card";
      await context.sync();
    });
    second = await createScorecard(illustrativeArea(), request);
  });

  it("replaces the first, under the names that its user gave", async () => {
    expect(second.replaced).toBe(true);
    expect(await sheetNames(excel)).toEqual(["Sheet1", "Data", "Our card", "Data (2)", "Methods"]);
  });

  it("holds what a first building holds, formula by formula", async () => {
    const twice = await readHost(excel.Excel);
    const other = await openExcel();
    await createScorecard(illustrativeArea(), request);
    const once = await readHost(other.Excel);
    for (const [again, first] of [
      ["Our card", "Scorecard"],
      ["Data (2)", "Data"],
      ["Methods", "Methods"],
    ] as const) {
      const [a, b] = [twice.sheets.find(({ name }) => name === again)!, once.sheets.find(({ name }) => name === first)!];
      expect(a.tables).toEqual(b.tables);
      expect([...a.cells]).toEqual([...b.cells]);
    }
    const names = (of: typeof once) => [...of.names].map(([name, ref]) => [name, ref.replace("Our card!", "Scorecard!")]);
    expect(names(twice)).toEqual(names(once));
  });
});

describe("when Excel refuses", () => {
  it.each([
    ["InvalidOperationInCellEditMode", 1, undefined],
    ["AccessDenied", 2, undefined],
    ["GeneralException", 2, 200],
    ["RequestPayloadSizeLimitExceeded", 2, undefined],
  ])("%s at request %d leaves the workbook as it was, and trying again succeeds", async (code, at, afterActions) => {
    const excel = await officersWorkbook();
    const before = await picture(excel);
    excel.host.faults.fail({ request: at, code, ...(afterActions === undefined ? {} : { afterActions }) });
    const problem = await createScorecard(illustrativeArea(), request).then(
      () => null,
      (error: unknown) => (error as ProblemError).problem,
    );
    expect(problem).toMatchObject({ kind: "host", code, nothingChanged: true });
    expect(await picture(excel)).toBe(before);
    await createScorecard(illustrativeArea(), request);
    expect(await sheetNames(excel)).toEqual(["Sheet1", "Data", "Scorecard", "Data (2)", "Methods"]);
  });

  it.each([
    [1, 3],
    [2, 0],
    [3, 500],
    [4, 0],
  ])("keeps the old scorecard when request %d of building a new one fails after %d actions", async (at, actions) => {
    const excel = await openExcel();
    await createScorecard(illustrativeArea(), request);
    const before = await picture(excel);
    excel.host.faults.fail({ request: at, code: "GeneralException", afterActions: actions });
    await expect(createScorecard(illustrativeArea(), request)).rejects.toBeInstanceOf(ProblemError);
    expect(await picture(excel)).toBe(before);
  });
});

describe("when the exchange of old and new sheets fails half-way", () => {
  it.each([2, 5, 9])("after %d of its actions it is carried on to the end", async (actions) => {
    const excel = await openExcel();
    await createScorecard(illustrativeArea(), request);
    const first = await picture(excel);
    excel.host.faults.fail({ request: 4, code: "GeneralException", afterActions: actions });
    const outcome = await createScorecard(illustrativeArea(), request).catch((error: ProblemError) => error.problem);
    expect(outcome).toMatchObject("kind" in outcome ? { nothingChanged: true } : { replaced: true });
    expect(await picture(excel)).toBe(first);
  });
});

it("writes a practice's name that looks like a formula as the text it is", async () => {
  const data = illustrativeArea();
  const [first] = data.practices.values();
  const name = '=HYPERLINK("http://example.org","Surgery")';
  const hostile: ReferenceData = { ...data, practices: new Map([...data.practices, [first!.code, { ...first!, name }]]) };
  const excel = await openExcel();
  await createScorecard(hostile, request);
  const cells = (await readHost(excel.Excel)).sheets.flatMap(({ cells: all }) => [...all.values()]).filter(({ value }) => value === name);
  expect(cells.length).toBeGreaterThan(1);
  expect(cells.every(({ formula }) => formula === "")).toBe(true);
});

it("can be undone in as many steps as it has written", async () => {
  const excel = await officersWorkbook();
  const before = await picture(excel);
  await createScorecard(illustrativeArea(), request);
  for (let i = 0; i < 4 && (await sheetNames(excel)).includes("Scorecard"); i++) excel.host.undo();
  expect(await picture(excel)).toBe(before);
});
