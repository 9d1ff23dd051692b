/** The pane as a person uses it before Excel comes in: choosing files, being told what was found, choosing an area. Real files of Thurrock. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { axeFaults } from "../support/axe";
import { launchBrowser } from "../support/browser";
import { eventually } from "../support/eventually";
import { openPane, servePane, type OpenPane, type PaneSite } from "./paneAlone";

jest.setTimeout(120_000);

const fixture = (name: string): string => join(__dirname, "../fixtures/thurrock", name);
const FILES = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv", "epraccur.csv"].map(fixture);

let browser: Browser;
let site: PaneSite;
let open: OpenPane;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), servePane()]);
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});
beforeEach(async () => {
  open = await openPane(browser, site);
});
afterEach(async () => {
  const { page, outside, errors } = open;
  await page.context().close();
  // The content security policy stops office.js's own telemetry frame before it is asked for, so not even that is here.
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

async function addFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles([...files]);
  await page.getByRole("status").filter({ hasText: "recognised" }).waitFor();
}

/** From the start to the screen on which Thurrock can be built. */
async function loadThurrock(page: Page): Promise<void> {
  await button(page, /^Published files/).click();
  await addFiles(page, FILES);
  await button(page, "Choose the area").click();
  await page.getByRole("searchbox").fill("07G");
  await page.getByRole("radio", { name: /07G/ }).check();
  await button(page, "Read the files").click();
  await page.getByText("New sheets are added").waitFor();
}

