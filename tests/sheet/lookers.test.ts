import { repointed, watchFor, type LookedAt, type SheetNow } from "../../src/sheet/lookers";
import { inPlace } from "../../src/sheet/relaid";

/** The card is one row further down and is called otherwise; the page is gone; of the table's columns Value and Key are left. */
const lookedAt: LookedAt = {
  sheets: new Map<string, SheetNow>([
    ["our card", { to: "Dr O'Neil's card", move: { ...inPlace, row: (row) => row + 1, rows: (first, last) => [first + 1, last + 1] } }],
    ["data", { to: "Data being built", move: inPlace }],
    ["practice x00001", "gone"],
  ]),
  tables: new Map([["scorecarddata", { to: "ScorecardData_new", columns: new Set(["value", "key"]) }]]),
};

it.each([
  ["a cell of a sheet in quotes", "='Our card'!F12*2", "='Dr O''Neil''s card'!F13*2"],
  ["an area, whole columns, whatever the case", "=SUM(DATA!$A$1:B9,data!C:C)", "=SUM('Data being built'!$A$1:B9,'Data being built'!C:C)"],
  [
    "an area that ends with a function",
    "=SUM('Our card'!F12:INDEX('Our card'!F:F,60))",
    "=SUM('Dr O''Neil''s card'!F13:INDEX('Dr O''Neil''s card'!F:F,60))",
  ],
  ["cells that spilled", "=SUM(Data!B2#)", "=SUM('Data being built'!B2#)"],
  [
    "a table, its columns and parts",
    "=ROWS(ScorecardData)+SUM(ScorecardData[[#All],[Value]:[Key]])+ScorecardData[@Value]",
    "=ROWS(ScorecardData_new)+SUM(ScorecardData_new[[#All],[Value]:[Key]])+ScorecardData_new[@Value]",
  ],
  [
    "what is not ours",
    "=MyData!A1+'[Book.xlsx]Data'!A1+scorecarddata_2[x]+Budget!Data",
    "=MyData!A1+'[Book.xlsx]Data'!A1+scorecarddata_2[x]+Budget!Data",
  ],
  [
    "text, which is left alone",
    '=INDIRECT("Data!A1")&Data!A1&"ScorecardData"',
    `=INDIRECT("Data!A1")&'Data being built'!A1&"ScorecardData"`,
  ],
])("follows %s", (_what, before, after) => {
  expect(repointed(before, lookedAt)).toBe(after);
});

it.each([
  ["a sheet that is gone", "='Practice X00001'!B5"],
  ["a column that the table has no more", "=SUM(ScorecardData[Rank])"],
  ["several sheets at once", "=SUM(Budget:Data!A1)"],
  ["a name of one of our sheets", "=Data!MyName"],
])("gives no formula for one that looks at %s", (_what, formula) => {
  expect(repointed(formula, lookedAt)).toBeNull();
});

it("sees who looks at our sheets and tables, and at nothing in text", () => {
  const watch = watchFor(["Our card", "Data"], ["scorecarddata"]);
  expect(watch("='Our card'!A1+DATA!B2")).toEqual({ sheets: ["our card", "data"], table: false });
  expect(watch("=SUM(ScorecardData[Value])")).toEqual({ sheets: [], table: true });
  expect(watch('="Data!A1"&"ScorecardData"')).toBeNull();
  expect(watch("=MyData!A1+Our card")).toBeNull();
  expect(watch("=Budget!A1")).toBeNull();
});
