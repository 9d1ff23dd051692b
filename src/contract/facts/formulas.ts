import { assumed, docs, evaluated, onNewSheet, refusal, roundTrip, support, type Contract } from "../contract";

const errors: Contract["source"] = support("detect-errors-in-formulas-3a8acca5-1d61-4702-80e0-99a36a2822c1");

/** What formulas come to, and how they read. */
export const formulas: readonly Contract[] = [
  {
    id: "formula-reads-as-written",
    rule: "formulas",
    says: "a formula reads as it was written, spaces included",
    source: assumed("Excel keeps spaces in formulas"),
    expected: "=IF(A2 > 0, 1, 2)",
    run: (excel) => roundTrip(excel, (cell) => (cell.formulas = [["=IF(A2 > 0, 1, 2)"]]), "formulas"),
  },
  {
    id: "values-take-formulas",
    rule: "formulas",
    says: "a text that begins with = is a formula, also when written as a value",
    source: docs("excel/excel-add-ins-ranges-set-get-values"),
    expected: 2,
    run: (excel) => roundTrip(excel, (cell) => (cell.values = [["=1+1"]]), "values"),
  },
  {
    id: "formulas-of-constants",
    rule: "formulas",
    says: "the formula of a constant is the constant",
    source: docs("excel/excel-add-ins-ranges-set-get-values"),
    expected: 5,
    run: (excel) => roundTrip(excel, (cell) => (cell.values = [[5]]), "formulas"),
  },
  {
    id: "unreadable-formula-refused",
    rule: "formulas",
    says: "a formula that cannot be read is refused",
    source: assumed("typed, Excel shows a dialogue; the object model has only InvalidArgument for it"),
    expected: "InvalidArgument",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").formulas = [["=1+"]];
        return refusal(context.sync());
      }),
  },
  {
    id: "empty-text-is-no-number",
    rule: "blanks",
    says: "arithmetic on the empty text that a formula gave is #VALUE!, on an empty cell it is 0",
    source: support("how-to-correct-a-value-error-15e1b616-fbf2-4147-9c0b-0a11a20e409e"),
    expected: [["#VALUE!"], [1]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").formulas = [['=IF(TRUE,"",1)']];
        const sums = sheet.getRange("B1:B2");
        sums.formulas = [["=A1+1"], ["=A2+1"]];
        sums.load("values");
        await context.sync();
        return sums.values;
      }),
  },
  {
    id: "error-codes",
    rule: "formulas",
    says: "each kind of mistake has its own error",
    source: errors,
    expected: ["#DIV/0!", "#NUM!", "#NUM!", "#N/A", "#VALUE!", "#NAME?", "#REF!", "#N/A"],
    run: (excel) =>
      evaluated(
        excel,
        ["=1/0", "=SQRT(-1)", "=LN(0)", "=NA()", '=1+"x"', "=NO_SUCH_FUNCTION(1)", "=INDEX(C1:C3,9)", "=MATCH(7,C1:C3,0)"],
        [[1], [2], [3]],
      ),
  },
  {
    id: "iferror-catches",
    rule: "formulas",
    says: "IFERROR gives its second argument for any error",
    source: support("iferror-function-c526fd07-caeb-47b8-8bb6-63f3e417f611"),
    expected: ["-", "-", 2],
    run: (excel) => evaluated(excel, ['=IFERROR(1/0,"-")', '=IFERROR(NA(),"-")', '=IFERROR(2,"-")']),
  },
  {
    id: "quotes-inside-text",
    rule: "formulas",
    says: 'two quotation marks inside text are one: "a""b"',
    source: support("text-function-20d5ac4d-7b94-49fd-bb38-93d29371225c"),
    expected: 'a"b',
    run: (excel) => roundTrip(excel, (cell) => (cell.formulas = [['="a""b"']]), "values"),
  },
  {
    id: "blank-is-zero-and-empty",
    rule: "blanks",
    says: "a blank cell is 0 in a sum and empty in a comparison with text",
    source: support("isblank-function-0f2d7971-6019-40a0-a171-f2d869135665"),
    expected: [5, true, true],
    run: (excel) => evaluated(excel, ["=Z9+5", '=Z9=""', "=Z9=0"]),
  },
  {
    id: "text-is-passed-over-in-sums",
    rule: "formulas",
    says: "SUM passes over text and truth values in a range",
    source: support("sum-function-043e1c7d-7726-4e80-8f32-07b23e057f89"),
    expected: [3],
    run: (excel) => evaluated(excel, ["=SUM(C1:C3)"], [[1], ["x"], [2]]),
  },
  {
    id: "sumifs-and-match",
    rule: "formulas",
    says: "SUMIFS, INDEX, MATCH and SUMPRODUCT find what they should",
    source: support("sumifs-function-c9e748f5-7ea7-455d-9406-611cebce642b"),
    expected: [30, 20, 2, 50],
    run: (excel) =>
      evaluated(
        excel,
        ['=SUMIFS(D1:D3,C1:C3,"a")', '=INDEX(D1:D3,MATCH("b",C1:C3,0))', '=MATCH("B",C1:C3,0)', "=SUMPRODUCT((D1:D3>0)*D1:D3)"],
        [
          ["a", 10],
          ["b", 20],
          ["a", 20],
        ],
      ),
  },
  {
    id: "precedence-of-minus",
    rule: "formulas",
    says: "the text of a number in a sum counts as a number",
    source: assumed("Excel turns text into numbers in arithmetic, not in SUM over ranges"),
    expected: [3],
    run: (excel) => evaluated(excel, ['="1"+2']),
  },
  {
    id: "results-spill",
    rule: "spills",
    says: "a formula with several results spills, and A1# names them all",
    source: support("dynamic-array-formulas-and-spilled-array-behavior-205c6b06-03ba-4151-89a1-87a7eb36e531"),
    expected: [[[1], [2], [3]], 6, "A1:A3"],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").formulas = [["=SEQUENCE(3)"]];
        sheet.getRange("C1").formulas = [["=SUM(A1#)"]];
        const spilled = sheet.getRange("A1:A3");
        const sum = sheet.getRange("C1");
        const area = sheet.getRange("A1").getSpillingToRange();
        spilled.load("values");
        sum.load("values");
        area.load("address");
        await context.sync();
        return [spilled.values, sum.values[0]![0] as unknown, area.address.split("!")[1]];
      }),
  },
  {
    id: "blocked-spill",
    rule: "spills",
    says: "a spill that meets a filled cell is #SPILL!, and comes back when the cell is emptied",
    source: support("how-to-correct-a-spill-error-ffe0f555-b479-4a17-a6e2-ef9cc9ad4023"),
    expected: ["#SPILL!", 1],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const anchor = sheet.getRange("A1");
        anchor.formulas = [["=SEQUENCE(3)"]];
        sheet.getRange("A2").values = [["x"]];
        anchor.load("values");
        await context.sync();
        const blocked = anchor.values[0]![0] as unknown;
        sheet.getRange("A2").clear("Contents");
        anchor.load("values");
        await context.sync();
        return [blocked, anchor.values[0]![0] as unknown];
      }),
  },
  {
    id: "spill-beyond-what-is-used",
    rule: "spills",
    says: "a spill may be longer than anything on the sheet",
    source: support("dynamic-array-formulas-and-spilled-array-behavior-205c6b06-03ba-4151-89a1-87a7eb36e531"),
    expected: 1500,
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").formulas = [["=SEQUENCE(1500)"]];
        const last = sheet.getRange("A1500");
        last.load("values");
        await context.sync();
        return last.values[0]![0] as unknown;
      }),
  },
  {
    id: "no-spill-in-tables",
    rule: "spills",
    says: "a formula in a table cannot spill",
    source: support("spill-error-table-formula-58c87aad-bd66-4c1f-b93c-a3d2d8f9ab0a"),
    expected: "#SPILL!",
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1").values = [["n"]];
        sheet.tables.add("A1:A5", true);
        const cell = sheet.getRange("A2");
        cell.formulas = [["=SEQUENCE(3)"]];
        cell.load("values");
        await context.sync();
        return cell.values[0]![0] as unknown;
      }),
  },
  {
    id: "let-and-lambda",
    rule: "formulas",
    says: "LET names what a formula uses more than once, LAMBDA makes a function of it, and both read as written",
    source: support("let-function-34842dd8-b92b-4d3f-b325-b8b8f9908999"),
    expected: [[7], [2000], [25], ["x"], ["=LET(x, C1, y, x+C2, x+y)"]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("C1:C2").values = [[2], [3]];
        const range = sheet.getRange("A1:A4");
        range.formulas = [
          ["=LET(x, C1, y, x+C2, x+y)"],
          ["=LAMBDA(patients,gps,patients/gps)(6000,3)"],
          ["=LET(square,LAMBDA(n,n*n),square(C1+C2))"],
          ['=LET(x,1,"x")'],
        ];
        range.load("values,formulas");
        await context.sync();
        return [...range.values, [range.formulas[0]![0] as unknown]];
      }),
  },
  {
    id: "references-follow-inserted-rows",
    rule: "formulas",
    says: "references follow when rows are inserted",
    source: docs("excel/excel-add-ins-ranges-insert"),
    expected: ["=SUM(B3:B4)", 3],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("B2:B3").values = [[1], [2]];
        sheet.getRange("D5").formulas = [["=SUM(B2:B3)"]];
        sheet.getRange("1:1").insert("Down");
        const moved = sheet.getRange("D6");
        moved.load("formulas,values");
        await context.sync();
        return [moved.formulas[0]![0] as unknown, moved.values[0]![0] as unknown];
      }),
  },
  {
    id: "references-to-other-sheets",
    rule: "formulas",
    says: "a sheet's name with a space is quoted in a formula, and follows when the sheet is renamed",
    source: assumed("as Excel's formula bar shows it"),
    expected: "='My renamed sheet'!A1",
    run: (excel) =>
      onNewSheet(excel, (sheet, context) =>
        onNewSheet(excel, async () => {
          const other = context.workbook.worksheets.add("My other sheet");
          const cell = sheet.getRange("A1");
          cell.formulas = [["='My other sheet'!A1"]];
          other.name = "My renamed sheet";
          cell.load("formulas");
          await context.sync();
          other.delete();
          await context.sync();
          return cell.formulas[0]![0] as unknown;
        }),
      ),
  },
  {
    id: "references-to-a-deleted-sheet",
    rule: "formulas",
    says: "a reference to a sheet that is deleted becomes #REF!; one that was pointed at another sheet before does not",
    source: support("how-to-correct-a-ref-error-822c8e46-e610-4d02-bf29-ec4b8c5ff4be"),
    expected: [true, "='Contract new'!A1", 2],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { worksheets } = context.workbook;
        const [old, made] = [worksheets.add("Contract old"), worksheets.add("Contract made")];
        old.getRange("A1").values = [[1]];
        made.getRange("A1").values = [[2]];
        const cells = sheet.getRange("A1:B1");
        cells.formulas = [["='Contract old'!A1", "='Contract old'!A1"]];
        sheet.getRange("B1").formulas = [["='Contract made'!A1"]];
        old.delete();
        made.name = "Contract new";
        cells.load("formulas,values");
        await context.sync();
        made.delete();
        await context.sync();
        return [String(cells.formulas[0]![0]).includes("#REF!"), cells.formulas[0]![1] as unknown, cells.values[0]![1] as unknown];
      }),
  },
  {
    id: "a-name-for-a-deleted-sheet",
    rule: "names and sheet names",
    says: "a name whose sheet is deleted stays, and can be pointed at another; formulas that use it follow",
    source: assumed("as the Name Manager does it: the name stands there with #REF! and can be edited"),
    expected: 2,
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        const { worksheets, names } = context.workbook;
        const old = worksheets.add("Contract old");
        const name = names.add("contract_pointed", old.getRange("A1"));
        sheet.getRange("A1").values = [[2]];
        sheet.getRange("B1").formulas = [["=contract_pointed"]];
        sheet.load("name");
        await context.sync();
        old.delete();
        name.formula = `='${sheet.name}'!$A$1`;
        const cell = sheet.getRange("B1");
        cell.load("values");
        await context.sync();
        name.delete();
        await context.sync();
        return cell.values[0]![0] as unknown;
      }),
  },
];
