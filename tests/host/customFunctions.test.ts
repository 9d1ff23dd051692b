import { openExcel, type OpenExcel } from "../support/host";
import type { CustomFunctionSource } from "../../src/host";

type Implementation = (...given: unknown[]) => unknown;

const matrix = { dimensionality: "matrix", type: "any" };
const FUNCTIONS = [
  {
    id: "PER",
    name: "PER",
    parameters: [
      { name: "a", type: "any" },
      { name: "b", type: "any" },
    ],
  },
  { id: "Z", name: "Z", parameters: [{ name: "values", ...matrix }] },
  {
    id: "SEEN",
    name: "SEEN",
    parameters: [
      { name: "values", ...matrix },
      { name: "mode", type: "string", optional: true },
    ],
  },
  { id: "LATER", name: "LATER", parameters: [{ name: "x", type: "number" }] },
  { id: "ALL", name: "ALL", parameters: [{ name: "rest", ...matrix, repeating: true }] },
];

async function withFunctions(implementations: Record<string, Implementation>, extra: object = {}): Promise<OpenExcel> {
  const functions: CustomFunctionSource = {
    namespace: "TESTS",
    metadata: { functions: FUNCTIONS, ...extra },
    find: (id) => implementations[id],
  };
  return openExcel({ functions });
}

/** Writes a formula beside C1:C4 = 1, blank, "x", 4 and reads the block that it may spill into. */
async function shown({ Excel }: OpenExcel, formula: string, block = "A1"): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("C1:C4").values = [[1], [""], ["x"], [4]];
    sheet.getRange("A1").formulas = [[formula]];
    const range = sheet.getRange(block);
    range.load("values");
    await context.sync();
    return block === "A1" ? (range.values[0]![0] as unknown) : range.values;
  });
}

test("a function is called with the values of cells", async () => {
  expect(await shown(await withFunctions({ PER: (a, b) => Number(a) / Number(b) }), "=TESTS.PER(9000,C4)")).toBe(2250);
});

test("a range arrives as rows of columns with blanks as empty text, an argument left out as null, the invocation last", async () => {
  const seen: unknown[] = [];
  await shown(await withFunctions({ SEEN: (...given) => (seen.push(given), 0) }), "=TESTS.SEEN(C1:D2)");
  expect(seen[0]).toEqual([
    [
      [1, ""],
      ["", ""],
    ],
    null,
    expect.objectContaining({ functionName: "TESTS.SEEN" }),
  ]);
});

test("repeating arguments arrive as one list", async () => {
  expect(await shown(await withFunctions({ ALL: (rest) => (rest as unknown[]).length }), "=TESTS.ALL(C1:C2,C3,7)")).toBe(3);
});

test("a matrix spills, and each error in it stays in its own place", async () => {
  const excel = await withFunctions({
    Z: (values) =>
      (values as unknown[][]).map((row) => row.map((x) => (typeof x === "number" ? x * 2 : { code: "#N/A", message: "No value" }))),
  });
  expect(await shown(excel, "=TESTS.Z(C1:C4)", "A1:A4")).toEqual([[2], ["#N/A"], ["#N/A"], [8]]);
});

test("a thrown error with a code is that error, any other is #VALUE!", async () => {
  const { CustomFunctions } = await openExcel();
  const thrown = new CustomFunctions.Error(CustomFunctions.ErrorCode.divisionByZero, "No GPs");
  const throwing =
    (error: unknown): Implementation =>
    () => {
      throw error;
    };
  expect(await shown(await withFunctions({ PER: throwing(thrown) }), "=TESTS.PER(1,2)")).toBe("#DIV/0!");
  expect(await shown(await withFunctions({ PER: throwing(new Error("oops")) }), "=TESTS.PER(1,2)")).toBe("#VALUE!");
});

test("what is no finite number is #NUM!, and null is 0", async () => {
  expect(
    await shown(
      await withFunctions({
        Z: () => [
          [NaN, null],
          [Infinity, 1],
        ],
      }),
      "=TESTS.Z(C1)",
      "A1:B2",
    ),
  ).toEqual([
    ["#NUM!", 0],
    ["#NUM!", 1],
  ]);
});

test("an error in an argument is the answer; a function that asks for errors is called with them", async () => {
  const seen: unknown[] = [];
  const Z: Implementation = (values) => (seen.push((values as unknown[][])[0]![0]), "called");
  expect(await shown(await withFunctions({ Z }), "=TESTS.Z(1/0)")).toBe("#DIV/0!");
  expect(seen).toEqual([]);
  expect(await shown(await withFunctions({ Z }, { allowErrorForDataTypeAny: true }), "=TESTS.Z(1/0)")).toBe("called");
  expect(seen).toEqual([expect.objectContaining({ code: "#DIV/0!" })]);
});

test("text for a parameter of numbers is #VALUE! without a call", async () => {
  const LATER = jest.fn();
  expect(await shown(await withFunctions({ LATER }), "=TESTS.LATER(C3)")).toBe("#VALUE!");
  expect(LATER).not.toHaveBeenCalled();
});

test("a range for a parameter of single values is taken one by one and spills", async () => {
  const excel = await withFunctions({ PER: (a, b) => `${String(a)}/${String(b)}` });
  expect(await shown(excel, "=TESTS.PER(C3:C4,2)", "A1:A2")).toEqual([["x/2"], ["4/2"]]);
});

test("until the add-in is there a cell shows #BUSY!, then its value", async () => {
  const implementations: Record<string, Implementation> = {};
  const excel = await withFunctions(implementations);
  expect(await shown(excel, "=TESTS.PER(6,3)")).toBe("#BUSY!");
  implementations["PER"] = (a, b) => Number(a) / Number(b);
  excel.host.functionsReady();
  expect(await valueOfA1(excel)).toBe(2);
});

test("a promise shows #BUSY! until it is kept", async () => {
  const excel = await withFunctions({ LATER: (x) => Promise.resolve(Number(x) * 2) });
  expect(await shown(excel, "=TESTS.LATER(21)")).toBe("#BUSY!");
  expect(await valueOfA1(excel)).toBe(42);
});

test("equal arguments are not asked about twice", async () => {
  const PER = jest.fn(() => 1);
  const excel = await withFunctions({ PER });
  await shown(excel, "=TESTS.PER(1,2)+TESTS.PER(1,2)");
  expect(PER).toHaveBeenCalledTimes(1);
});

async function valueOfA1({ Excel }: OpenExcel): Promise<unknown> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    cell.load("values");
    await context.sync();
    return cell.values[0]![0] as unknown;
  });
}
