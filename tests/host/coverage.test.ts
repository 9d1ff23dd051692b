import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openExcel } from "../support/host";
import { hostMembers } from "./hostMembers";
import { usedMembers } from "./usedMembers";

/** Rooms that run inside Excel. */
const ROOMS = ["contract", "excel", "actions", "commands", "taskpane", "functions"];

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** What these files use of Office.js and the host lacks, with its place. */
function missingIn(files: readonly string[]): readonly { readonly member: string; readonly where: string }[] {
  const has = hostMembers();
  return usedMembers(files).filter(({ member }) => {
    const [type = "", name = ""] = member.split(".");
    return !has.get(type)?.has(name);
  });
}

test("the host has every member of Office.js that the add-in's source uses", () => {
  const files = ["src/addin.ts", ...ROOMS.flatMap((room) => sources(join("src", room)))].filter((file) =>
    readFileSync(file, "utf8").includes("Excel."),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(missingIn(files)).toEqual([]);
}, 60_000);

test("a source that uses a member which the host lacks is found out, with the line", () => {
  expect(missingIn(["tests/host/usesWhatTheHostLacks.ts"])).toEqual([
    { member: "Range.showCard", where: expect.stringMatching(/usesWhatTheHostLacks\.ts:\d+$/) as string },
  ]);
}, 60_000);

test("what the host lacks is named", async () => {
  const { Excel } = await openExcel();
  const answer = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").showCard();
    await context.sync();
  });
  await expect(answer).rejects.toMatchObject({ code: "ApiNotFound", message: "not supported by this host: Excel.Range.showCard" });
});

test("so is a property that cannot be loaded, and one that cannot be set", async () => {
  const { Excel } = await openExcel();
  const load = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("linkedDataTypeState");
    await context.sync();
  });
  await expect(load).rejects.toMatchObject({ message: "not supported by this host: Excel.Range.linkedDataTypeState" });
  const set = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").enableCalculation = false;
    await context.sync();
  });
  await expect(set).rejects.toMatchObject({ message: "not supported by this host: Excel.Worksheet.enableCalculation" });
});
