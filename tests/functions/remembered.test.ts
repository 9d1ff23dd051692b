import { call, CellError, column } from "./call";

const rows = 1000;
const observed = () => column(Array.from({ length: rows }, (_, i) => 70 + (i % 21)));
const denominator = () => column(Array.from({ length: rows }, () => 100));
const ofAll = (...args: unknown[]) => call("VARIATION_Z", ...args);

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
