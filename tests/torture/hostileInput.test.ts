/** Hostile text through every door: nothing becomes a formula, markup, a path or a property; numbers stay numbers; text comes back as it was. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { createElement, type ComponentProps, type ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createScorecard } from "../../src/actions/createScorecard";
import { insertLocalData } from "../../src/actions/localData";
import { csvLine } from "../../src/cli/csvLine";
import { ProblemError } from "../../src/problem";
import { fromBlob } from "../../src/reference/fileSource";
import { readLocalData } from "../../src/reference/localData";
import type { FileReport, ReferenceData } from "../../src/reference/model";
import { readPackIndex } from "../../src/reference/pack";
import { inspectFiles, readReferenceData } from "../../src/reference/read";
import { buildScorecard } from "../../src/scorecard/build";
import { readSpec, writeSpec } from "../../src/scorecard/readSpec";
import { layOutWorkbook } from "../../src/sheet/layout";
import { FileFinding } from "../../src/taskpane/components/FileFinding";
import { Changes } from "../../src/taskpane/components/Changes";
import { readCodes } from "../../src/taskpane/practiceCodes";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { run } from "../cli/run";
import { openExcel, type OpenExcel } from "../support/host";
import { readHost } from "../support/readHost";
import { readXlsx } from "../support/readXlsx";
import type { SheetDump } from "../support/sheetDump";
import { sheetNames } from "../support/workbooks";
import { everyHostile } from "./hostile";
import { smallArea, smallRequest, smallSpec } from "./smallArea";
import { Dice, Findings, record, times, whole } from "./torture";

const texts = everyHostile.map(([, text]) => text);
/** A file with a NUL in it is refused as a whole, and says so: tests/fixtures/bad. */
const inFiles = texts.filter((text) => !text.includes("\0"));
const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
let tried = 0;
const doors = new Set<string>();
const through = (door: string): void => (doors.add(door), void tried++);

