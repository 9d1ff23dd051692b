/** Importers under a hail of damaged files: each ends in rows that are all accounted for, or in a refusal with a reason. None ends in a crash, a hang, or a row that nobody hears of. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ProblemError } from "../../src/problem";
import { fromBlob, type FileSource } from "../../src/reference/fileSource";
import { readLocalData } from "../../src/reference/localData";
import type { FileReport } from "../../src/reference/model";
import { readPackIndex } from "../../src/reference/pack";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { readSpec, writeSpec } from "../../src/scorecard/readSpec";
import { inPieces } from "../reference/files";
import { odsOf, xlsxOf, zipOf } from "../reference/zips";
import { damaged, mutantOf, type Table } from "./mutate";
import { smallArea, smallSpec } from "./smallArea";
import { Dice, Findings, record, times } from "./torture";

const fixtures = path.join(__dirname, "..", "fixtures");
const published = ["thurrock", "history", "qof"].flatMap((folder) =>
  readdirSync(path.join(fixtures, folder))
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, text: readFileSync(path.join(fixtures, folder, name), "latin1") })),
);

/** Headings and the first rows: a short file breaks in as many ways as a long one, and sooner. */
const tables: readonly (Table & { readonly name: string })[] = published.map(({ name, text }) => {
  const lines = text.replaceAll("\r", "").replaceAll('"', "").split("\n").slice(0, 7);
  const cells = lines.map((line) => line.split(","));
  const isHeaderless = /^[A-Z]\d{5}$/.test(cells[0]![0]!);
  return { name, head: isHeaderless ? [] : cells[0]!, rows: isHeaderless ? cells : cells.slice(1) };
});

const count: Record<string, number> = {};
let [slowest, accounted, refusedWhole] = [0, 0, 0];
const took = (door: string, started: NodeJS.CpuUsage): void => {
  count[door] = (count[door] ?? 0) + 1;
  const { user, system } = process.cpuUsage(started);
  slowest = Math.max(slowest, (user + system) / 1000);
};

afterAll(() => {
  const inputs = Object.values(count).reduce((sum, each) => sum + each, 0);
  record("fuzzed-importers", {
    inputs,
    ...Object.fromEntries(Object.entries(count).map(([door, each]) => [`of them ${door}`, each])),
    "files whose rows were counted by hand and all accounted for": accounted,
    "files refused as a whole, with a reason": refusedWhole,
    "ms of processor time at most for one": Math.round(slowest),
  });
  // A hang: what takes so long for a few hundred bytes never ends for a whole file.
  expect(slowest).toBeLessThan(5000);
});