describe("the way from files to a scorecard", () => {
  test("each screen asks one question, and its heading has the focus when it appears", async () => {
    const { page } = open;
    const seen: string[] = [];
    const look = async () => {
      seen.push((await title(page).textContent()) ?? "");
      await eventually(async () => expect(await title(page).evaluate((heading) => heading === document.activeElement)).toBe(true));
    };
    await look();
    await button(page, /^Published files/).click();
    await look();
    await addFiles(page, FILES);
    await button(page, "Choose the area").click();
    await look();
    await page.getByRole("radio", { name: /07G/ }).check();
    await button(page, "Read the files").click();
    await page.getByText("New sheets are added").waitFor();
    await look();
    expect(seen).toEqual([
      "What should the scorecard be built from?",
      "Which files should be read?",
      "Whose practices should be compared?",
      expect.stringMatching(/^Scorecard for .*07G/),
    ]);
  });

  test("each file says what it was recognised as, for when, and what became of its rows", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    await addFiles(page, FILES);
    const list = page.getByRole("list", { name: "Files" }).getByRole("listitem");
    await eventually(async () => expect(await list.count()).toBe(3));
    const cards = await list.allInnerTexts();
    expect(cards[0]).toMatch(/^QOF prevalence, 2022-23\s+PREVALENCE_2223\.csv\s+[\d,]+ rows/);
    expect(cards[1]).toMatch(/^QOF geographies, 2022-23/);
  });

  test("a file that is none of the publications is not used, and the reason names its headings", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    await page
      .locator("input[type=file]")
      .setInputFiles([
        { name: "holiday plan.csv", mimeType: "text/csv", buffer: Buffer.from("Surname,First day,Last day\nSmith,1 May,8 May\n") },
      ]);
    await page.getByRole("heading", { name: "Not used" }).waitFor();
    await eventually(async () =>
      expect(await page.getByRole("list", { name: "Files" }).innerText()).toContain("Surname, First day, Last day"),
    );
    await eventually(async () => expect(await button(page, "Choose the area").getAttribute("aria-disabled")).toBe("true"));
  });

  test("a file that does not say its period asks for it, refuses nonsense, and goes on with the answer", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    const nameless = { name: "download.csv", mimeType: "text/csv", buffer: readFileSync(fixture("PREVALENCE_2223.csv")) };
    await page.locator("input[type=file]").setInputFiles([nameless]);
    const question = page.getByRole("textbox", { name: "Which year or date is it for?" });
    await question.fill("last year");
    await button(page, "Set").click();
    await page.getByText("Enter a financial year, like 2022-23").waitFor();
    await eventually(async () => expect(await question.getAttribute("aria-invalid")).toBe("true"));
    await question.fill("2022/23");
    await question.press("Enter");
    await page.getByRole("heading", { name: "QOF prevalence, 2022-23" }).waitFor();
    await eventually(async () => expect(await question.count()).toBe(0));
  });

  test("files dropped anywhere on the pane are taken, from the first screen on", async () => {
    const { page } = open;
    const content = readFileSync(FILES[1]!, "utf8");
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "MAPPING_NHS_GEOGRAPHIES_2223.csv"));
      return transfer;
    }, content);
    await page.dispatchEvent("h1", "dragover", { dataTransfer: dropped });
    await page.getByText("Drop the files here").waitFor();
    await page.dispatchEvent("h1", "drop", { dataTransfer: dropped });
    await page.getByRole("heading", { name: "QOF geographies, 2022-23" }).waitFor();
    await eventually(async () => expect(await page.getByText("Drop the files here").count()).toBe(0));
  });

  test("a removed file is forgotten, and one of the same name takes the place of the older", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    await addFiles(page, FILES);
    await addFiles(page, [FILES[0]!]);
    await eventually(async () => expect(await page.getByRole("button", { name: /^Remove / }).count()).toBe(3));
    await button(page, "Remove epraccur.csv").click();
    await page.getByRole("status").filter({ hasText: "2 of 2 files recognised" }).waitFor();
  });

  test("areas are searched by words in any order, and the count is said", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    await addFiles(page, FILES);
    await button(page, "Choose the area").click();
    await page.getByRole("searchbox").fill("essex mid");
    const [own, ...names] = await page
      .getByRole("radio")
      .evaluateAll((radios) => radios.map((radio) => radio.closest("span")?.innerText ?? ""));
    expect(own).toBe("A list of my own");
    expect(names.length).toBeGreaterThan(0);
    names.forEach((name) => expect(name.toLowerCase()).toMatch(/mid.*essex/));
    // No file says so: 07G was Thurrock's clinical commissioning group.
    await page.getByRole("searchbox").fill("thurrock");
    await page.getByRole("radio", { name: "NHS Mid and South Essex ICB - 07G (Thurrock)" }).waitFor();
    await page.getByRole("searchbox").fill("nowhere at all");
    await page.getByText("No area has these words").waitFor();
  });

  test("a list of practices takes the place of an area, and what is not a code is named", async () => {
    const { page } = open;
    await button(page, /^Published files/).click();
    await addFiles(page, FILES);
    await button(page, "Choose the area").click();
    await page.getByRole("radio", { name: "A list of my own" }).check();
    await eventually(async () => expect(await button(page, "Read the files").getAttribute("aria-disabled")).toBe("true"));
    await page.getByRole("textbox", { name: "Name of the list" }).fill("Two by the river");
    await page.getByRole("textbox", { name: "Practice codes" }).fill("f81010; F81082 Tilbury");
    await page.getByText("2 practice codes; not read as one: Tilbury").waitFor();
    await button(page, "Read the files").click();
    await page.getByText("New sheets are added").waitFor();
    await eventually(async () => expect(await title(page).textContent()).toBe("Scorecard for Two by the river"));
    await eventually(async () => expect(await page.getByRole("definition").first().innerText()).toBe("2"));
  });

  test("outside Excel the build fails as help: what happened, what it means, what to do, and details to copy", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Build scorecard").click();
    const help = page.getByRole("alert");
    await help.waitFor();
    await eventually(async () => expect(await help.getByRole("heading").innerText()).not.toMatch(/error|undefined|!/i));
    await help.locator("summary").click();
    await eventually(async () => expect(await help.locator("pre").innerText()).toContain("Excel"));
    await eventually(async () => expect(await button(page, "Try again").isVisible()).toBe(true));
  });
});

describe("with the keyboard alone", () => {
  test("Tab and Enter choose the files, the arrows the area, and Enter goes on", async () => {
    const { page } = open;
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        const here = await page.evaluate(
          () => document.activeElement?.getAttribute("aria-label") ?? (document.activeElement as HTMLElement).innerText,
        );
        if (name.test(here)) return;
      }
      throw new Error(`Tab never comes to ${name.source}`);
    };
    // Waited for from the start: catching the chooser takes the browser longer than a key takes.
    const chooser = page.waitForEvent("filechooser");
    await tabTo(/^Published files/);
    await page.keyboard.press("Enter");
    await tabTo(/^Choose files/);
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(FILES);
    await page.getByRole("status").filter({ hasText: "recognised" }).waitFor();
    await tabTo(/^Choose the area/);
    await page.keyboard.press("Enter");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("07G");
    await page.keyboard.press("Tab");
    while (!(await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === "radio"))) {
      await page.keyboard.press("Tab");
    }
    // The first choice is a list of one's own; the next is the only area that was found.
    await page.keyboard.press("ArrowDown");
    await tabTo(/^Read the files/);
    await page.keyboard.press("Enter");
    await page.getByText("New sheets are added").waitFor();
    await tabTo(/^Build scorecard/);
  });
});

