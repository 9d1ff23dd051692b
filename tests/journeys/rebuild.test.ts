/** The next quarter: the same card with new data. What people wrote stays, what was there is made again, what changed is told. */
import { createScorecard, type Receipt } from "../../src/actions/createScorecard";
import type { ReferenceData } from "../../src/reference/model";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { columnName } from "../../src/sheet/a1";
import { openExcel, type OpenExcel } from "../support/host";
import { fewPractices, officersWorkbook, picture, sheetNames, type, valuesOf, withoutPractice } from "../support/workbooks";

const request = { spec, builtOn: new Date(2026, 10, 22) };

/** Where a practice's row and the columns for notes stand now. */
async function places(excel: OpenExcel, code: string, sheet = "Scorecard") {
  const values = await valuesOf(excel, sheet);
  const codes = values.findIndex((row) => row.includes("notes") && row.includes("action"));
  const row = values.findIndex((each) => each[0] === code);
  const column = (word: string) => values[codes]!.indexOf(word);
  return { values, codes, row, notes: column("notes"), action: column("action") };
}
const noteCell = async (excel: OpenExcel, code: string, sheet?: string) => {
  const { row, notes } = await places(excel, code, sheet);
  return `${columnName(notes)}${row + 1}`;
};
/** Notes and action beside a practice, and the heading above them when they stand in the block below the foot. */
async function beside(excel: OpenExcel, code: string) {
  const { values, row, notes, action } = await places(excel, code);
  const kept = values.findIndex((each) => each[0] === "Kept notes");
  return { notes: values[row]?.[notes], action: values[row]?.[action], kept: kept >= 0 && row > kept };
}

describe("notes typed beside practices", () => {
  let excel: OpenExcel;
  let receipt: Receipt;
  beforeAll(async () => {
    excel = await officersWorkbook();
    await createScorecard(fewPractices(), request);
    await type(excel, "Scorecard", {
      [await noteCell(excel, "X00003")]: "New partner from April",
      [await noteCell(excel, "X00004")]: "Closing in June",
    });
    // As a person sorts: the rows of practices upside down, notes and all, so that no note stands where it was typed.
    await excel.Excel.run(async (context) => {
      const { values, codes } = await places(excel, "X00001");
      const last = codes + values.slice(codes).filter((row) => /^X\d{5}$/.test(String(row[0]))).length;
      const body = context.workbook.worksheets
        .getItem("Scorecard")
        .getRange(`A${codes + 2}:${columnName(values[0]!.length - 1)}${last + 1}`);
      body.load({ formulas: true });
      await context.sync();
      body.formulas = [...body.formulas].reverse();
      await context.sync();
    });
    receipt = await createScorecard(withoutPractice(fewPractices(), "X00004"), request);
  });

  it("stand beside the same practice after sorting and building anew", async () => {
    expect(await beside(excel, "X00003")).toEqual({ notes: "New partner from April", action: "", kept: false });
  });

  it("of a practice that is gone stand below the foot", async () => {
    expect(await beside(excel, "X00004")).toEqual({ notes: "Closing in June", action: "", kept: true });
  });

  it("are counted in the receipt, which names the practice that is gone", () => {
    expect(receipt).toMatchObject({ replaced: true, practices: 3, notesKept: 2 });
    expect(receipt.changes?.practicesOut.map(({ code }) => code)).toEqual(["X00004"]);
    expect(receipt.changes?.practicesIn).toEqual([]);
  });

  it("come back to their practice when it comes back", async () => {
    const again = await createScorecard(fewPractices(), request);
    expect(await beside(excel, "X00004")).toEqual({ notes: "Closing in June", action: "", kept: false });
    expect(again.changes?.practicesIn.map(({ code }) => code)).toEqual(["X00004"]);
  });
});