const short = (text: string): string => JSON.stringify(text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** What every report owes a person. */
function faultsOf(reports: readonly FileReport[]): string[] {
  if (reports.length === 0) return ["no report: as if the file had never been added"];
  return reports.flatMap(({ publication, reason, rowsRead, rowsUsed, rowsOutsideArea, rowsRefused }) => [
    ...(publication === null && !reason ? ["neither publication nor reason"] : []),
    ...(rowsUsed + rowsOutsideArea + rowsRefused.length === rowsRead
      ? []
      : [`${rowsRead} read, ${rowsUsed} used, ${rowsOutsideArea} outside, ${rowsRefused.length} refused`]),
    ...(/TypeError|RangeError|is not a function|\[object|Cannot read|could not be read:/.test(reason ?? "")
      ? [`the reason is ours, not theirs: ${reason}`]
      : []),
    ...(rowsRefused.some(({ line, expected }) => !(line > 0) || expected === "") ? ["a refusal without line or words"] : []),
  ]);
}

/** The reading of an area from the same file: figures that are numbers, or a refusal of the kinds there are. */
async function figureFaults(file: FileSource, dice: Dice): Promise<string[]> {
  const area = dice.one(["07G", "QH8", { name: "ours", practiceCodes: ["F81010", "F81082", "F81110"] }]);
  try {
    const { observations } = await readReferenceData([file], { area, defaultPeriod: "2022-23" });
    return observations.flatMap((each) => {
      const numbers = [each.numerator, each.denominator, each.value].filter((value) => typeof value === "number");
      if (!numbers.every(Number.isFinite)) return [`figures ${numbers.join(", ")} of ${each.practiceCode}`];
      return (each.numerator ?? 0) > (each.denominator ?? Infinity) ? [`${each.numerator} of ${each.denominator}`] : [];
    });
  } catch (error) {
    return error instanceof ProblemError ? [] : [String(error)];
  }
}

async function look(door: string, file: FileSource, rows: number | null, dice: Dice): Promise<string[]> {
  const started = process.cpuUsage();
  try {
    const { files } = await inspectFiles([file]);
    const found = faultsOf(files);
    const [report] = files;
    if (files.every(({ reason }) => reason !== undefined)) refusedWhole++;
    else if (rows !== null && files.length === 1) {
      accounted++;
      if (report!.rowsRead !== rows) found.push(`${rows} rows in the file, ${report!.rowsRead} read`);
    }
    if (dice.chance(0.03)) {
      const inBits = await inspectFiles([inPieces(file, 1 + dice.number(40))]);
      if (file.blob && JSON.stringify(inBits.files.map(bare)) !== JSON.stringify(files.map(bare)))
        found.push("another answer where it came in pieces");
    }
    if (dice.chance(0.08)) found.push(...(await figureFaults(file, dice)));
    return found;
  } catch (error) {
    return [`crashed: ${error instanceof Error ? (error.stack ?? "").split("\n").slice(0, 3).join(" | ") : String(error)}`];
  } finally {
    took(door, started);
  }
}
/** Of two reasons to refuse a file, the one that is met first depends on the pieces it comes in; that it is refused does not. */
const bare = ({ file, publication, reason, rowsRead, rowsUsed, rowsRefused }: FileReport) => [
  ...[file, publication, reason !== undefined, rowsRead, rowsUsed],
  rowsRefused,
];

it("files of comma-separated text: every row is used, outside the area, or refused with its line", async () => {
  const findings = new Findings();
  // TORTURE_ONLY=337677,525573 repeats these of a seed.
  const only = process.env["TORTURE_ONLY"]?.split(",").map(Number);
  for (const i of only ?? Array.from({ length: times(600, 680_000) }, (_, each) => each)) {
    const dice = new Dice("csv", i);
    const table = dice.one(tables);
    const { text, rows } = mutantOf(table, dice);
    const bytes = dice.chance(0.1) ? damaged(Buffer.from(text), dice) : text;
    const found = await look("CSV", fromBlob(table.name, new Blob([bytes as BlobPart])), typeof bytes === "string" ? rows : null, dice);
    for (const what of found) findings.note(`csv ${i}, ${table.name}`, `${what} ${short(text)}`);
  }
  expect(findings.found).toEqual([]);
});

it("archives with bytes lost or changed: what cannot be read is said", async () => {
  const findings = new Findings();
  const archives = await Promise.all(
    tables.slice(0, 8).map(async ({ name, head, rows }) => ({
      name: `${name}.zip`,
      bytes: await zipOf({ [name]: [head, ...rows].join("\n"), "notes.txt": "Dear all" }),
    })),
  );
  for (let i = 0; i < times(80, 40_000); i++) {
    const dice = new Dice("zip", i);
    const { name, bytes } = dice.one(archives);
    const found = await look("archives", fromBlob(name, new Blob([damaged(bytes, dice) as BlobPart])), null, dice);
    for (const what of found) findings.note(`zip ${i}`, what);
  }
  expect(findings.found).toEqual([]);
});

const escaped = (text: string): string =>
  text.replace(/[<&\0-\x08\x0b\x0c\x0e-\x1f]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : ""));

it("workbooks with XML lost or changed: what cannot be read is said", async () => {
  const findings = new Findings();
  for (let i = 0; i < times(60, 40_000); i++) {
    const dice = new Dice("workbook", i);
    const { head, rows } = dice.one(tables);
    const cells = [head, ...rows];
    const isOds = dice.chance(0.5);
    const xml = isOds
      ? `<table:table table:name="S">${cells.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${escaped(cell)}</text:p></table:table-cell>`).join("")}</table:table-row>`).join("")}</table:table>`
      : cells
          .map((row, r) => `<row r="${r + 1}">${row.map((cell) => `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`).join("")}</row>`)
          .join("");
    const broken = dice.chance(0.8) ? Buffer.from(damaged(Buffer.from(xml), dice)).toString() : xml;
    const bytes = isOds ? await odsOf(broken) : await xlsxOf("S", broken);
    const found = await look("workbooks", fromBlob(isOds ? "a.ods" : "a.xlsx", new Blob([bytes as BlobPart])), null, dice);
    for (const what of found) findings.note(`workbook ${i}`, `${what} ${short(broken)}`);
  }
  expect(findings.found).toEqual([]);
});

