/**
 * node .ci/recalculation.mjs scorecard.xlsx values.csv folder
 *
 * Does a program that we did not write get the same figures from the workbook's formulas? The saved result of every formula is taken out of
 * a copy, so that LibreOffice has nothing to show but what it calculates itself; then each formula cell of the copy is compared with what the
 * file holds, and every value of the Data sheet with what the command line prints for the same practice, indicator and period.
 * Prints a line a sheet, the first disagreements, and "N passed, N failed" last.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import Papa from "papaparse";
import { BlobReader, BlobWriter, TextReader, TextWriter, Uint8ArrayReader, ZipReader, ZipWriter } from "@zip.js/zip.js";

/** LibreOffice and we may differ in the last digits of a long sum, in nothing more. */
const RELATIVE = 1e-9;
const SHOWN = 15;
/** What the card works out of several published figures; the command line prints those as they are. */
const WORKED_OUT = /\.(found|all|excepted)$|^pca_all$|^appointments|^local_(avoidable_ae|ltc_referrals)$/;

const [file, valuesFile, folder] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const report = (ok, text) => {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? "ok      " : "FAILED  "}${text}`);
};

try {
  const bare = join(folder, "bare.xlsx");
  const removed = await withoutResults(file, bare);
  const saved = await cells(file);
  const held = [...saved.values()].flatMap((sheet) => [...sheet.values()].filter((cell) => cell.formula)).length;
  report(
    removed > 0 && removed === held,
    `the saved results of ${removed} of ${held} formulas were taken out of the copy that LibreOffice reads`,
  );
  const recalculated = await cells(recalculate(bare, join(folder, "recalculated")));
  for (const [sheet, inSheet] of saved)
    if ([...inSheet.values()].some((cell) => cell.formula)) compare(sheet, inSheet, recalculated.get(sheet));
  compareWithPrinted(recalculated.get("Data") ?? new Map(), readFileSync(valuesFile, "utf8"));
} catch (error) {
  report(false, error instanceof Error ? (error.stack ?? error.message) : String(error));
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function compare(sheet, saved, recalculated) {
  const formulas = [...saved].filter(([, cell]) => cell.formula);
  const differences = formulas.filter(([address, cell]) => !agrees(cell.value, recalculated?.get(address)?.value));
  report(
    differences.length === 0,
    `${sheet}: ${formulas.length - differences.length} of ${formulas.length} formulas agree with LibreOffice`,
  );
  for (const [address, cell] of differences.slice(0, SHOWN)) {
    console.log(
      `        ${sheet}!${address} holds ${JSON.stringify(cell.value)}, LibreOffice gets ${JSON.stringify(recalculated?.get(address)?.value)}: ${cell.formula}`,
    );
  }
}

/**
 * Every row of the Data sheet must be printed too, with the same value. The command line prints years and ratings that no scorecard shows;
 * but of each indicator that is on the sheet, every practice's latest figure must be there.
 */
function compareWithPrinted(data, csv) {
  const printedRows = Papa.parse(csv, { header: true, skipEmptyLines: true }).data;
  const printed = new Map(printedRows.map((row) => [[row.practice_code, row.indicator, row.period].join(" "), row.value]));
  const rows = new Map();
  for (const [address, { value }] of data) {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(address);
    rows.set(row, (rows.get(row) ?? new Map()).set(column, value));
  }
  const head = [...rows.values()].find((row) => row.get("A") === "Code");
  const columnOf = (name) => [...(head ?? [])].find(([, value]) => value === name)?.[0];
  const [indicator, period, value] = ["Indicator", "Period", "Value"].map(columnOf);
  const dataRows = [...rows.values()].filter((row) => row !== head && row.has(indicator));
  const onSheet = new Map(dataRows.map((row) => [[row.get("A"), row.get(indicator), row.get(period)].join(" "), row.get(value)]));
  const shown = new Set(dataRows.map((row) => row.get(indicator)));
  const latest = new Map();
  for (const row of printedRows) {
    const key = `${row.practice_code} ${row.indicator}`;
    if (shown.has(row.indicator) && !(latest.get(key) >= row.period)) latest.set(key, row.period);
  }
  const published = ([key]) => !WORKED_OUT.test(key.split(" ")[1]);
  for (const key of [...onSheet.keys()].filter((key) => !published([key]))) onSheet.delete(key);
  for (const key of [...latest.keys()].filter((key) => !published([key]))) latest.delete(key);
  const wanted = new Set([...onSheet.keys(), ...[...latest].map(([key, last]) => `${key} ${last}`)]);
  const differences = [...wanted].filter(
    // A practice that returned nothing has a row without a value, and no line.
    (key) =>
      (!printed.has(key) && (onSheet.get(key) ?? "") !== "") || !onSheet.has(key) || !agrees(typed(printed.get(key)), onSheet.get(key)),
  );
  report(
    onSheet.size > 0 && differences.length === 0,
    `${wanted.size - differences.length} of ${wanted.size} values of the recalculated Data sheet are the ones that the command line prints`,
  );
  for (const key of differences.slice(0, SHOWN)) {
    console.log(`        ${key}: printed ${JSON.stringify(printed.get(key))}, LibreOffice has ${JSON.stringify(onSheet.get(key))}`);
  }
}

/** A printed field as the sheet holds it: a number where it is one. */
function typed(text) {
  return text === undefined || text === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

function agrees(ours, theirs) {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= RELATIVE * Math.max(Math.abs(ours), Math.abs(theirs), 1e-3);
  }
  return (ours ?? "") === (theirs ?? "");
}

/** Writes a copy without the cached value of any formula cell; returns how many there were. */
async function withoutResults(from, to) {
  let removed = 0;
  const reader = new ZipReader(new Uint8ArrayReader(readFileSync(from)));
  const writer = new ZipWriter(new BlobWriter());
  for (const entry of await reader.getEntries()) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.filename)) {
      const xml = await entry.getData(new TextWriter());
      const bare = xml.replace(/(<f(?:\s[^>]*)?(?:\/>|>[^<]*<\/f>))<v(?:\/>|>[^<]*<\/v>)/g, (_all, formula) => {
        removed++;
        return formula;
      });
      await writer.add(entry.filename, new TextReader(bare));
    } else {
      await writer.add(entry.filename, new BlobReader(await entry.getData(new BlobWriter())));
    }
  }
  writeFileSync(to, Buffer.from(await (await writer.close()).arrayBuffer()));
  return removed;
}

/** Has LibreOffice open the file, calculate everything whatever was saved, and save it again. */
function recalculate(input, outFolder) {
  const profile = join(outFolder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`,
  );
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      outFolder,
      input,
    ],
    { stdio: "pipe", timeout: 180_000 },
  );
  return join(outFolder, "bare.xlsx");
}

/** Every cell by sheet and address: its formula, if it has one, and its value with errors as their code. */
async function cells(path) {
  installChartSupport();
  const workbook = new Workbook();
  await workbook.xlsx.readFile(path);
  return new Map(
    workbook.worksheets.map((sheet) => {
      const found = new Map();
      sheet.eachRow((row) =>
        row.eachCell((cell) =>
          found.set(cell.address, { formula: cell.formula ?? undefined, value: plain(cell.formula ? cell.result : cell.value) }),
        ),
      );
      return [sheet.name, found];
    }),
  );
}

function plain(value) {
  if (value instanceof Date) return value.toISOString();
  if (value !== null && typeof value === "object") return "error" in value ? value.error : JSON.stringify(value);
  return value;
}
