import { drawnFormat, type Drawing } from "../../src/host/numberFormats";

/** An engine that can draw plain digits, quoted text, percent and dates, like the grid's. */
const engine: Drawing = { draws: (format) => !/[[_*?]|[^ -~]|general/i.test(format.replace(/"[^"]*"/g, "")) };

test.each([
  ["#,##0", "#,##0"],
  ["0.0%", "0.0%"],
  ["General", ""],
  ["@", ""],
  ["#,##0_)", "#,##0"],
  ["#,##0;[Red]-#,##0", "#,##0;-#,##0"],
  ["0.00_);(0.00)", "0.00;(0.00)"],
  ["[$£-809]#,##0.00", '"£"#,##0.00'],
  ["[>=1.96]0.0;0.00", "0.0;0.00"],
  ["▲0", '"▲"0'],
  ['"▲"0', '"▲"0'],
  ["mmm yy", "mmm yy"],
])("%s is drawn as %s", (asked, drawn) => {
  expect(drawnFormat(asked, engine)).toBe(drawn);
});

test("what cannot be drawn at all falls back to its kind", () => {
  const none: Drawing = { draws: () => false };
  expect(["0.0%", "dd mmm", "0.0"].map((format) => drawnFormat(format, none))).toEqual(["0.00%", "dd/mm/yyyy", ""]);
});
