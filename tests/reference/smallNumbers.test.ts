import fc from "fast-check";
import type { Observation } from "../../src/reference/model";
import { protectCounts, protectSmallNumbers, protectTotal, smallNumbersInWords } from "../../src/reference/smallNumbers";

const _ = "hidden";

it.each([
  ["nothing is small", [0, 8, 12, 13, 108], [0, 10, 10, 15, 110]],
  ["one small count, and 42 with it so that it cannot be worked back", [3, 0, 42, 108], [_, 0, _, 110]],
  ["two small counts, which cover one another", [3, 4, 42, 108], [_, _, 40, 110]],
  ["one small count among zeros: all are hidden with it, for one chosen by its place would tell", [5, 0, 0], [_, _, _]],
  ["three ones and a zero: with the total, 3, each would be 1", [1, 1, 1, 0], [_, _, _, _]],
  ["three sevens and a zero: with the total, 21, each would be 7", [7, 7, 7, 0], [_, _, _, _]],
  ["the edges: 7 is small, 8 is not", [7, 7, 8], [_, _, 10]],
  ["zeros alone", [0, 0], [0, 0]],
  ["a practice by itself", [6], [_]],
  ["no practice", [], []],
])("%s: %j", (_what, counts, shown) => expect(protectCounts(counts)).toEqual(shown));

/** Every table of so many practices with counts up to `most`. */
function everyTable(practices: number, most: number): number[][] {
  if (practices === 0) return [[]];
  return everyTable(practices - 1, most).flatMap((row) => Array.from({ length: most + 1 }, (_, count) => [...row, count]));
}

/**
 * The strongest reader there is knows the method and everything shown, and has tried every table that there could be. For each thing shown:
 * which values can stand under a hidden cell? One alone would be recovered.
 */
function recovered(tables: readonly number[][], known: (table: readonly number[], shown: readonly unknown[]) => unknown): number[][] {
  const worlds = new Map<string, number[][]>();
  for (const table of tables) {
    const shown = protectCounts(table);
    const key = JSON.stringify([shown, known(table, shown)]);
    const same = worlds.get(key);
    if (same) same.push(table);
    else worlds.set(key, [table]);
  }
  return [...worlds].flatMap(([key, same]) => {
    const [shown] = JSON.parse(key) as [unknown[]];
    const isPinned = shown.some((cell, i) => cell === _ && new Set(same.map((table) => table[i])).size === 1);
    return isPinned ? same : [];
  });
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe.each([
  // Ends where a rounding ends (13 to 17 is shown as 15): a table cut in between would lack tables that look alike.
  [1, 62],
  [2, 42],
  [3, 22],
  [4, 12],
])("of %i practices with counts up to %i", (practices, most) => {
  const tables = everyTable(practices, most);

  it("no hidden count can be recovered from what is shown, the total with it", () => {
    expect(recovered(tables, (table, shown) => protectTotal(table, shown as never))).toEqual([]);
  });

  it("not even with the exact total from elsewhere, unless all counts are small", () => {
    const pinned = recovered(tables, sum);
    expect(pinned.filter((table) => table.some((count) => count === 0 || count > 7))).toEqual([]);
  });
});

it("shows nothing that is not 0, hidden, or a multiple of 5 within 2 of the truth", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3000), { maxLength: 40 }), (counts) => {
      const shown = protectCounts(counts);
      counts.forEach((count, i) => {
        const cell = shown[i]!;
        if (cell === _) return;
        expect([cell % 5, Math.abs(cell - count) <= 2, count >= 1 && count <= 7]).toEqual([0, true, false]);
      });
      expect(shown.filter((cell) => cell === _).length === 1 && counts.length > 1).toBe(false);
    }),
  );
});

it("shows a total only where nothing is hidden", () => {
  expect([protectTotal([12, 13], [10, 15]), protectTotal([3, 4, 42], [_, _, 40])]).toEqual([25, _]);
});

describe("proportions", () => {
  const of = (numerator: number, denominator: number, i = 0): Observation => ({
    practiceCode: `F8101${i}`,
    indicator: "ld_checks",
    period: "2025-26",
    numerator,
    denominator,
    source: { publication: "local", file: "Local data", line: i + 2 },
  });
  /** Numerator over denominator as shown; null where hidden. */
  const shownOf = (...pairs: readonly (readonly [number, number])[]) =>
    protectSmallNumbers(pairs.map(([n, d], i) => of(n, d, i))).observations.map(({ numerator, denominator, missing }) =>
      missing === "suppressed" && numerator === undefined && denominator === undefined ? null : `${numerator}/${denominator}`,
    );

  it("are the quotient of rounded counts", () => expect(shownOf([31, 52], [18, 44])).toEqual(["30/50", "20/45"]));
  it("are hidden with their numerator, and a second beside them", () =>
    expect(shownOf([3, 52], [18, 44], [31, 60])).toEqual([null, null, "30/60"]));
  it("are hidden where so few did not", () => expect(shownOf([50, 52], [18, 44], [31, 60])).toEqual([null, null, "30/60"]));
  it("never come out above the whole", () => expect(shownOf([23, 23], [33, 33])).toEqual(["25/25", "35/35"]));
  it("show a clean nothing", () => expect(shownOf([0, 52], [18, 44])).toEqual(["0/50", "20/45"]));
});

it("leaves words and what is missing already as they are, and counts what it did", () => {
  const base = { indicator: "ppg", period: "2025-26", source: { publication: "local", file: "Local data", line: 2 } };
  const observations: Observation[] = [
    { ...base, practiceCode: "F81010", value: "Yes" },
    { ...base, practiceCode: "F81082", missing: "notPublished" },
    { ...base, practiceCode: "F81082", indicator: "referrals", value: 3 },
    { ...base, practiceCode: "F81010", indicator: "referrals", value: 61 },
    { ...base, practiceCode: "F81110", indicator: "referrals", value: 99 },
  ];
  const { observations: shown, report } = protectSmallNumbers(observations);
  expect(shown.slice(0, 2)).toEqual(observations.slice(0, 2));
  expect(shown.slice(2).map(({ value, missing }) => value ?? missing)).toEqual(["suppressed", "suppressed", 100]);
  expect(report).toEqual({ hidden: 2, shown: 1 });
  expect(smallNumbersInWords(report)).toMatch(/Hidden: 2 of 3\.$/);
});
