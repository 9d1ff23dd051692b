/** The pane beside a workbook: what it builds, where its links lead, and what it says when the workbook refuses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Frame } from "playwright-core";
import { launchBrowser, openWorkbench, startWorkbench, type OpenWorkbench, type RunningWorkbench } from "../support/browser";
import { eventually } from "../support/eventually";

jest.setTimeout(120_000);

const fixture = (name: string): string => join(__dirname, "../fixtures/thurrock", name);

let browser: Browser;
let workbench: RunningWorkbench;
let profile: BrowserContext;
let open: OpenWorkbench;
let pane: Frame;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});
beforeEach(async () => {
  profile = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: "reduce" });
  open = await openWorkbench(profile, workbench.url);
  pane = open.pane;
});
afterEach(async () => {
  const { complaints } = open;
  await profile.close();
  expect(complaints).toEqual({ errors: [], outside: [], missing: [] });
});

const button = (name: string | RegExp) => pane.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });
const built = () => pane.getByRole("heading", { level: 1, name: /scorecard (is in your workbook|was built anew)/ }).waitFor();

async function buildIllustrative(): Promise<void> {
  await button(/^The illustrative area/).click();
  await button("Build scorecard").click();
  await built();
}

/** What Office.js reads in the pane's own frame. */
const activeSheet = (): Promise<string> =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load({ name: true });
      await context.sync();
      return sheet.name;
    }),
  );
const cell = (sheet: string, address: string): Promise<{ value: unknown; formula: unknown }> =>
  pane.evaluate(
    ([name, ref]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(ref);
        range.load({ values: true, formulas: true });
        await context.sync();
        return { value: range.values[0]![0] as unknown, formula: range.formulas[0]![0] as unknown };
      }),
    [sheet, address] as const,
  );
const select = (sheet: string, address: string): Promise<void> =>
  pane.evaluate(
    ([name, ref]) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        worksheet.activate();
        worksheet.getRange(ref).select();
        await context.sync();
      }),
    [sheet, address] as const,
  );

test("the illustrative area is built, and the pane's links lead to its sheets", async () => {
  await buildIllustrative();
  await eventually(async () => expect((await cell("Scorecard", "A1")).value).toMatch(/Wexmarsh/));
  for (const sheet of ["Methods", "Data", "Scorecard"]) {
    await button(sheet).click();
    await pane.waitForTimeout(300);
    await eventually(async () => expect(await activeSheet()).toBe(sheet));
  }
});

test("Thurrock's files give a scorecard of Thurrock, and the workbook remembers from what", async () => {
  await button(/^Published files/).click();
  await pane
    .locator("input[type=file]")
    .setInputFiles(["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv", "epraccur.csv"].map(fixture));
  await button("Choose the area").click();
  await pane.getByRole("radio", { name: /07G/ }).check();
  await button("Read the files").click();
  await pane.getByText("New sheets are added").waitFor();
  await button("Build scorecard").click();
  await built();
  // F81010 is Aveley Medical Centre; 07G is Thurrock: the geography file of 2022-23.
  const codes = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Scorecard").getRange("A12:B40");
      range.load({ values: true });
      await context.sync();
      return range.values as string[][];
    }),
  );
  const geography = readFileSync(fixture("MAPPING_NHS_GEOGRAPHIES_2223.csv"), "utf8");
  const shown = codes.map(([code]) => code).filter((code): code is string => /^[A-Z]\d{5}$/.test(code ?? ""));
  expect(shown.length).toBeGreaterThan(5);
  shown.forEach((code) => expect(geography).toContain(code));

  const remembered = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem("gpScorecard.choices");
      setting.load({ value: true });
      await context.sync();
      return JSON.parse(setting.value as string) as { area: { code: string }; files: string[] };
    }),
  );
  expect(remembered.area.code).toBe("07G");
  expect(remembered.files).toContain("PREVALENCE_2223.csv");

  // The page starts afresh, as when the workbook is opened again: the data is still there, without its files.
  await pane.evaluate(() => window.location.reload());
  await button(/^Go on with .*07G/).click();
  await button("Build scorecard").click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard was built anew" }).waitFor();
});

test("a function is filled in from the selected cells and inserted where nothing is overwritten", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2:C2").values = [[20720, 10]];
      await context.sync();
    }),
  );
  await button("Functions").click();
  await pane.getByText("PATIENTS_PER_GP", { exact: true }).click();
  await select("Sheet1", "B2");
  await button("Take the selected cells for patients").click();
  await pane.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => /B2$/.test(input.value)));
  await select("Sheet1", "C2");
  await button("Take the selected cells for gp_fte").click();
  await pane.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => /C2$/.test(input.value)));

  await select("Sheet1", "C2");
  await button("Insert in the selected cell").click();
  await pane.getByText(/C2 is not empty/).waitFor();
  await select("Sheet1", "D2");
  await button("Insert in the selected cell").click();
  await pane.getByText(/Inserted in .*D2/).waitFor();
  // 20,720 patients and 10 full-time-equivalent GPs: 2,072, as in Thurrock.
  await eventually(async () => expect((await cell("Sheet1", "D2")).value).toBe(2072));
});

