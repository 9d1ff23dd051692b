/**
 * The workbench as a person uses it: the built page in a real browser, keys and clicks, and what Office.js then reads in the pane's frame.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import type { Model } from "@odoo/o-spreadsheet";
import type Axe from "axe-core";
import type { Browser, BrowserContext } from "playwright-core";
import { launchBrowser, openWorkbench, startWorkbench, type OpenWorkbench, type RunningWorkbench } from "../support/browser";

jest.setTimeout(120_000);

const DIST = join(__dirname, "../../dist");
let browser: Browser;
let workbench: RunningWorkbench;
let profile: BrowserContext;
let open: OpenWorkbench;

beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchBrowser(), startWorkbench()]);
});
afterAll(async () => {
  await browser?.close();
  await workbench?.stop();
});
beforeEach(async () => {
  profile = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  open = await openWorkbench(profile, workbench.url);
});
afterEach(async () => {
  // Whatever a test did, the page must not have complained, asked another computer, or missed a file.
  const { complaints } = open;
  await profile.close();
  expect(complaints).toEqual({ errors: [], outside: [], missing: [] });
});

/** Selects a cell and leaves the keyboard there. */
async function goTo(address: string): Promise<void> {
  const [sheet, cell] = address.includes("!") ? (address.split("!") as [string, string]) : [undefined, address];
  await open.pane.evaluate(
    async ([sheetName, ref]) =>
      Excel.run(async (context) => {
        const worksheet =
          sheetName === undefined ? context.workbook.worksheets.getActiveWorksheet() : context.workbook.worksheets.getItem(sheetName);
        worksheet.activate();
        worksheet.getRange(ref).select();
        await context.sync();
      }),
    [sheet, cell!] as const,
  );
  await open.page.locator(".o-grid .o-composer").focus();
}

async function type(address: string, text: string): Promise<void> {
  await goTo(address);
  await open.page.keyboard.type(text, { delay: 5 });
  await open.page.keyboard.press("Enter");
}

/** What Office.js reads, the way the add-in itself would. */
const values = (address: string, sheet?: string): Promise<unknown[][]> =>
  open.pane.evaluate(
    async ([ref, name]) =>
      Excel.run(async (context) => {
        const worksheet = name === undefined ? context.workbook.worksheets.getActiveWorksheet() : context.workbook.worksheets.getItem(name);
        const range = worksheet.getRange(ref);
        range.load({ values: true });
        await context.sync();
        return range.values as unknown[][];
      }),
    [address, sheet] as const,
  );

const sheetNames = (): Promise<string[]> =>
  open.pane.evaluate(async () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.load({ name: true });
      await context.sync();
      return context.workbook.worksheets.items.map((sheet) => sheet.name);
    }),
  );

test("6,000 patients and 3 GPs, typed as a formula, give 2,000 patients per GP", async () => {
  await type("B2", "=SCORECARD.PATIENTS_PER_GP(6000,3)");
  expect(await values("B2")).toEqual([[2000]]);
});

test("while the name of a function is typed the grid offers it with its description", async () => {
  await goTo("B2");
  await open.page.keyboard.type("=SCORECARD.PAT", { delay: 20 });
  const offered = open.page.locator(".o-autocomplete-value-focus", { hasText: "SCORECARD.PATIENTS_PER_GP" });
  await offered.waitFor();
  expect(await offered.innerText()).toContain("Registered patients per full-time-equivalent GP");
  await open.page.keyboard.press("Tab");
  // The editor puts its text back and then the caret behind it; a person is never as quick as this test.
  await open.page.waitForFunction(() => {
    const caret = document.getSelection()?.getRangeAt(0);
    const editor = document.querySelector(".o-grid .o-composer");
    if (!caret || !editor) return false;
    const before = document.createRange();
    before.setStart(editor, 0);
    before.setEnd(caret.endContainer, caret.endOffset);
    return before.toString() === "=SCORECARD.PATIENTS_PER_GP(";
  });
  await open.page.keyboard.type("6000,3)", { delay: 5 });
  await open.page.keyboard.press("Enter");
  expect(await values("B2")).toEqual([[2000]]);
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
    await type(address, text);
  }
  await type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A3,B1:B3)");
  expect(await values("C1:C3")).toEqual([[2000], [1800], ["#DIV/0!"]]);
});

