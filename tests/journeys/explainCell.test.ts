/** "Where does this number come from?": told of the selected cell, and put on it as a note. Real figures of Thurrock. */
import { createScorecard } from "../../src/actions/createScorecard";
import { explainCell } from "../../src/actions/explainCell";
import { readReferenceData } from "../../src/reference/read";
import { everythingLoaded } from "../../src/scorecard/presets";
import { thurrock } from "../reference/files";
import { openExcel, type OpenExcel } from "../support/host";
import { type, valuesOf } from "../support/workbooks";

const files = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv", "gp-reg-pat-prac-all.csv", "GPWPractice_2025-12.csv"].map(
  thurrock,
);
let excel: OpenExcel;
let wanted: Parameters<typeof explainCell>;

beforeAll(async () => {
  const data = await readReferenceData(files, { area: "07G" });
  const spec = everythingLoaded(data);
  excel = await openExcel();
  await createScorecard(data, { spec, builtOn: new Date(2026, 10, 25), sheets: { practicePages: ["F81010"] } });
  wanted = [data, { spec }];
});

const select = (sheet: string, row: number, column: number): Promise<void> =>
  excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).select();
    await context.sync();
  });

/** The client of this test is older than notes, so that what would be one is a comment. */
const noteAt = (address: string): Promise<string> =>
  excel.Excel.run(async (context) => {
    const [sheet, cell] = address.split("!");
    const range = context.workbook.worksheets.getItem(sheet!.replaceAll("'", "")).getRange(cell!);
    const comment = context.workbook.comments.getItemByCell(range);
    comment.load({ content: true });
    await context.sync();
    return comment.content;
  });

const at = async (sheet: string, text: string): Promise<[row: number, column: number]> => {
  const grid = await valuesOf(excel, sheet);
  const row = grid.findIndex((cells) => cells.includes(text));
  return [row, grid[row]!.indexOf(text)];
};

// The file itself: line 11 is F81010,HYP,1636.0,TOTAL,12314.
const aveley = [
  "Hypertension: prevalence on the QOF register, Aveley Medical Centre",
  "1,636 of 12,314, 2022-23",
  "QOF prevalence, NHS England",
  "PREVALENCE_2223.csv, line 11",
];

it("tells of a value on the scorecard, of the mark beside it, on the practice's page and in Data", async () => {
  const [row] = await at("Scorecard", "F81010");
  const [, column] = await at("Scorecard", "HYP");
  const [ofPage] = await at("Practice F81010", "HYP");
  const grid = await valuesOf(excel, "Data");
  const inData = grid.findIndex(([code, , indicator]) => code === "F81010" && indicator === "HYP");
  for (const [sheet, r, c] of [
    ["Scorecard", row, column],
    ["Practice F81010", ofPage, 2],
    ["Data", inData, 5],
  ] as const) {
    await select(sheet, r, c);
    const found = (await explainCell(...wanted))!;
    expect(found.text.split("\n").slice(0, 4)).toEqual(aveley);
    expect(found.text).toMatch(
      /\nSHA-256 [0-9a-f]{64}\nContains public sector information licensed under the Open Government Licence v3\.0\./,
    );
    expect([found.note, await noteAt(found.cell)]).toEqual(["comment", found.text]);
  }
});

it("tells of list sizes and of GPs, which have no code above them", async () => {
  const [row] = await at("Scorecard", "F81010");
  const [, list] = await at("Scorecard", "list");
  await select("Scorecard", row, list);
  const found = (await explainCell(...wanted))!;
  expect(found.text.split("\n")[0]).toBe("Registered patients, Aveley Medical Centre");
  // The file of December 2025 has 12306 for F81010, and is later than the list of January 2021.
  expect(found.text.split("\n").slice(1, 3)).toEqual(["12,306, December 2025", "General Practice Workforce, practice level, NHS England"]);
});

it("asked again writes its own note anew, and leaves somebody else's", async () => {
  const [row] = await at("Scorecard", "F81010");
  const [, column] = await at("Scorecard", "HYP");
  await select("Scorecard", row, column);
  expect(await explainCell(...wanted)).toMatchObject({ note: "comment" });
  await select("Scorecard", row + 1, column);
  await excel.Excel.run(async (context) => {
    context.workbook.comments.add(context.workbook.getActiveCell(), "Ask Dr X in May");
    await context.sync();
  });
  const found = (await explainCell(...wanted))!;
  expect([found.note, await noteAt(found.cell)]).toEqual(["notOurs", "Ask Dr X in May"]);
});

it("says nothing of a cell that shows no practice's figure", async () => {
  await select("Scorecard", 0, 0);
  expect(await explainCell(...wanted)).toBeNull();
  await type(excel, "Scorecard", { A200: "own words" });
  await select("Scorecard", 199, 0);
  expect(await explainCell(...wanted)).toBeNull();
});
