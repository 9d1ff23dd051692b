/**
 * node .ci/downloaded.mjs folder
 *
 * Is what a person takes along from the workbench what was on the screen? The workbench is opened in Chromium, a scorecard is built and a
 * sheet of awkward cells is written; everything is read through Office.js, and the workbook is downloaded. LibreOffice, which we did not write,
 * opens the file and saves it anew; that copy must have the same values, number formats, merged areas, frozen panes and print titles.
 * Prints a line for each comparison, the first disagreements, and "N passed, N failed" last.
 */
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { chromium } from "playwright-core";

const RELATIVE = 1e-9;
const SHOWN = 10;

const [folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const report = (ok, text, differences = []) => {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "ok      " : "FAILED  "}${text}`);
  for (const difference of ok ? [] : differences.slice(0, SHOWN)) console.log(`        ${difference}`);
};

async function takeAlong() {
  const server = spawn(process.execPath, ["build/workbench/server.js", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await new Promise((resolve, reject) => {
    server.stdout.on("data", (chunk) => {
      const found = /https?:\/\/localhost:\d+\/\S*/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
    server.once("exit", (code) => reject(new Error(`The workbench's server ended with ${code}.`)));
  });
  const executablePath = execFileSync("sh", ["-c", "command -v chromium || command -v google-chrome || command -v chrome"])
    .toString()
    .trim();
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : [] });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => window.workbench?.ready === true, null, { timeout: 60_000 });
    await page.getByRole("region", { name: "Ribbon" }).getByRole("button", { name: "Build scorecard" }).click();
    await page.waitForFunction(() => document.querySelector('#ribbon [aria-busy="true"]') === null, null, { timeout: 120_000 });
    const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
    await pane.evaluate(writeAwkwardSheet);
    const onScreen = await pane.evaluate(readEverything);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download .xlsx" }).click()]);
    const file = join(folder, "downloaded.xlsx");
    await download.saveAs(file);
    return { onScreen, file };
  } finally {
    await browser.close();
    server.kill();
  }
}

/** Runs in the pane. */
function writeAwkwardSheet() {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Awkward");
    sheet.getRange("A1").values = [["A title over three columns"]];
    sheet.getRange("A1:C1").merge();
    sheet.getRange("B6:C7").merge();
    sheet.getRange("A2:D2").values = [["code", "date", "share", "money"]];
    sheet.getRange("B3:B5").numberFormat = [["dd mmm yyyy"], ["mmm-yy"], ["dd/mm/yyyy"]];
    sheet.getRange("C3:C5").numberFormat = [["0.0%"], ["#,##0.00;[Red]-#,##0.00"], ["0.00E+00"]];
    sheet.getRange("D3:D5").numberFormat = [['"£"#,##0'], ['#,##0;-#,##0;"-"'], ["@"]];
    sheet.getRange("A3:D5").formulas = [
      ["'00123", 45383, 0.1234, 1234.5],
      ["=1/0", 45672, -1234.567, 0],
      ['="a""b"', 45999, 0.00012, "'=not a formula"],
    ];
    sheet.getRange("A6").formulas = [["=SUM(C3:C5)"]];
    sheet.getRange("B6").values = [["merged"]];
    sheet.freezePanes.freezeAt(sheet.getRange("A1:A2"));
    sheet.pageLayout.setPrintTitleRows("$1:$2");
    await context.sync();
  });
}

/** Runs in the pane. */
function readEverything() {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load({ name: true });
    await context.sync();
    const asked = worksheets.items.map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject();
      used.load({ values: true, numberFormat: true, rowIndex: true, columnIndex: true });
      const frozen = sheet.freezePanes.getLocationOrNullObject();
      frozen.load({ address: true });
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject();
      titles.load({ address: true });
      const merged = sheet.getRange().getMergedAreasOrNullObject();
      merged.load({ address: true });
      return { sheet, used, frozen, titles, merged };
    });
    await context.sync();
    const place = (object) => (object.isNullObject ? "" : object.address.replace(/('[^']*'|[^',!]+)!/g, "").replaceAll("$", ""));
    return asked.map(({ sheet, used, frozen, titles, merged }) => ({
      name: sheet.name,
      frozen: place(frozen),
      titles: place(titles),
      merged: place(merged).split(",").filter(Boolean).sort(),
      cells: used.isNullObject
        ? []
        : used.values.flatMap((row, r) =>
            row.flatMap((value, c) =>
              value === ""
                ? []
                : [{ row: used.rowIndex + r + 1, column: used.columnIndex + c + 1, value, format: used.numberFormat[r][c] }],
            ),
          ),
    }));
  });
}

