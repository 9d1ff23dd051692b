import { type ReferenceStore, setReference } from "../../src/functions/referenceStore";
import { readReferenceData } from "../../src/reference/read";
import { storeOf } from "../../src/reference/store";
import { thurrock } from "../reference/files";
import { call, column, messageOf, show } from "./call";

/** The functions on reference data, over rows of the published files, as Excel calls them. */
let store: ReferenceStore;
beforeAll(async () => {
  const files = [thurrock("PREVALENCE_2223.csv"), thurrock("MAPPING_NHS_GEOGRAPHIES_2223.csv"), thurrock("gp-reg-pat-prac-all.csv")];
  // the figures of 2022-23 called 2017-18, the last year whose day of publication its pages give
  store = storeOf(await readReferenceData(files, { area: "07G", periods: new Map([["PREVALENCE_2223.csv", "2017-18"]]) }));
});
beforeEach(() => setReference(store));
afterEach(() => setReference(undefined));

describe("REFERENCE_DATE", () => {
  // QOF 2017-18 came out on 25 October 2018; list sizes say the day they were drawn, 1 January 2021. Excel: =DATE(2018,10,25), =DATE(2021,1,1).
  test.each<[string, unknown[], unknown]>([
    ["a measure in one cell", [[["HYP"]]], [[43398]]],
    ["in any case, with spaces around it", [[[" hyp "]]], [[43398]]],
    ["a part of a measure, which is as old as the whole", [[["HYP.numerator"]]], [[43398]]],
    ["several, one below the other", [column(["HYP", "list_size"])], column([43398, 44197])],
    ["several side by side", [[["list_size", "HYP"]]], [[44197, 43398]]],
    ["a period", [[["HYP"]], "2017-18"], [[43398]]],
    ["a period as a range of one cell", [[["HYP"]], [["2017-18"]]], [[43398]]],
    ["a period left blank", [[["HYP"]], ""], [[43398]]],
    ["a day typed as a date, which Excel passes as its number", [[["list_size"]], 44197], [[44197]]],
    ["a day that is not loaded", [[["list_size"]], 44228], [["#N/A"]]],
    ["a period that is not loaded", [[["HYP"]], "2019-20"], [["#N/A"]]],
    ["what is not loaded, beside what is", [column(["HYPP", "HYP", "", null])], column(["#N/A", 43398, "#N/A", "#N/A"])],
    ["TRUE", [[[true]]], [["#VALUE!"]]],
    ["no cells at all", [[]], "#VALUE!"],
  ])("%s", (_what, args, expected) => {
    expect(show(() => call("REFERENCE_DATE", ...args))).toEqual(expected);
  });

  test("says what is missing, and what was perhaps meant", () => {
    expect(messageOf(() => call("REFERENCE_DATE", [["HYP"]], "2019-20"))).toMatch(/2019-20/);
    expect(messageOf(() => call("REFERENCE_DATE", [["HYPP"]]))).toMatch(/HYPP.*HYP/s);
  });
});

test("a figure of a day is found by that day, typed as a date or as text", () => {
  const [[latest]] = call("REFERENCE", [["F81010"]], [["list_size"]]) as [[number]];
  expect(latest).toBeGreaterThan(1000);
  expect(call("REFERENCE", [["F81010"]], [["list_size"]], 44197)).toEqual([[latest]]);
  expect(call("REFERENCE", [["F81010"]], [["list_size"]], "2021-01-01")).toEqual([[latest]]);
});

test("REFERENCE, PRACTICE_NAME and PRACTICES answer from the same files", () => {
  const codes = call("PRACTICES", [["07g"]]);
  expect(codes.length).toBeGreaterThan(20);
  const names = call("PRACTICE_NAME", codes);
  expect(names.every(([name]) => typeof name === "string" && name !== "")).toBe(true);
  const [numerators, denominators, prevalence] = ["HYP.numerator", "HYP.denominator", "HYP"].map((measure) =>
    call("REFERENCE", codes, [[measure]]).flat(),
  );
  const found = prevalence!.filter((each) => typeof each === "number");
  expect(found.length).toBeGreaterThan(20);
  prevalence!.forEach((each, i) => {
    if (typeof each === "number") expect(each).toBe((numerators![i] as number) / (denominators![i] as number));
  });
});
