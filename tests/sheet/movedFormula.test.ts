import { movedFormula, type Move } from "../../src/sheet/movedFormula";

/** Rows 12 to 14 held three practices and are upside down now; column D is gone; everything right of E moved by two. */
const move: Move = {
  row: (row) => (row >= 11 && row <= 13 ? 24 - row : row),
  column: (column) => (column === 3 ? null : column > 4 ? column + 2 : column),
  rows: (first, last) => (first === 11 && last === 13 ? [11, 13] : first === 11 && last === 12 ? [12, 13] : null),
};
const moved = (formula: string) =>
  movedFormula(
    formula,
    (sheet) => (sheet === "" || sheet === "Our card" ? move : sheet === "Data" ? "gone" : null),
    () => "",
  );

it.each([
  ["a cell of the same row", "=F12/E12", "=H14/E14"],
  ["locks", "=$F$12+F$13", "=$H$14+H$13"],
  ["all practices, who stay all practices", "=AVERAGE(F12:F14)", "=AVERAGE(H12:H14)"],
  ["two practices that still stand together", "=SUM(F12:F13)", "=SUM(H13:H14)"],
  ["whole columns", "=SUM($F:$G)", "=SUM($H:$I)"],
  ["its own sheet by its name", "='Our card'!F12", "=H14"],
  ["another sheet", "=Visits!F12+'My sheet'!B2", "=Visits!F12+'My sheet'!B2"],
  ["text that reads like a cell", '="F12"&F12', '="F12"&H14'],
  ["functions and names with digits", "=LOG10(F12)+rate_F12+F12x", "=LOG10(H14)+rate_F12+F12x"],
  ["a table's column", "=SUM(ScorecardData[Value])+ScorecardData[@F12]", "=SUM(ScorecardData[Value])+ScorecardData[@F12]"],
])("follows %s", (_what, before, after) => {
  expect(moved(before)).toBe(after);
});

it.each([
  ["a column that is gone", "=D12"],
  ["a sheet that is made anew", "=Data!F5*2"],
  ["practices that do not stand together any more", "=SUM(F13:F14)"],
])("gives no formula for %s", (_what, formula) => {
  expect(moved(formula)).toBeNull();
});