test("z-scores are worked out over the whole range at once and spill beside it", async () => {
  await type("A1", "50");
  await type("A2", "60");
  await type("A3", "70");
  await type("B1", "100");
  await type("B2", "100");
  await type("B3", "100");
  await type("C1", "=SCORECARD.VARIATION_Z(A1:A3,B1:B3)");
  const [first, middle, last] = (await values("C1:C3")).map(([value]) => value as number);
  // Pooled proportion 180/300 = 0.6: the middle practice is exactly there. Arcsine transform: z = 2 sqrt(100) (asin sqrt p - asin sqrt 0.6)
  // asin sqrt 0.5 = 0.785398, asin sqrt 0.6 = 0.886077, asin sqrt 0.7 = 0.991157, so z = 20 x -0.100679 and 20 x 0.105080.
  expect(middle).toBeCloseTo(0, 9);
  expect(first).toBeCloseTo(-2.0136, 3);
  expect(last).toBeCloseTo(2.1016, 3);
});

test("text where a number belongs gives #VALUE!, and the cell says what was expected", async () => {
  await type("B2", '=SCORECARD.PATIENTS_PER_GP("many",3)');
  expect(await values("B2")).toEqual([["#VALUE!"]]);
  const cell = await open.page.evaluate(() => {
    const { model } = (window as unknown as { workbench: { model: Model } }).workbench;
    return model.getters.getEvaluatedCell({ sheetId: model.getters.getActiveSheetId(), col: 1, row: 1 });
  });
  expect((cell as { message?: string }).message).toMatch(/many/);
});

test("changing a number changes what depends on it, and one undo takes it back", async () => {
  await type("A1", "6000");
  await type("B1", "=SCORECARD.PATIENTS_PER_GP(A1,3)");
  await type("A1", "9000");
  expect(await values("B1")).toEqual([[3000]]);
  await open.page.keyboard.press("Control+z");
  expect(await values("A1:B1")).toEqual([[6000, 2000]]);
});

test.each(["Patients per GP", "Is the variation real?", "A score over three conditions"])(
  "the example %j opens with its results",
  async (title) => {
    await open.page.selectOption("#examples", { label: title });
    await open.page.waitForFunction(() => !document.getElementById("examples")?.hasAttribute("aria-busy"));
    const shown = (await values("A1:I12")).flat();
    expect(shown[0]).toBe(title);
    expect(shown).not.toContain("#NAME?");
    expect(shown).not.toContain("#BUSY!");
    expect(shown).not.toContain("#VALUE!");
  },
);

describe("a click on Build scorecard on the ribbon", () => {
  const build = async (): Promise<void> => {
    await open.page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Build scorecard" }).click();
    await open.page.waitForFunction(() => document.querySelector('#ribbon [aria-busy="true"]') === null, null, { timeout: 60_000 });
  };

  test("makes the scorecard's sheets, with practices and figures on them", async () => {
    await build();
    expect(await sheetNames()).toEqual(expect.arrayContaining(["Scorecard", "Data", "Methods"]));
    const shown = (await values("A1:AO60", "Scorecard")).flat();
    expect(shown.filter((value) => typeof value === "number").length).toBeGreaterThan(100);
    expect(shown.filter((value) => typeof value === "string" && value.startsWith("#"))).toEqual([]);
  });

  test("done twice, replaces the sheets and adds none", async () => {
    await build();
    const once = await sheetNames();
    await build();
    expect(await sheetNames()).toEqual(once);
  });
});

