import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { RefusedRow } from "../../src/problem";
import { inspectFiles } from "../../src/reference/read";
import { fileOf, inPieces } from "./files";

/** What has to be said about each file, written by hand in make.mjs. */
type Case = { name: string } & ({ reason: string } | { used: number; refused: RefusedRow[] });

const folder = path.join(__dirname, "..", "fixtures", "bad");
const cases = JSON.parse(readFileSync(path.join(folder, "cases.json"), "utf8")) as Case[];
const file = (name: string) => fileOf(name, readFileSync(path.join(folder, name)));

it("has a case for every file, and at least 60", () => {
  expect(
    readdirSync(folder)
      .filter((name) => !["make.mjs", "cases.json"].includes(name))
      .sort(),
  ).toEqual(cases.map(({ name }) => name).sort());
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

describe.each([
  ["whole", file],
  ["in pieces of 7 bytes", (name: string) => (name.endsWith(".zip") ? file(name) : inPieces(file(name), 7))],
] as const)("read %s", (_, open) => {
  it.each(cases.map((each) => [each.name, each] as const))("%s", async (name, said) => {
    const [report] = (await inspectFiles([open(name)])).files;
    if ("reason" in said) expect(report).toMatchObject({ file: name, reason: said.reason, rowsUsed: 0, rowsRefused: [] });
    else {
      expect(report).not.toHaveProperty("reason");
      expect(report).toMatchObject({ file: name, rowsUsed: said.used, rowsRefused: said.refused });
      expect(report!.rowsRead).toBe(report!.rowsUsed + report!.rowsOutsideArea + said.refused.length);
    }
  });
});

it("loads nothing of a file about patients, not even the rows before it shows", async () => {
  const { files, periodsNeeded } = await inspectFiles([file("nhs-numbers-in-a-column_2223.csv"), file("same-row-twice_2223.csv")]);
  // The second file's row of F81010 would be a repetition had the first file's been kept.
  expect(files[1]).toMatchObject({ rowsUsed: 1, remarks: [] });
  expect(periodsNeeded).toEqual([]);
});