it("specifications and indexes of packs with text lost or changed: read the same twice, or refused with the place", () => {
  const findings = new Findings();
  const hash = "a".repeat(64);
  const area = { code: "07G", name: "Thurrock", practices: 3, file: `area-07G-${hash.slice(0, 16)}.json`, bytes: 10, sha256: hash };
  const england = { file: `england-${hash.slice(0, 16)}.json`, bytes: 10, sha256: hash };
  const index = JSON.stringify({
    format: "gp-scorecard pack",
    version: 1,
    made: "2026-11-22",
    periods: ["2022-23"],
    england,
    areas: [area],
  });
  const spec = writeSpec(smallSpec);
  for (let i = 0; i < times(2000, 80_000); i++) {
    const dice = new Dice("json", i);
    const text = (whole: string) => Buffer.from(damaged(Buffer.from(whole), dice)).toString();
    const [brokenSpec, brokenIndex] = [text(spec), text(index)];
    const started = process.cpuUsage();
    try {
      const read = readSpec(brokenSpec);
      if (JSON.stringify(readSpec(writeSpec(read))) !== JSON.stringify(read))
        findings.note(`spec ${i}`, "read differently the second time");
    } catch (error) {
      if (!(error instanceof ProblemError && error.problem.kind === "badSpec"))
        findings.note(`spec ${i}`, `${String(error)} ${short(brokenSpec)}`);
    }
    took("specifications", started);
    const read = readPackIndex(brokenIndex);
    if (!("faults" in read) && [read.england, ...read.areas].some(({ file }) => !/^[A-Za-z0-9-]+\.json$/.test(file)))
      findings.note(`index ${i}`, short(brokenIndex));
    took("indexes of packs", started);
  }
  expect(findings.found).toEqual([]);
});

it("local data typed by hand: each cell is a figure, blank, or a fault with its place", () => {
  const findings = new Findings();
  const { practices } = smallArea();
  const head = ["Practice code", "Practice", "Referrals to LTC clinics", "Learning-disability health checks: numerator"];
  const sheet = [
    ["Period", "2025-26"],
    [...head, "Learning-disability health checks: denominator"],
    ["X00001", "One", "9", "10", "20"],
    ["X00002", "Two", "8", "11", "21"],
  ];
  for (let i = 0; i < times(1000, 80_000); i++) {
    const dice = new Dice("local", i);
    const { text } = mutantOf({ head: sheet[0]!, rows: sheet.slice(1) }, dice);
    const started = process.cpuUsage();
    try {
      const { observations, faults } = readLocalData(
        text.split("\n").map((line) => line.split(",")),
        practices,
        "Local data",
      );
      for (const { numerator, denominator, value } of observations)
        for (const number of [numerator, denominator, value])
          if (typeof number === "number" && !Number.isFinite(number)) findings.note(`local ${i}`, short(text));
      for (const { cell } of faults) if (!/^[A-Z]+\d+$/.test(cell)) findings.note(`local ${i}`, `a fault at ${cell}`);
    } catch (error) {
      findings.note(`local ${i}`, `${String(error)} ${short(text)}`);
    }
    took("local data", started);
  }
  expect(findings.found).toEqual([]);
});
