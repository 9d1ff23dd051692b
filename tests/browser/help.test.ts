/** The help pages as they are served: readable without a network, by keyboard and screen reader, in a narrow window, and on paper. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type Axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser";
import { eventually } from "../support/eventually";

const DIST = join(__dirname, "../../dist");
const pages = ["help.html", ...readdirSync(join(DIST, "help")).map((name) => `help/${name}`)];
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Opened from the disk: there is no server to lean on. */
async function opened(
  page: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<{ page: Page; outside: string[]; failed: string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 }, ...options });
  const tab = await context.newPage();
  const [outside, failed]: [string[], string[]] = [[], []];
  tab.on("request", (request) => void (request.url().startsWith("file:") || outside.push(request.url())));
  tab.on("requestfailed", (request) => void failed.push(request.url()));
  tab.on("console", (message) => void (message.type() === "error" && failed.push(message.text())));
  await tab.goto(pathToFileURL(join(DIST, page)).href);
  return { page: tab, outside, failed };
}

test.each(pages)(
  "%s is read offline, meets WCAG 2.2 AA in light and dark as far as axe-core can tell, and needs no scrolling sideways",
  async (name) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, outside, failed } = await opened(name, { colorScheme, bypassCSP: true });
      expect([outside, failed]).toEqual([[], []]);
      await page.evaluate(AXE);
      // The reference repeats one structure for every function; some of it stands for all.
      await page.evaluate(() => [...document.querySelectorAll("main > *")].slice(150).forEach((element) => element.remove()));
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof Axe }).axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
      await eventually(async () =>
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0),
      );
      await page.context().close();
    }
  },
);

test("every link between the pages leads to a page, and to a section where it names one", async () => {
  const { page } = await opened("help.html");
  const lost: string[] = [];
  for (const name of pages) {
    await page.goto(pathToFileURL(join(DIST, name)).href);
    const links = await page.evaluate(() => [...document.links].map(({ href }) => href).filter((href) => href.startsWith("file:")));
    for (const link of new Set(links)) {
      const { pathname, hash } = new URL(link);
      const found = readFileSync(decodeURIComponent(pathname), "utf8");
      if (hash !== "" && !new RegExp(`id="?${hash.slice(1)}"?[ >]`).test(found)) lost.push(`${name}: ${link}`);
    }
  }
  expect(lost).toEqual([]);
  await page.context().close();
});

test("each screen of the pane has a section of its own", async () => {
  const screens = /type Screen =([\s\S]*?);/.exec(readFileSync(join(__dirname, "../../src/taskpane/state.ts"), "utf8"))![1]!;
  const names = [...screens.matchAll(/"(\w+)"/g)].map(([, name]) => name!);
  expect(names).toContain("build");
  const help = readFileSync(join(DIST, "help.html"), "utf8");
  expect(names.filter((name) => !new RegExp(`id="?screen-${name}"?[ >]`).test(help))).toEqual([]);
});

test("on paper there is no navigation and no table is cut off", async () => {
  const { page } = await opened("help.html", { viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: "print" });
  await eventually(async () => expect(await page.getByRole("navigation").isVisible()).toBe(false));
  expect(
    await page.evaluate(
      () => [...document.querySelectorAll(".wide")].filter((each) => getComputedStyle(each).overflowX !== "visible").length,
    ),
  ).toBe(0);
  await page.context().close();
});
