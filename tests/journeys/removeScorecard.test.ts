/** The scorecard goes, and the workbook is as if it had never been there. */
import { createScorecard } from "../../src/actions/createScorecard";
import { keepData, recallData } from "../../src/actions/keepData";
import { insertLocalData } from "../../src/actions/localData";
import { removeScorecard } from "../../src/actions/removeScorecard";
import { recallChoices, rememberChoices } from "../../src/excel/choices";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { openExcel } from "../support/host";
import { fewPractices, officersWorkbook, picture, sheetNames, type, valuesOf } from "../support/workbooks";

const request = { spec, builtOn: new Date(2026, 10, 22), sheets: { practicePages: ["X00002"], underDoctoring: true } };
const data = fewPractices();

it("leaves what was there before, cell by cell and name by name, and nothing kept", async () => {
  const excel = await officersWorkbook();
  const before = await picture(excel);
  await createScorecard(data, request);
  await rememberChoices({ area: data.area, illustrative: true, files: [] });
  await keepData(data, new Date(2026, 10, 22));
  const { sheets } = await removeScorecard();
  expect([...sheets].sort()).toEqual(["Data (2)", "Methods", "Practice X00002", "Scorecard", "Under-doctoring"]);
  expect(await picture(excel)).toBe(before);
  expect(await recallChoices()).toBeNull();
  expect((await recallData()).data).toBeNull();
});

it("neither rebuilding nor removing touches the local data that a person filled in, and it is found again afterwards", async () => {
  const excel = await openExcel();
  await createScorecard(data, request);
  const { name } = await insertLocalData(data);
  await type(excel, name, { Z1: "ours" });
  const before = await valuesOf(excel, name);
  await createScorecard(data, request);
  expect(await valuesOf(excel, name)).toEqual(before);
  await removeScorecard();
  expect(await sheetNames(excel)).toEqual(["Sheet1", name]);
  expect(await valuesOf(excel, name)).toEqual(before);
  expect((await insertLocalData(data)).wasThere).toBe(true);
});

it("leaves an empty sheet where it was all there was, because Excel needs one", async () => {
  const excel = await openExcel();
  await createScorecard(data, request);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  await removeScorecard();
  expect(await sheetNames(excel)).toHaveLength(1);
});

it("finds nothing to remove in a workbook without a scorecard", async () => {
  const excel = await officersWorkbook();
  const before = await picture(excel);
  expect(await removeScorecard()).toEqual({ sheets: [] });
  expect(await picture(excel)).toBe(before);
});

it.each([
  ["reading", 1, 0],
  ["removing", 2, 0],
])("refused while %s, leaves the scorecard whole", async (_step, at, afterActions) => {
  const excel = await officersWorkbook();
  await createScorecard(data, request);
  const before = await picture(excel);
  excel.host.faults.fail({ request: at, code: "AccessDenied", afterActions });
  await expect(removeScorecard()).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
  expect(await picture(excel)).toBe(before);
});

it("stopped between two sheets, goes on to the end", async () => {
  const excel = await officersWorkbook();
  const before = await picture(excel);
  await createScorecard(data, request);
  excel.host.faults.fail({ request: 2, code: "GeneralException", afterActions: 6 });
  await removeScorecard();
  expect(await picture(excel)).toBe(before);
});
