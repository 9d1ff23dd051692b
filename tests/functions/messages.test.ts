import { setReference } from "../../src/functions/referenceStore";
import { OUR_FAULT } from "../../src/messages";
import { associated, call, messageOf, show } from "./call";
import "../../src/functions/functions";

describe("what a cell says about itself", () => {
  const cases: [name: string, compute: () => unknown[][], message: string][] = [
    ["text", () => call("PATIENTS_PER_GP", [["n/a"]], [[3]]), 'patients: found "n/a", expected a number.'],
    ["TRUE", () => call("PATIENTS_PER_GP", [[6000]], [[true]]), "gp_fte: found TRUE, expected a number."],
    ["a blank", () => call("PATIENTS_PER_GP", [[""]], [[3]]), "patients is blank or was not published."],
    ["a suppressed figure", () => call("PATIENTS_PER_GP", [["*"]], [[3]]), "patients was suppressed by the publisher."],
    ["a column among many", () => call("LTC_SCORE", [[80, "x"]], [[100, 20]]), 'numerators, column 2: found "x", expected a number.'],
    [
      "ranges of different shape",
      () => call("VARIATION_Z", [[1], [2]], [[10], [20], [30]]),
      "denominator: found 3 rows by 1 column, expected 2 rows by 1 column like observed.",
    ],
    [
      "one row too many columns",
      () => call("PATIENTS_PER_GP", [[1, 2, 3]], [[1, 2]]),
      "gp_fte: found 1 row by 2 columns, expected 1 row by 3 columns like patients.",
    ],
    [
      "uneven rows",
      () => call("PATIENTS_PER_GP", [[1, 2], [3]], [[1]]),
      "patients: found none or uneven rows, expected rows of the same length.",
    ],
    [
      "an unknown option, with the words that are allowed",
      () => call("VARIATION_Z", [[1]], [[10]], [[0.5]], "percent"),
      'kind: found "percent", expected "proportion" or "rate" or "ratio".',
    ],
    [
      "too few practices",
      () => call("VARIATION_Z", [[1], [2]], [[10], [10]], null, null, "winsorise"),
      "Too few valid rows: found 2, the method needs at least 10.",
    ],
    [
      "nothing to pool from",
      () => call("VARIATION_Z", [[1]], [[10]]),
      "Too few rows to pool a benchmark from: found 1, the method needs at least 2.",
    ],
  ];
  test.each(cases)("%s", (_name, compute, message) => expect(messageOf(compute)).toBe(message));

  test("Excel shows none for #NUM! and #DIV/0!, so none is given", () => {
    expect(messageOf(() => call("PATIENTS_PER_GP", [[-1]], [[3]]))).toBe("");
    expect(messageOf(() => call("PATIENTS_PER_GP", [[1]], [[0]]))).toBe("");
  });
});

describe("reference data", () => {
  afterEach(() => setReference(undefined));

  test("that is not loaded is #N/A and says where to load it", () => {
    const compute = () => call("REFERENCE", [["A81001"]], [["list_size"]]);
    expect(show(compute)).toEqual([["#N/A"]]);
    expect(messageOf(compute)).toBe("Reference data is not loaded: load it in the task pane.");
    expect(show(() => call("PRACTICES", [["16C"]]))).toBe("#N/A");
    expect(show(() => call("REFERENCE_DATE", [["list_size"]]))).toEqual([["#N/A"]]);
    expect(show(() => call("PRACTICE_NAME", [["A81001"], ["A81002"]]))).toEqual([["#N/A"], ["#N/A"]]);
  });

  test("is found by a script that knows nothing but the global name", () => {
    const other = { value: () => 1, practiceName: () => "x", practices: () => [], publicationDate: () => 2 };
    (globalThis as { gpScorecardReference?: unknown }).gpScorecardReference = other;
    expect(call("REFERENCE", [["A81001"]], [["list_size"]])).toEqual([[1]]);
    expect(show(() => call("PRACTICES", [["16C"]]))).toBe("#N/A"); // an area without practices: nothing cannot spill
  });

  test("that breaks is our own fault, in one cell and in words", () => {
    const broken = () => {
      throw new TypeError("undefined is not a function");
    };
    setReference({ value: broken, practiceName: broken, practices: broken, publicationDate: broken });
    const compute = () => call("REFERENCE", [["A81001"]], [["list_size"]]);
    expect(show(compute)).toEqual([["#VALUE!"]]);
    expect(messageOf(compute)).toBe(OUR_FAULT);
    expect(show(() => call("PRACTICES", [["16C"]]))).toBe("#VALUE!");
  });
});

test("rich values are read by what they show: a number with a format of its own, and an error from another function", () => {
  const formatted = { type: "FormattedNumber", basicType: "Double", basicValue: 6000, numberFormat: "#,##0" };
  const failed = { type: "Error", basicType: "Error", basicValue: "#REF!" };
  const fromExcel = { type: "CustomFunctionError", code: "#DIV/0!" };
  const result = () => associated["PATIENTS_PER_GP"]!([[formatted], [failed], [fromExcel]], [[3]]);
  expect(show(result)).toEqual([[2000], ["#REF!"], ["#DIV/0!"]]);
});

test("minus nought is nought", () => expect(Object.is(call("PATIENTS_PER_GP", [[-0]], [[3]])[0]![0], 0)).toBe(true));

test("options may come as a range of one cell, in any case, and blank means left out", () => {
  const z = (...options: unknown[]) => call("VARIATION_Z", [[30]], [[20]], [[1]], ...options)[0]![0];
  expect(z([["RATIO"]], [[""]], "")).toBe(z("ratio"));
  expect(call("WILSON_LOWER", [[48]], [[100]], [[0.998]])).toEqual(call("WILSON_LOWER", [[48]], [[100]], 0.998));
});
