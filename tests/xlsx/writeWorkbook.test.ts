import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutWorkbook } from "../../src/sheet/layout";
import type { Cell, SheetPlan, WorkbookPlan } from "../../src/sheet/plan";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { readXlsx } from "../support/readXlsx";

it("writes what the plan says and reads back the same", async () => {
  const plan = layOutWorkbook(buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" }));
  const { sheets, names } = await readXlsx(await writeWorkbook(plan));
  expect(sheets.map(({ name }) => name)).toEqual(["Scorecard", "Data", "Methods"]);
  for (const [i, sheet] of sheets.entries()) {
    const planned = plan.sheets[i]!;
    expect([...sheet.widths.values()]).toEqual(planned.columnWidths);
    expect(sheet.freeze).toEqual(planned.freeze);
    expect([...sheet.merges].sort()).toEqual([...planned.merges].sort());
    expect(sheet.tables).toEqual(planned.tables.map(({ name, ref }) => ({ name, ref })));
    expect(sheet.printTitles).toBe(planned.print.titleRows ?? null);
  }
  expect(names.get("scorecard_z95")).toMatch(/^Methods!B\d+$/);
});

const oneSheet = (rows: readonly (readonly Cell[])[]): WorkbookPlan => {
  const sheet: SheetPlan = {
    key: "test",
    name: "Test",
    rows,
    columnWidths: [100, 100],
    rowHeights: {},
    defaultRowHeight: 16,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    gridlines: false,
    tabColour: "#005EB8",
    zoom: 100,
    tables: [],
    conditionalFormats: [],
    print: {
      paper: "A4",
      orientation: "portrait",
      area: "A1:B9",
      fitWide: 1,
      fitTall: 1,
      margins: { left: 1, right: 1, top: 1, bottom: 1 },
      footer: { left: "A & B", centre: "", right: "" },
    },
  };
  return { sheets: [sheet], styles: { plain: { size: 10 } }, names: [], active: "Test", title: "Test" };
};

it.each(["=1+1", "+441375", "-5", "@SUM(A1)", "'quoted", "00123", "1/2", "TRUE", "#N/A", '<b>&amp;"', "a\tb\nc", "\u202Eabc", "𝒳"])(
  "keeps the text %j as text",
  async (value) => {
    const { sheets } = await readXlsx(await writeWorkbook(oneSheet([[{ value, style: "plain" }]])));
    expect(sheets[0]!.cells.get("A1")).toMatchObject({ value, formula: "" });
  },
);

it("keeps numbers and truth values what they are", async () => {
  const { sheets } = await readXlsx(
    await writeWorkbook(
      oneSheet([
        [-0.1, 1e-300].map((value) => ({ value, style: "plain" })),
        [
          { value: true, style: "plain" },
          { value: null, style: "plain" },
        ],
      ]),
    ),
  );
  expect(["A1", "B1", "A2"].map((ref) => sheets[0]!.cells.get(ref)!.value)).toEqual([-0.1, 1e-300, true]);
});
