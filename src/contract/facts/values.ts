import { api, assumed, docs, issue, onNewSheet, refusal, support, type Contract } from "../contract";

/** What goes into cells and what comes out. */
export const values: readonly Contract[] = [
  {
    id: "shape-must-fit",
    rule: "shape of values",
    says: "a two-dimensional array must have the shape of the range",
    source: docs("excel/excel-add-ins-ranges-set-get-values"),
    expected: ["InvalidArgument", "InvalidArgument"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:B1").values = [[1]];
        const tooNarrow = await refusal(context.sync());
        sheet.getRange("A1:A2").values = [[1]];
        return [tooNarrow, await refusal(context.sync())];
      }),
  },
  {
    id: "one-value-for-all",
    rule: "shape of values",
    says: "a single value fills the whole range",
    source: api("excel.range#excel-excel-range-values-member"),
    expected: [
      [7, 7],
      [7, 7],
    ],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:B2");
        range.values = 7 as unknown as number[][];
        range.load("values");
        await context.sync();
        return range.values;
      }),
  },
  {
    id: "null-leaves-alone",
    rule: "blanks",
    says: "null leaves a cell as it was, an empty text empties it",
    source: docs("develop/application-specific-api-model#blank-and-null-values-in-excel-add-ins"),
    expected: [["a", ""]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:B1");
        range.values = [["a", "b"]];
        range.values = [[null, ""]];
        range.load("values");
        await context.sync();
        return range.values;
      }),
  },
  {
    id: "blank-reads-as-empty-text",
    rule: "blanks",
    says: "an empty cell reads as an empty text of type Empty",
    source: docs("develop/application-specific-api-model#blank-and-null-values-in-excel-add-ins"),
    expected: ["", "Empty"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const cell = sheet.getRange("A1");
        cell.load("values,valueTypes");
        await context.sync();
        return [cell.values[0]![0], cell.valueTypes[0]![0]];
      }),
  },
  {
    id: "load-before-read",
    rule: "load before read",
    says: "a property that was not loaded cannot be read",
    source: docs("develop/application-specific-api-model#load"),
    expected: "PropertyNotLoaded",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const cell = sheet.getRange("A1");
        await context.sync();
        // eslint-disable-next-line office-addins/load-object-before-read -- the mistake is the point
        return refusal(async () => cell.values);
      }),
  },
  {
    id: "unbounded-reads-null",
    rule: "shape of values",
    says: "whole columns have no values to read: null",
    source: docs("excel/excel-add-ins-ranges-unbounded"),
    expected: null,
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const column = sheet.getRange("A:A");
        column.load("values");
        await context.sync();
        return column.values as unknown;
      }),
  },
  {
    id: "unbounded-takes-no-values",
    rule: "shape of values",
    says: "whole columns cannot be given values",
    source: docs("excel/excel-add-ins-ranges-unbounded"),
    expected: "InvalidArgument",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A:B").values = "x" as unknown as string[][];
        return refusal(context.sync());
      }),
  },
  {
    id: "used-range-of-empty-sheet",
    rule: "shape of values",
    says: "an empty sheet's used range is its first cell, or a null object if so asked",
    source: api("excel.worksheet#excel-excel-worksheet-getusedrange-member(1)"),
    expected: ["A1", true],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const used = sheet.getUsedRange();
        const none = sheet.getUsedRangeOrNullObject();
        used.load("address");
        await context.sync();
        return [used.address.split("!")[1], none.isNullObject];
      }),
  },
  {
    id: "whole-column-format-is-not-use",
    rule: "formats",
    says: "formatting a whole column does not make its cells used",
    source: assumed("the used range would otherwise reach row 1,048,576"),
    expected: "B2",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A:C").format.font.name = "Arial";
        sheet.getRange("B2").values = [[1]];
        const used = sheet.getUsedRange();
        used.load("address");
        await context.sync();
        return used.address.split("!")[1];
      }),
  },
  {
    id: "large-write-in-one-go",
    rule: "shape of values",
    says: "2,000 cells can be written at once",
    source: issue(551),
    expected: 1999,
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:A2000").values = Array.from({ length: 2000 }, (_, i) => [i]);
        const last = sheet.getRange("A2000");
        last.load("values");
        await context.sync();
        return last.values[0]![0] as unknown;
      }),
  },
  {
    id: "merged-cells-hold-one-value",
    rule: "merged cells",
    says: "of merged cells only the first holds a value",
    source: support("merge-and-unmerge-cells-5cbd15d5-9375-4540-907f-c673a93fcedf"),
    expected: [["a", ""]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const range = sheet.getRange("A1:B1");
        range.merge();
        range.values = [["a", "b"]];
        range.load("values");
        await context.sync();
        return range.values;
      }),
  },
];
