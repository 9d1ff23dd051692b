import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call, CellError } from "../functions/call";
import { argumentsFor, asToken, cellOf, parseFormula } from "./formula";
import { declaredFunctions, type Declared } from "./metadata";
import { parseSection } from "./pages";
import { fillReference } from "./referenceExample";

const table = (name: string) => parseSection(readFileSync(join(__dirname, `tables/${name}.md`), "utf8"));

let declared: ReadonlyMap<string, Declared>;
beforeAll(async () => {
  declared = new Map((await declaredFunctions()).map((each) => [each.id, each]));
  fillReference();
});

/** The result, or the error thrown, as a range. */
function answer(id: string, args: readonly unknown[]): unknown[][] {
  try {
    return call(id, ...args);
  } catch (thrown) {
    if (thrown instanceof CellError) return [[thrown]];
    throw thrown;
  }
}

describe("what each kind of cell gives", () => {
  const { headings, rows } = table("cells");
  const kinds = headings.slice(1);
  const tokens: Readonly<Record<string, string>> = { blank: "(blank)", "2024-12-01": "45627" };

  test.each(rows.map((row) => [row[0]!, row.slice(1)] as const))("%s", (text, expected) => {
    const shown = kinds.map((kind) => {
      const formula = parseFormula(text.replace("?", tokens[kind] ?? kind));
      const first = answer(formula.id, argumentsFor(formula, declared.get(formula.id)!.parameters, {}))[0]![0];
      if (typeof first === "number") return Number.isFinite(first) && !Object.is(first, -0) ? "number" : asToken(first);
      return first instanceof CellError ? first.code : "word";
    });
    expect(Object.fromEntries(kinds.map((kind, i) => [kind, shown[i]]))).toEqual(
      Object.fromEntries(kinds.map((kind, i) => [kind, expected[i]])),
    );
  });

  test("every range of every function stands in the table", () => {
    for (const { id, parameters } of declared.values()) {
      const ranges = parameters.filter(({ dimensionality }) => dimensionality === "matrix").length;
      const probed = rows.filter((row) => row[0]!.startsWith(`=${id}(`)).length;
      expect([id, probed >= Math.min(ranges, 1)]).toEqual([id, true]);
    }
  });
});

describe("what each shape of range gives", () => {
  const { headings, rows } = table("shapes");
  const fill = (value: unknown, sizes: readonly number[]) => sizes.map((columns) => new Array<unknown>(columns).fill(value));
  const shapes: Readonly<Record<string, (value: unknown, index: number) => unknown[][]>> = {
    "one cell": (value) => fill(value, [1]),
    "row of 3": (value) => fill(value, [3]),
    "column of 3": (value) => fill(value, [1, 1, 1]),
    "2 rows by 3": (value) => fill(value, [3, 3]),
    "uneven rows": (value) => fill(value, [3, 2]),
    "no cells": (value) => fill(value, []),
    "shapes differ": (value, index) => fill(value, index === 0 ? [1, 1, 1] : [1, 1]),
  };

  test.each(rows.map((row) => [row[0]!, row.slice(1)] as const))("%s", (text, expected) => {
    const { id, args } = parseFormula(text);
    const parameters = declared.get(id)!.parameters;
    headings.slice(1).forEach((shape, column) => {
      if (expected[column] === "-") return;
      const filled = parameters.map((_, i) => {
        const bracketed = /^\[(.*)\]$/.exec(args[i] ?? "");
        return bracketed ? shapes[shape]!(cellOf(bracketed[1]!), i) : args[i] ? [[cellOf(args[i]!)]] : null;
      });
      const result = answer(id, filled);
      const error = result[0]![0];
      const wholeCall = error instanceof CellError && result.length === 1;
      const even = new Set(result.map((row) => row.length)).size === 1;
      const found = wholeCall && expected[column]!.startsWith("#") ? error.code : even ? `${result.length}x${result[0]!.length}` : "uneven";
      expect([shape, found]).toEqual([shape, expected[column]]);
    });
  });

  test("every function stands in the table", () => {
    for (const id of declared.keys()) expect(rows.some((row) => row[0]!.startsWith(`=${id}(`))).toBe(true);
  });
});
