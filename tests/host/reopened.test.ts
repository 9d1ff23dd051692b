import { openExcel } from "../support/host";

it("tables keep their names, and formulas their meaning, in a workbook that is opened again", async () => {
  const first = await openExcel();
  await first.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (const [i, name] of ["Gone", "Visits", "Lists"].entries()) {
      const range = sheet.getRange(`A${1 + 5 * i}:B${3 + 5 * i}`);
      range.values = [
        ["Code", "Count"],
        ["a", i],
        ["b", 10],
      ];
      sheet.tables.add(range, true).name = name;
    }
    sheet.tables.getItem("Gone").delete();
    sheet.getRange("D1").formulas = [["=SUM(Lists[Count])"]];
    await context.sync();
  });
  const { Excel } = await openExcel({ data: JSON.parse(JSON.stringify(first.host.exportState())) as object });
  const found = await Excel.run(async (context) => {
    const { tables, worksheets } = context.workbook;
    tables.load({ name: true });
    const cell = worksheets.getItem("Sheet1").getRange("E1");
    cell.formulas = [["=SUM(Visits[Count])+SUM(Lists[Count])"]];
    cell.load({ values: true });
    await context.sync();
    return [tables.items.map(({ name }) => name), cell.values];
  });
  expect(found).toEqual([["Visits", "Lists"], [[23]]]);
});
