/** A practice is to be visited: its page joins the scorecard that is there, and nothing else moves. */
import { createProfile } from "../../src/actions/createProfile";
import { createScorecard } from "../../src/actions/createScorecard";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { openExcel } from "../support/host";
import { readHost } from "../support/readHost";
import type { SheetDump } from "../support/sheetDump";
import { fewPractices, officersWorkbook, picture, sheetNames, type, withoutPractice } from "../support/workbooks";

const request = { spec, builtOn: new Date(2026, 10, 22) };
const data = fewPractices();

it("adds the page before the data, with figures in it, and leaves every other sheet as it is", async () => {
  const excel = await officersWorkbook();
  await createScorecard(data, request);
  await type(excel, "Scorecard", { A30: "typed below" });
  const before = (await readHost(excel.Excel)).sheets;
  const made = await createProfile(data, "X00003", request);
  expect(made).toMatchObject({ how: "added", page: { name: "Practice X00003" }, receipt: null });
  const after = (await readHost(excel.Excel)).sheets;
  expect(after.map(({ name }) => name)).toEqual(["Sheet1", "Data", "Scorecard", "Practice X00003", "Data (2)", "Methods"]);
  for (const sheet of before) expect(after.find(({ name }) => name === sheet.name)).toEqual(sheet);
  // The page is the one that is made when the scorecard is built with it.
  const other = await openExcel();
  await createScorecard(data, { ...request, sheets: { practicePages: ["X00003"] } });
  const page = (of: readonly SheetDump[]) => [...of.find(({ name }) => name === "Practice X00003")!.cells];
  expect(page(after)).toEqual(page((await readHost(other.Excel)).sheets));
  expect(page(after).find(([address]) => address === "A1")![1].value).toBe(data.practices.get("X00003")!.name);
});

it("brings a page that is there to the front, under the name its user gave it", async () => {
  const excel = await officersWorkbook();
  await createScorecard(data, { ...request, sheets: { practicePages: ["X00002"] } });
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Practice X00002").name = "Visit in May";
    await context.sync();
  });
  const before = await picture(excel);
  expect(await createProfile(data, "X00002", request)).toMatchObject({ how: "there", page: { name: "Visit in May" } });
  expect(await picture(excel)).toBe(before);
  const active = await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load({ name: true });
    await context.sync();
    return sheet.name;
  });
  expect(active).toBe("Visit in May");
});

it("builds the scorecard with the page where there is none, and anew where it is of other data", async () => {
  const excel = await officersWorkbook();
  const first = await createProfile(withoutPractice(data, "X00004"), "X00001", request);
  expect(first).toMatchObject({ how: "built", receipt: { replaced: false, practices: 3 } });
  const second = await createProfile(data, "X00004", request);
  expect(second).toMatchObject({ how: "built", receipt: { replaced: true, practices: 4 } });
  expect(await sheetNames(excel)).toEqual(["Sheet1", "Data", "Scorecard", "Practice X00001", "Practice X00004", "Data (2)", "Methods"]);
});

it("says that a practice is not among the data, and changes nothing", async () => {
  const excel = await officersWorkbook();
  await createScorecard(data, request);
  const before = await picture(excel);
  await expect(createProfile(data, "X00033", request)).rejects.toMatchObject({ problem: { kind: "notFound", key: "X00033" } });
  expect(await picture(excel)).toBe(before);
});

it.each([
  ["reading what is there", 1, 0],
  ["reading the scorecard", 2, 0],
  ["writing the page", 3, 200],
  ["remembering it", 4, 0],
])("refused while %s, leaves the workbook as it was, and trying again succeeds", async (_step, at, afterActions) => {
  const excel = await officersWorkbook();
  await createScorecard(data, request);
  const before = await picture(excel);
  excel.host.faults.fail({ request: at, code: "AccessDenied", afterActions });
  await expect(createProfile(data, "X00003", request)).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
  expect(await picture(excel)).toBe(before);
  expect(await createProfile(data, "X00003", request)).toMatchObject({ how: "added" });
});