/**
 * Opens the file in LibreOffice as a person would, and saves it anew. A mere conversion has no window and loses frozen panes with it; a macro
 * opens the document in one.
 */
function savedAnew(input) {
  const profile = join(folder, "downloaded-profile");
  const output = join(folder, "from-libreoffice.xlsx");
  const soffice = (...given) =>
    execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", ...given], {
      stdio: "pipe",
      timeout: 180_000,
    });
  // At its first start LibreOffice fills the profile, with an empty module among the rest.
  soffice("--terminate_after_init");
  const macro = `Sub SaveAnew(source As String, target As String)
  Dim none()
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "Calc MS Excel 2007 XML"
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, none())
  doc.storeToURL(target, filter())
  doc.close(True)
End Sub`;
  writeFileSync(
    join(profile, "user", "basic", "Standard", "Module1.xba"),
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${macro.replaceAll('"', "&quot;")}</script:module>`,
  );
  soffice(`macro:///Standard.Module1.SaveAnew("${pathToFileURL(input).href}","${pathToFileURL(output).href}")`);
  return output;
}

async function read(path) {
  installChartSupport();
  const workbook = new Workbook();
  await workbook.xlsx.load(readFileSync(path));
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, sheet]));
}

function compare({ name, cells, frozen, titles, merged }, sheet) {
  if (!sheet) return report(false, `${name}: is in the file`);
  const both = cells.map(({ row, column, value, format }) => {
    const cell = sheet.getCell(row, column);
    return {
      address: cell.address,
      value,
      format,
      found: plain(cell.formula ? cell.result : cell.value),
      foundFormat: cell.numFmt ?? "General",
    };
  });
  const values = both.filter(({ value, found }) => !agrees(value, found));
  report(
    values.length === 0,
    `${name}: ${both.length - values.length} of ${both.length} values agree`,
    values.map((each) => JSON.stringify(each)),
  );
  const formats = both.filter(
    ({ value, format, foundFormat }) => typeof value === "number" && inOneForm(format) !== inOneForm(foundFormat),
  );
  report(
    formats.length === 0,
    `${name}: their number formats agree`,
    formats.map((each) => JSON.stringify(each)),
  );
  const mergedThere = [...(sheet.model.mergeCells ?? sheet.model.merges ?? [])].sort();
  report(String(merged) === String(mergedThere), `${name}: ${merged.length} merged areas agree`, [`${merged} | ${mergedThere}`]);
  const [view] = sheet.views;
  const [columns, rows] = view?.state === "frozen" ? [view.xSplit ?? 0, view.ySplit ?? 0] : [0, 0];
  const wanted = [columnsOf(frozen), Number(/\d+$/.exec(frozen)?.[0] ?? 0)];
  report(String(wanted) === String([columns, rows]), `${name}: frozen panes agree`, [`${wanted} | ${columns},${rows}`]);
  const titlesThere = (sheet.pageSetup.printTitlesRow ?? "").replaceAll("$", "");
  report(titles === titlesThere, `${name}: print titles agree`, [`${titles} | ${titlesThere}`]);
}

const columnsOf = (address) =>
  [...(/^([A-Z]+)/.exec(address.split(":").at(-1))?.[1] ?? "")].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

function plain(value) {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (value === null || value === undefined) return "";
  if (typeof value === "object" && "error" in value) return value.error;
  if (typeof value === "object" && "richText" in value) return value.richText.map(({ text }) => text).join("");
  return value;
}

const agrees = (a, b) =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= RELATIVE * Math.max(1, Math.abs(a)) : String(a) === String(b);

/** LibreOffice writes a format's quotes, escapes, colours and languages in its own way. */
const inOneForm = (format) =>
  String(format)
    .replace(/\[\$-[^\]]*\]|[\\"]/g, "")
    .replace(/\[\$(.)[^\]]*\]/g, "$1")
    .toUpperCase();

try {
  const { onScreen, file } = await takeAlong();
  const opened = await read(savedAnew(file));
  for (const expected of onScreen) compare(expected, opened.get(expected.name));
} catch (error) {
  report(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
