import { openExcel, type OpenExcel } from "../support/host";
import type { CustomFunctionSource } from "../../src/host";

type Implementation = (...given: unknown[]) => unknown;

const matrix = { dimensionality: "matrix", type: "any" };
const FUNCTIONS: CustomFunctionSource["metadata"]["functions"] = [
  {
    id: "ECHO",
    name: "ECHO",
    parameters: [
      { name: "values", ...matrix },
      { name: "mode", type: "string", optional: true },
    ],
  },
  { id: "STREAM", name: "STREAM", parameters: [{ name: "step", type: "number" }], options: { stream: true, cancelable: true } },
  { id: "SLOW", name: "SLOW", parameters: [{ name: "x", type: "number" }], options: { cancelable: true } },
  { id: "PLACE", name: "PLACE", parameters: [], options: { requiresAddress: true } },
];

async function opened(route: "direct" | "wire", implementations: Record<string, Implementation>): Promise<OpenExcel> {
  const functions: CustomFunctionSource = {
    namespace: "ROUTES",
    metadata: { functions: FUNCTIONS },
    find: (id) => implementations[id],
    route,
  };
  const excel = await openExcel({ functions });
  for (const [id, implementation] of Object.entries(implementations)) excel.CustomFunctions.associate(id, implementation as never);
  return excel;
}

const write = ({ Excel }: OpenExcel, address: string, formula: string | number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = [[formula]];
    await context.sync();
  });

const read = ({ Excel }: OpenExcel, address: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });

/** Reads until what is read is as wanted: the client sends its results in its own time. */
async function settled(excel: OpenExcel, address: string, done: (values: unknown[][]) => boolean): Promise<unknown[][]> {
  for (let left = 400; ; left--) {
    const values = await read(excel, address);
    if (done(values) || left === 0) return values;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const notBusy = (values: unknown[][]): boolean => values.flat().every((value) => value !== "#BUSY!");

const failing =
  (code: string, message: string): Implementation =>
  () => {
    throw Object.assign(
      new (globalThis as unknown as { CustomFunctions: typeof CustomFunctions }).CustomFunctions.Error(code as never, message),
    );
  };

/** What a formula comes to, by implementation; the block that is read; the values. The same whichever way the function is called. */
const CASES: readonly (readonly [string, Record<string, Implementation>, string, string, unknown[][]])[] = [
  [
    "a matrix spills",
    { ECHO: (values) => values },
    "=ROUTES.ECHO(D1:E2)",
    "A1:B2",
    [
      [1, ""],
      ["x", 4],
    ],
  ],
  ["an argument left out is null", { ECHO: (_values, mode) => String(mode) }, "=ROUTES.ECHO(D1)", "A1", [["null"]]],
  [
    "an error inside a result stays in its place",
    { ECHO: () => [[1], [{ code: "#N/A", message: "none" }]] },
    "=ROUTES.ECHO(D1)",
    "A1:A2",
    [[1], ["#N/A"]],
  ],
  ["a promise is waited for", { ECHO: () => Promise.resolve(42) }, "=ROUTES.ECHO(D1)", "A1", [[42]]],
  [
    "a thrown error with a code is that error",
    { ECHO: (...given) => failing("#DIV/0!", "no GPs")(...given) },
    "=ROUTES.ECHO(D1)",
    "A1",
    [["#DIV/0!"]],
  ],
  ["a rejected promise is #VALUE!", { ECHO: () => Promise.reject(new Error("oops")) }, "=ROUTES.ECHO(D1)", "A1", [["#VALUE!"]]],
  [
    "a function may ask where it stands",
    { PLACE: (invocation) => (invocation as { address: string }).address },
    "=ROUTES.PLACE()",
    "A1",
    [["Sheet1!A1"]],
  ],
];

describe.each(["direct", "wire"] as const)("called by the %s route", (route) => {
  test.each(CASES)("%s", async (_says, implementations, formula, block, expected) => {
    const excel = await opened(route, implementations);
    await Promise.all([write(excel, "D1", 1), write(excel, "D2", "x"), write(excel, "E2", 4)]);
    await write(excel, "A1", formula);
    expect(await settled(excel, block, notBusy)).toEqual(expected);
  });

  test("what depends on a result follows, level by level", async () => {
    const excel = await opened(route, { SLOW: (x) => Number(x) + 1 });
    await write(excel, "A1", 1);
    await write(excel, "A2", "=ROUTES.SLOW(A1)");
    await write(excel, "A3", "=ROUTES.SLOW(A2)*10");
    expect(await settled(excel, "A2:A3", notBusy)).toEqual([[2], [30]]);
    await write(excel, "A1", 5);
    expect(await settled(excel, "A2:A3", (values) => notBusy(values) && values[1]![0] !== 30)).toEqual([[6], [70]]);
  });

  test("a stream goes on giving results, and is told when nobody wants them any more", async () => {
    let tell: (value: number) => void = () => {};
    const cancelled = jest.fn();
    const STREAM: Implementation = (_step, given) => {
      const invocation = given as CustomFunctions.StreamingInvocation<number>;
      tell = (value) => invocation.setResult(value);
      invocation.onCanceled = cancelled;
    };
    const excel = await opened(route, { STREAM });
    await write(excel, "A1", "=ROUTES.STREAM(1)");
    expect(await read(excel, "A1")).toEqual([["#BUSY!"]]);
    await settled(excel, "A1", () => tell.length === 1);
    tell(1);
    expect(await settled(excel, "A1", (values) => values[0]![0] === 1)).toEqual([[1]]);
    tell(2);
    expect(await settled(excel, "A1", (values) => values[0]![0] === 2)).toEqual([[2]]);
    expect(cancelled).not.toHaveBeenCalled();
    await write(excel, "A1", "done");
    await settled(excel, "A1", () => cancelled.mock.calls.length > 0);
    expect(cancelled).toHaveBeenCalledTimes(1);
    tell(3);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await read(excel, "A1")).toEqual([["done"]]);
  });

  test("a call that still waits is cancelled when its argument changes, and its late result is not shown", async () => {
    const waiting: { x: number; resolve: (value: number) => void; cancelled: boolean }[] = [];
    const SLOW: Implementation = (x, given) =>
      new Promise<number>((resolve) => {
        const call = { x: Number(x), resolve, cancelled: false };
        waiting.push(call);
        (given as CustomFunctions.CancelableInvocation).onCanceled = () => (call.cancelled = true);
      });
    const excel = await opened(route, { SLOW });
    await write(excel, "B1", 1);
    await write(excel, "A1", "=ROUTES.SLOW(B1)");
    await settled(excel, "A1", () => waiting.length === 1);
    await write(excel, "B1", 2);
    await settled(excel, "A1", () => waiting.length === 2 && waiting[0]!.cancelled);
    expect(waiting.map(({ x, cancelled }) => [x, cancelled])).toEqual([
      [1, true],
      [2, false],
    ]);
    waiting[1]!.resolve(22);
    waiting[0]!.resolve(11);
    expect(await settled(excel, "A1", notBusy)).toEqual([[22]]);
  });
});

test("without the add-in its functions are #NAME?, and so is a name that it does not have", async () => {
  const without = await openExcel();
  await write(without, "A1", "=SOMEBODY.ELSES(1)");
  expect(await read(without, "A1")).toEqual([["#NAME?"]]);
  const having = await opened("direct", { ECHO: (values) => values });
  await write(having, "A1", "=ROUTES.NO_SUCH(1)");
  expect(await read(having, "A1")).toEqual([["#NAME?"]]);
});
