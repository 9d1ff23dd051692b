import { illustrativeArea } from "../../src/reference/illustrative";
import type { Observation, ReferenceData } from "../../src/reference/model";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { gpGap, underDoctoring } from "../../src/scorecard/underDoctoring";
import type { SheetPlan } from "../../src/sheet/plan";
import { styleOf } from "../../src/sheet/styles";
import { textWidth } from "../../src/sheet/textWidth";
import { layOutUnderDoctoring } from "../../src/sheet/underDoctoringSheet";

const builtOn = "2026-11-22";
const illustrative = illustrativeArea();
const without = (...indicators: readonly string[]): ReferenceData => ({
  ...illustrative,
  observations: illustrative.observations.filter((o) => !indicators.includes(o.indicator)),
});
const sheetOf = (data: ReferenceData): SheetPlan => {
  const model = buildScorecard(data, { spec, builtOn });
  return layOutUnderDoctoring(model, underDoctoring(model)!, "Under-doctoring");
};
const foundIn = (data: ReferenceData) => underDoctoring(buildScorecard(data, { spec, builtOn }));
const words = (sheet: SheetPlan): string[] =>
  sheet.rows.flatMap((row) => row.slice(0, 12).flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : [])));

/** Ten practices of one GP each: [deprivation, patients]. */
function practicesOf(figures: readonly (readonly [number, number])[], fteGp = 1): ReferenceData {
  const source = { publication: "by hand", file: "by hand", line: 1 };
  const codes = figures.map((_, i) => `X9${String(i).padStart(4, "0")}`);
  const observations = figures.flatMap(([deprivation, listSize], i): Observation[] => {
    const shared = { practiceCode: codes[i]!, source };
    return [
      { ...shared, indicator: "HYP", period: "2024-25", numerator: 10, denominator: listSize },
      { ...shared, indicator: "list_size", period: "2025-10-01", value: listSize },
      { ...shared, indicator: "gp_fte", period: "2025-09-30", value: fteGp },
      { ...shared, indicator: "deprivation", period: "2019", value: deprivation },
    ];
  });
  return {
    area: { code: "X0Z", name: "By hand" },
    illustrative: false,
    practices: new Map(codes.map((code, i) => [code, { code, name: `Practice ${i}` }])),
    observations,
    comparators: [],
    files: [],
  };
}

it("finds the rank correlation of a textbook's table", () => {
  // IQ against hours of television, ten people: rho = -29/165 (the worked example of Wikipedia's article on Spearman's coefficient).
  const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
  const found = foundIn(practicesOf(iq.map((each, i) => [each, 1000 + 10 * hours[i]!])))!;
  expect(found.association!.rho).toBeCloseTo(-29 / 165, 12);
  // Fisher's z ± 1.959964 √(1.06/7): artanh(-0.175758) = -0.177603, half-width 0.762708; back through tanh.
  expect(found.association!.lower).toBeCloseTo(Math.tanh(-0.177603 - 0.762708), 4);
  expect(found.association!.upper).toBeCloseTo(Math.tanh(-0.177603 + 0.762708), 4);
});

it("says nothing about association from fewer than ten practices", () => {
  const few = practicesOf([1, 2, 3, 4, 5, 6, 7, 8, 9].map((each) => [each, 1000 * each]));
  expect(foundIn(few)!.association).toBeNull();
  expect(words(sheetOf(few)).some((line) => line.includes("Spearman"))).toBe(false);
});

it("compares with the area itself where England is not in the files", () => {
  const found = foundIn(practicesOf([1, 2, 3, 4].map((each) => [each, 1000 * each])))!;
  // (1,000 + 2,000 + 3,000 + 4,000) patients ÷ 4 GPs
  expect(found.reference).toEqual({ name: "the area", patientsPerGp: 2500 });
  expect(found.practices.map((each) => each.gpGap)).toEqual([-0.6, -0.2, 0.2, 0.6]);
});

it("gives the gap to England in tenths of a GP", () => {
  expect(gpGap(2640, 1.5, 1320)).toBe(0.5);
  expect(gpGap(1320, 1, 1320)).toBe(0);
  expect(gpGap(1320, 2.24, 1320)).toBe(-1.2);
});