afterAll(() => {
  record("hostile-input", { strings: texts.length, doors: doors.size, "strings × doors": tried });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

it("has at least 300 strings, each once", () => {
  expect(texts.length).toBeGreaterThanOrEqual(300);
  expect(new Set(texts).size).toBe(texts.length);
});

const csv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");

/** What a CSV file cannot carry in UTF-8: half a pair. It arrives as the sign for "unreadable". */
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");

const folder = path.join(__dirname, "..", "fixtures", "thurrock");
const published = readdirSync(folder).filter((name) => name.endsWith(".csv"));

describe("importers", () => {
  it.each(published)("%s: in each column, every row is used, outside, or refused with its line; numbers stay numbers", async (name) => {
    const table = parse(readFileSync(path.join(folder, name)), { encoding: "latin1", relax_column_count: true }) as string[][];
    const headerless = /^[A-Z]\d{5}$/.test(table[0]![0]!);
    const [head, base] = headerless
      ? [[], table[0]!]
      : [table[0]!, table.find((row, i) => i > 0 && row.some((cell) => /^[A-Z]\d{5}$/.test(cell))) ?? table[1]!];
    const codeAt = base.findIndex((cell) => /^[A-Z]\d{5}$/.test(cell));
    const findings = new Findings();
    const columns = whole
      ? base.map((_, i) => i)
      : new Dice("columns", name).some(
          base.map((_, i) => i),
          0.12,
        );
    for (const column of columns) {
      const given = inFiles.map((text, i) => ({ text, code: `F${String(50_000 + i)}` }));
      const rows = given.map(({ text, code }) => base.map((cell, i) => (i === column ? text : i === codeAt ? code : cell)));
      const file = fromBlob(name, new Blob([csv(headerless ? rows : [head, ...rows])]));
      const where = `${name}, column ${head[column] ?? column + 1}`;
      through(`${name}:${column}`);
      tried += inFiles.length - 1;
      const [report] = (await inspectFiles([file])).files;
      if (report!.reason === undefined) {
        const { rowsRead, rowsUsed, rowsOutsideArea, rowsRefused } = report!;
        if (rowsUsed + rowsOutsideArea + rowsRefused.length !== rowsRead || rowsRead !== inFiles.length)
          findings.note(where, `of ${inFiles.length} rows ${rowsRead} read, ${rowsUsed} used, ${rowsRefused.length} refused`);
      }
      const codes = given.map(({ code }) => code);
      const data = await readReferenceData([file], { area: { name: "ours", practiceCodes: codes }, defaultPeriod: "2022-23" }).catch(
        (error: unknown) => {
          if (!(error instanceof ProblemError)) findings.note(where, String(error));
          return null;
        },
      );
      if (data === null) continue;
      for (const each of data.observations) {
        const numbers = Object.entries(each).filter(([, value]) => typeof value === "number");
        for (const [key, value] of numbers)
          if (!Number.isFinite(value))
            findings.note(
              where,
              `${key} of ${short(given.find(({ code }) => code === each.practiceCode)?.text ?? "")} is ${String(value)}`,
            );
      }
      for (const { text, code } of given) {
        const found = data.practices.get(code)?.name;
        const isName = found !== undefined && found !== base[column] && column !== codeAt && found !== code;
        const before = base.includes(found ?? "");
        if (isName && !before && found.replace(/\s+/g, " ").trim() !== wellFormed(text).replace(/\s+/g, " ").trim())
          findings.note(where, `${short(text)} came back as ${short(found)}`);
      }
    }
    expect(findings.found).toEqual([]);
  });
});

/** The small area with something in place of each kind of name. */
function named(text: (place: string) => string, count: number): ReferenceData {
  const data = smallArea(3);
  const practices = [...data.practices.values()].slice(0, count);
  return {
    ...data,
    area: { ...data.area, name: text("area") },
    practices: new Map(
      practices.map((each, i) => [
        each.code,
        { ...each, name: text(`practice ${i}`), ...("pcnName" in each ? { pcnName: text("pcn") } : {}) },
      ]),
    ),
    observations: data.observations.map((each) => ({ ...each, source: { ...each.source, file: text("file") } })),
    files: data.files.map((report) => ({ ...report, file: text("file"), remarks: [text("remark")] })),
  };
}

/** Harmless words that can be told apart, one for each place. */
const neutral = (place: string): string => `Zzq ${place} qzz`;
const places = /Zzq [a-z]+(?: \d)? qzz/;

/** What there is on the sheets, without where it stands: longer titles push cells about and break lines elsewhere. */
function tally(sheets: readonly SheetDump[], holds: (value: string) => boolean) {
  const cells = sheets.flatMap((sheet) => [...sheet.cells.values()]);
  const sentences = (formula: string) => formula.replace(/\$?[A-Z]{1,3}\$?\d+/g, "REF").replace(/"[^"]*"/g, '""');
  return {
    formulas: new Set(cells.map(({ formula }) => sentences(formula))),
    numbers: cells.filter(({ value }) => typeof value === "number").length,
    named: cells.filter(({ value, formula }) => formula === "" && typeof value === "string" && holds(value)).length,
  };
}

interface Harmless {
  readonly formulas: ReadonlySet<string>;
  readonly numbers: number;
  readonly named: number;
}

/** Names of every length, because what fits beside a title depends on it. */
const lengths = ["", "x".repeat(30), "x".repeat(300)];

async function harmlessOf(build: (text: (place: string) => string) => Promise<readonly SheetDump[]>): Promise<Harmless> {
  const tallies = [];
  for (const more of lengths) tallies.push(tally(await build((place) => neutral(place) + more), (value) => places.test(value)));
  const shortest = tally(await build(() => "Q"), () => false);
  return {
    formulas: new Set([...tallies, shortest].flatMap(({ formulas }) => [...formulas])),
    numbers: tallies[0]!.numbers,
    named: Math.min(...tallies.map((each) => each.named)),
  };
}

/** Where a workbook of hostile names differs from one of harmless names otherwise than by the name itself. */
function compare(expected: Harmless, found: readonly SheetDump[], text: string, findings: Findings): void {
  // Of a file only the last part of its path is shown.
  const parts = [text, text.split(/[\\/]/).at(-1)!].map((part) => part.slice(0, 1000)).filter((part) => part.trim() !== "");
  const there = tally(found, (value) => parts.some((part) => value.includes(part)));
  const strange = [...there.formulas].filter((formula) => !expected.formulas.has(formula));
  if (strange.length > 0) findings.note(short(text), `formulas that were not there: ${strange.map(short).join(", ")}`);
  if (there.numbers !== expected.numbers) findings.note(short(text), `${there.numbers} numbers, not ${expected.numbers}`);
  if (parts.length > 0 && there.named < expected.named) findings.note(short(text), `stands in ${there.named} cells, not ${expected.named}`);
}

const dice = new Dice("hostile names");
const chosen = whole ? texts : dice.some(texts, 0.05);

it("names in the open workbook: text comes back as it was, and no formula is there that was not", async () => {
  const findings = new Findings();
  const build = async (text: (place: string) => string) => {
    const excel = await openExcel();
    await createScorecard(named(text, 3), smallRequest);
    return (await readHost(excel.Excel)).sheets;
  };
  const expected = await harmlessOf(build);
  // Our host marks text with a word joiner where the engine would take it for an error, and gives it back without.
  for (const text of chosen.filter((each) => !each.includes("\u2060")).slice(0, times(3, 1000))) {
    through("names on the sheets");
    const found = await build(() => text).catch((error: unknown) => error as Error);
    if (found instanceof Error) findings.note(short(text), found.message.slice(0, 200));
    else compare(expected, found, text, findings);
  }
  expect(findings.found).toEqual([]);
});

/** What XML cannot say at all. */
const sayable = (text: string): string => wellFormed(text).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");

it("names in the .xlsx file: well-formed, no formula that was not there, text as it was as far as XML can say it", async () => {
  const findings = new Findings();
  const build = async (text: (place: string) => string) =>
    (await readXlsx(await writeWorkbook(layOutWorkbook(buildScorecard(named(text, 3), { spec: smallSpec, builtOn: "2026-11-22" })))))
      .sheets;
  const expected = await harmlessOf(build);
  for (const text of chosen.slice(0, times(8, 1000))) {
    through("names in the file");
    const found = await build(() => text).catch((error: unknown) => error as Error);
    if (found instanceof Error) findings.note(short(text), found.message.slice(0, 200));
    else compare(expected, found, sayable(text), findings);
  }
  expect(findings.found).toEqual([]);
});

it("values as CSV: read back as they were, and no cell begins as a formula does", async () => {
  const findings = new Findings();
  for (const text of texts) {
    through("values");
    const [[cell]] = parse(csvLine([text, 1])) as [[string]];
    if (cell !== wellFormed(text) && cell !== `'${wellFormed(text)}`) findings.note(short(text), `came back as ${short(cell)}`);
    if (/^[\s\p{C}]*[=+\-@＝＋－＠−﹦﹢﹣﹫]/u.test(cell)) findings.note(short(text), "begins as a formula does");
  }
  expect(csvLine([-5, 1.5])).toBe("-5,1.5\n");
  const place = mkdtempSync(path.join(tmpdir(), "hostile-"));
  try {
    const codes = inFiles.map((_, i) => `F${String(50_000 + i)}`);
    const geography = [
      "ICB_ODS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_NAME,PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME".split(","),
      ...inFiles.map((text, i) => ["QH8", "ICB", "07G", "Thurrock", "U28765", text, codes[i]!, text]),
    ];
    writeFileSync(path.join(place, "MAPPING_NHS_GEOGRAPHIES_2223.csv"), csv(geography));
    writeFileSync(
      path.join(place, "PREVALENCE_2223.csv"),
      csv([
        "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE".split(","),
        ...codes.map((code) => [code, "HYP", "10", "TOTAL", "100"]),
      ]),
    );
    const { stdout } = await run("values", "--area", "07G", "--data", place);
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThan(300);
    for (const row of rows) {
      through("values of published files");
      const cell = row["practice_name"]!;
      if (/^[\s\p{C}]*[=+\-@＝＋－＠−﹦﹢﹣﹫]/u.test(cell)) findings.note(short(cell), "begins as a formula does");
    }
  } finally {
    rmSync(place, { recursive: true });
  }
  expect(findings.found).toEqual([]);
});

it("the pane shows text as text: no element, attribute or address comes of it", () => {
  const findings = new Findings();
  const shape = (component: ComponentType<never>, props: object) => {
    const { document } = new JSDOM(renderToStaticMarkup(createElement(component, props as never))).window as unknown as Window;
    const elements = [...document.body.querySelectorAll("*")];
    const attributes = elements.flatMap((each) => [...each.attributes].map(({ name }) => name));
    return { outline: [elements.map((each) => each.tagName).join(), attributes.join()].join("|"), text: document.body.textContent };
  };
  const report = (text: string): FileReport => ({
    ...{ file: text, publication: null, period: null, rowsRead: 1, rowsUsed: 0, rowsOutsideArea: 0 },
    ...{ rowsRefused: [{ line: 2, column: text, expected: "a number", found: text }], remarks: [`Remark: ${text}`] },
  });
  const changes = (text: string): ComponentProps<typeof Changes>["changes"] => ({
    practicesIn: [{ code: "X00001", name: text }],
    practicesOut: [{ code: "X00002", name: text }],
    moved: [{ practice: { code: "X00003", name: text }, indicator: text, from: "similar", to: "higher" }],
    values: [{ practice: { code: "X00004", name: text }, column: text, from: 0.1, to: 0.2 }],
  });
  const panes: readonly (readonly [string, ComponentType<never>, (text: string) => object])[] = [
    ["a file", FileFinding as ComponentType<never>, (text) => ({ report: report(text) })],
    ["what changed", Changes as ComponentType<never>, (text) => ({ changes: changes(text) })],
  ];
  for (const [name, component, props] of panes) {
    const usual = shape(component, props("harmless")).outline;
    for (const text of texts) {
      through(`pane: ${name}`);
      const { outline } = shape(component, props(text));
      if (outline !== usual) findings.note(`${name}, ${short(text)}`, outline);
    }
  }
  expect(findings.found).toEqual([]);
});

it("presets: a specification is read with the text as it was, or refused with the place", () => {
  const findings = new Findings();
  const spec = JSON.parse(writeSpec(smallSpec)) as Record<string, unknown>;
  const places: readonly ((text: string) => unknown)[] = [
    (text) => ({ ...spec, id: text }),
    (text) => ({ ...spec, name: text }),
    (text) => ({ ...spec, groups: [{ heading: text, indicators: ["HYP"] }] }),
    (text) => ({ ...spec, groups: [{ heading: "x", indicators: [text] }] }),
    (text) => ({ ...spec, comparison: { comparator: { kind: text } } }),
    (text) => ({ ...spec, comparison: { comparator: { kind: "england", name: text } } }),
    (text) => ({ ...spec, comparison: { comparator: { kind: "peers", practiceCodes: [text] } } }),
    (text) => ({ ...spec, formulas: text }),
    (text) => ({ ...spec, ltcScore: text }),
    (text) => JSON.parse(JSON.stringify(spec).replace('"name"', JSON.stringify(text))) as unknown,
    (text) => text,
  ];
  for (const [i, place] of places.entries())
    for (const text of texts) {
      through(`preset ${i}`);
      try {
        const read = readSpec(JSON.stringify(place(text)));
        if (JSON.stringify(readSpec(writeSpec(read))) !== JSON.stringify(read))
          findings.note(short(text), "read differently the second time");
      } catch (error) {
        if (!(error instanceof ProblemError && error.problem.kind === "badSpec"))
          findings.note(`place ${i}, ${short(text)}`, String(error));
      }
    }
  for (const text of texts) {
    through("preset file");
    expect(() => readSpec(`${text}{"id":"a"}`)).toThrow(ProblemError);
  }
  expect(findings.found).toEqual([]);
});

it("pasted lists: only codes of practices are taken for codes", () => {
  for (const text of texts) {
    through("pasted list");
    const { codes } = readCodes(`F81010 ${text} F81082`);
    expect(codes.filter((code) => !/^[A-Z]\d{5}$/.test(code))).toEqual([]);
    expect(codes).toContain("F81010");
  }
});

it("the index of a pack: no file name leads out of its folder, whatever stands where", () => {
  const hash = "a".repeat(64);
  const good = { file: `england-${hash.slice(0, 16)}.json`, bytes: 10, sha256: hash };
  const index = {
    ...{ format: "gp-scorecard pack", version: 1, made: "2026-11-22", periods: ["2022-23"], england: good },
    areas: [{ ...good, file: `area-07G-${hash.slice(0, 16)}.json`, code: "07G", name: "Thurrock", practices: 3 }],
  };
  expect(readPackIndex(JSON.stringify(index))).not.toHaveProperty("faults");
  const places = (text: string): readonly unknown[] => [
    { ...index, format: text },
    { ...index, made: text },
    { ...index, periods: [text] },
    { ...index, england: { ...good, file: text } },
    { ...index, england: { ...good, sha256: text } },
    { ...index, areas: [{ ...index.areas[0], code: text }] },
    { ...index, areas: [{ ...index.areas[0], file: text }] },
    { ...index, areas: [{ ...index.areas[0], practices: text }] },
    text,
  ];
  for (const text of texts)
    for (const [i, value] of places(text).entries()) {
      through(`pack ${i}`);
      const read = readPackIndex(JSON.stringify(value));
      if ("faults" in read) continue;
      // What is read all the same is an area's code that looks like one: its files keep names that lead nowhere.
      for (const { file } of [read.england, ...read.areas]) expect(file).toMatch(/^[A-Za-z0-9-]+\.json$/);
    }
});

it("local data: each cell is a figure or a fault with its place", () => {
  const { practices } = smallArea();
  const head = [
    "Practice code",
    "Practice",
    "Referrals to LTC clinics",
    "Learning-disability health checks: numerator",
    "Learning-disability health checks: denominator",
    "Patient participation group",
  ];
  for (const text of texts)
    for (let column = 0; column < head.length; column++)
      for (const row of ["head", "body"]) {
        through(`local data ${row} ${column}`);
        const body = ["X00001", "One", "9", "10", "20", "Yes"];
        const put = (cells: string[], here: boolean) => cells.map((cell, i) => (here && i === column ? text : cell));
        const read = readLocalData([["Period", "2025-26"], put(head, row === "head"), put(body, row === "body")], practices, "Local data");
        for (const { numerator, denominator, value } of read.observations)
          for (const number of [numerator, denominator, value]) if (typeof number === "number") expect(Number.isFinite(number)).toBe(true);
        for (const { cell } of read.faults) expect(cell).toMatch(/^[A-Z]+\d+$/);
      }
});

const rename = (excel: OpenExcel, from: string, to: string): Promise<void> =>
  excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });

