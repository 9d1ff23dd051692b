/** Every page of a release in Chromium, under the policy that its server sends and the one it states itself: nothing is refused, because nothing tries what is forbidden. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { everywhere, forbidden, policyOf } from "../../release/headers";
import { contentsOf } from "../release/release";
import { launchBrowser } from "../support/browser";

jest.setTimeout(180_000);

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
};
const release = contentsOf({ localOfficeJs: true });
const textOf = (path: string): string => Buffer.from(release.get(path) ?? []).toString();
const pages = [...release.keys()]
  .filter((path) => path.startsWith("web/") && path.endsWith(".html"))
  .map((path) => path.slice("web/".length));
const headers = everywhere(policyOf(textOf("web/taskpane.html")));

let browser: Browser;
let server: Server;
let origin: string;
beforeAll(async () => {
  browser = await launchBrowser();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const bytes = release.get(`web${path}`);
    // http has no strict transport; all else is as a server is told to send it.
    if (!bytes) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(path)] ?? "text/plain" }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

interface Watched {
  readonly page: Page;
  readonly violations: string[];
  readonly outside: string[];
}

async function open(path: string): Promise<Watched> {
  const page = await (await browser.newContext({ viewport: { width: 400, height: 800 }, reducedMotion: "reduce" })).newPage();
  const watched: Watched = { page, violations: [], outside: [] };
  await page.exposeFunction("reportViolation", (what: string) => void watched.violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
      reportViolation(`${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
    });
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text()) && !/frame-ancestors.*<meta>/.test(message.text()))
      watched.violations.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) watched.outside.push(request.url());
  });
  await page.goto(`${origin}/${path}`);
  return watched;
}

test("there are pages to open, each states a policy of its own, and it lets no script but scripts of ours and office.js", () => {
  expect(pages).toEqual(expect.arrayContaining(["taskpane.html", "help.html"]));
  for (const path of pages) {
    const policy = policyOf(textOf(`web/${path}`));
    expect([path, /default-src '(self|none)'/.test(policy)]).toEqual([path, true]);
    expect([path, /unsafe-eval|script-src[^;]*unsafe-inline|\*/.test(policy)]).toEqual([path, false]);
  }
});

test("no header keeps Excel from showing the pane in a frame", () => {
  for (const name of Object.keys(forbidden)) expect(Object.keys(headers)).not.toContain(name);
  expect(headers["Content-Security-Policy"]).not.toContain("frame-ancestors");
});

test.each(pages)("%s breaks no rule of the policy", async (path) => {
  const { page, violations, outside } = await open(path);
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  expect({ violations, outside }).toEqual({ violations: [], outside: [] });
});

test("the pane breaks none while it is used: files read in a worker, an area, charts, functions, sharing", async () => {
  const { page, violations, outside } = await open("taskpane.html");
  const heading = (name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
  const button = (name: RegExp) => page.getByRole("button", { name });
  await button(/^Published files/).click();
  await heading(/Which files/);
  const fixture = (name: string) => join(__dirname, "..", "fixtures", "thurrock", name);
  await page.getByLabel("Files to read").setInputFiles(["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"].map(fixture));
  await page.getByText(/2 of 2 files recognised/).waitFor();
  await button(/^Choose the area/).click();
  await page.getByRole("radio", { name: /07G/ }).check();
  await button(/^Read the files/).click();
  await heading(/07G/);
  for (const name of ["Practice", "Functions", "Share", "About"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
  }
  expect({ violations, outside }).toEqual({ violations: [], outside: [] });
});

test("a script in the page and code made from text are refused and seen, so that the tests above can fail", async () => {
  const { page, violations } = await open("taskpane.html");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
    const made = document.createElement("script");
    made.src = "https://elsewhere.test/x.js";
    document.head.append(made);
  });
  const until = Date.now() + 10_000;
  while (violations.length < 2 && Date.now() < until) await page.waitForTimeout(50);
  expect(violations.some((each) => /script-src.* inline/.test(each))).toBe(true);
  expect(violations.some((each) => each.includes("elsewhere.test"))).toBe(true);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});
