import { cellContent } from "../../src/excel/cellContent";
import { openExcel } from "../support/host";

/** Text that Excel would read as something else when it is typed, and text that only looks dangerous. */
const texts = [
  ...[
    "=1+1",
    "+441375",
    "-5",
    "@SUM(A1)",
    "'quoted",
    "00123",
    "1/2",
    "3-4",
    "12%",
    "£5",
    "1E5",
    "TRUE",
    "false",
    '=HYPERLINK("x")',
    "=cmd|' /C calc'!A0",
  ],
  ...[
    "May 2024",
    "Dec-5",
    "Sep",
    "F81010",
    "Y02807",
    "DM036",
    "Dr Khan & Partners",
    "7:30",
    "(45)",
    " leading",
    "１＋１",
    "＝1+1",
    "\u202Eabc",
    "<b>x</b>",
    'St. Mary\'s, "old"',
  ],
];

it.each(texts)("hands the text %j to Excel so that it stays that text", async (value) => {
  const { Excel } = await openExcel();
  const [back, kind] = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    cell.formulas = [[cellContent({ value, style: "text" })]];
    cell.load("values,valueTypes");
    await context.sync();
    return [cell.values[0]![0], cell.valueTypes[0]![0]];
  });
  expect([back, kind]).toEqual([value, "String"]);
});

it("puts an apostrophe before what begins like a date or a number, and before nothing that is plainly words", () => {
  const content = (value: string) => cellContent({ value, style: "text" });
  expect(["Aveley Medical Centre", "F81010", "▲▲", "n<20"].map(content)).toEqual(["Aveley Medical Centre", "F81010", "▲▲", "n<20"]);
  expect(["May Surgery", "10 of 20", "=A1"].map(content)).toEqual(["'May Surgery", "'10 of 20", "'=A1"]);
});

it("sends numbers as numbers and empty cells as empty text", () => {
  expect([
    cellContent({ value: -5, style: "x" }),
    cellContent({ value: null, style: "x" }),
    cellContent({ value: "", style: "x" }),
  ]).toEqual([-5, "", ""]);
});
