/** What the torture chamber found, each under the name of what a person would have lost. */
import { createProfile } from "../../src/actions/createProfile";
import { createScorecard } from "../../src/actions/createScorecard";
import { insertLocalData } from "../../src/actions/localData";
import { csvLine } from "../../src/cli/csvLine";
import { isHousekeeping } from "../../src/host/faults";
import { readCount, readNumber } from "../../src/reference/cells";
import { columnName } from "../../src/sheet/a1";
import { openExcel } from "../support/host";
import { officersWorkbook, sheetNames, valuesOf } from "../support/workbooks";
import { smallArea, smallRequest } from "./smallArea";
import { stateOf } from "./workbookState";

const copy = (state: object): object => JSON.parse(JSON.stringify(state)) as object;

it("a note that an officer typed while the scorecard was being built anew", async () => {
  const excel = await openExcel();
  await createScorecard(smallArea(), smallRequest);
  const card = await valuesOf(excel, "Scorecard");
  const col = card.find((row) => row.includes("notes"))!.indexOf("notes");
  const row = card.findIndex(([code]) => code === "X00002");
  let requests = 0;
  // After the new sheets are there, before the old ones go.
  excel.host.onRoundTrip((trip, body) => {
    if (isHousekeeping(body) || trip.actions < 300 || requests++ > 0) return;
    const sheetId = excel.host.model.getters.getSheetIdByName("Scorecard");
    excel.host.model.dispatch("UPDATE_CELL", { sheetId: sheetId!, col, row, content: "Ring on Monday" });
  });
  await createScorecard(smallArea(), smallRequest);
  const after = await valuesOf(excel, "Scorecard");
  expect(requests).toBeGreaterThan(0);
  expect(after.find(([code]) => code === "X00002")![col]).toBe("Ring on Monday");
  expect(columnName(col)).not.toBe("A");
  expect(await sheetNames(excel)).toEqual(["Sheet1", "Scorecard", "Data", "Methods"]);
});

it("the trust in a template: half a sheet Local data stood there when Excel had refused, and the next was Local data (2)", async () => {
  const excel = await officersWorkbook();
  const before = stateOf(excel.host);
  excel.host.faults.fail({ request: 2, code: "GeneralException", afterActions: 40 });
  await expect(insertLocalData(smallArea())).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
  expect(stateOf(excel.host)).toBe(before);
  expect((await insertLocalData(smallArea())).name).toBe("Local data");
});

it("the overview: a build that was cut off left sheets that nobody owned, and the next made a second scorecard beside them", async () => {
  const excel = await officersWorkbook();
  // The sheets are there, the pane is closed before they are remembered.
  let writes = 0;
  const cut = new Promise<object>((resolve) =>
    excel.host.onRoundTrip((trip) => {
      if (trip.actions < 300 || writes++ > 0) return;
      excel.host.faults.stall();
      resolve(excel.host.exportState());
    }),
  );
  void createScorecard(smallArea(), smallRequest);
  const reopened = await openExcel({ data: copy(await cut) });
  await createScorecard(smallArea(), smallRequest);
  expect(await sheetNames(reopened)).toEqual(["Sheet1", "Data", "Scorecard", "Data (2)", "Methods"]);
});

it("a total: a figure of four hundred digits was read as infinity", () => {
  expect(readCount("9".repeat(400))).toBeNull();
  expect(readNumber("1E999")).toBeNull();
  expect(readCount("9007199254740991")).toBe(9007199254740991);
});

it("the peace of whoever opens the CSV: a formula in full width, or behind what nobody sees, was written as it was", () => {
  expect(csvLine(["＝1+1", "\u200b=1+1", "−1"])).toBe("'＝1+1,'\u200b=1+1,'−1\n");
});

it("the foot of the scorecard: after a practice's page was opened, a refresh kept the page's own words there as if an officer had typed them", async () => {
  const excel = await openExcel();
  await createScorecard(smallArea(3), smallRequest);
  expect(await createProfile(smallArea(3), "X00002", smallRequest)).toMatchObject({ how: "added" });
  const page = (await sheetNames(excel)).find((name) => name.startsWith("Practice"))!;
  const sheetId = excel.host.model.getters.getSheetIdByName(page)!;
  excel.host.model.dispatch("UPDATE_CELL", { sheetId, col: 20, row: 2, content: "Ask about the move" });
  const receipt = await createScorecard(smallArea(4), smallRequest);
  const kept = (await valuesOf(excel, "Scorecard")).flat().filter((value) => typeof value === "string" && value.includes("Ask about"));
  expect([receipt.textsKept, kept]).toEqual([1, ["Ask about the move"]]);
});
