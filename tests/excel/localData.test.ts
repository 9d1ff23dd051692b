import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js/index-native.js";
import { createScorecard } from "../../src/actions/createScorecard";
import { addLocalData, insertLocalData } from "../../src/actions/localData";
import { illustrativeArea } from "../../src/reference/illustrative";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutLocalData, periodCell } from "../../src/sheet/localDataSheet";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { openExcel, type OpenExcel } from "../support/host";

const data = illustrativeArea();
const [first, second] = [...data.practices.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));

/** Types what an officer would: the period, and referrals of the first two practices. */
const typeIn = ({ Excel }: OpenExcel, name: string) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange(periodCell).values = [["2025-12"]];
    sheet.getRange("C8:C9").values = [[64], [88]];
    await context.sync();
  });

it("inserts a template whose cells refuse what is no count, and reads back what was typed", async () => {
  const excel = await openExcel();
  const { name, wasThere } = await insertLocalData(data);
  expect([name, wasThere]).toEqual(["Local data", false]);
  await excel.Excel.run(async (context) => {
    const validationOf = (ref: string) => context.workbook.worksheets.getItem(name).getRange(ref).dataValidation;
    const [count, answer] = [validationOf("C8:C40"), validationOf("G8:G40")];
    count.load({ rule: true, errorAlert: true });
    answer.load({ rule: true });
    await context.sync();
    expect(count.rule.wholeNumber).toEqual({ formula1: 0, operator: "GreaterThanOrEqualTo" });
    expect(count.errorAlert.style).toBe("Stop");
    expect(answer.rule.list?.source).toBe("Yes,No");
  });
  await typeIn(excel, name);
  const { local } = await addLocalData(data);
  expect([local.faults, local.period]).toEqual([[], "2025-12"]);
  expect(local.observations.map(({ practiceCode, indicator, value, source }) => [practiceCode, indicator, value, source.line])).toEqual([
    [first!.code, "local_ltc_referrals", 64, 8],
    [second!.code, "local_ltc_referrals", 88, 9],
  ]);
});

it("never overwrites what was typed: the sheet that is there is shown", async () => {
  const excel = await openExcel();
  const { name, id } = await insertLocalData(data);
  await typeIn(excel, name);
  expect(await insertLocalData(data)).toEqual({ id, name, wasThere: true });
  expect((await addLocalData(data)).local.observations).toHaveLength(2);
});

it("outlives a build of the scorecard, and is told of on its Methods sheet", async () => {
  const excel = await openExcel();
  const { name } = await insertLocalData(data);
  await typeIn(excel, name);
  const { data: both } = await addLocalData(data);
  await createScorecard(both, { spec, builtOn: new Date(2026, 10, 22) });
  await createScorecard(both, { spec, builtOn: new Date(2026, 10, 22) });
  expect((await addLocalData(data)).local.observations).toHaveLength(2);
  await excel.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Methods").getUsedRange();
    used.load({ values: true });
    await context.sync();
    expect(used.values.flat().some((value) => String(value).includes("Small numbers: counts from 1 to 7 are hidden"))).toBe(true);
  });
});

it("asks for the template where there is none", async () => {
  await openExcel();
  await expect(addLocalData(data)).rejects.toMatchObject({ problem: { kind: "missing", what: "The sheet Local data" } });
});

it("says the same in an .xlsx file", async () => {
  const { sheet, styles } = layOutLocalData("Thurrock", [first!, second!], "Local data");
  const bytes = await writeWorkbook({ sheets: [sheet], styles, names: [], active: "Local data", title: "" });
  const parts = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const part = parts.find(({ filename }) => filename === "xl/worksheets/sheet1.xml");
  const xml = part?.directory === false ? await part.getData(new TextWriter()) : "";
  expect(xml).toMatch(/<dataValidation type="whole"[^>]*operator="greaterThanOrEqual"[^>]*sqref="C8:C9"/);
  expect(xml).toMatch(/<dataValidation type="list"[^>]*sqref="G8:G9"[^>]*><formula1>&quot;Yes,No&quot;<\/formula1>/);
});
