/**
 * node tools/pictures.mjs
 *
 * Takes the pictures of docs/first-scorecard.md anew: the ten steps, in the workbench that was built, with the published files of Thurrock that
 * the tests use. They go to assets/screenshots. The printed sheets there are made by LibreOffice from what `gp-scorecard build` writes.
 */
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";

const FILES = [
  ...["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv", "epraccur.csv", "gp-reg-pat-prac-all.csv"],
  ...["GPWPractice_2025-12.csv", "HSCA_Active_Locations_2026-02.csv", "fingertips-93553.csv"],
].map((name) => join("tests/fixtures/thurrock", name));

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
  await ofPane("pane-start");
  await button(/^Published files/).click();
  await pane.locator("input[type=file]").setInputFiles(FILES);
  await pane.getByRole("status").filter({ hasText: "7 of 7 files recognised" }).waitFor();
  await ofPane("pane-files");
  await button("Choose the area").click();
  await pane.getByRole("searchbox").fill("07g");
  await pane.getByRole("radio", { name: /07G/ }).check();
  await ofPane("pane-area");
  await button("Read the files").click();
  await pane.getByText("New sheets are added").waitFor();
  await ofPane("pane-build");
  await button("Build scorecard").click();
  await pane.getByRole("heading", { level: 1, name: "The scorecard is in your workbook" }).waitFor();
  await drawn();
  await page.screenshot({ path: "assets/screenshots/thurrock-2022-23.png" });
  await button("Practice").click();
  await pane.getByRole("searchbox").fill("F81010");
  await pane.getByText("Aveley Medical Centre").first().click();
  await pane.locator("svg[aria-label], figure svg, svg[role=img]").first().waitFor();
  await ofPane("pane-practice");
} finally {
  await browser.close();
  server.kill();
}
