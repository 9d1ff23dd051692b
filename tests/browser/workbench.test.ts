/** The workbench as a person uses it: the built page in a real browser, keys and clicks, and what Office.js then reads in the pane's frame. */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Model } from "@odoo/o-spreadsheet";
import type Axe from "axe-core";
import { eventually } from "../support/eventually";
import { workbenchForTests } from "../support/workbenchUser";

const DIST = join(__dirname, "../../dist");
const user = workbenchForTests();

test("6,000 patients and 3 GPs, typed as a formula, give 2,000 patients per GP", async () => {
  await user.type("B2", "=SCORECARD.PATIENTS_PER_GP(6000,3)");
  await eventually(async () => expect(await user.values("B2")).toEqual([[2000]]));
});

test("while the name of a function is typed the grid offers it with its description", async () => {
  await user.goTo("B2");
  await user.open.page.keyboard.type("=SCORECARD.PAT", { delay: 60 });
  const offered = user.open.page.locator(".o-autocomplete-value-focus", { hasText: "SCORECARD.PATIENTS_PER_GP" });
  await offered.waitFor();
  await eventually(async () => expect(await offered.innerText()).toContain("Registered patients per full-time-equivalent GP"));
  await user.drawn();
  // A key let go before the grid has drawn puts the caret back; a finger stays on it longer.
  await user.open.page.keyboard.down("Tab");
  await user.drawn();
  await user.open.page.keyboard.up("Tab");
  await user.open.page.locator(".o-grid .o-composer", { hasText: "=SCORECARD.PATIENTS_PER_GP(" }).waitFor();
  await user.drawn();
  await user.open.page.keyboard.type("6000,3)", { delay: 5 });
  await user.open.page.keyboard.press("Enter");
  await eventually(async () => expect(await user.values("B2")).toEqual([[2000]]));
});

test("ranges give one result a practice, spilled down, and a practice without GPs its own error", async () => {
  // 8,400 / 4.2 = 2,000; 9,900 / 5.5 = 1,800
  for (const [address, text] of [
    ["A1", "8400"],
    ["A2", "9900"],
    ["A3", "3600"],
    ["B1", "4.2"],
    ["B2", "5.5"],
    ["B3", "0"],
  ] as const) {
    await user.type(address, text);
  }
  await user.type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A3,B1:B3)");
  await eventually(async () => expect(await user.values("C1:C3")).toEqual([[2000], [1800], ["#DIV/0!"]]));
});

test("z-scores are worked out over the whole range at once and spill beside it", async () => {
  await user.type("A1", "50");
  await user.type("A2", "60");
  await user.type("A3", "70");
  await user.type("B1", "100");
  await user.type("B2", "100");
  await user.type("B3", "100");
  await user.type("C1", "=SCORECARD.VARIATION_Z(A1:A3,B1:B3)");
  const [first, middle, last] = (await user.values("C1:C3")).map(([value]) => value as number);
  // Pooled proportion 180/300 = 0.6: the middle practice is exactly there. Arcsine transform: z = 2 sqrt(100) (asin sqrt p - asin sqrt 0.6)
  // asin sqrt 0.5 = 0.785398, asin sqrt 0.6 = 0.886077, asin sqrt 0.7 = 0.991157, so z = 20 x -0.100679 and 20 x 0.105080.
  expect(middle).toBeCloseTo(0, 9);
  expect(first).toBeCloseTo(-2.0136, 3);
  expect(last).toBeCloseTo(2.1016, 3);
});

test("text where a number belongs gives #VALUE!, and the cell says what was expected", async () => {
  await user.type("B2", '=SCORECARD.PATIENTS_PER_GP("many",3)');
  await eventually(async () => expect(await user.values("B2")).toEqual([["#VALUE!"]]));
  const cell = await user.open.page.evaluate(() => {
    const { model } = (window as unknown as { workbench: { model: Model } }).workbench;
    return model.getters.getEvaluatedCell({ sheetId: model.getters.getActiveSheetId(), col: 1, row: 1 });
  });
  expect((cell as { message?: string }).message).toMatch(/many/);
});

