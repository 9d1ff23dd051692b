import { readFileSync } from "node:fs";
import path from "node:path";
import { indicatorLibrary } from "../../src/indicators/library";
import { termsIn } from "../../src/indicators/qofTerms";
import { readReferenceData } from "../../src/reference/read";
import { oracle } from "../oracles/read";
import { fileOf, thurrock } from "../reference/files";

const all = [...indicatorLibrary.values()].filter(({ terms }) => terms !== undefined);
const definition = (id: string) => indicatorLibrary.get(id)!;
const pointsIn = (id: string, year: string) => termsIn(definition(id), year)?.points;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** By code, what an indicator was worth according to the publisher's own file of a year. */
async function published(file: string): Promise<ReadonlyMap<string, number | null>> {
  const mapping = fileOf(file, readFileSync(path.join(__dirname, "..", "fixtures", "qof", file)));
  const area = { name: "any", practiceCodes: ["F81010"] };
  const { publishedIndicators = [] } = await readReferenceData([mapping, thurrock("PREVALENCE_2223.csv")], { area });
  return new Map(publishedIndicators.map(({ code, points }) => [code, points]));
}
const of1819 = "INDICATOR_MAPPINGS_1819_v2.csv";
const of2324 = "MAPPING_INDICATORS_2324.from-parquet.csv";

/** Registers; and what the library leaves out: contraception, screening, vaccination and quality improvement. */
const registers =
  /^(AF001|AST00[15]|CAN001|CHD001|CKD005|COPD0(01|09|15)|DEM001|DM017|EP001|HF001|HYP001|LD004|MH001|OB00[23]|OST004|PAD001|PC00[12]|RA001|SMOK003|STIA001)$/;
const others = /^(CON|CS|VI|QI)/;

describe("points by year, against the publisher's own mapping files", () => {
  it.each([
    ["2018-19", of1819, 559],
    ["2019-20", "MAPPING_INDICATORS_1920.from-parquet.csv", 559],
    ["2020-21", "MAPPING_INDICATORS_2021_v2.csv", 567],
    ["2021-22", "MAPPING_INDICATORS_2122.from-parquet.csv", 635],
    ["2022-23", "MAPPING_INDICATORS_2223.from-parquet.csv", 635],
    ["2023-24", of2324, 635],
  ])("%s", async (year, file, total) => {
    const points = await published(file);
    expect(sum([...points.values()].map((each) => each ?? 0))).toBe(total);
    // Each of ours has the published points in a year in which it was published, and none in another; nothing else is care.
    for (const { id } of all) expect([id, pointsIn(id, year)]).toEqual([id, points.get(id)]);
    const rest = [...points.keys()].filter((code) => !indicatorLibrary.has(code));
    expect(rest.filter((code) => !registers.test(code) && !others.test(code))).toEqual([]);
  });
});

it.each(["2016-17", "2017-18"])("%s had the points of 2018-19: neither year changed anything", async (year) => {
  const points = await published(of1819);
  for (const { id } of all) expect([id, pointsIn(id, year)]).toEqual([id, points.get(id)]);
});

it("2024-25 had the points of 2023-24, three of them under new codes", async () => {
  const points = new Map(await published(of2324));
  for (const [before, after] of [
    ["CHOL001", "CHOL003"],
    ["CHOL002", "CHOL004"],
    ["DM033", "DM036"],
  ] as const) {
    points.set(after, points.get(before)!);
    points.delete(before);
  }
  for (const { id } of all) expect([id, pointsIn(id, "2024-25")]).toEqual([id, points.get(id)]);
});

describe("2025-26 and 2026-27, against what was found of the guidance", () => {
  const rows = oracle("qof_terms");

  it.each(["2025-26", "2026-27"])("%s", async (year) => {
    const before = await published(of2324);
    const found = rows.filter((row) => row["year"] === year);
    for (const row of found) {
      const id = row["indicator"]!;
      const points = row["points_from"] === "mapping-2324" ? before.get(id) : Number(row["points"]);
      const thresholds = row["lower"] === "" ? null : [Number(row["lower"]) / 100, Number(row["upper"]) / 100];
      expect([id, termsIn(definition(id), year)]).toEqual([id, expect.objectContaining({ points, thresholds })]);
    }
    // And nothing is claimed that was not found.
    const ours = all.filter(({ id }) => pointsIn(id, year) !== undefined).map(({ id }) => id);
    expect(ours.sort()).toEqual(found.map((row) => row["indicator"]!).sort());
  });

  it("adds up: 212 points retired, 57 of them for care, and 141 moved to nine", async () => {
    const retired = all.filter(({ id }) => pointsIn(id, "2024-25") !== undefined && pointsIn(id, "2025-26") === undefined);
    // These three handed their points to AST012, DM034 and DM035.
    const handedOn = ["AST011", "DM022", "DM023"];
    const care = sum(retired.filter(({ id }) => !handedOn.includes(id)).map(({ id }) => pointsIn(id, "2024-25")!));
    const ofRegisters = sum([...(await published(of2324))].flatMap(([code, points]) => (registers.test(code) ? [points ?? 0] : [])));
    expect([care, ofRegisters, 74]).toEqual([212 - 81 - 74, 81, 74]);
    const nine = rows.filter((row) => row["points_from"] === "nine").map((row) => row["indicator"]!);
    expect([nine.length, sum(nine.map((id) => pointsIn(id, "2025-26")! - pointsIn(id, "2024-25")!))]).toEqual([9, 141]);
  });
});

it("has thresholds only where they were compared with something", () => {
  const compared = new Set(oracle("qof_terms").flatMap((row) => (row["lower"] === "" ? [] : [`${row["indicator"]} ${row["year"]}`])));
  for (const { id, terms = [] } of all)
    for (const { from, to, thresholds } of terms) {
      if (thresholds === null) continue;
      const years = ["2025-26", "2026-27"].filter((year) => from <= year && year <= to);
      expect([id, from >= "2025-26", years.every((year) => compared.has(`${id} ${year}`))]).toEqual([id, true, true]);
    }
});

it("says what changed from code to code only where something says so", () => {
  const found = new Map(oracle("qof_changes").map((row) => [row["indicator"]!, row["follows"]]));
  for (const { id, succeeds } of all) {
    if (succeeds === undefined) continue;
    if (found.has(id)) expect([id, succeeds.ids.join(" ")]).toEqual([id, found.get(id)]);
    else expect([id, succeeds.change]).toEqual([id, expect.stringContaining("has not been checked")]);
  }
});
