/** The file goes to a practice manager who has no add-in: nothing in it may turn into #NAME?. */
import { createScorecard } from "../../src/actions/createScorecard";
import { keepData, recallData } from "../../src/actions/keepData";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import type { CustomFunctionSource } from "../../src/host";
import type { OpenExcel } from "../support/host";
import { readHost } from "../support/readHost";
import { fewPractices, officersWorkbook, picture } from "../support/workbooks";

const data = fewPractices();
const request = { spec, builtOn: new Date(2026, 10, 22) };

/** Stand-ins under the add-in's own name: one value, one that spills, one that is text which must stay text. */
const functions: CustomFunctionSource = {
  namespace: "SCORECARD",
  metadata: {
    functions: [
      {
        id: "PER",
        name: "PER",
        parameters: [
          { name: "a", type: "any" },
          { name: "b", type: "any" },
        ],
      },
      {
        id: "TWICE",
        name: "TWICE",
        parameters: [{ name: "values", type: "any", dimensionality: "matrix" }],
      },
      { id: "CODE", name: "CODE", parameters: [] },
    ],
  },
  find: (id) =>
    ({
      PER: (a: unknown, b: unknown) => Number(a) / Number(b),
      TWICE: (values: unknown) => (values as number[][]).map((row) => row.map((value) => value * 2)),
      CODE: () => "00123",
    })[id] as ((...given: unknown[]) => unknown) | undefined,
};

async function workbookWithFunctions(): Promise<OpenExcel> {
  const excel = await officersWorkbook({ functions });
  await createScorecard(data, request);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A3").values = [[6000], [8400], [9900]];
    sheet.getRange("B1:E1").formulas = [["=SCORECARD.PER(A1,3)", "=SCORECARD.TWICE(A1:A3)", "=SCORECARD.CODE()", "=SUM(A1:A3)"]];
    sheet.getRange("F1").values = [['="see SCORECARD.PER(A1,3)"']];
    context.workbook.worksheets.getItem("Data").getRange("D2").formulas = [["=1+SCORECARD.PER(4,2)"]];
    await context.sync();
  });
  return excel;
}
const cells = async (excel: OpenExcel, sheet: string) => (await readHost(excel.Excel)).sheets.find(({ name }) => name === sheet)!.cells;

it("makes values of the add-in's formulas wherever they stand, with what they spilled, and of no other formula", async () => {
  const excel = await workbookWithFunctions();
  const scorecard = await cells(excel, "Scorecard");
  const done = await prepareForSharing({ ownSheets: false });
  expect(done.cells.map(({ sheet, cell, formula }) => `${sheet}!${cell} ${formula}`)).toEqual([
    "Sheet1!B1 =SCORECARD.PER(A1,3)",
    "Sheet1!C1 =SCORECARD.TWICE(A1:A3)",
    "Sheet1!D1 =SCORECARD.CODE()",
    "Data!D2 =1+SCORECARD.PER(4,2)",
  ]);
  const own = await cells(excel, "Sheet1");
  const found = (address: string) => [own.get(address)?.value, own.get(address)?.formula];
  expect(["B1", "C1", "C2", "C3", "D1", "E1"].map(found)).toEqual([
    [2000, ""],
    [12000, ""],
    [16800, ""],
    [19800, ""],
    ["00123", ""],
    [24300, "=SUM(A1:A3)"],
  ]);
  expect(own.get("F1")?.formula).toContain("see SCORECARD.PER");
  expect((await cells(excel, "Data")).get("D2")).toMatchObject({ value: 3, formula: "" });
  expect([...(await cells(excel, "Scorecard"))]).toEqual([...scorecard]);
});

it("lists the formulas where this Office.js has no notes to leave them in, and freezes them all the same", async () => {
  await workbookWithFunctions();
  expect(await prepareForSharing({ ownSheets: false })).toMatchObject({ noted: 0, cells: { length: 4 } });
});

it("makes values of everything on the scorecard's own sheets on demand, and each shows what it showed", async () => {
  const excel = await workbookWithFunctions();
  const shown = (all: Awaited<ReturnType<typeof cells>>) => [...all].map(([address, { value, format }]) => [address, value, format]);
  const before = [shown(await cells(excel, "Scorecard")), shown(await cells(excel, "Data (2)"))];
  const { sheets } = await prepareForSharing({ ownSheets: true });
  expect(sheets).toEqual(["Scorecard", "Data (2)", "Methods"]);
  const after = [await cells(excel, "Scorecard"), await cells(excel, "Data (2)")];
  expect(after.map(shown)).toEqual(before);
  expect(after.flatMap((all) => [...all.values()]).filter(({ formula }) => formula !== "")).toEqual([]);
  expect((await cells(excel, "Sheet1")).get("E1")?.formula).toBe("=SUM(A1:A3)");
});

it("leaves a protected sheet alone and lists what stands on it", async () => {
  const excel = await workbookWithFunctions();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data").protection.protect();
    await context.sync();
  });
  const { left, cells: frozen } = await prepareForSharing({ ownSheets: false });
  expect(left.map(({ sheet, cell, why }) => [sheet, cell, why])).toEqual([["Data", "D2", "protected"]]);
  expect(frozen.map(({ sheet }) => sheet)).not.toContain("Data");
});

it("takes the data for functions out of the file", async () => {
  await workbookWithFunctions();
  await keepData(data, new Date(2026, 10, 22));
  expect((await prepareForSharing({ ownSheets: false })).dataRemoved).toBe(true);
  expect((await recallData()).data).toBeNull();
  expect((await prepareForSharing({ ownSheets: false })).dataRemoved).toBe(false);
});

it.each([
  ["reading", 1, 0, false],
  ["freezing the second formula", 5, 8, false],
  ["freezing our own sheets", 5, 9, true],
])("refused while %s, leaves every formula as it was", async (_step, at, afterActions, ownSheets) => {
  const excel = await workbookWithFunctions();
  const before = await picture(excel);
  excel.host.faults.fail({ request: at, code: "AccessDenied", afterActions });
  await expect(prepareForSharing({ ownSheets })).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
  expect(await picture(excel)).toBe(before);
});