/** Things that need scrolling sideways, which WCAG 1.4.10 (reflow) forbids at 320 pixels. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > window.innerWidth + 1 &&
          getComputedStyle(element).visibility !== "hidden" &&
          // A table of figures may scroll in a frame of its own.
          element.parentElement?.closest("[data-scrolls]") === null,
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );

describe.each([
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["a contrast theme", { forcedColors: "active" }],
] as const)("every screen, %s, 320 pixels wide", (_theme, options) => {
  test("meets WCAG 2.2 AA as far as axe-core can tell, and nothing needs scrolling sideways", async () => {
    await open.page.context().close();
    open = await openPane(browser, site, options);
    const { page } = open;
    const found: string[] = [];
    const look = async (screen: string) => {
      found.push(
        ...(await axeFaults(page)).map((fault) => `${screen}: ${fault}`),
        ...(await tooWide(page)).map((wide) => `${screen} too wide: ${wide}`),
      );
    };
    await look("start, with the welcome");
    await button(page, "Close this").click();
    await look("start");
    await button(page, /^Published files/).click();
    await look("no files yet");
    await addFiles(page, [...FILES, fixture("workforce-two-months.csv"), __filename]);
    await look("files");
    await button(page, "Choose the area").click();
    await look("areas");
    await page.getByRole("searchbox").fill("07G");
    await page.getByRole("radio", { name: /07G/ }).check();
    await button(page, "Read the files").click();
    await page.getByText("New sheets are added").waitFor();
    await look("build");
    await button(page, "Change what it shows").click();
    await page.getByRole("combobox", { name: "Compare with" }).selectOption({ label: "A group of my own" });
    await page.locator("summary").first().click();
    await page.locator("summary").last().click();
    await look("what it shows");
    await button(page, "Back").click();
    await page.getByRole("checkbox", { name: /^A page for each practice/ }).check();
    await look("build with pages");
    await button(page, "Build scorecard").click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("alert").locator("summary").click();
    await look("trouble");
    await button(page, "About").click();
    await look("about");
    await button(page, "Functions").click();
    await page.getByText("VARIATION_Z", { exact: true }).click();
    await button(page, "Repair #NAME? cells").click();
    await page.getByRole("status").filter({ hasText: "Try again" }).waitFor();
    await look("functions");
    await button(page, "Practice").click();
    await look("practices");
    await button(page, /F81010/).click();
    await page.getByRole("table").waitFor();
    await look("a practice");
    await page.getByRole("radio", { name: "Charts" }).check();
    await page.getByText("Nothing here can be drawn.").waitFor();
    await look("a practice without a comparator");
    await button(page, "Share").click();
    await look("share");
    await button(page, "Prepare for sharing").click();
    await page.getByRole("alert").waitFor();
    await look("share, refused");
    await button(page, "Back").click();
    while (!(await button(page, /^The illustrative area/).isVisible())) await button(page, "Back").click();
    await button(page, /^The illustrative area/).click();
    await button(page, "Practice").click();
    await button(page, /X00003/).click();
    await page.locator("svg[class*=plot]").nth(1).waitFor();
    await page.getByRole("listbox").first().focus();
    await look("a practice in charts");
    expect(found).toEqual([]);
  });
});

describe("functions", () => {
  test("are found by name or purpose, and show what they need", async () => {
    const { page } = open;
    await button(page, "Functions").click();
    const names = () => page.getByRole("list", { name: "Functions" }).locator("summary span:first-child").allInnerTexts();
    await eventually(async () => expect((await names()).length).toBeGreaterThan(20));
    await page.getByRole("searchbox").fill("z-score");
    await eventually(async () => expect(await names()).toEqual(["VARIATION_Z"]));
    await page.getByText("VARIATION_Z", { exact: true }).click();
    await page.getByText("=SCORECARD.VARIATION_Z(observed, denominator, [benchmark]").waitFor();
    await button(page, "Back").click();
    await eventually(async () => expect(await title(page).textContent()).toBe("What should the scorecard be built from?"));
  });

  test("an argument that is missing is asked for by its name", async () => {
    const { page } = open;
    await button(page, "Functions").click();
    await page.getByText("PATIENTS_PER_GP", { exact: true }).click();
    await page.getByRole("textbox", { name: "patients" }).fill("20720");
    await button(page, "Insert in the selected cell").click();
    await page.getByRole("status").filter({ hasText: "Say what gp_fte is" }).waitFor();
  });
});

describe("practices", () => {
  test("are found by words of name and code in any order, and looked at against England, row by row", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Practice").click();
    await page.getByRole("searchbox").fill("x00003 cressing");
    await page.getByRole("status").filter({ hasText: "1 practice" }).waitFor();
    await button(page, /X00003/).click();
    await eventually(async () => expect(await title(page).evaluate((heading) => heading === document.activeElement)).toBe(true));
    await page.getByRole("radio", { name: "Table" }).check();
    await page.getByRole("rowheader").first().waitFor();
    const rows = await page.getByRole("row").allInnerTexts();
    expect(rows[0]!.split(/\s+/)).toEqual(["Indicator", "Here", "England", "Compared"]);
    const hypertension = rows.find((row) => row.startsWith("Hypertension\t") || /^Hypertension\s+\d/.test(row))!;
    expect(hypertension).toMatch(/^Hypertension\s+\d+\.\d%\s+\d+\.\d%\s+\S+\s*(much )?(higher|similar|lower)$/);
    await eventually(async () => expect(await page.getByRole("rowheader", { name: "Hypertension", exact: true }).count()).toBe(1));
    await button(page, "Back").click();
    await eventually(async () => expect(await title(page).textContent()).toBe("Which practice?"));
  });

  test("before anything is loaded lead to where the data are chosen", async () => {
    const { page } = open;
    await button(page, /^Practice$/).click();
    await button(page, "Choose the data").click();
    await eventually(async () => expect(await title(page).textContent()).toBe("What should the scorecard be built from?"));
  });
});

describe("without a network", () => {
  test("a part of the add-in that cannot be fetched is said to be missing, and Try again fetches it", async () => {
    await open.page.context().close();
    open = await openPane(browser, site, {}, /work\.js$/);
    const { page, errors } = open;
    await button(page, "Close this").click();
    await button(page, /^The illustrative area/).click();
    const help = page.getByRole("alert");
    await help.waitFor();
    await eventually(async () => expect(await help.innerText()).toMatch(/could not be fetched: there may be no connection/));
    await eventually(async () =>
      expect(await help.innerText()).toMatch(/The workbook is as it was before\.\s+Check that this computer is online/),
    );
    expect(await axeFaults(page)).toEqual([]);
    await page.context().unroute(/work\.js$/);
    await button(page, "Try again").first().click();
    await page.getByText("New sheets are added").waitFor();
    // The browser itself tells of the script that did not come.
    errors.splice(0);
  });
});

describe("what the page asked for", () => {
  test("is listed in About, and nothing of it is from elsewhere but office.js", async () => {
    const { page } = open;
    await button(page, /^About$/).click();
    await page.getByText("What this page has asked for").click();
    await page.locator("details li").getByText("pack/index.json").waitFor();
    const asked = await page.locator("details li").allInnerTexts();
    expect(asked).toEqual(expect.arrayContaining(["taskpane.js", "functions.js", "pack/index.json"]));
    expect(asked.filter((address) => /^https?:/.test(address) && !address.startsWith("https://appsforoffice.microsoft.com/"))).toEqual([]);
  });
});

describe("a scorecard of one's own", () => {
  test("is given to a colleague as a file, and a file with faults is refused with every one of them", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Change what it shows").click();
    await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: "Capacity and access" });
    await button(page, /^Take out .*experience/i)
      .first()
      .click();
    await page.getByText("Give it to a colleague").click();
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save as a file").click()]);
    const saved = readFileSync((await download.path())!, "utf8");
    expect(JSON.parse(saved)).toMatchObject({ id: "own", name: "Capacity and access (changed)" });

    const chooser = page.locator("input[accept*=json]");
    const wrong = saved.replace('"funnel"', '"guess"').replace('"trim": 0.1', '"trim": 7');
    await chooser.setInputFiles([{ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from(wrong) }]);
    await page.getByText("The file cannot be used: 2 faults").waitFor();
    await page.getByText(/^comparison\.trim: found 7/).waitFor();
    await page.getByRole("combobox", { name: "Start from" }).selectOption({ label: "Long term conditions" });
    await chooser.setInputFiles([{ name: "right.json", mimeType: "application/json", buffer: Buffer.from(saved) }]);
    await page.getByText("Capacity and access (changed) was opened.").waitFor();
    await button(page, "Use this scorecard").click();
    await page.getByText("Capacity and access (changed)").waitFor();
  });

  test("moves an indicator by keyboard, and says where it is now", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Change what it shows").click();
    await button(page, "Move Diabetes (DM) up").focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^Diabetes \(DM\) is number \d+ now\.$/).waitFor();
    const names = await page
      .getByRole("list", { name: /^Prevalence/ })
      .getByRole("listitem")
      .allInnerTexts();
    expect(names[0]).toMatch(/^Diabetes \(DM\)/);
  });
});

describe("charts of a practice", () => {
  test("are read point by point with the arrow keys, and choose the funnel by Enter", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Practice").click();
    await button(page, /X00003/).click();
    const spine = page.getByRole("listbox", { name: /^Each indicator/ });
    await page.locator("svg[class*=plot]").nth(1).waitFor();
    await spine.focus();
    await page.keyboard.press("End");
    const selected = () => spine.getByRole("option", { selected: true }).innerText();
    const last = await selected();
    await page.keyboard.press("ArrowUp");
    await eventually(async () => expect(await selected()).not.toBe(last));
    await eventually(async () => expect(await selected()).toMatch(/: \d+(\.\d)?% here, England \d+(\.\d)?%, area \d+(\.\d)?%; \w+/));
    await page.keyboard.press("Enter");
    const name = (await selected()).split(": ").slice(0, -1).join(": ");
    await eventually(async () =>
      expect(await page.getByRole("combobox", { name: "Indicator" }).locator("option:checked").innerText()).toBe(name),
    );
    // As many points as the table of the funnel's practices has values: all 33 less those with too few patients.
    await page.getByRole("listbox").last().getByRole("option", { name: "Cressing Lode Surgery" }).waitFor();
    const points = await page.getByRole("listbox").last().getByRole("option").allInnerTexts();
    expect(points.length).toBeGreaterThan(20);
    expect(points.filter((point) => point.startsWith("Cressing Lode Surgery: "))).toHaveLength(1);
  });

  test("are read with the mouse: what is under it stands below", async () => {
    const { page } = open;
    await button(page, /^The illustrative area/).click();
    await button(page, "Practice").click();
    await button(page, /X00003/).click();
    await page.locator("svg[class*=plot]").nth(1).waitFor();
    const spine = page.getByRole("listbox", { name: /^Each indicator/ });
    const second = (await spine.getByRole("option").allInnerTexts())[1]!;
    // Rows are 40 pixels high below a head of 22: the second one's middle.
    await spine.hover({ position: { x: 100, y: 82 } });
    await page.locator("p", { hasText: second }).waitFor();
  });
});

describe("memory", () => {
  test("going back and forth loses nothing", async () => {
    const { page } = open;
    await loadThurrock(page);
    await button(page, "Back").click();
    await eventually(async () => expect(await page.getByRole("radio", { name: /07G/ }).isChecked()).toBe(true));
    await button(page, "Back").click();
    await eventually(async () => expect(await page.getByRole("button", { name: /^Remove / }).count()).toBe(FILES.length));
    await button(page, "Back").click();
    await button(page, /^Go on with .*07G/).click();
    await page.getByText("New sheets are added").waitFor();
  });
});

test("the question mark of each screen leads to the help on that screen", async () => {
  const { page } = open;
  const help = page.getByRole("link", { name: "Help with this screen" });
  await eventually(async () => expect(await help.getAttribute("href")).toBe("help.html#screen-start"));
  await button(page, /^About$/).click();
  const [opened] = await Promise.all([page.context().waitForEvent("page"), help.click()]);
  await opened.getByRole("heading", { level: 3, name: "About", exact: true }).waitFor();
  expect(new URL(opened.url()).hash).toBe("#screen-about");
});
