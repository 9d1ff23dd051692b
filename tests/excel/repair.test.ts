import { enterAgain, spelledRight } from "../../src/excel/repair";
import { openExcel } from "../support/host";

describe("a formula that Excel spelled as lost", () => {
  test.each([
    ["=_xldudf_SCORECARD_PATIENTS_PER_GP(A1,B1)", "=SCORECARD.PATIENTS_PER_GP(A1,B1)"],
    ["=[2]!_xldudf_SCORECARD_PATIENTS_PER_GP(A1,B1)*2", "=SCORECARD.PATIENTS_PER_GP(A1,B1)*2"],
    ["=IF(A1>0,_xldudf_SCORECARD.BAND(A1,B1),'tools.xlam'!_xldudf_SCORECARD_DSR(A2))", "=IF(A1>0,SCORECARD.BAND(A1,B1),SCORECARD.DSR(A2))"],
    ['="say _xldudf_SCORECARD_BAND"', '="say _xldudf_SCORECARD_BAND"'],
    ["=OTHER.PATIENTS_PER_GP(A1,B1)", "=OTHER.PATIENTS_PER_GP(A1,B1)"],
  ])("%s is %s", (formula, right) => expect(spelledRight(formula)).toBe(right));
});

describe("in a workbook", () => {
  test("lost formulas of ours are entered again, on every sheet that is not protected; all others stay as they are", async () => {
    const { Excel } = await openExcel();
    Object.assign(globalThis, { Excel });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:A3").formulas = [["=_xldudf_SCORECARD_PATIENTS_PER_GP(6000,3)"], ["=SUM(1,2)"], ["=NOBODYS_FUNCTION(1)"]];
      const locked = context.workbook.worksheets.add("Locked");
      locked.getRange("B2").formulas = [["=_xldudf_SCORECARD_PATIENTS_PER_GP(6000,3)"]];
      locked.protection.protect();
      await context.sync();
    });
    const { cells, left } = await enterAgain();
    expect(cells.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(["Sheet1!A1"]);
    expect(left.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual(["Locked!B2"]);
    const formulas = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
      range.load({ formulas: true });
      await context.sync();
      return range.formulas as unknown[][];
    });
    expect(formulas).toEqual([["=SCORECARD.PATIENTS_PER_GP(6000,3)"], ["=SUM(1,2)"], ["=NOBODYS_FUNCTION(1)"]]);
  });
});