it("names of sheets that a person gave: the scorecard is built anew under them, and its formulas still find their cells", async () => {
  const findings = new Findings();
  const excel = await openExcel();
  await createScorecard(smallArea(), smallRequest);
  await insertLocalData(smallArea());
  const free = texts.filter(
    (text) =>
      /^[^\\/?*[\]:]{1,31}$/.test(text) &&
      !/^[\s']|[\s']$|^history$/i.test(text) &&
      !/^[\p{C}\s]*$/u.test(text) &&
      !/[\p{Cc}\p{Cs}]/u.test(text),
  );
  for (const text of whole ? free : new Dice("sheet names").some(free, 0.02).slice(0, 2)) {
    through("sheet name");
    const before = await sheetNames(excel);
    const renamed = await rename(excel, before[1]!, text).then(
      () => true,
      () => false,
    );
    if (!renamed) continue;
    const outcome = await createScorecard(smallArea(), smallRequest).catch((error: unknown) => error);
    if (outcome instanceof Error) findings.note(short(text), outcome.message.slice(0, 300));
    const { sheets } = await readHost(excel.Excel);
    if (!sheets.some(({ name }) => name === text)) findings.note(short(text), `sheets are ${sheets.map(({ name }) => name).join(", ")}`);
    for (const { name, cells } of sheets)
      for (const [ref, { value }] of cells)
        if (/^#(REF|NAME)/.test(String(value))) findings.note(short(text), `${name}!${ref} shows ${String(value)}`);
  }
  expect(findings.found).toEqual([]);
});

it("file names: a period is read from them or asked for, and nothing else", async () => {
  for (const text of whole ? texts : texts.slice(0, 60)) {
    through("file name");
    const [report] = (
      await inspectFiles([fromBlob(text, new Blob(["PRACTICE_CODE,GROUP_CODE,REGISTER,PRACTICE_LIST_SIZE\nF81010,HYP,1,2\n"]))])
    ).files;
    expect(report!.file).toBe(text);
    expect(report!.publication).toBe("qof-prevalence");
  }
});