describe("sheets besides the core", () => {
  it("are made as asked for, in their order, and stay when the scorecard is built anew without asking", async () => {
    const excel = await openExcel();
    const first = await createScorecard(fewPractices(), {
      ...request,
      sheets: { practicePages: ["X00003", "X00002"], funnels: ["HYP008"], underDoctoring: true },
    });
    const made = await sheetNames(excel);
    expect(new Set(made)).toEqual(
      new Set(["Sheet1", "Scorecard", "Funnel HYP008", "Under-doctoring", "Practice X00002", "Practice X00003", "Data", "Methods"]),
    );
    expect(made.indexOf("Practice X00002")).toBeLessThan(made.indexOf("Data"));
    expect(first).toMatchObject({ leftOut: [], chartsNotDrawn: [], changes: null });
    const second = await createScorecard(fewPractices(), request);
    expect(await sheetNames(excel)).toEqual(made);
    const third = await createScorecard(fewPractices(), { ...request, sheets: { practicePages: "all" } });
    const pages = ["X00001", "X00002", "X00003", "X00004"].map((code) => `Practice ${code}`);
    expect((await sheetNames(excel)).filter((name) => name.startsWith("Practice")).sort()).toEqual(pages);
    expect((await sheetNames(excel)).slice(-2)).toEqual(["Data", "Methods"]);
    expect(third.leftOut).toEqual([]);
    expect(second.changes).toEqual({ practicesIn: [], practicesOut: [], moved: [], values: [] });
  });

  it("that cannot be made any more are dropped under the name they had, and the reason is said", async () => {
    const excel = await openExcel();
    await createScorecard(fewPractices(), { ...request, sheets: { practicePages: ["X00003", "X00002"], underDoctoring: true } });
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Practice X00003").name = "Visit in May";
      await context.sync();
    });
    const data = withoutPractice(fewPractices(), "X00003");
    const withoutWorkforce: ReferenceData = {
      ...data,
      observations: data.observations.filter(({ indicator }) => !/gp_fte/.test(indicator)),
    };
    const { leftOut } = await createScorecard(withoutWorkforce, request);
    expect(leftOut).toEqual([
      { name: "Under-doctoring", reason: "no workforce figures in these data" },
      { name: "Visit in May", reason: "the practice has no figures in these data" },
    ]);
    expect(await sheetNames(excel)).toEqual(["Sheet1", "Scorecard", "Practice X00002", "Data", "Methods"]);
  });
});

describe("the comment box of a practice's page", () => {
  const boxOf = async (excel: OpenExcel, sheet: string) => {
    const values = await valuesOf(excel, sheet);
    const heading = values.findIndex((row) => row[0] === "The practice’s comment");
    return { address: `A${heading + 2}`, text: values[heading + 1]?.[0] };
  };

  it("keeps what was written, and a page that goes leaves its comment in the notes", async () => {
    const excel = await openExcel();
    await createScorecard(fewPractices(), { ...request, sheets: { practicePages: ["X00003", "X00002"] } });
    for (const code of ["X00003", "X00002"])
      await type(excel, `Practice ${code}`, { [(await boxOf(excel, `Practice ${code}`)).address]: `Our nurse left, says ${code}` });
    const { notesKept } = await createScorecard(withoutPractice(fewPractices(), "X00003"), request);
    expect(notesKept).toBe(2);
    expect((await boxOf(excel, "Practice X00002")).text).toBe("Our nurse left, says X00002");
    expect(await beside(excel, "X00003")).toMatchObject({ notes: "The practice’s comment: Our nurse left, says X00003", kept: true });
  });
});

it("names the practices whose position moved, with the words of both", async () => {
  await openExcel();
  const data = fewPractices();
  await createScorecard(data, request);
  // Everybody on the register is treated this time: far above whatever England reaches.
  const year = data.observations.filter(({ indicator }) => indicator === "HYP008").map(({ period }) => period);
  const latest = [...year].sort().at(-1);
  const better: ReferenceData = {
    ...data,
    observations: data.observations.map((each) =>
      each.indicator === "HYP008" && each.practiceCode === "X00002" && each.period === latest
        ? { ...each, numerator: each.denominator! }
        : each,
    ),
  };
  const { changes } = await createScorecard(better, request);
  const own = changes!.moved.filter(({ practice, indicator }) => practice.code === "X00002" && indicator === "HYP008");
  expect(own).toHaveLength(1);
  expect(own[0]!.to).toMatch(/higher$/);
  expect(own[0]!.from).not.toBe(own[0]!.to);
});

describe("when Excel refuses while there are notes", () => {
  it.each([
    ["reading what is there", 1, 0],
    ["reading what was written", 2, 0],
    ["adding the new sheets", 3, 700],
    ["exchanging them", 4, 0],
  ])("%s, the old scorecard and its notes stay as they are", async (_step, at, afterActions) => {
    const excel = await officersWorkbook();
    await createScorecard(fewPractices(), request);
    await type(excel, "Scorecard", { [await noteCell(excel, "X00003")]: "New partner from April" });
    const before = await picture(excel);
    excel.host.faults.fail({ request: at, code: "AccessDenied", afterActions });
    await expect(createScorecard(fewPractices(), request)).rejects.toMatchObject({ problem: { kind: "host", nothingChanged: true } });
    expect(await picture(excel)).toBe(before);
  });
});
