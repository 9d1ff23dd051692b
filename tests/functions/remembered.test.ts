import { remembered } from "../../src/functions/remembered";
import { call, CellError, column } from "./call";

const rows = 1000;
const observed = () => column(Array.from({ length: rows }, (_, i) => 70 + (i % 21)));
const denominator = () => column(Array.from({ length: rows }, () => 100));
/** Asked three times: from the third on it is answered from memory. */
function ofAll(...args: unknown[]): unknown[][] {
  for (let round = 0; round < 2; round++) call("VARIATION_Z", ...args);
  return call("VARIATION_Z", ...args);
}

describe("what is asked about a whole range again and again", () => {
  test("is the same answer for the same cells, in whatever arrays they come", () => {
    const first = ofAll(observed(), denominator(), null, null, "winsorise");
    const again = ofAll(observed(), denominator(), null, null, "winsorise");
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });

  test("is another answer when one cell differs, even in the very array that was asked about before", () => {
    const cells = observed();
    const before = ofAll(cells, denominator());
    cells[500] = [0];
    const after = ofAll(cells, denominator());
    // 0 of 100 lies further from the pool than 70 or more ever do
    expect(Number(after[500]![0])).toBeLessThan(Math.min(...before.map(([z]) => Number(z))));
    expect(after[0]).not.toEqual(before[0]); // the pool moved with it
  });

  test("tells options, other functions and shapes apart", () => {
    const plain = ofAll(observed(), denominator());
    expect(ofAll(observed(), denominator(), null, null, "winsorise")[0]).not.toEqual(plain[0]);
    expect(ofAll(observed(), denominator(), null, "rate")[0]).not.toEqual(plain[0]);
    expect(call("SHRINK", observed(), denominator())[0]).not.toEqual(plain[0]);
    const [wide] = ofAll([observed().flat()], [denominator().flat()]);
    expect(wide).toEqual(plain.flat());
  });

  test("is not spoilt by whoever writes into an answer", () => {
    const first = ofAll(observed(), denominator());
    const kept = first[0]![0];
    first[0]![0] = "spoilt";
    const again = ofAll(observed(), denominator());
    expect(again[0]![0]).toBe(kept);
    again[1]![0] = "spoilt";
    expect(ofAll(observed(), denominator())[1]![0]).not.toBe("spoilt");
  });

  test("is worked out anew where a cell holds an object, whose content may have changed", () => {
    const cell = { basicValue: 70 };
    const cells: unknown[][] = [[cell], ...observed().slice(1)];
    const before = ofAll(cells, denominator())[0]![0];
    cell.basicValue = 10;
    expect(ofAll(cells, denominator())[0]![0]).not.toBe(before);
  });

  test("keeps the errors in their places", () => {
    const cells = observed();
    cells[3] = [""];
    ofAll(cells, denominator());
    const [wrong] = ofAll(cells, denominator())[3]!;
    expect(wrong).toBeInstanceOf(CellError);
    expect((wrong as InstanceType<typeof CellError>).code).toBe("#N/A");
  });
});

describe("how often something is worked out", () => {
  const range = (rows: number, cell: unknown = 1): unknown[][] => column(new Array<unknown>(rows).fill(cell));
  let times = 0;
  const ask = (about: string, ...args: unknown[]) => remembered(about, args, () => [[++times]]);
  beforeEach(() => (times = 0));

  test("twice for the same cells, however often it is asked, and again in between others", () => {
    for (let round = 0; round < 5; round++) {
      ask("one", range(1000), "word", null);
      ask("one", range(1000, 2), "word", null);
      ask("two", range(1000), "word", null);
    }
    expect(times).toBe(6); // the first time nobody knows that it will be asked again
    expect(ask("one", range(1000), "word", null)).toEqual([[4]]);
    expect(ask("two", range(1000), "word", null)).toEqual([[6]]);
  });

  test.each<[string, unknown[], unknown[]]>([
    ["the last cell differs", [[...range(1999, 7), [7]]], [[...range(1999, 7), [8]]]],
    ["an option differs", [range(1000, 9), "rate"], [range(1000, 9), "ratio"]],
    ["there is an option more", [range(1000, 11)], [range(1000, 11), "ratio"]],
    ["there is an option less", [range(1000, 12), null], [range(1000, 12)]],
    ["the cells stand in a row instead of a column", [range(1000, 13)], [[range(1000, 13).flat()]]],
    ["the cells are split between two ranges elsewhere", [range(900, 14), range(1100, 14)], [range(1100, 14), range(900, 14)]],
    ["it is text instead of a number", [range(1000, 15)], [range(1000, "15")]],
  ])("again when %s", (_what, first, second) => {
    for (let round = 0; round < 3; round++) ask("differing", ...first);
    expect(times).toBe(2);
    ask("differing", ...second);
    expect(times).toBe(3);
  });

  test("every time where it is quicker than looking it up, from 999 cells down", () => {
    for (let round = 0; round < 3; round++) ask("small", range(999));
    expect(times).toBe(3);
    for (let round = 0; round < 3; round++) ask("small", range(999), "option"); // 1,000 with its option
    expect(times).toBe(5);
  });

  test("every time for an object, and for more cells than are kept", () => {
    for (let round = 0; round < 3; round++) ask("object", [...range(1000), [{ basicValue: 1 }]]);
    expect(times).toBe(3);
    const wide = [new Array<number>(1_000_001).fill(1)];
    for (let round = 0; round < 3; round++) ask("large", wide);
    expect(times).toBe(6);
  });

  test("again when a cell differs that no fingerprint looks at, in the very array that was asked about before", () => {
    const cells = range(1000, 30);
    for (let round = 0; round < 3; round++) ask("inside", cells);
    expect(times).toBe(2);
    for (const place of [1, 500, 998]) {
      cells[place]![0] = -place;
      const before = times;
      ask("inside", cells);
      expect(times).toBe(before + 1);
    }
  });

  test("every time for what is no rectangle, which is refused in words and not forgotten", () => {
    const cells: unknown[] = range(1000, 31);
    for (let round = 0; round < 3; round++) ask("broken", cells);
    cells[500] = null;
    ask("broken", cells);
    expect(times).toBe(3);
    cells[0] = [];
    expect(() => ask("broken", cells)).not.toThrow();
  });

  test("twice again once 200 others have been asked for the first time", () => {
    ask("first", range(1000, 40));
    for (let i = 0; i < 200; i++) ask("others", range(1000, 1000 + i));
    ask("first", range(1000, 40));
    ask("first", range(1000, 40));
    expect(times).toBe(203);
    ask("first", range(1000, 40));
    expect(times).toBe(203);
  });

  test("again once a million other cells have been asked about since", () => {
    const twice = (about: string, ...args: unknown[]) => [ask(about, ...args), ask(about, ...args)];
    twice("oldest", range(1000, 20));
    for (let i = 0; i < 11; i++) twice("newer", [new Array<number>(100_000).fill(i)]);
    expect(times).toBe(24);
    ask("oldest", range(1000, 20));
    expect(times).toBe(25);
    ask("newer", [new Array<number>(100_000).fill(10)]);
    expect(times).toBe(25);
  });
});

test("rows of several columns are every caller's own too", () => {
  const wide = [new Array<number>(1000).fill(70), new Array<number>(1000).fill(80)];
  const out = wide.map((row) => row.map(() => 100));
  const kept = call("VARIATION_Z", wide, out)[0]![5];
  call("VARIATION_Z", wide, out)[0]![5] = "spoilt";
  expect(call("VARIATION_Z", wide, out)[0]![5]).toBe(kept);
});
