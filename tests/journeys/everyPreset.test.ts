import { writeWorkbook } from "../../src/excel/writeWorkbook";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { funnelsFor } from "../../src/scorecard/funnel";
import { everythingLoaded, presets } from "../../src/scorecard/presets";
import type { ScorecardSpec } from "../../src/scorecard/spec";
import { cellRef } from "../../src/sheet/a1";
import { funnelSheet, layOutWorkbook, practiceSheet, underDoctoringSheet, withSheets } from "../../src/sheet/layout";
import { openExcel } from "../support/host";

/**
 * Does the workbook's own engine get what the core worked out, cell by cell, for every preset and for every way of comparing?
 * What the core works out is held against R elsewhere (tests/scorecard/compare.test.ts).
 */
const area = illustrativeArea();
/** Every third practice, so that each preset is quick; the whole area is built in other journeys. */
const data = { ...area, practices: new Map([...area.practices].filter((_, i) => i % 3 === 0 || i === 11)) };
const vary = (name: string, comparison: Partial<ScorecardSpec["comparison"]>): ScorecardSpec => {
  const everything = everythingLoaded(data);
  return { ...everything, name: `Everything, ${name}`, comparison: { ...everything.comparison, ...comparison } };
};
const specs: readonly ScorecardSpec[] = [
  ...presets,
  vary("against England", {}),
  vary("as Fingertips does", { method: "fingertips" }),
  vary("exactly", { fewestPracticesForOverdispersion: 1000 }),
  vary("against the area", { comparator: { kind: "area" } }),
  vary("against its own PCN", { comparator: { kind: "pcn" } }),
  vary("against similar practices", { comparator: { kind: "similar" } }),
  vary("against chosen peers", { comparator: { kind: "peers", name: "Harbour towns", practiceCodes: ["X00010", "X00012", "X00014"] } }),
];

/** What every sheet shows, by row and column counted from 0. */
async function valuesIn(excel: typeof Excel): Promise<ReadonlyMap<string, (row: number, column: number) => unknown>> {
  return excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const used = worksheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRange() }));
    used.forEach(({ range }) => range.load("values,rowIndex,columnIndex"));
    await context.sync();
    return new Map(
      used.map(({ sheet, range: { values, rowIndex, columnIndex } }) => [
        sheet.name,
        (row: number, column: number): unknown => values[row - rowIndex]?.[column - columnIndex] ?? "",
      ]),
    );
  });
}

it.each(specs.map((spec) => [spec.name, spec] as const))("%s: every formula calculates to what the core worked out", async (_, spec) => {
  const { Excel } = await openExcel();
  const model = buildScorecard(data, { spec, builtOn: "2026-11-22" });
  // One funnel of each kind of figure.
  const funnels = [...new Map(funnelsFor(model).map((funnel) => [funnel.comparison.kind, funnel])).values()];
  const sheets = withSheets([
    ...funnels.map(({ column }) => funnelSheet(column.definition.id)),
    underDoctoringSheet,
    ...["X00012"].map(practiceSheet),
  ]);
  const plan = layOutWorkbook(model, sheets);
  await writeWorkbook({ wanted: () => sheets, plan: () => ({ plan, imprint: null }) });
  const there = await valuesIn(Excel);
  for (const planned of [...plan.sheets].sort((a, b) => Number(b.key === "data") - Number(a.key === "data"))) {
    const formulas = planned.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell.formula === undefined ? [] : [{ cell, ref: cellRef(r, c), found: there.get(planned.name)!(r, c) }])),
    );
    const differing = formulas.filter(({ cell: { value }, found }) => {
      return typeof value === "number" && typeof found === "number"
        ? Math.abs(found - value) > 1e-9 * Math.max(1, Math.abs(value))
        : found !== (value ?? "");
    });
    expect(formulas.length).toBeGreaterThan(planned.key === "methods" ? 15 : 100);
    expect(differing.slice(0, 10).map(({ cell, ref, found }) => [`${planned.name}!${ref}`, cell.value, found, cell.formula])).toEqual([]);
  }
});

it("compares with what it says it compares with, on every sheet", () => {
  const model = buildScorecard(data, {
    spec: vary("Harbour", { comparator: { kind: "peers", name: "Harbour towns", practiceCodes: ["X00010"] } }),
    builtOn: "2026-11-22",
  });
  const sheets = withSheets([funnelSheet("HYP008"), practiceSheet("X00012")]);
  for (const sheet of layOutWorkbook(model, sheets).sheets)
    expect(sheet.rows.flat().some(({ value }) => String(value).includes("Harbour towns"))).toBe(true);
});