test("changing a number changes what depends on it, and one undo takes it back", async () => {
  await user.type("A1", "6000");
  await user.type("B1", "=SCORECARD.PATIENTS_PER_GP(A1,3)");
  await user.type("A1", "9000");
  await eventually(async () => expect(await user.values("B1")).toEqual([[3000]]));
  await user.open.page.keyboard.press("Control+z");
  await eventually(async () => expect(await user.values("A1:B1")).toEqual([[6000, 2000]]));
});

describe("a click on Build scorecard on the ribbon", () => {
  const build = async (): Promise<void> => {
    await user.open.page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Build scorecard" }).click();
    await user.open.page.waitForFunction(() => document.querySelector('#ribbon [aria-busy="true"]') === null, null, { timeout: 60_000 });
  };

  test("makes the scorecard's sheets, with practices and figures on them", async () => {
    await build();
    await eventually(async () => expect(await user.sheetNames()).toEqual(expect.arrayContaining(["Scorecard", "Data", "Methods"])));
    const shown = (await user.values("A1:AO60", "Scorecard")).flat();
    expect(shown.filter((value) => typeof value === "number").length).toBeGreaterThan(100);
    expect(shown.filter((value) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  });

  test("done twice, replaces the sheets and adds none", async () => {
    await build();
    const once = await user.sheetNames();
    await build();
    await eventually(async () => expect(await user.sheetNames()).toEqual(once));
  });
});

test("the pane can be closed, opened from the ribbon, and made wider by keyboard", async () => {
  const { page } = user.open;
  await page.getByRole("button", { name: "Close pane" }).click();
  await eventually(async () => expect(await page.locator("#pane").isVisible()).toBe(false));
  await page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Open pane" }).click();
  await eventually(async () => expect(await page.locator("#pane").isVisible()).toBe(true));
  const width = async () => (await page.locator("#pane-box").boundingBox())!.width;
  const splitter = page.getByRole("separator", { name: "Width of the task pane" });
  await splitter.focus();
  await page.keyboard.press("Home");
  await eventually(async () => expect(await width()).toBe(320));
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => expect(await width()).toBe(340));
});

test("the page says that it is not Excel and how to get there", async () => {
  const { page } = user.open;
  await eventually(async () => expect(await page.title()).toBe("Workbench - GP Practice Scorecard"));
  await eventually(async () => expect(await page.getByText("This is not Excel.").isVisible()).toBe(true));
  await page.getByRole("button", { name: "How to use it in Excel" }).click();
  await eventually(async () => expect(await page.getByRole("dialog").innerText()).toContain("npm run excel"));
  await page.keyboard.press("Escape");
  await eventually(async () => expect(await page.getByRole("dialog").isVisible()).toBe(false));
});

test("the grid, the pane and the ribbon have no fault that an accessibility checker finds in our own part of the page", async () => {
  await user.open.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const faults = await user.open.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const result = await axe.run({ exclude: [["#grid"], ["#pane"]] } as never, { iframes: false });
    return result.violations.map((violation) => [violation.id, ...violation.nodes.map((node) => node.html)]);
  });
  expect(faults).toEqual([]);
});