it("says in A1 what Thurrock's board was told: all but four above England, one over five times", () => {
  const sheet = sheetOf(illustrative);
  expect(sheet.rows[0]![0]!.value).toBe("29 of 33 practices have more patients per FTE GP than England");
  expect(words(sheet)).toContain("over five times England's figure (6,605).");
  expect(words(sheet)).toContain("Buzzardmoor Surgery has");
});

it("lists the eight with most patients per GP, and names beside their dot only those that stand apart", () => {
  const sheet = sheetOf(illustrative);
  const found = foundIn(illustrative)!;
  const ratios = found.practices.map((each) => each.patientsPerGp!).sort((a, b) => b - a);
  expect(sheet.rows.slice(4, 12).map((row) => row[11]!.value)).toEqual(ratios.slice(0, 8));
  const named = sheet.charts![0]!.series.filter(({ nameCell }) => nameCell !== undefined);
  const drawn = named.filter((series) => {
    const row = sheet.rows[Number(/\d+/.exec(series.y)![0]) - 1]!;
    return row.some((cell, column) => column > 28 && typeof cell.value === "number" && cell.value > found.apartFrom);
  });
  expect(drawn.map(({ name }) => name)).toEqual(["Buzzardmoor", "Eelgate"]);
});

it("says that a practice is single-handed or its list small, and calls it no fault", () => {
  const sheet = sheetOf(illustrative);
  const found = foundIn(illustrative)!;
  found.practices.forEach(({ practice, fteGp, listSize }, i) => {
    const row = sheet.rows[30 + i]!;
    expect(row[0]!.value).toBe(practice.code);
    expect(row[7]!.value).toBe([fteGp! <= 1 ? "single-handed" : "", listSize! < 3000 ? "small list" : ""].filter(Boolean).join(", "));
  });
  for (const line of words(sheet)) expect(line).not.toMatch(/\b(worst|best|poor|failing|risk|rank)/i);
});

it("draws against list size where deprivation is not loaded", () => {
  const sheet = sheetOf(without("deprivation"));
  expect(sheet.charts![0]!.x.title).toBe("Registered patients");
  expect(words(sheet).some((line) => line.includes("deprived"))).toBe(false);
});

it("is not offered without workforce figures", () => {
  expect(foundIn(without("gp_fte"))).toBeNull();
});

it("keeps a practice without GPs in the table, with dashes, and off the chart", () => {
  const [first] = [...illustrative.practices.keys()];
  const sheet = sheetOf({
    ...illustrative,
    observations: illustrative.observations.filter((o) => !(o.practiceCode === first && o.indicator === "gp_fte")),
  });
  const index = foundIn(illustrative)!.practices.findIndex(({ practice }) => practice.code === first);
  expect(sheet.rows[30 + index]!.slice(4, 7).map(({ value }) => value)).toEqual(["–", "–", "–"]);
  expect(sheet.rows[4 + index]![18]!.value).toBe("#N/A");
  expect(sheet.rows[0]![0]!.value).toMatch(/of 32 practices/);
});

it("cuts no printed text off", () => {
  const sheet = sheetOf(illustrative);
  sheet.rows.forEach((row, r) =>
    row.slice(0, 12).forEach((cell, column) => {
      const { size, bold, wrap, horizontal, indent = 0 } = styleOf(cell.style);
      if (typeof cell.value !== "string" || cell.value === "" || wrap || horizontal === "right") return;
      let room = sheet.columnWidths[column]! - 3;
      for (let next = column + 1; next < 12 && (row[next]?.value ?? "") === ""; next++) room += sheet.columnWidths[next]!;
      if (textWidth(cell.value, size, bold) + indent * 9 > room) throw new Error(`row ${r + 1}: "${cell.value}" does not fit`);
    }),
  );
});

it("uses no function that Excel 2010 has not", () => {
  const known =
    "AND ATANH CORREL COUNT COUNTIF COUNTIFS IF IFERROR INDEX ISNUMBER LARGE MATCH MAX N NA OR RANK ROUND SQRT SUMIFS TANH TEXT".split(" ");
  const used = sheetOf(illustrative).rows.flatMap((row) =>
    row.flatMap(({ formula = "" }) => [...formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z.]*)\(/g)].map((match) => match[1]!)),
  );
  expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
});
