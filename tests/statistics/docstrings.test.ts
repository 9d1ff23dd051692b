import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../src/statistics");

interface Example {
  readonly file: string;
  readonly call: string;
  readonly expected: string;
}

/** Every `@example call // value` in the docstrings of statistics/; words between the value and a colon are for the reader. */
const examples: readonly Example[] = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), "utf8").matchAll(/@example (.+?) \/\/ (?:[^\n{]*: (?=\{))?(.+)/g)].map(([, call, expected]) => ({
    file,
    call: call!,
    expected: expected!,
  })),
);

/** A value as written in a docstring: a number, a list or a record of numbers, or a word; what follows a comma after a number is for the reader. */
function check(found: unknown, expected: string): void {
  const text = expected.trim();
  if (text.startsWith("{"))
    return [...text.matchAll(/(\w+): (-?[\d.]+)/g)].forEach(([, name, value]) => check((found as Record<string, unknown>)[name!], value!));
  if (text.startsWith("[")) return JSON.parse(text).forEach((value: number, i: number) => check((found as unknown[])[i], String(value)));
  if (text.startsWith('"')) return expect(found).toBe(JSON.parse(text));
  const value = text.split(",")[0]!;
  expect(found).toBeCloseTo(Number(value), value.split(".")[1]?.length ?? 10);
}

describe("what the docstrings of statistics/ show is so", () => {
  test.each(examples)("$file: $call", async ({ file, call, expected }) => {
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    const evaluate = new Function(...Object.keys(module), `return ${call};`);
    check(evaluate(...Object.values(module)), expected);
  });

  test("there are such examples", () => expect(examples.length).toBeGreaterThan(20));
});
