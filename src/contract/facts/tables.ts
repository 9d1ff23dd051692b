// A method's result and a null object need no load(); the rule takes them for properties.
/* eslint-disable office-addins/load-object-before-read */
import { api, assumed, issue, onNewSheet, refusal, support, type Contract } from "../contract";

const STRUCTURED = "using-structured-references-with-excel-tables-f5ed2452-2337-4f71-bed3-c8ae6d2b276e";

async function withTable<T>(
  excel: typeof Excel,
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return onNewSheet(excel, async (sheet, context) => {
    sheet.getRange("A1:B4").values = [
      ["Practice", "List size"],
      ["a", 10],
      ["b", 20],
      ["c", 30],
    ];
    const table = sheet.tables.add("A1:B4", true);
    table.name = "tbl_contract";
    return work(table, sheet, context);
  });
}

const formulaBeside = (excel: typeof Excel, formula: string, address = "D3"): Promise<unknown> =>
  withTable(excel, async (_table, sheet, context) => {
    const cell = sheet.getRange(address);
    cell.formulas = [[formula]];
    cell.load("values,formulas");
    await context.sync();
    return [cell.values[0]![0], cell.formulas[0]![0]];
  });

/** Tables, and the references that name their columns. */
export const tables: readonly Contract[] = [
  ...(
    [
      ["structured-column", "tbl[Col] is the column's data", "=SUM(tbl_contract[List size])", 60],
      ["structured-headers", "tbl[[#Headers],[Col]] is its heading", "=tbl_contract[[#Headers],[List size]]", "List size"],
      ["structured-all", "tbl[#All] has the headings too", "=ROWS(tbl_contract[#All])", 4],
      ["structured-bare", "the table's bare name is its data", "=ROWS(tbl_contract)", 3],
      ["structured-span", "tbl[[A]:[B]] is a span of columns", "=COLUMNS(tbl_contract[[Practice]:[List size]])", 2],
      ["structured-this-row", "tbl[@[Col]] is this row's cell", "=tbl_contract[@[List size]]*2", 40],
    ] as const
  ).map(([id, says, formula, value]): Contract => ({
    id,
    rule: "tables",
    says,
    source: support(STRUCTURED),
    expected: [value, formula],
    run: (excel) => formulaBeside(excel, formula),
  })),
  {
    id: "structured-this-row-long-form",
    rule: "tables",
    says: "tbl[[#This Row],[Col]] is this row's cell",
    source: support(STRUCTURED),
    expected: 20,
    run: async (excel) => ((await formulaBeside(excel, "=tbl_contract[[#This Row],[List size]]")) as unknown[])[0],
  },
  {
    id: "structured-inside-the-table",
    rule: "tables",
    says: "inside the table, [@[Col]] needs no table's name",
    source: support(STRUCTURED),
    expected: 20,
    run: (excel) =>
      withTable(excel, async (table, sheet, context) => {
        table.resize("A1:C4");
        const cell = sheet.getRange("C2");
        cell.formulas = [["=[@[List size]]*2"]];
        cell.load("values");
        await context.sync();
        return cell.values[0]![0] as unknown;
      }),
  },
  {
    id: "unknown-column-refused",
    rule: "tables",
    says: "a formula that names a column which is not there is refused",
    source: assumed("Excel does not take such an entry by hand either"),
    expected: ["InvalidArgument", "InvalidArgument"],
    run: (excel) =>
      withTable(excel, async (_table, sheet, context) => {
        await context.sync();
        sheet.getRange("D1").formulas = [["=SUM(tbl_contract[Nothing])"]];
        const column = await refusal(context.sync());
        sheet.getRange("D1").formulas = [["=SUM(tbl_no_such[List size])"]];
        return [column, await refusal(context.sync())];
      }),
  },
  {
    id: "renamed-table-in-formulas",
    rule: "tables",
    says: "formulas follow when a table is renamed",
    source: support(STRUCTURED),
    expected: ["=SUM(tbl_renamed[List size])", 60],
    run: (excel) =>
      withTable(excel, async (table, sheet, context) => {
        const cell = sheet.getRange("D1");
        cell.formulas = [["=SUM(tbl_contract[List size])"]];
        table.name = "tbl_renamed";
        cell.load("formulas,values");
        await context.sync();
        return [cell.formulas[0]![0], cell.values[0]![0]];
      }),
  },
  {
    id: "renamed-column-in-formulas",
    rule: "tables",
    says: "formulas follow when a heading is changed",
    source: support(STRUCTURED),
    expected: ["=SUM(tbl_contract[Patients])", 60],
    run: (excel) =>
      withTable(excel, async (_table, sheet, context) => {
        const cell = sheet.getRange("D1");
        cell.formulas = [["=SUM(tbl_contract[List size])"]];
        await context.sync();
        sheet.getRange("B1").values = [["Patients"]];
        cell.load("formulas,values");
        await context.sync();
        return [cell.formulas[0]![0], cell.values[0]![0]];
      }),
  },
  {
    id: "rows-inserted-in-table",
    rule: "tables",
    says: "a table, and what is said of it, grows when rows are inserted inside",
    source: support(STRUCTURED),
    expected: ["A1:B5", 60, "=SUM(tbl_contract[List size])"],
    run: (excel) =>
      withTable(excel, async (table, sheet, context) => {
        const cell = sheet.getRange("D1");
        cell.formulas = [["=SUM(tbl_contract[List size])"]];
        sheet.getRange("3:3").insert("Down");
        const range = table.getRange();
        range.load("address");
        cell.load("formulas,values");
        await context.sync();
        return [range.address.split("!")[1], cell.values[0]![0], cell.formulas[0]![0]];
      }),
  },
  {
    id: "table-name-taken",
    rule: "tables",
    says: "two tables cannot have one name; Excel says no more than InvalidArgument",
    source: issue(1199),
    expected: "InvalidArgument",
    run: (excel) =>
      withTable(excel, async (_table, sheet, context) => {
        sheet.getRange("F1").values = [["x"]];
        const second = sheet.tables.add("F1:F3", true);
        second.name = "TBL_Contract";
        return refusal(context.sync());
      }),
  },
  {
    id: "tables-cannot-overlap",
    rule: "tables",
    says: "tables cannot overlap",
    source: issue(551),
    expected: "InvalidArgument",
    run: (excel) =>
      withTable(excel, async (_table, sheet, context) => {
        sheet.tables.add("B2:C6", true);
        return refusal(context.sync());
      }),
  },
  {
    id: "table-name-rules",
    rule: "tables",
    says: "a table's name is one word that is no cell's address",
    source: support("rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114"),
    expected: ["InvalidArgument", "InvalidArgument", "InvalidArgument", "accepted"],
    run: (excel) =>
      withTable(excel, async (table, _sheet, context) => {
        await context.sync();
        const answers: string[] = [];
        for (const name of ["two words", "QOF2025", "1st", "_QOF_2025"]) {
          table.name = name;
          // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each name is tried by itself
          answers.push(await refusal(context.sync()));
        }
        return answers;
      }),
  },
  {
    id: "headings-are-unique-text",
    rule: "tables",
    says: "headings become text, empty ones are numbered, repeated ones too",
    source: api("excel.tablecollection#excel-excel-tablecollection-add-member(1)"),
    expected: [["2024", "Column2", "a", "a2"]],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:D1").values = [[2024, "", "a", "a"]];
        const headings = sheet.tables.add("A1:D3", true).getHeaderRowRange();
        headings.load("values");
        await context.sync();
        return headings.values;
      }),
  },
  {
    id: "table-to-range",
    rule: "tables",
    says: "convertToRange leaves the values",
    source: api("excel.table#excel-excel-table-converttorange-member(1)"),
    expected: [30, 0],
    run: (excel) =>
      withTable(excel, async (table, sheet, context) => {
        table.convertToRange();
        const cell = sheet.getRange("B4");
        cell.load("values");
        const count = sheet.tables.getCount();
        await context.sync();
        return [cell.values[0]![0], count.value];
      }),
  },
];