test("the workbook is taken along as an .xlsx file with its formulas, their results, and what they fill", async () => {
  await type("A1", "6000");
  await type("A2", "8400");
  await type("B1", "3");
  await type("B2", "0");
  await type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A2,B1:B2)");
  await type("D1", "=A1/B1");
  const [download] = await Promise.all([
    open.page.waitForEvent("download"),
    open.page.getByRole("button", { name: "Download .xlsx" }).click(),
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
    open.page.waitForEvent("filechooser"),
    open.page.getByRole("button", { name: "Open a file" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await open.page.locator("#open:disabled").waitFor({ state: "detached" });
}

test("a .csv file opens as a sheet of its values: numbers as numbers, codes and would-be formulas as the text they are", async () => {
  await openOwnFile("practices.csv", Buffer.from('\uFEFFcode,name,patients\r\n00123,"Ash Lane, Surgery",6000\r\nA81001,=1+1,12.5\r\n'));
  await open.page.waitForFunction(() => document.querySelector(".o-sheet-list")?.textContent?.includes("practices"));
  expect(await values("A1:C3", "practices")).toEqual([
    ["code", "name", "patients"],
    ["00123", "Ash Lane, Surgery", 6000],
    ["A81001", "=1+1", 12.5],
  ]);
});

test("a workbook that was taken along opens again with the same values, and its formulas are alive", async () => {
  await type("A1", "6000");
  await type("A2", "8400");
  await type("B1", "3");
  await type("B2", "4.2");
  await type("C1", "=SCORECARD.PATIENTS_PER_GP(A1:A2,B1:B2)");
  await type("D1", '=IF(C1>1500,"above","below")');
  const [download] = await Promise.all([
    open.page.waitForEvent("download"),
    open.page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  await openOwnFile("copy.xlsx", readFileSync(await download.path()));
  await open.page.waitForFunction(() => document.querySelector(".o-sheet-list")?.textContent?.includes("Sheet1 (2)"));
  expect(await values("A1:D2", "Sheet1 (2)")).toEqual([
    [6000, 3, 2000, "above"],
    [8400, 4.2, 2000, ""],
  ]);
  await type("Sheet1 (2)!B1", "6");
  expect(await values("C1:D1", "Sheet1 (2)")).toEqual([[1000, "below"]]);
});

test("a funnel is drawn as asked for: each series over its own x values, limits as lines, practices as points, the named one named", async () => {
  await open.pane.evaluate(async () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("M1:P3").values = [
        [100, 0.9, 300, 0.75],
        [400, 0.8, 700, 0.6],
        [900, 0.77, "", ""],
      ];
      const chart = sheet.charts.add("XYScatter", sheet.getRange("M1:N3"), "Columns");
      chart.setPosition("A1", "H20");
      chart.series.load({ name: true });
      await context.sync();
      const [limit] = chart.series.items;
      limit!.name = "95 % limit";
      limit!.markerStyle = "None";
      limit!.format.line.color = "#4C6272";
      limit!.format.line.lineStyle = "Dash";
      const practices = chart.series.add("Ash Lane");
      practices.setXAxisValues(sheet.getRange("O1:O2"));
      practices.setValues(sheet.getRange("P1:P2"));
      practices.format.line.lineStyle = "None";
      practices.markerStyle = "Triangle";
      practices.hasDataLabels = true;
      practices.dataLabels.showSeriesName = true;
      chart.axes.valueAxis.maximum = 1;
      chart.axes.valueAxis.numberFormat = "0%";
      await context.sync();
    }),
  );
  const drawn = await open.page.locator(".o-figure canvas").evaluate((canvas) => {
    type Drawn = {
      readonly data: {
        readonly datasets: readonly {
          label: string;
          data: unknown;
          showLine: boolean;
          pointRadius: number;
          pointStyle: string;
          name?: object;
        }[];
      };
      readonly scales: Readonly<Record<string, { readonly max: number; readonly ticks: readonly { readonly label: string }[] }>>;
    };
    const chart = (window as unknown as { Chart: { getChart(canvas: unknown): Drawn } }).Chart.getChart(canvas);
    return {
      series: chart.data.datasets.map(({ label, data, showLine, pointRadius, pointStyle, name }) => ({
        label,
        data,
        showLine,
        hasPoints: pointRadius > 0,
        pointStyle,
        named: name !== undefined,
      })),
      top: chart.scales["y"]!.ticks.at(-1)!.label,
    };
  });
  expect(drawn.top).toBe("100%");
  expect(drawn.series).toMatchObject([
    {
      label: "95 % limit",
      data: [
        { x: 100, y: 0.9 },
        { x: 400, y: 0.8 },
        { x: 900, y: 0.77 },
      ],
      showLine: true,
      hasPoints: false,
      named: false,
    },
    {
      label: "Ash Lane",
      data: [
        { x: 300, y: 0.75 },
        { x: 700, y: 0.6 },
      ],
      showLine: false,
      hasPoints: true,
      pointStyle: "triangle",
      named: true,
    },
  ]);
});

test("the pane can be closed, opened from the ribbon, and made wider by keyboard", async () => {
  const { page } = open;
  await page.getByRole("button", { name: "Close pane" }).click();
  expect(await page.locator("#pane").isVisible()).toBe(false);
  await page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Open pane" }).click();
  expect(await page.locator("#pane").isVisible()).toBe(true);
  const width = async () => (await page.locator("#pane-box").boundingBox())!.width;
  const splitter = page.getByRole("separator", { name: "Width of the task pane" });
  await splitter.focus();
  await page.keyboard.press("Home");
  expect(await width()).toBe(320);
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(340);
});

test("the page says that it is not Excel and how to get there", async () => {
  const { page } = open;
  expect(await page.title()).toBe("Workbench - GP Practice Scorecard");
  expect(await page.getByText("This is not Excel.").isVisible()).toBe(true);
  await page.getByRole("button", { name: "How to use it in Excel" }).click();
  expect(await page.getByRole("dialog").innerText()).toContain("npm run excel");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").isVisible()).toBe(false);
});

test("the grid, the pane and the ribbon have no fault that an accessibility checker finds in our own part of the page", async () => {
  await open.page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const faults = await open.page.evaluate(async () => {
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
  const origin = new URL(workbench.url).origin;
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
