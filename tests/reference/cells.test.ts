import { readAmount, readCount, readNumber, readPracticeCode } from "../../src/reference/cells";
import { looksLikeNhsNumber } from "../../src/reference/patientLevel";

it.each([
  ["372", 372],
  ["372.0", 372],
  ["1,234", 1234],
  [" 12 ", 12],
  ["0", 0],
  ["00012", 12],
  ["*", "suppressed"],
  ["#", "suppressed"],
  ["-", "notPublished"],
  ["NA", "notPublished"],
  ["nd", "notPublished"],
  [".", "notPublished"],
  [":", "notPublished"],
  ["", "notPublished"],
  ["z", "notApplicable"],
  ["12.5", null],
  ["-1", null],
  ["12%", null],
  ["1E+05", null],
  ["abc", null],
  ["1,23", null],
  ["١٢", null],
])("reads the count %j as %j", (text, value) => {
  expect(readCount(text)).toBe(value);
});

it.each([
  ["32.3609392414188", 32.3609392414188],
  ["-1.5", -1.5],
  [".5", 0.5],
  ["1.2E-05", 0.000012],
  ["1,234.5", 1234.5],
  ["NS", "notPublished"],
  ["1.2.3", null],
  ["0x10", null],
  ["Infinity", null],
])("reads the number %j as %j", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

it("refuses a negative amount of staff", () => {
  expect([readAmount("4.84"), readAmount("-4.84")]).toEqual([4.84, null]);
});

it("tidies a practice code and refuses anything else", () => {
  expect([" a81001 ", "A81001", "A8100", "A810011", "07G", "AB1001"].map(readPracticeCode)).toEqual([
    "A81001",
    "A81001",
    null,
    null,
    null,
    null,
  ]);
});

it("knows an NHS number by its check digit", () => {
  // 943 476 5919 and 9434765919: the NHS Data Dictionary's own example; one digit changed is not one.
  expect(["9434765919", "943 476 5919", "943-476-5919"].map(looksLikeNhsNumber)).toEqual([true, true, true]);
  expect(["9434765918", "943476591", "12345", "0000000000", "94347.5919"].map(looksLikeNhsNumber)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