test("every file of the add-in arrives byte for byte as built, but for the address of office.js", async () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(DIST, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  expect(files).toEqual(expect.arrayContaining(["taskpane.html", "taskpane.js", "functions.js", "functions.json", "manifest.xml"]));
  const origin = new URL(user.url).origin;
  for (const file of files) {
    const served = Buffer.from(await (await fetch(`${origin}/${file}`)).arrayBuffer());
    const built = readFileSync(join(DIST, file));
    const expected =
      file === "taskpane.html"
        ? Buffer.from(built.toString().replace("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "/office/office.js"))
        : built;
    expect([file, served.equals(expected)]).toEqual([file, true]);
  }
});

test("a title runs on over the empty cells beside it across the edge of frozen columns, and stops at a cell that is not empty", async () => {
  await user.open.pane.evaluate(async () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A2").values = [["General practice scorecard of an area"], ["General practice scorecard of an area"]];
      sheet.getRange("C2").values = [["."]];
      sheet.getRange("A1:A2").format.font.color = "#003087";
      sheet.getRange("A1:A2").format.font.size = 20;
      sheet.getRange("A1:A2").format.rowHeight = 30;
      sheet.freezePanes.freezeColumns(1);
      sheet.getRange("E9").select();
      await context.sync();
    }),
  );
  /** Dots of the title's colour in column B and C, beside the frozen A, in the row of this number. */
  const dotsBeside = (row: number) =>
    user.open.page.evaluate((at) => {
      const { model } = (window as unknown as { workbench: { model: Model } }).workbench;
      const sheetId = model.getters.getActiveSheetId();
      const width = (col: number): number => model.getters.getColSize(sheetId, col);
      const canvas = document.querySelector<HTMLCanvasElement>("#grid .o-grid canvas")!;
      const scale = canvas.width / canvas.clientWidth;
      const [heads, top] = [48, 26 + (at - 1) * model.getters.getRowSize(sheetId, 0)];
      const from = heads + width(0);
      const { data } = canvas
        .getContext("2d")!
        .getImageData(
          (from + width(1) + 4) * scale,
          (top + 2) * scale,
          (width(2) - 8) * scale,
          (model.getters.getRowSize(sheetId, 0) - 4) * scale,
        );
      let dots = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i]! < 60 && data[i + 1]! < 90 && data[i + 2]! > 90) dots++;
      return dots;
    }, row);
  await eventually(async () => expect(await dotsBeside(1)).toBeGreaterThan(50));
  expect(await dotsBeside(2)).toBe(0);
});

describe("buttons of the ribbon that have nothing to do yet", () => {
  const button = (name: string) => user.open.page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name });

  test("are greyed until there is a scorecard, and again when it is removed", async () => {
    for (const name of ["Refresh", "Practice page", "Local data template"])
      await button(name).and(user.open.page.locator("[aria-disabled=true]")).waitFor();
    await button("Refresh").click({ force: true });
    expect(await user.sheetNames()).toEqual(["Sheet1"]);
    await button("Build scorecard").click();
    await button("Refresh").and(user.open.page.locator("[aria-disabled=false]")).waitFor({ timeout: 60_000 });
    await user.open.pane.getByRole("button", { name: "Remove the scorecard" }).click();
    await user.open.pane.getByRole("button", { name: "Remove", exact: true }).click();
    await button("Refresh").and(user.open.page.locator("[aria-disabled=true]")).waitFor({ timeout: 60_000 });
  });
});

test("the menu of a cell with a practice's code opens that practice's page", async () => {
  const { page, pane } = user.open;
  await page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Build scorecard" }).click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard is in your workbook" }).waitFor({ timeout: 60_000 });
  const codes = await user.values("A12:A13", "Scorecard");
  await user.goTo("Scorecard!A13");
  const grid = (await page.locator("#grid .o-grid canvas").boundingBox())!;
  const above = await page.evaluate(() => {
    const { getters } = (window as unknown as { workbench: { model: Model } }).workbench.model;
    return Array.from({ length: 12 }, (_, row) => getters.getRowSize(getters.getActiveSheetId(), row)).reduce((sum, size) => sum + size, 0);
  });
  await page.mouse.click(grid.x + 60, grid.y + 26 + above + 8, { button: "right" });
  await page.locator(".o-menu-item", { hasText: "Practice page" }).click();
  await pane.getByText(`The sheet Practice ${String(codes[1]![0])} was added`).waitFor({ timeout: 60_000 });
});
