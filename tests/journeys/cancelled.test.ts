/** A build that is cancelled while its sheets are being written: what was begun is taken away, and the workbook is as it was. */
import { createScorecard } from "../../src/actions/createScorecard";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { fewPractices, officersWorkbook, picture } from "../support/workbooks";

const data = fewPractices(3);
const SHEETS = 3 + 3;
const request = { spec, builtOn: new Date(2026, 10, 22) };

/** Builds with a page for each practice, and cancels when sheets have been written and none has its name yet. */
async function buildAndCancel(): Promise<readonly number[]> {
  const stop = new AbortController();
  const told: number[] = [];
  const onProgress = (_: string, sheets?: { written: number; of: number }): void => {
    if (sheets === undefined) return;
    told.push(sheets.written);
    expect(sheets.of).toBe(SHEETS);
    stop.abort();
  };
  const built = createScorecard(data, { ...request, sheets: { practicePages: "all" }, onProgress, signal: stop.signal });
  await expect(built).rejects.toMatchObject({ problem: { kind: "cancelled" } });
  return told;
}

it.each([
  ["for the first time", false],
  ["in place of an earlier one", true],
])("%s", async (_, earlier) => {
  const excel = await officersWorkbook();
  if (earlier) await createScorecard(data, request);
  const before = await picture(excel);
  expect(await buildAndCancel()).toEqual([SHEETS]);
  expect(await picture(excel)).toBe(before);
});

it("where it cannot be taken away, says so", async () => {
  const excel = await officersWorkbook();
  const stop = new AbortController();
  const built = createScorecard(data, {
    ...request,
    sheets: { practicePages: "all" },
    signal: stop.signal,
    onProgress: (_, sheets) => {
      if (sheets === undefined) return;
      stop.abort();
      excel.host.faults.fail({ request: 1, code: "AccessDenied" });
    },
  });
  await expect(built).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: false } });
});
