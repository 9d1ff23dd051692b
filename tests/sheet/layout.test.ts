import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { parseArea } from "../../src/sheet/a1";
import { layOutWorkbook } from "../../src/sheet/layout";
import type { Cell, SheetPlan } from "../../src/sheet/plan";
import { textWidth } from "../../src/sheet/textWidth";

const plan = layOutWorkbook(buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" }));
const [scorecard, dataSheet, methods] = plan.sheets as [SheetPlan, SheetPlan, SheetPlan];
const cellsOf = (sheet: SheetPlan): { cell: Cell; row: number; column: number }[] =>
  sheet.rows.flatMap((row, r) => row.map((cell, column) => ({ cell, row: r, column })));
const contrast = (a: string, b: string): number => {
  const luminance = (hex: string) => {
    const [r, g, b_] = [1, 3, 5]
      .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b_!;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
};

it("says on every sheet that the data are illustrative", () => {
  for (const sheet of plan.sheets)
    expect(cellsOf(sheet).some(({ cell }) => cell.value === "Illustrative data: made-up practices")).toBe(true);
});

it("makes no call of the add-in, so that a recipient without it sees every number", () => {
  for (const sheet of plan.sheets) for (const { cell } of cellsOf(sheet)) expect(cell.formula ?? "").not.toMatch(/SCORECARD\./);
});

it("uses only functions that Excel 2010 has", () => {
  const known =
    "AND ASIN BETA.DIST BINOM.DIST COUNT COUNTIF DATE GAMMA.DIST GAMMA.INV IF IFERROR INDEX LEFT MATCH MAX MID MIN N NORM.S.INV OR PERCENTILE.INC POISSON.DIST RIGHT ROUND ROUNDUP SQRT SUBSTITUTE SUM SUMIFS TEXT".split(
      " ",
    );
  const used = new Set(
    plan.sheets.flatMap((sheet) =>
      cellsOf(sheet).flatMap(({ cell }) =>
        [...(cell.formula ?? "").replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z.]*)\(/g)].map((m) => m[1]!),
      ),
    ),
  );
  expect([...used].filter((name) => !known.includes(name))).toEqual([]);
});

it("gives every cell a style that the plan holds, and every style readable text", () => {
  for (const sheet of plan.sheets) for (const { cell } of cellsOf(sheet)) expect(plan.styles[cell.style]).toBeDefined();
  for (const { colour = "#000000", fill = "#FFFFFF" } of Object.values(plan.styles))
    expect(contrast(colour, fill)).toBeGreaterThanOrEqual(4.5);
  for (const { colour = "#000000", fill = "#FFFFFF" } of scorecard.conditionalFormats)
    expect(contrast(colour, fill)).toBeGreaterThanOrEqual(4.5);
});

it("cuts no text off: what is wider than its cell runs on over empty neighbours", () => {
  for (const { cell, row, column } of cellsOf(scorecard)) {
    const style = plan.styles[cell.style]!;
    if (typeof cell.value !== "string" || cell.value === "" || style.wrap) continue;
    let room = scorecard.columnWidths[column]! - 3;
    if (style.horizontal !== "right")
      for (let next = column + 1; next < scorecard.columnWidths.length && (scorecard.rows[row]![next]?.value ?? "") === ""; next++)
        room += scorecard.columnWidths[next]!;
    else
      for (let next = column - 1; next >= 0 && (scorecard.rows[row]![next]?.value ?? "") === ""; next--)
        room += scorecard.columnWidths[next]!;
    const words = /^General;General;General;"(.*)"$/.exec(style.format ?? "")?.[1] ?? cell.value;
    const width = textWidth(words, style.size, style.bold) + (style.indent ?? 0) * 9;
    if (width > room)
      throw new Error(`row ${row + 1}, column ${column + 1}: "${cell.value}" needs ${Math.ceil(width)} pixels and has ${room}`);
  }
});

it("shows every number in the width of its column, so that none turns into hash signs", () => {
  const shown = (value: number, format: string | undefined) =>
    format?.includes("%")
      ? `${(value * 100).toFixed(format.includes(".0") ? 1 : 0)}%`
      : format === "mmm yy"
        ? "May 22"
        : value.toLocaleString("en-GB", { maximumFractionDigits: format?.startsWith("0.0") ? 1 : 0 });
  for (const { cell, column } of cellsOf(scorecard)) {
    const style = plan.styles[cell.style]!;
    if (typeof cell.value === "number")
      expect(textWidth(shown(cell.value, style.format), style.size, true)).toBeLessThan(scorecard.columnWidths[column]! - 3);
  }
});

