import { areaRef, columnName, parseArea } from "../../src/sheet/a1";
import { rectangles } from "../../src/sheet/rectangles";

const grid = (...rows: string[]) =>
  rectangles(rows.length, rows[0]!.length, (row, column) => (rows[row]![column] === "." ? null : rows[row]![column]!));

it.each([
  { rows: ["aa", "aa"], areas: { a: ["A1:B2"] } },
  { rows: ["ab", "ab"], areas: { a: ["A1:A2"], b: ["B1:B2"] } },
  { rows: ["a.a", "..."], areas: { a: ["A1", "C1"] } },
  { rows: ["aa", ".a", "aa"], areas: { a: ["A1:B1", "B2", "A3:B3"] } },
  { rows: [".."], areas: {} },
])("gathers $rows into $areas", ({ rows, areas }) => {
  expect(Object.fromEntries(grid(...rows))).toEqual(areas);
});

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("calls column %d %s", (index, name) => {
  expect(columnName(index)).toBe(name);
  expect(parseArea(`${name}7`)).toEqual({ top: 6, left: index, bottom: 6, right: index });
});

it("writes a single cell without a colon", () => {
  expect([areaRef(0, 0, 0, 0), areaRef(0, 0, 2, 3)]).toEqual(["A1", "A1:D3"]);
});
