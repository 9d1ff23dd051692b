/** Old and new Excel: the client refuses whatever the declared sets do not hold, so a member beyond them would fail here. */
import { createScorecard } from "../../src/actions/createScorecard";
import { illustrativeArea } from "../../src/reference/illustrative";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { openExcel, type OpenExcel } from "../support/host";

/**
 * A workbook in an Excel of some version of ExcelApi. The client can check each member against the sets that Office declares, and its switch for
 * that is set on the wrong object; here it is set on the right one.
 */
async function openVersion(version: string): Promise<OpenExcel> {
  const excel = await openExcel();
  const isSetSupported = (set: string, wanted: string): boolean => set !== "ExcelApi" || minor(wanted) <= minor(version);
  const { CommonUtility } = excel.OfficeExtension as unknown as { CommonUtility: object };
  Object.assign(CommonUtility, { _doApiNotSupportedCheck: true });
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
  return excel;
}
const minor = (version: string): number => Number(version.split(".")[1]);

test.each(["1.9", "1.20"])("with ExcelApi %s a scorecard is built, with a page and under-doctoring", async (version) => {
  const { host } = await openVersion(version);
  const receipt = await createScorecard(illustrativeArea(), {
    spec,
    builtOn: new Date(2026, 10, 22),
    sheets: { practicePages: ["X00012"], funnels: [], underDoctoring: true },
  });
  expect(receipt).toMatchObject({ replaced: false, practices: 33 });
  expect(host.model.getters.getSheetIds()).toHaveLength(1 + 3 + 2);
});

test("what a set does not hold is refused by the client, so that the test above can fail", async () => {
  const { Excel } = await openVersion("1.9");
  const asking = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").getSpillingToRangeOrNullObject();
    await context.sync();
  });
  await expect(asking).rejects.toMatchObject({ code: "ApiNotFound" });
});
