/**
 * node tools/pictures.mjs PREVALENCE_2223.zip MAPPING_NHS_GEOGRAPHIES_2223.csv HSCA_active_locations.zip indicator-93553.csv
 *
 * Takes the pictures of docs/first-scorecard.md anew: its steps, in the workbench that was built, with published files that you downloaded and
 * name. They go to assets/screenshots. The printed sheets there are made by LibreOffice from what `gp-scorecard build` writes.
 */
import { execFileSync, spawn } from "node:child_process";
import { chromium } from "playwright-core";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("Name the published files to drop on the pane.");

const server = spawn(process.execPath, ["build/workbench/server.js", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((resolve, reject) => {
  server.stdout.on("data", (chunk) => {
    const found = /https?:\/\/localhost:\d+\/\S*/.exec(String(chunk));
    if (found) resolve(found[0]);
  });
  server.once("exit", (code) => reject(new Error(`The workbench's server ended with ${code}.`)));
});
const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome || command -v chrome"]).toString().trim();
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [] });
try {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.workbench?.ready === true, null, { timeout: 60_000 });
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  const button = (name) => pane.getByRole("button", { name }).first();
  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const ofPane = async (name) => {
    await drawn();
    const frame = await pane.frameElement();
    await frame.screenshot({ path: `assets/screenshots/${name}.png` });
  };

  await button("Close this").click();
  await button(/^Published files/).click();
  await pane.locator("input[type=file]").setInputFiles(files);
  await pane
    .getByRole("status")
    .filter({ hasText: `${files.length} of ${files.length} files recognised` })
    .waitFor();
  await ofPane("pane-files");
  await button("Choose the area").click();
  await pane.getByRole("searchbox").fill("07g");
  await pane.getByRole("radio", { name: /07G/ }).check();
  await button("Read the files").click();
  await pane.getByText("New sheets are added").waitFor();
  await ofPane("pane-build");
  await button("Build scorecard").click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard is in your workbook" }).waitFor();
  await drawn();
  await page.screenshot({ path: "assets/screenshots/thurrock-2022-23.png" });
  await button(/^Practice$/).click();
  await button(/F81010/).click();
  await pane.locator("svg[class*=plot]").nth(1).waitFor();
  await ofPane("pane-practice");
} finally {
  await browser.close();
  server.kill();
}
