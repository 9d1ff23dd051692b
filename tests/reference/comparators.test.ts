import { comparatorFor, widerAreasIn } from "../../src/reference/comparators";
import type { Comparator } from "../../src/reference/model";
import { readReferenceData } from "../../src/reference/read";
import { fileOf, thurrock } from "./files";

const prevalence = () => thurrock("PREVALENCE_2223.csv");
const geography = () => thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv");
const hypertension = { indicator: "HYP", period: "2022-23" };
const icb = { kind: "icb", code: "QH8", name: "NHS Mid and South Essex Integrated Care Board", practices: 30 };

// Thurrock's 26,559 of 186,238 (published), and in the same ICB F81001 2,157 of 12,594, F81003 810 of 5,982, F81006 778 of 5,646.
it("adds up the area's ICB in the same pass", async () => {
  const data = await readReferenceData([prevalence(), geography()], { area: "07G" });
  expect(comparatorFor(data, "icb", "HYP", "2022-23")).toEqual({
    ...hypertension,
    of: icb,
    numerator: 26559 + 2157 + 810 + 778,
    denominator: 186238 + 12594 + 5982 + 5646,
    practices: 30,
    isEngland: false,
  });
});

it("counts of the ICB's rows none as used: they are not the area's", async () => {
  const data = await readReferenceData([prevalence(), geography()], { area: "07G" });
  expect(data.files[0]).toMatchObject({ rowsUsed: 81, rowsOutsideArea: 9 });
  expect(data.observations.some(({ practiceCode }) => practiceCode === "F81001")).toBe(false);
});

it.each([
  ["a sub-ICB location", "07G", ["QH8"]],
  ["a PCN", "U28765", ["QH8", "07G"]],
  ["an ICB", "QH8", []],
])("knows what %s lies in", async (_, area, codes) => {
  const data = await readReferenceData([prevalence(), geography()], { area });
  expect(widerAreasIn(data).map(({ code }) => code)).toEqual(codes);
});

it("finds the ICB of an own list", async () => {
  const area = { name: "Visits in March", practiceCodes: ["F81010", "F81001"] };
  const data = await readReferenceData([prevalence(), geography()], { area });
  expect(widerAreasIn(data)).toEqual([icb]);
});

const scattered = [
  "ICB_ODS_CODE,ICB_NAME,SUB_ICB_ODS_CODE,SUB_ICB_NAME,PCN_ODS_CODE,PCN_NAME,PRACTICE_CODE,PRACTICE_NAME",
  "QH8,One,07G,One,,,F81010,Aveley",
  "QH8,One,07G,One,,,F81082,Rigg-Milner",
  "QHX,Two,97R,Two,,,F81001,Elsewhere",
  "QHX,Two,97R,Two,,,F81003,Elsewhere",
].join("\n");

it("gives a list drawn from two ICBs neither", async () => {
  const area = { name: "Two", practiceCodes: ["F81010", "F81001"] };
  const data = await readReferenceData([prevalence(), fileOf("MAPPING_NHS_GEOGRAPHIES_2223.csv", scattered)], { area });
  expect(widerAreasIn(data)).toEqual([]);
});

// In 2016-17 the STP (five practices in this excerpt) stands there as E54000026 only; QH8 stands beside it in the geography of 2022-23.
it("follows the ICB back to the STP it was", async () => {
  const organisations = thurrock("ORGANISATION_REFERENCE_1617.csv");
  const data = await readReferenceData([thurrock("PREVALENCE_1617.csv"), organisations, prevalence(), geography()], { area: "07G" });
  const then = data.comparators.find(({ of, indicator, period }) => of?.code === "QH8" && indicator === "HYP" && period === "2016-17");
  expect(then).toMatchObject({ of: { ...icb, practices: 5 } });
});

it("does not take a file cut to one area for its ICB, nor for England", async () => {
  const lines = (await prevalence().blob!.text()).split("\n");
  const cut = lines.filter((line, i) => i === 0 || line.startsWith("F81010"));
  const data = await readReferenceData([fileOf("PREVALENCE_2223.csv", cut.join("\n")), geography()], { area: "07G" });
  expect(data.comparators.find(({ of, indicator }) => of !== undefined && indicator === "HYP")).toMatchObject({ practices: 1 });
  expect(comparatorFor(data, "icb", "HYP", "2022-23")).toBeNull();
  expect(comparatorFor(data, "england", "HYP", "2022-23")).toBeNull();
});

it("tells England from an ICB with the same indicator and period", () => {
  const england: Comparator = { ...hypertension, numerator: 14, denominator: 100, practices: 6000, isEngland: true };
  const ofIcb: Comparator = { ...england, of: { ...icb, kind: "icb" }, numerator: 15, practices: 30, isEngland: false };
  const data = { comparators: [ofIcb, england] };
  expect(comparatorFor(data, "england", "HYP", "2022-23")).toBe(england);
  expect(comparatorFor(data, "icb", "HYP", "2022-23")).toBe(ofIcb);
  expect(comparatorFor(data, "subIcb", "HYP", "2022-23")).toBeNull();
});
