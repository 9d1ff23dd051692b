import { writeWorkbook } from "../../src/excel/writeWorkbook";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { funnelSheet, layOutWorkbook, underDoctoringSheet, withSheets } from "../../src/sheet/layout";
import { parseArea } from "../../src/sheet/a1";
import type { WorkbookPlan } from "../../src/sheet/plan";
import { openExcel, type OpenExcel } from "../support/host";

/** The chart sheets in the open workbook, drawn and recalculated by the engine behind the real Office.js client. */
const model = buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" });
const sheets = withSheets([funnelSheet("HYP008"), underDoctoringSheet]);
const plan: WorkbookPlan = layOutWorkbook(model, sheets);
let office: OpenExcel;
let written: Awaited<ReturnType<typeof writeWorkbook>>;

beforeAll(async () => {
  office = await openExcel();
  written = await writeWorkbook({ wanted: () => sheets, plan: (wanted) => ({ plan: layOutWorkbook(model, wanted), imprint: null }) });
});

const sheetPlan = (name: string) => plan.sheets.find((sheet) => sheet.name === name)!;
const valuesOf = (sheet: string, ref: string): Promise<unknown[][]> =>
  office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(ref);
    range.load({ values: true });
    await context.sync();
    return range.values;
  });

it.each(["Funnel HYP008", "Under-doctoring"])("calculates every formula of %s to what the core found", async (name) => {
  const { rows } = sheetPlan(name);
  const width = sheetPlan(name).columnWidths.length;
  const values = await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(0, 0, rows.length, width);
    range.load({ values: true });
    await context.sync();
    return range.values as unknown[][];
  });
  const differences = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (cell.formula === undefined) return [];
      const there = values[r]![c];
      const agree =
        typeof there === "number" && typeof cell.value === "number"
          ? Math.abs(there - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value))
          : there === (cell.value ?? "");
      return agree ? [] : [`row ${r + 1}, column ${c + 1}: ${String(there)}, not ${String(cell.value)}, from ${cell.formula}`];
    }),
  );
  expect(differences.slice(0, 5)).toEqual([]);
});

it.each(["Funnel HYP008", "Under-doctoring"])("draws the chart of %s with the plan's series, each over its own cells", async (name) => {
  expect(written.chartsNotDrawn).toEqual([]);
  const [chart] = sheetPlan(name).charts!;
  const found = await office.Excel.run(async (context) => {
    const { series } = context.workbook.worksheets.getItem(name).charts.getItem(chart!.name);
    series.load({ name: true, smooth: true, markerStyle: true });
    await context.sync();
    const ys = series.items.map((item) => item.getDimensionValues("Values"));
    await context.sync();
    return series.items.map(({ name: called, smooth, markerStyle }, i) => ({ called, smooth, markerStyle, points: ys[i]!.value.length }));
  });
  expect(found).toEqual(
    chart!.series.map((series) => {
      const { top, bottom } = parseArea(series.y);
      const shape = series.marker?.shape;
      return {
        called: series.name,
        smooth: series.line?.smooth ?? false,
        markerStyle: shape ? { circle: "Circle", triangle: "Triangle", diamond: "Diamond" }[shape] : "None",
        points: bottom - top + 1,
      };
    }),
  );
});

it("moves a practice outside the limits, renames its dot and rewrites the finding when its numerator changes", async () => {
  const funnel = sheetPlan("Funnel HYP008");
  const [before] = (await valuesOf("Funnel HYP008", "A1"))[0]!;
  expect(before).toContain("none of 33 practices lies outside");
  const data = sheetPlan("Data").rows;
  const row = data.findIndex((cells) => cells[2]?.value === "HYP008" && cells[1]?.value === "Cressing Lode Surgery");
  const denominator = data[row]![6]!.value as number;
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data").getRange(`F${row + 1}`).values = [[denominator]];
    await context.sync();
  });
  expect((await valuesOf("Funnel HYP008", "A1"))[0]![0]).toContain("1 of 33 practices lies outside");
  expect((await valuesOf("Funnel HYP008", "K5:L5"))[0]).toEqual(["▲▲  Cressing Lode Surgery", 1]);
  const named = funnel.charts![0]!.series.filter(({ nameCell }) => nameCell !== undefined)[0]!;
  expect((await valuesOf("Funnel HYP008", named.nameCell!))[0]).toEqual(["Cressing Lode"]);
  expect((await valuesOf("Funnel HYP008", named.y))[0]).toEqual([1]);
});

it("answers what if: another number of GPs for another practice", async () => {
  const { rows } = sheetPlan("Under-doctoring");
  const rowOf = (words: string) => rows.findIndex((cells) => cells[10]?.value === words) + 1;
  const practice = model.practices.find(({ practice: { name } }) => name === "Capstan Row Practice")!;
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Under-doctoring");
    sheet.getRange(`L${rowOf("Practice code")}`).values = [[practice.practice.code]];
    sheet.getRange(`L${rowOf("FTE GPs instead")}`).values = [[10]];
    await context.sync();
  });
  const list = practice.listSize!.value;
  expect((await valuesOf("Under-doctoring", `L${rowOf("Patients per FTE GP then")}`))[0]![0]).toBeCloseTo(list / 10, 9);
  // England had 1,321 patients to each FTE GP (Thurrock Health and Wellbeing Board, 2016).
  const gap = (await valuesOf("Under-doctoring", `L${rowOf("Gap then, FTE GPs")}`))[0]![0];
  expect(gap).toBeCloseTo(Math.round((list / 1321 - 10) * 10) / 10, 9);
});
