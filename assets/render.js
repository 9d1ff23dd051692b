/**
 * Draws every SVG of this folder as PNGs for the ribbon: `node assets/render.js`.
 * A drawing with a "-small" sister uses that one below 32 pixels. Needs a Chromium, named by CHROMIUM or found on the PATH.
 */
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const chromiumPath = process.env.CHROMIUM ?? execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();

async function render() {
  const names = fs
    .readdirSync(__dirname)
    .filter((file) => file.endsWith(".svg") && !file.endsWith("-small.svg"))
    .map((file) => path.basename(file, ".svg"));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  for (const name of names) {
    for (const size of SIZES) {
      const drawing = size < 32 ? `${name}-small.svg` : `${name}.svg`;
      const svg = fs.readFileSync(path.join(__dirname, drawing), "utf8");
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: path.join(__dirname, "icons", `${name}-${size}.png`), omitBackground: true });
    }
  }
  await browser.close();
}

render();
