import { createScorecard } from "../../src/actions/createScorecard";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { openExcel } from "../support/host";
import { readHost } from "../support/readHost";
import { readXlsx } from "../support/readXlsx";
import type { SheetDump } from "../support/sheetDump";

/** One plan, two writers: into the open workbook with the real Office.js client, and into a file. */
const builtOn = new Date(2026, 10, 22);
let inExcel: Awaited<ReturnType<typeof readHost>>;
let inFile: Awaited<ReturnType<typeof readXlsx>>;
let trips: number;

beforeAll(async () => {
  const { Excel, host } = await openExcel();
  await createScorecard(illustrativeArea(), { spec, builtOn });
  trips = host.log.length;
  inExcel = await readHost(Excel);
  const plan = layOutWorkbook(buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" }));
  inFile = await readXlsx(await writeWorkbook(plan));
});

const sheet = (dumps: readonly SheetDump[], name: string): SheetDump => dumps.find((each) => each.name === name)!;
const same = (a: unknown, b: unknown): boolean =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;

describe.each(["Scorecard", "Data", "Methods"])("%s", (name) => {
  it.each(["value", "formula", "format", "fill", "bold", "size"] as const)("has the same %s in every cell", (property) => {
    const ours = sheet(inExcel.sheets, name).cells;
    const theirs = sheet(inFile.sheets, name).cells;
    const differences = [...theirs].flatMap(([ref, cell]) => {
      const there = ours.get(ref)?.[property] ?? (property === "value" || property === "formula" || property === "fill" ? "" : undefined);
      return there === undefined || same(there, cell[property])
        ? []
        : [`${ref}: ${JSON.stringify(there)} in Excel, ${JSON.stringify(cell[property])} in the file`];
    });
    expect(theirs.size).toBeGreaterThan(100);
    expect(differences.slice(0, 10)).toEqual([]);
  });

  it("has the same widths, frozen panes, tables, print titles and orientation", () => {
    const { widths, freeze, tables, printTitles, orientation } = sheet(inFile.sheets, name);
    expect(sheet(inExcel.sheets, name)).toMatchObject({ freeze, tables, printTitles, orientation });
    expect(Object.fromEntries(sheet(inExcel.sheets, name).widths)).toEqual(Object.fromEntries(widths));
  });
});

it("has the same named cells", () => {
  expect(Object.fromEntries(inExcel.names)).toMatchObject(Object.fromEntries(inFile.names));
  expect(inFile.names.size).toBe(8);
});

it("took three round trips", () => {
  expect(trips).toBeLessThanOrEqual(3);
});
