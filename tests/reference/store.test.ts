import type { Observation, ReferenceData } from "../../src/reference/model";
import { readReferenceData } from "../../src/reference/read";
import { storeOf } from "../../src/reference/store";
import { thurrock } from "./files";

const source = { publication: "made up", file: "made up.csv", line: 2 };
const figure = (practiceCode: string, indicator: string, period: string, rest: Partial<Observation>): Observation => ({
  practiceCode,
  indicator,
  period,
  source,
  ...rest,
});

const data: ReferenceData = Object.freeze({
  area: { code: "07G", name: "Thurrock" },
  illustrative: false,
  practices: new Map([
    ["F81010", { code: "F81010", name: "Orsett Surgery" }],
    ["F81082", { code: "F81082", name: "Aveley Medical Centre" }],
  ]),
  observations: [
    figure("F81010", "HYP008", "2023-24", { numerator: 60, denominator: 80, personalisedCareAdjustments: 5 }),
    figure("F81010", "HYP008", "2022-23", { numerator: 10, denominator: 40 }),
    figure("F81010", "list_size", "2025-01-01", { value: 9000 }),
    figure("F81010", "cqc_overall", "2024", { value: "Good" }),
    figure("F81082", "HYP008", "2023-24", { missing: "suppressed" }),
    figure("F81082", "list_size", "2025-01-01", { numerator: 0, denominator: 0 }),
  ],
  comparators: [],
  files: [],
});
const { value, practiceName, practices, publicationDate } = storeOf(data);

test.each([
  // practice, measure, period, answer
  ["F81010", "HYP008", null, 60 / 80],
  ["F81010", "HYP008", "2022-23", 10 / 40],
  ["f81010", "hyp008.NUMERATOR", null, 60],
  ["F81010", "HYP008.denominator", "2022-23", 40],
  ["F81010", "HYP008.personalisedCareAdjustments", null, 5],
  ["F81010", "list_size", null, 9000],
  ["F81010", "cqc_overall", null, "Good"],
] as const)("%s %s of %s is looked up", (practice, measure, period, answer) => {
  expect(value(practice, measure, period)).toBe(answer);
});

test.each([
  [
    "an unknown practice, with those that differ by a character",
    "F81011",
    "HYP008",
    null,
    { kind: "notFound", what: "practice", key: "F81011", near: ["F81010"] },
  ],
  [
    "an unknown measure, with those that differ by a character",
    "F81010",
    "HYP007",
    null,
    { kind: "notFound", what: "indicator", key: "HYP007", near: ["HYP008"] },
  ],
  ["an unknown part", "F81010", "HYP008.top", null, { kind: "notFound", what: "indicator", key: "HYP008.top", near: [] }],
  ["a period that is not loaded", "F81010", "HYP008", "2019-20", { kind: "missing", what: "HYP008 of F81010", reason: "notLoaded" }],
  ["a suppressed figure", "F81082", "HYP008", null, { kind: "missing", what: "HYP008 of F81082", reason: "suppressed" }],
  [
    "nothing published for this practice",
    "F81082",
    "cqc_overall",
    null,
    { kind: "missing", what: "cqc_overall of F81082", reason: "notPublished" },
  ],
  ["nobody in the denominator", "F81082", "list_size", null, { kind: "missing", what: "list_size of F81082", reason: "notPublished" }],
] as const)("%s is answered by a problem", (_why, practice, measure, period, problem) => {
  expect(value(practice, measure, period)).toEqual(problem);
});

test("practices of the area come by name; another area is not loaded", () => {
  expect(practices("07g")).toEqual(["F81082", "F81010"]);
  expect(practices("99X")).toEqual({ kind: "notFound", what: "area", key: "99X", near: ["07G"] });
  expect(practiceName("F81082")).toBe("Aveley Medical Centre");
});

test("the day that a publication's pages name is answered as Excel counts days", async () => {
  const files = [thurrock("PREVALENCE_2223.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv"), thurrock("gp-reg-pat-prac-all.csv")];
  const store = storeOf(await readReferenceData(files, { area: "07G", periods: new Map([["PREVALENCE_2223.csv", "2017-18"]]) }));
  // 25 October 2018 for QOF 2017-18; list sizes say the day they were drawn, 1 January 2021. Excel: =DATE(2018,10,25), =DATE(2021,1,1).
  expect([store.publicationDate("hyp"), store.publicationDate("HYP.numerator", "2017-18"), store.publicationDate("list_size")]).toEqual([
    43398, 43398, 44197,
  ]);
  expect(store.publicationDate("HYP", "2019-20")).toMatchObject({ kind: "missing", reason: "notLoaded" });
  expect(store.publicationDate("HYPP")).toMatchObject({ kind: "notFound", what: "indicator", near: ["HYP"] });
});

test("a rating is as old as its own report", async () => {
  const store = storeOf(
    await readReferenceData([thurrock("HSCA_Active_Locations_2026-02.csv"), thurrock("epraccur.csv")], { area: "07G" }),
  );
  // The newest in the file is of 15 December 2025: =DATE(2025,12,15).
  expect(store.publicationDate("cqc_overall")).toBe(46006);
});

test("where nobody says when it came out, neither do we", () => {
  expect(publicationDate("HYP008")).toMatchObject({ kind: "missing", reason: "notPublished" });
});
