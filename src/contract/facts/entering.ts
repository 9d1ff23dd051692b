import { api, assumed, docs, onNewSheet, roundTrip, support, type Contract } from "../contract";

/** What Excel makes of text that is entered: numbers, dates, formats. */
export const entering: readonly Contract[] = [
  ...(
    [
      ["digits-become-numbers", "text of digits becomes a number, leading zeros and all", "00123", 123],
      ["apostrophe-keeps-text", "an apostrophe in front keeps text as text, and is not part of it", "'00123", "00123"],
      ["percent-becomes-number", "12% becomes 0.12", "12%", 0.12],
      ["thousands-become-numbers", "1,234 becomes 1234", "1,234", 1234],
      ["spaces-around-numbers", "spaces around a number do not matter", " 5 ", 5],
      ["plus-sign-number", "+5 is 5", "+5", 5],
      ["exponent-number", "1e3 is 1000", "1e3", 1000],
      ["truth-becomes-boolean", "true becomes TRUE", "true", true],
      ["error-codes-become-errors", "the text of an error becomes the error", "#N/A", "#N/A"],
      ["other-text-stays", "any other text stays as it is", "3 in 4", "3 in 4"],
    ] as const
  ).map(([id, says, given, expected]): Contract => ({
    id,
    rule: "numbers from text",
    says,
    source: support("enter-data-manually-in-worksheet-cells-c798181d-d75a-41b1-92ad-6c0800f80038"),
    expected,
    run: (excel) => roundTrip(excel, (cell) => (cell.values = [[given]]), "values"),
  })),
  {
    id: "text-like-an-error",
    rule: "text formats",
    says: "text that reads like an error is text: no error to formulas, and counted as text",
    source: support("is-functions-0f2d7971-6019-40a0-a171-f2d869135665"),
    expected: [["#N/A", "String", false, true, "#N/A!"]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").values = [["'#N/A"]];
        sheet.getRange("B1:D1").formulas = [["=ISERROR(A1)", "=ISTEXT(A1)", '=A1&"!"']];
        const cells = sheet.getRange("A1:D1");
        cells.load("values,valueTypes");
        await context.sync();
        const [first, ...rest] = cells.values[0] as unknown[];
        return [[first, cells.valueTypes[0]![0], ...rest]];
      }),
  },
  {
    id: "percent-gives-format",
    rule: "numbers from text",
    says: "a percentage as text gives the cell a percentage format",
    source: support("format-numbers-as-percentages-de49167b-d603-4450-bcaa-31fba6c7b6b4"),
    expected: "0%",
    run: (excel) => roundTrip(excel, (cell) => (cell.values = [["12%"]]), "numberFormat"),
  },
  {
    id: "text-format-keeps-text",
    rule: "text formats",
    says: "in a cell formatted as text, digits stay text",
    source: support("format-numbers-as-text-583160db-936b-4e52-bdff-6f1863518ba4"),
    expected: "00123",
    run: (excel) =>
      roundTrip(
        excel,
        (cell) => {
          cell.numberFormat = [["@"]];
          cell.values = [["00123"]];
        },
        "values",
      ),
  },
  {
    id: "text-format-keeps-formula-as-text",
    rule: "text formats",
    says: "in a cell formatted as text, a formula stays text",
    source: support("format-numbers-as-text-583160db-936b-4e52-bdff-6f1863518ba4"),
    expected: "=1+1",
    run: (excel) =>
      roundTrip(
        excel,
        (cell) => {
          cell.numberFormat = [["@"]];
          cell.values = [["=1+1"]];
        },
        "values",
      ),
  },
  {
    id: "text-format-leaves-numbers",
    rule: "text formats",
    says: "a number stays a number when its cell is formatted as text afterwards",
    source: assumed("Excel changes a value only when it is entered again"),
    expected: 5,
    run: (excel) =>
      roundTrip(
        excel,
        (cell) => {
          cell.values = [[5]];
          cell.numberFormat = [["@"]];
        },
        "values",
      ),
  },
  {
    id: "dates-are-serials",
    rule: "dates as serials",
    says: "a date is a serial number, whatever its format",
    source: docs("excel/excel-add-ins-ranges-dates"),
    expected: 45383,
    run: (excel) =>
      roundTrip(
        excel,
        (cell) => {
          cell.numberFormat = [["dd mmm yyyy"]];
          cell.values = [[45383]];
        },
        "values",
      ),
  },
  {
    id: "text-as-shown",
    rule: "dates as serials",
    says: "text holds the value as shown",
    source: api("excel.range#excel-excel-range-text-member"),
    expected: "01 Apr 2024",
    run: (excel) =>
      roundTrip(
        excel,
        (cell) => {
          cell.numberFormat = [["dd mmm yyyy"]];
          cell.values = [[45383]];
        },
        "text",
      ),
  },
  {
    id: "number-format-comes-back",
    rule: "formats",
    says: "a number format comes back as it was set, colours and spaces included",
    source: api("excel.range#excel-excel-range-numberformat-member"),
    expected: "#,##0_);[Red](#,##0)",
    run: (excel) => roundTrip(excel, (cell) => (cell.numberFormat = [["#,##0_);[Red](#,##0)"]]), "numberFormat"),
  },
  {
    id: "general-without-format",
    rule: "formats",
    says: "a cell without a number format has General",
    source: api("excel.range#excel-excel-range-numberformat-member"),
    expected: "General",
    run: (excel) => roundTrip(excel, () => {}, "numberFormat"),
  },
];
