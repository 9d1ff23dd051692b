import fc from "fast-check";
import { CsvSplitter } from "../../src/reference/csv";
import { inspectFiles } from "../../src/reference/read";
import { fileOf, inPieces } from "./files";

/** Any text, with what is special in CSV more often than chance would have it. */
const cell = fc.string({ unit: fc.constantFrom("a", "1", " ", ",", '"', "\n", "\r\n", "é", "€", "𝛼"), maxLength: 6 });
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

it("gives back any table that was written with every cell in quotation marks, whatever pieces it arrives in", () => {
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.integer({ min: 1, max: 20 }), (rows, lineEnd, length) => {
      const text = rows.map((cells) => cells.map(quoted).join(",") + lineEnd).join("");
      const splitter = new CsvSplitter();
      const found: string[][] = [];
      for (let at = 0; at < text.length; at += length) found.push(...splitter.push(text.slice(at, at + length)).rows);
      found.push(...splitter.push("", true).rows);
      expect(found).toEqual(rows);
    }),
  );
});

it("counts every line of a file once, whatever stands on it", async () => {
  const good = fc
    .tuple(fc.integer({ min: 0, max: 99999 }), fc.constantFrom("HYP", "DM", "STIA"), fc.integer({ min: 0, max: 900 }))
    .map(([code, group, register]) => `F${String(code).padStart(5, "0")},${group},${register},TOTAL,900`);
  // Without quotation marks, each line that is not blank is one row.
  const anything = fc.string({ unit: fc.constantFrom("F81010", "HYP", ",", "x", "7", "*", " ", "é", "-"), minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(good, anything), { maxLength: 30 }), fc.integer({ min: 1, max: 64 }), async (lines, length) => {
      const text = ["PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE", ...lines].join("\n");
      const [report] = (await inspectFiles([inPieces(fileOf("PREVALENCE_2425.csv", text), length)])).files;
      const { rowsRead, rowsUsed, rowsOutsideArea, rowsRefused } = report!;
      expect(rowsRead).toBe(lines.length);
      expect(rowsUsed + rowsOutsideArea + rowsRefused.length).toBe(rowsRead);
      expect(new Set(rowsRefused.map(({ line }) => line)).size).toBe(rowsRefused.length);
    }),
    { numRuns: 60 },
  );
});
