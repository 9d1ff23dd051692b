import { openExcel } from "../support/host";

describe("a sheet written through Office.js", () => {
  test("holds its values, formulas and formats, and reads them back", async () => {
    const { Excel } = await openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Score");
      sheet.getRange("A4:C4").values = [["Practice", "Patients", "FTE GPs"]];
      sheet.getRange("A5:C7").values = [
        ["Alder", 9000, 4.5],
        ["Birch", 6000, 0],
        ["Cedar", "'00123", true],
      ];
      const table = sheet.tables.add("A4:C7", true);
      table.name = "tblScore";
      sheet.getRange("D5:D7").formulas = [['=IFERROR(B5/C5,"-")'], ['=IFERROR(B6/C6,"-")'], ["=SUM(tblScore[Patients])"]];
      sheet.getRange("B5:B7").numberFormat = "#,##0_);[Red](#,##0)" as unknown as string[][];
      sheet.getRange("A4:C4").format.fill.color = "#005EB8";
      sheet.getRange("A4:C4").format.font.bold = true;
      sheet.freezePanes.freezeRows(4);
      const back = sheet.getRange("A4:D7");
      back.load("values,formulas,numberFormat,address,text");
      const head = sheet.getRange("A4:C4");
      head.load("format/fill/color,format/font/bold");
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load("address");
      await context.sync();
      expect(back.address).toBe("Score!A4:D7");
      expect(back.values).toEqual([
        ["Practice", "Patients", "FTE GPs", ""],
        ["Alder", 9000, 4.5, 2000],
        ["Birch", 6000, 0, "-"],
        ["Cedar", "00123", true, 15000],
      ]);
      expect(back.formulas[3]).toEqual(["Cedar", "00123", true, "=SUM(tblScore[Patients])"]);
      expect(back.numberFormat[1]).toEqual(["General", "#,##0_);[Red](#,##0)", "General", "General"]);
      expect(back.text[1]![1]).toBe("9,000");
      expect(head.format.fill.color).toBe("#005EB8");
      expect(head.format.font.bold).toBe(true);
      expect(frozen.address).toBe("Score!1:4");
    });
  });

  test("takes 50,000 cells and gives them back", async () => {
    const { Excel } = await openExcel();
    const started = performance.now();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:J5000");
      range.values = Array.from({ length: 5000 }, (_, i) => Array.from({ length: 10 }, (__, j) => i * j));
      range.load("values");
      await context.sync();
      expect(range.values[4999]![9]).toBe(4999 * 9);
    });
    console.log("50k", performance.now() - started);
  });

  test("one undo takes a request back", async () => {
    const { Excel, host } = await openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Score");
      sheet.getRange("A1:B2").values = [
        ["a", "b"],
        [1, 2],
      ];
      sheet.tables.add("A1:B2", true).name = "tblOne";
      sheet.activate();
      await context.sync();
    });
    const count = async () =>
      Excel.run(async (context) => {
        const c = context.workbook.worksheets.getCount();
        const t = context.workbook.tables;
        t.load("items/name");
        await context.sync();
        return [c.value, t.items.map((x) => x.name).join()];
      });
    expect(await count()).toEqual([2, "tblOne"]);
    host.undo();
    expect(await count()).toEqual([1, ""]);
    host.redo();
    expect(await count()).toEqual([2, "tblOne"]);
  });
});
