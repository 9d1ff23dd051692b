import { placeExample, workedExamples } from "../../src/functions/examples";
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

  test("stands on a sheet with its formula pointing to its own cells", () => {
    const example = workedExamples.find(({ id }) => id === "LTC_SCORE")!;
    const placed = placeExample(example, 9, 25); // Z10
    expect(placed.formula).toBe("=SCORECARD.LTC_SCORE(Z11:AA13, AB11:AC13, , AD11:AE11)");
    expect(placed.cells).toEqual([
      ["numerators", "", "denominators", "", "benchmarks", "", "LTC_SCORE"],
      [80, 15, 100, 20, 0.7, 0.6, placed.formula],
      [70, 12, 100, 20, "", "", ""],
      [80, 0, 100, 0, "", "", ""],
    ]);
    expect(placed.formulaAt).toEqual({ row: 1, column: 6 });
  });

  test("leaves room for what spills", () => {
    for (const example of workedExamples) {
      const { cells, formulaAt } = placeExample(example, 0, 0);
      example.result.forEach((row, r) =>
        row.forEach((_, c) => {
          const cell = cells[formulaAt.row + r]![formulaAt.column + c];
          expect(r + c === 0 ? String(cell).startsWith("=SCORECARD.") : cell === "").toBe(true);
        }),
      );
    }
  });
});
