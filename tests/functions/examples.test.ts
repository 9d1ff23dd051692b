import { workedExamples } from "../../src/functions/examples";
import { associated, call, CellError } from "./call";

/** Calls an example's formula with its inputs in place of the names. */
function run({ formula, inputs }: (typeof workedExamples)[number]): unknown[][] {
  const [, id, list] = /^([A-Z_]+)\((.*)\)$/.exec(formula)!;
  const args = list!.split(",").map((text) => {
    const typed = text.trim();
    if (typed === "") return null;
    const name = /^\[(.*)\]$/.exec(typed)?.[1];
    if (name) return inputs.find((input) => input.name === name)!.cells;
    return Number(typed);
  });
  return call(id!, ...args);
}

describe("worked examples", () => {
  test.each(workedExamples.map((example) => [example.id, example] as const))("%s gives what it says", (id, example) => {
    expect(example.formula.startsWith(`${id}(`)).toBe(true);
    const result = run(example);
    expect(result.map((row) => row.length)).toEqual(example.result.map((row) => row.length));
    example.result.forEach((row, r) =>
      row.forEach((expected, c) => {
        const found = result[r]![c];
        if (typeof expected === "number") expect(found).toBeCloseTo(expected, 6);
        else expect(found instanceof CellError ? found.code : found).toBe(expected);
      }),
    );
  });

  test("every function that computes has one", () => {
    const lookups = ["REFERENCE", "PRACTICE_NAME", "PRACTICES", "REFERENCE_DATE"]; // their answers depend on what is loaded
    expect([...workedExamples.map(({ id }) => id), ...lookups].sort()).toEqual(Object.keys(associated).sort());
  });
});
