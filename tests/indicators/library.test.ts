import { readFileSync } from "node:fs";
import path from "node:path";
import { indicatorLibrary } from "../../src/indicators/library";
import { pointsFor, successionOf, termsIn } from "../../src/indicators/qofTerms";
import { readReferenceData } from "../../src/reference/read";
import { fileOf, thurrock } from "../reference/files";

const definition = (id: string) => indicatorLibrary.get(id)!;
const mapping = (name: string) => fileOf(name, readFileSync(path.join(__dirname, "..", "fixtures", "qof", name)));
const all = [...indicatorLibrary.values()];

describe("points by year, against the publisher's own mapping files", () => {
  it.each([
    ["2018-19", "INDICATOR_MAPPINGS_1819_v2.csv"],
    ["2019-20", "MAPPING_INDICATORS_1920.from-parquet.csv"],
    ["2020-21", "MAPPING_INDICATORS_2021_v2.csv"],
    ["2021-22", "MAPPING_INDICATORS_2122.from-parquet.csv"],
    ["2022-23", "MAPPING_INDICATORS_2223.from-parquet.csv"],
    ["2023-24", "MAPPING_INDICATORS_2324.from-parquet.csv"],
  ])("%s", async (year, file) => {
    const area = { name: "any", practiceCodes: ["F81010"] };
    const { publishedIndicators = [] } = await readReferenceData([mapping(file), thurrock("PREVALENCE_2223.csv")], { area });
    const published = new Map(publishedIndicators.map(({ code, points }) => [code, points]));
    expect(published.size).toBeGreaterThan(60);
    const ours = new Map(all.flatMap(({ id, terms }) => (terms ? [[id, termsIn({ terms }, year)?.points] as const] : [])));
    // Each of ours has the published points in a year in which it was published, and none in another.
    for (const [id, points] of ours) expect([id, points]).toEqual([id, published.get(id)]);
    // What is published beside ours are registers, screening, vaccination, contraception and quality improvement.
    const others = [...published.keys()].filter((code) => !ours.has(code));
    const registers =
      /^(AF001|AST00[15]|CAN001|CHD001|CKD005|COPD001|DEM001|DM017|EP001|HF001|HYP001|LD004|MH001|OB00[23]|OST004|PAD001|PC00[12]|RA001|SMOK003|STIA001)$/;
    expect(others.filter((code) => !registers.test(code) && !/^(CON|CS|VI|QI)/.test(code))).toEqual([]);
  });
});

// NHS England's table of the nine indicators to which 141 points went in 2025-26.
it.each([
  ["CHOL003", 38, 0.7, 0.95],
  ["CHOL004", 44, 0.2, 0.5],
  ["HYP008", 38, 0.4, 0.85],
  ["HYP009", 14, 0.4, 0.85],
  ["CHD015", 33, 0.4, 0.9],
  ["CHD016", 14, 0.46, 0.9],
  ["STIA014", 8, 0.4, 0.9],
  ["STIA015", 6, 0.46, 0.9],
  ["DM036", 27, 0.38, 0.9],
])("%s is worth %d points in 2025-26, between %d and %d", (id, points, lower, upper) => {
  expect(termsIn(definition(id), "2025-26")).toMatchObject({ points, thresholds: [lower, upper] });
});

// Half way between 40 % and 85 % is 62.5 %: half of 38 points.
it.each([
  [0.39, 0],
  [0.4, 0],
  [0.625, 19],
  [0.85, 38],
  [1, 38],
])("a share of %d earns %d of 38 points", (share, points) => {
  expect(pointsFor(share, termsIn(definition("HYP008"), "2025-26")!)).toBeCloseTo(points, 12);
});

it("claims no points where no thresholds are on record", () => {
  expect(pointsFor(0.9, termsIn(definition("MH021"), "2023-24")!)).toBeNull();
  expect(termsIn(definition("HYP008"), "2022-23")).toBeNull();
});

it.each([
  ["HYP008", "HYP006 HYP003 HYP008 HYP010"],
  ["HYP010", "HYP006 HYP003 HYP008 HYP010"],
  ["CD001", "CHD002 CHD008 CHD015 STIA003 STIA010 STIA014 CD001"],
  ["DM036", "DM003 DM019 DM033 DM036"],
  ["STIA007", "STIA007"],
])("the codes before and after %s are %s", (id, codes) => {
  expect(successionOf(id, indicatorLibrary).map((each) => each.id)).toEqual(codes.split(" "));
});

it("follows each code to one that is known, in a year after it", () => {
  for (const { id, succeeds, terms } of all)
    for (const before of succeeds?.ids ?? []) {
      const last = definition(before).terms?.at(-1)?.to;
      expect([id, last !== undefined && (terms?.[0] === undefined || last < terms[0].from)]).toEqual([id, true]);
    }
});

it("gives each year one set of terms", () => {
  for (const { id, terms = [] } of all)
    terms.forEach(({ from, to, thresholds }, i) => {
      expect([id, from <= to && (i === 0 || terms[i - 1]!.to < from)]).toEqual([id, true]);
      if (thresholds) expect([id, thresholds[0] < thresholds[1] && thresholds[1] <= 1]).toEqual([id, true]);
    });
});

it("tells every indicator apart by its name and on a practice's page, and fits its heading over a narrow column", () => {
  const named = all.map(({ name }) => name);
  const onPage = all.map(({ name, shortName }) => shortName ?? name);
  expect([new Set(named).size, new Set(onPage).size]).toEqual([named.length, onPage.length]);
  for (const { id, heading } of all) {
    const lines = heading.split("\n");
    expect([id, lines.length <= 3 && lines.every((line) => line.length <= 12)]).toEqual([id, true]);
  }
});