test("what is loaded in the pane is what the functions answer from", async () => {
  await buildIllustrative();
  const { value: code } = await cell("Scorecard", "A12");
  const { value: name } = await cell("Scorecard", "B12");
  await pane.evaluate(
    (practice) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [[`=SCORECARD.PRACTICE_NAME("${practice}")`]];
        await context.sync();
      }),
    String(code),
  );
  await pane.waitForTimeout(500);
  await eventually(async () => expect((await cell("Sheet1", "A1")).value).toBe(name));
});

/** Excel refuses the next request of the add-in, as it does for its own reasons. */
const refuseNext = (code: string): Promise<void> =>
  open.page.evaluate((refusal) => {
    const { host } = (
      window as unknown as { workbench: { host: { faults: { fail: (fault: { request: number; code: string }) => void } } } }
    ).workbench;
    host.faults.fail({ request: 1, code: refusal });
  }, code);

test("a refusal of Excel is explained, leaves the workbook as it was, and Try again builds", async () => {
  await button(/^The illustrative area/).click();
  await refuseNext("AccessDenied");
  await button("Build scorecard").click();
  const help = pane.getByRole("alert");
  await help.waitFor();
  await eventually(async () => expect(await help.innerText()).toContain("The workbook or sheet is protected"));
  await eventually(async () => expect(await help.innerText()).toContain("The workbook is as it was before."));
  await button("Try again").click();
  await built();
});

test("the ribbon builds without opening the pane, and opens it when there is something to say", async () => {
  const paneBox = open.page.locator("iframe#pane");
  await open.page.getByRole("button", { name: "Close pane" }).click();
  await paneBox.waitFor({ state: "hidden" });
  const ribbon = open.page.getByRole("button", { name: "Build scorecard" }).and(open.page.locator(".wb-ribbon-button"));
  await ribbon.click();
  await open.page.getByText("Scorecard", { exact: true }).last().waitFor();
  await open.page.waitForFunction(() => document.querySelector(".wb-ribbon-button[aria-busy]") === null);
  await eventually(async () => expect((await cell("Scorecard", "A1")).value).toMatch(/Wexmarsh/));
  await eventually(async () => expect(await paneBox.isVisible()).toBe(false));

  await refuseNext("InvalidOperationInCellEditMode");
  await ribbon.click();
  await paneBox.waitFor({ state: "visible" });
  await pane.getByRole("alert").getByText("Excel is waiting for a cell to be finished").waitFor();
});

const ribbonButton = (name: string) => open.page.getByRole("button", { name, exact: true }).and(open.page.locator(".wb-ribbon-button"));
const sheets = (): Promise<string[]> =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.load({ name: true });
      await context.sync();
      return context.workbook.worksheets.items.map(({ name }) => name);
    }),
  );

test("sheets chosen beside the scorecard are built, refreshed from the ribbon, and removed with it", async () => {
  const before = await sheets();
  await button(/^The illustrative area/).click();
  await pane.getByRole("checkbox", { name: /^Patients per GP/ }).check();
  await button("Build scorecard").click();
  await built();
  const made = [...before, "Scorecard", "Under-doctoring", "Data", "Methods"];
  await eventually(async () => expect((await sheets()).sort()).toEqual([...made].sort()));

  await ribbonButton("Refresh").click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard was built anew" }).waitFor();
  await pane.getByText("No mark is another one than before.").waitFor();
  await eventually(async () => expect((await sheets()).sort()).toEqual([...made].sort()));

  await button("Remove the scorecard").click();
  await button("Remove").click();
  await pane.getByText(/^Removed from this workbook: .*Under-doctoring/).waitFor();
  await eventually(async () => expect(await sheets()).toEqual(before));
});

test("the ribbon opens the page of the practice in the selected row, and asks where there is none", async () => {
  await buildIllustrative();
  const { value: code } = await cell("Scorecard", "A14");
  await select("Scorecard", "D14");
  await ribbonButton("Practice page").click();
  await pane.getByText(`The sheet Practice ${String(code)} was added to the scorecard, and is in front.`).waitFor();
  await eventually(async () => expect(await activeSheet()).toBe(`Practice ${String(code)}`));
  await select("Sheet1", "A1");
  await ribbonButton("Practice page").click();
  await pane.getByRole("heading", { level: 1, name: "Which practice?" }).waitFor();
});

test("preparing for sharing makes a value of a function and says what the formula was", async () => {
  await select("Sheet1", "A1");
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").formulas = [["=SCORECARD.PATIENTS_PER_GP(20720,10)"]];
      await context.sync();
    }),
  );
  await pane.waitForTimeout(300);
  await ribbonButton("Prepare for sharing").click();
  await pane.getByRole("main").getByRole("checkbox").waitFor();
  await pane.getByRole("button", { name: "Prepare for sharing" }).click();
  await pane.getByRole("heading", { name: "Ready to be shared" }).waitFor();
  await eventually(async () => expect(await cell("Sheet1", "A1")).toEqual({ value: 2072, formula: 2072 }));
  await pane.getByText("What the formulas were").click();
  await pane.getByText("Sheet1!A1: =SCORECARD.PATIENTS_PER_GP(20720,10)").waitFor();
});
