/** The oldest Excel the manifest admits (ExcelApi 1.9, SharedRuntime 1.1): what a person is offered works, and leaves the workbook that a new Excel would. */
import { createProfile } from "../../src/actions/createProfile";
import { createScorecard } from "../../src/actions/createScorecard";
import { insertExamples } from "../../src/actions/insertExamples";
import { keepData, recallData } from "../../src/actions/keepData";
import { addLocalData, insertLocalData } from "../../src/actions/localData";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { removeScorecard } from "../../src/actions/removeScorecard";
import { repairFunctions } from "../../src/actions/repairFunctions";
import { recallChoices, rememberChoices } from "../../src/excel/choices";
import { keepText, keptText } from "../../src/excel/keptText";
import { insertPicture } from "../../src/excel/picture";
import { isReadOnly } from "../../src/excel/readOnly";
import { recalculate } from "../../src/excel/recalculate";
import { insertFormula, selectedAddress, selectedPractice, selectedTexts } from "../../src/excel/selection";
import { showSheet } from "../../src/excel/showSheet";
import { openExcel, type OpenExcel } from "../support/host";
import { sheetNames } from "../support/workbooks";
import { smallArea, smallRequest } from "./smallArea";
import { record, whole } from "./torture";
import { cellTexts, stateOf } from "./workbookState";

const minor = (version: string): number => Number(version.split(".")[1]);

/** As in tests/journeys/requirementSets.test.ts: the client refuses every member that the declared sets do not hold. */
async function openVersion(version: string): Promise<OpenExcel> {
  const excel = await openExcel();
  const isSetSupported = (set: string, wanted: string): boolean =>
    set === "ExcelApi" ? minor(wanted) <= minor(version) : set === "SharedRuntime" && minor(wanted) <= 1;
  const { CommonUtility } = excel.OfficeExtension as unknown as { CommonUtility: object };
  Object.assign(CommonUtility, { _doApiNotSupportedCheck: true });
  Object.assign(globalThis, { Office: { context: { requirements: { isSetSupported } } } });
  return excel;
}

const data = smallArea();
const card = () => createScorecard(data, smallRequest);
const everySheet = { ...smallRequest, sheets: { practicePages: "all", funnels: "all", underDoctoring: true } } as const;
const aPixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** Everything that the pane, the ribbon and the functions ask of Excel. What each gives back is compared with what a new Excel gives. */
const actions: readonly (readonly [what: string, act: (excel: OpenExcel) => Promise<unknown>])[] = [
  ["build a scorecard with every sheet", () => createScorecard(data, everySheet)],
  ["refresh it", async () => (await card(), card())],
  ["refresh it with a practice more", async () => (await card(), createScorecard(smallArea(4), smallRequest))],
  ["open a practice's page", async () => (await card(), createProfile(data, "X00002", smallRequest))],
  ["take the scorecard out again", async () => (await card(), removeScorecard())],
  ["prepare for sharing, formulas kept", async () => (await card(), prepareForSharing({ ownSheets: false }))],
  ["prepare for sharing, values only", async () => (await card(), prepareForSharing({ ownSheets: true }))],
  ["insert the template for local data", () => insertLocalData(data)],
  ["read local data back", async () => (await insertLocalData(data), (await addLocalData(data)).local.faults)],
  ["insert the worked examples", () => insertExamples(data)],
  ["repair functions", () => repairFunctions()],
  ["insert a chart as a picture", async () => (await insertPicture(aPixel, { width: 20, height: 10 }, "A pixel")).sheet],
  ["insert a formula", () => insertFormula("=1+1")],
  ["know the selected cells", async () => [await selectedAddress(), await selectedTexts(), await selectedPractice()]],
  [
    "keep the data with the workbook, and find them again",
    async () => (await keepData(data, new Date(0)), (await recallData()).data?.area),
  ],
  [
    "remember what was built",
    async () => (await rememberChoices({ area: data.area, illustrative: false, files: ["a.csv"] }), recallChoices()),
  ],
  ["keep what the scorecard should show", async () => (await keepText("spec", "{}"), keptText("spec"))],
  ["know whether the workbook is for reading only", () => isReadOnly()],
  ["calculate anew", () => recalculate()],
  ["bring a sheet to the front", async ({ host }) => showSheet(host.model.getters.getSheetIds()[0]!)],
];

/** Ids and times differ from one run to the next. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, each: unknown) => (key === "id" || key === "milliseconds" ? undefined : each))) as unknown;

/** Those that need no whole card, and one that does; all of them at full size. */
const chosen = actions.filter(([what]) => whole || !/scorecard|sharing|practice/.test(what) || what === "refresh it");

let worked = 0;
afterAll(() =>
  record("old-Excel", { "actions offered": chosen.length, "of them with the same outcome with ExcelApi 1.9 as with 1.20": worked }),
);

it.each(chosen)("with ExcelApi 1.9 a person can %s, with the same outcome as in a new Excel", async (_, act) => {
  const seen = [];
  for (const version of ["1.20", "1.9"]) {
    const excel = await openVersion(version);
    const answer = plain(await act(excel));
    seen.push({ answer, sheets: await sheetNames(excel), cells: [...cellTexts(stateOf(excel.host))].sort() });
  }
  expect(seen[1]).toEqual(seen[0]);
  worked++;
});

it("a picture comes into the corner of the sheet where Excel does not tell where the selected cell is, and that is said", async () => {
  await openVersion("1.9");
  expect(await insertPicture(aPixel, { width: 20, height: 10 }, "A pixel")).toEqual({ sheet: "Sheet1", atCell: false });
  await openVersion("1.20");
  expect(await insertPicture(aPixel, { width: 20, height: 10 }, "A pixel")).toEqual({ sheet: "Sheet1", atCell: true });
});

it("an Excel without one of these members refuses it, so that the tests above can fail", async () => {
  await openVersion("1.1");
  await expect(card()).rejects.toMatchObject({ problem: { kind: "host", code: "ApiNotFound" } });
});