it("prints the default card for 33 practices on one A3 page at 60 % or more, so that a value of 10.5 points is read across a table", () => {
  const inches = { wide: 16.54 - 0.6, tall: 11.69 - 0.85 };
  const width = scorecard.columnWidths.reduce((sum, each) => sum + each, 0) / 96;
  const heights = scorecard.rows.map((_, r) => scorecard.rowHeights[r] ?? scorecard.defaultRowHeight);
  const scale = inches.wide / width;
  expect(scale).toBeGreaterThan(0.6);
  expect((heights.reduce((sum, each) => sum + each, 0) / 72) * scale).toBeLessThan(inches.tall);
});

it("merges nothing among the rows that can be filtered", () => {
  const { top } = parseArea(scorecard.autoFilter!);
  for (const merge of scorecard.merges) expect(parseArea(merge).bottom).toBeLessThan(top);
});

it("stands practices by PCN and name and gives no rank", () => {
  const rows = scorecard.rows.slice(11, 44).map((row) => [row[2]!.value, row[1]!.value] as [string, string]);
  expect(rows).toHaveLength(33);
  expect([...rows].sort((a, b) => a[0].localeCompare(b[0]) || a[1].localeCompare(b[1]))).toEqual(rows);
  for (const sheet of plan.sheets)
    for (const { cell } of cellsOf(sheet))
      if (typeof cell.value === "string" && cell.value.length < 30)
        expect(cell.value.replace(/best quarter/i, "")).not.toMatch(/\b(rank|worst|best|poor|failing)/i);
});

it("lets one mark rule, and no more, match each mark", () => {
  const rules = scorecard.conditionalFormats.filter(({ formula }) => /="[▲▼]+"$/.test(formula));
  const columnsOf = (sign: string) =>
    rules
      .filter(({ formula, refs }) => formula.endsWith(`="${sign}"`) && formula.startsWith(`=${refs[0]!.split(":")[0]}=`))
      .flatMap(({ refs }) => refs);
  for (const sign of ["▲▲", "▼▼", "▲", "▼"]) expect(new Set(columnsOf(sign)).size).toBe(columnsOf(sign).length);
});

it("names what chance alone would do from the values that were tested", () => {
  const line = cellsOf(scorecard)
    .map(({ cell }) => String(cell.value))
    .find((value) => value.includes("values were tested"));
  const indicators = plan.sheets[0]!.merges.length;
  const hidden = cellsOf(scorecard).filter(
    ({ cell, row }) => row >= 11 && row < 44 && ["–", "n<20"].includes(String(cell.value)) && cell.style.startsWith("mark"),
  ).length;
  expect(line).toMatch(new RegExp(`^${33 * indicators - hidden} values`));
});

it("keeps the constants of its formulas in named cells of Methods", () => {
  const formulas = [scorecard, dataSheet, methods].flatMap((sheet) => cellsOf(sheet).flatMap(({ cell }) => cell.formula ?? []));
  for (const { name, sheet, ref } of plan.names) {
    const { top, left } = parseArea(ref);
    if (name === "scorecard_reference") expect(methods.rows[top]![left]!.value).toBe("England");
    else if (sheet === methods.name) expect(typeof methods.rows[top]![left]!.value).toBe("number");
    else expect(`${sheet}!${ref}`).toBe(`Scorecard!${scorecard.autoFilter}`);
    if (name !== "scorecard_strip_edges") expect(formulas.some((formula) => formula.includes(name))).toBe(true);
  }
});

describe("values in place of formulas", () => {
  const values = layOutWorkbook(buildScorecard(illustrativeArea(), { spec: { ...spec, formulas: "values" }, builtOn: "2026-11-22" }));

  it("hold what the formulas would show, and say so on the sheets", () => {
    const calculated = cellsOf(scorecard).map(({ cell }) => cell.value ?? "");
    expect(cellsOf(values.sheets[0]!).map(({ cell }) => cell.value ?? "")).toEqual(calculated);
    expect(values.sheets.flatMap((sheet) => cellsOf(sheet).filter(({ cell }) => cell.formula !== undefined))).toEqual([]);
    const data = values.sheets.find(({ key }) => key === "data")!;
    expect(String(data.rows[1]![0]!.value)).toContain("Values only: chosen for this scorecard.");
  });
});

it("says how similar practices were chosen, where they are what is compared with", () => {
  const words = (kind: "similar" | "area") => {
    const comparison = { ...spec.comparison, comparator: { kind } };
    const model = buildScorecard(illustrativeArea(), { spec: { ...spec, comparison }, builtOn: "2026-11-22" });
    return cellsOf(layOutWorkbook(model).sheets[2]!)
      .map(({ cell }) => String(cell.value))
      .join(" ");
  };
  expect(words("similar")).toContain("nearest in list size (its logarithm) and deprivation");
  expect(words("area")).not.toContain("nearest in list size");
});
