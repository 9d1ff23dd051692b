/**
 * node .ci/driven.mjs https://localhost:18443 /gp-scorecard
 *
 * The add-in from the web server that it was put on, used by a person: the workbench's page opens the pane from there, over https, with the
 * server's own headers. Microsoft's office.js is handed out from node_modules in place of Microsoft's address; nothing else is changed.
 * Prints a line for each thing that was looked at, and "N passed, N failed" last.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [origin, path] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const check = async (claim, look) => {
  try {
    await look();
    passed++;
    console.log(`ok      ${claim}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${claim}\n        ${error instanceof Error ? error.message : error}`);
  }
};
const expect = (found, wanted) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${JSON.stringify(found)} where ${JSON.stringify(wanted)} was expected`);
};

const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome || command -v chrome"]).toString().trim();
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [] });
const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } });
const complaints = [];
await context.route("https://appsforoffice.microsoft.com/lib/1/hosted/**", (route) =>
  route.fulfill({ path: `node_modules/@microsoft/office-js/dist/${new URL(route.request().url()).pathname.split("/hosted/")[1]}` }),
);
const page = await context.newPage();
page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
page.on("pageerror", (error) => void complaints.push(error.message));
page.on("response", (response) => void (response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`)));
page.on("request", (request) => {
  const url = request.url();
  if (!/^(data|blob):/.test(url) && !url.startsWith(origin) && !url.startsWith("https://appsforoffice.microsoft.com/"))
    complaints.push(url);
});

let pane;
const { functions } = JSON.parse(readFileSync("dist/functions.json", "utf8"));
try {
  await check("the pane opens from the web server and is ready", async () => {
    await page.goto(`${origin}/workbench/`);
    await page.waitForFunction(() => window.workbench?.ready === true, null, { timeout: 60_000 });
    pane = page.frames().find((frame) => frame.url().startsWith(`${origin}${path}/taskpane.html`));
    if (!pane) throw new Error(`no frame is at ${origin}${path}/taskpane.html: ${page.frames().map((frame) => frame.url())}`);
    await pane.locator("h1").first().waitFor();
  });
  await check("a function gives 2,000 patients a GP for 6,000 and 3", async () => {
    await pane.evaluate(() =>
      Excel.run(async (excel) => {
        excel.workbook.worksheets.getActiveWorksheet().getRange("B2").formulas = [["=SCORECARD.PATIENTS_PER_GP(6000,3)"]];
        await excel.sync();
      }),
    );
    await pane.waitForFunction(() =>
      Excel.run(async (excel) => {
        const cell = excel.workbook.worksheets.getActiveWorksheet().getRange("B2").load("values");
        await excel.sync();
        return cell.values[0][0] === 2000;
      }),
    );
  });
  await check("the button on the ribbon builds the scorecard", async () => {
    await page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Build scorecard" }).click();
    await pane.getByRole("heading", { level: 1, name: /scorecard is in your workbook/ }).waitFor({ timeout: 60_000 });
    const names = await pane.evaluate(() =>
      Excel.run(async (excel) => {
        const sheets = excel.workbook.worksheets.load({ name: true });
        await excel.sync();
        return sheets.items.map(({ name }) => name);
      }),
    );
    expect(
      ["Scorecard", "Data", "Methods"].filter((name) => !names.includes(name)),
      [],
    );
  });
  await check(`the help page has a section for each of ${functions.length} functions, and loads nothing from elsewhere`, async () => {
    const help = await context.newPage();
    const asked = [];
    help.on("request", (request) => void asked.push(request.url()));
    await help.goto(`${origin}${path}/help.html`);
    const lost = await help.evaluate(
      (ids) => ids.filter((id) => document.getElementById(id) === null),
      functions.map(({ id }) => id),
    );
    expect(lost, []);
    expect(
      asked.filter((url) => !url.startsWith(`${origin}${path}/`)),
      [],
    );
  });
  await check("nothing complained, was missing, or asked another computer than Microsoft's", async () => expect(complaints, []));
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
