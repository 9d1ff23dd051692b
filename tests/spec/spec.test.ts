import { associated, call, show } from "../functions/call";
import { argumentsFor, asToken, isAsShown, parseFormula, split } from "./formula";
import { declaredFunctions, type Declared } from "./metadata";
import { pages, type Section } from "./pages";
import { fillReference } from "./referenceExample";

let declared: ReadonlyMap<string, Declared>;
beforeAll(async () => {
  declared = new Map((await declaredFunctions()).map((each) => [each.id, each]));
  fillReference();
});

function compute(text: string, columns: Readonly<Record<string, readonly string[]>>): unknown[][] {
  const formula = parseFormula(text);
  return call(formula.id, ...argumentsFor(formula, declared.get(formula.id)!.parameters, columns));
}

/** A table with one formula over it: a result for each row, in the column "result" (or one column for each value of an option). */
function checkTable(formula: string, { headings, rows }: Section): void {
  const columns = Object.fromEntries(headings.map((heading, i) => [heading, rows.map((row) => row[i] ?? "")]));
  for (const heading of headings.filter((each) => each.startsWith("result"))) {
    const option = heading.replace(/^result ?/, "");
    const typed = option === "" ? formula : formula.replace(/\bpolarity\b/, `"${option}"`);
    const result = compute(typed, columns);
    expect(result.map((row) => row.length)).toEqual(rows.map(() => 1));
    const wrong = columns[heading]!.flatMap((token, i) =>
      isAsShown(result[i]![0], token) ? [] : [`row ${i + 1}: ${rows[i]!.join(" | ")}: got ${asToken(result[i]![0])}`],
    );
    expect(wrong).toEqual([]);
  }
}

/** A table with a formula in each row: a single result, or a range in braces. An error may stand in the first place or be all there is. */
function checkRow(formula: string, expected: string): void {
  const shown = show(() => compute(formula, {}));
  if (expected.startsWith("#")) return expect(Array.isArray(shown) ? (shown as unknown[][])[0]![0] : shown).toBe(expected);
  const rows = expected.startsWith("{") ? split(expected.slice(1, -1), ";").map((row) => split(row, ",")) : [[expected]];
  const result = compute(formula, {});
  expect(result.map((row) => row.length)).toEqual(rows.map((row) => row.length));
  const wrong = rows.flatMap((row, r) =>
    row.flatMap((token, c) => (isAsShown(result[r]![c], token) ? [] : [`${token}: got ${asToken(result[r]![c])}`])),
  );
  expect(wrong).toEqual([]);
}

for (const { id, sections } of pages) {
  describe(id, () => {
    for (const section of sections) {
      const { title, formula, headings, rows } = section;
      if (formula) test(title, () => checkTable(formula, section));
      else
        test.each(rows.map((row) => [row[headings.indexOf("formula")]!, row[headings.indexOf("result")]!]))(
          `${title}: %s gives %s`,
          checkRow,
        );
    }
  });
}

test("every function has its page, and every page its function", () => {
  expect(pages.map(({ id }) => id).sort()).toEqual(Object.keys(associated).sort());
});
