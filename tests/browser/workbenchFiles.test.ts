/** Files that a person takes along from the workbench, or brings. */
import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { eventually } from "../support/eventually";
import { workbenchForTests } from "../support/workbenchUser";

const user = workbenchForTests();

test("the workbook is taken along as an .xlsx file with its formulas, their results, and what they fill", async () => {
  await user.type("A1", "6000");
  await user.type("A2", "8400");
  await user.type("B1", "3");
  await user.type("B2", "0");
  await user.type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A2,B1:B2)");
  await user.type("D1", "=A1/B1");
  const [download] = await Promise.all([
    user.open.page.waitForEvent("download"),
    user.open.page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Sheet1.xlsx");
  const workbook = new Workbook();
  await workbook.xlsx.load(readFileSync(await download.path()));
  const sheet = workbook.getWorksheet("Sheet1")!;
  const cell = (address: string) => sheet.getCell(address);
  expect([cell("A1").value, cell("A2").value, cell("B2").value]).toEqual([6000, 8400, 0]);
  expect(cell("C1")).toMatchObject({ formula: "_xldudf_SCORECARD_PATIENTS_PER_GP(A1:A2,B1:B2)", result: 2000 });
  expect(cell("C1").value).toMatchObject({ shareType: "array", ref: "C1:C2" });
  expect(cell("D1")).toMatchObject({ formula: "A1/B1", result: 2000 });
});

/** Opens a file through the button, as a person would, and waits until it is there. */
async function openOwnFile(name: string, bytes: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    user.open.page.waitForEvent("filechooser"),
    user.open.page.getByRole("button", { name: "Open a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await user.open.page.locator("#open:disabled").waitFor({ state: "detached" });
}

test("a .csv file opens as a sheet of its values: numbers as numbers, codes and would-be formulas as the text they are", async () => {
  await openOwnFile("practices.csv", Buffer.from('\uFEFFcode,name,patients\r\n00123,"Ash Lane, Surgery",6000\r\nA81001,=1+1,12.5\r\n'));
  await user.open.page.waitForFunction(() => document.querySelector(".o-sheet-list")?.textContent?.includes("practices"));
  expect(await user.values("A1:C3", "practices")).toEqual([
    ["code", "name", "patients"],
    ["00123", "Ash Lane, Surgery", 6000],
    ["A81001", "=1+1", 12.5],
  ]);
});

test("a workbook that was taken along opens again with the same values, and its formulas are alive", async () => {
  await user.type("A1", "6000");
  await user.type("A2", "8400");
  await user.type("B1", "3");
  await user.type("B2", "4.2");
  await user.type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A2,B1:B2)");
  await user.type("D1", '=IF(C1>1500,"above","below")');
  const [download] = await Promise.all([
    user.open.page.waitForEvent("download"),
    user.open.page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  await openOwnFile("copy.xlsx", readFileSync(await download.path()));
  await user.open.page.waitForFunction(() => document.querySelector(".o-sheet-list")?.textContent?.includes("Sheet1 (2)"));
  expect(await user.values("A1:D2", "Sheet1 (2)")).toEqual([
    [6000, 3, 2000, "above"],
    [8400, 4.2, 2000, ""],
  ]);
  await user.type("Sheet1 (2)!B1", "6");
  await eventually(async () => expect(await user.values("C1:D1", "Sheet1 (2)")).toEqual([[1000, "below"]]));
});
