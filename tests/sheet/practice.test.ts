import { indicatorLibrary } from "../../src/indicators/library";
import { illustrativeArea } from "../../src/reference/illustrative";
import type { ReferenceData } from "../../src/reference/model";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions } from "../../src/scorecard/presets/longTermConditions";
import type { ScorecardSpec } from "../../src/scorecard/spec";
import { parseArea } from "../../src/sheet/a1";
import { layOutWorkbook, practiceSheet, withSheets } from "../../src/sheet/layout";
import { percentText } from "../../src/sheet/percentText";
import type { Cell, SheetPlan, WorkbookPlan } from "../../src/sheet/plan";
import { stripCell } from "../../src/sheet/strip";
import { textWidth } from "../../src/sheet/textWidth";

const area = illustrativeArea();
const codes = [...area.practices.keys()];
const lay = (data: ReferenceData = area, spec: ScorecardSpec = longTermConditions): WorkbookPlan =>
  layOutWorkbook(buildScorecard(data, { spec, builtOn: "2026-11-22" }), withSheets(codes.map(practiceSheet)));
const isPage = ({ key }: SheetPlan) => key.startsWith("practice:");
const plan = lay();
const pages = plan.sheets.filter(isPage);
const page = (code: string, of: WorkbookPlan = plan): SheetPlan => of.sheets.find(({ key }) => key === `practice:${code}`)!;

const print = (sheet: SheetPlan) => parseArea(sheet.print.area);
const printed = (sheet: SheetPlan): Cell[][] => {
  const { bottom, right } = print(sheet);
  return sheet.rows.slice(0, bottom + 1).map((row) => row.slice(0, right + 1));
};
const rowOf = (sheet: SheetPlan, name: string): Cell[] => printed(sheet).find(([first]) => first?.value === name)!;
const texts = (sheet: SheetPlan): string[] => printed(sheet).flatMap((row) => row.map(({ value }) => String(value ?? "")));
const without = (keep: (o: ReferenceData["observations"][number]) => boolean): ReferenceData => ({
  ...area,
  observations: area.observations.filter(keep),
});

it("is made for every practice that is asked for, and for none that is not there", () => {
  expect(pages.map(({ name }) => name)).toEqual(codes.map((code) => `Practice ${code}`));
  const model = buildScorecard(area, { spec: longTermConditions, builtOn: "2026-11-22" });
  expect(layOutWorkbook(model, withSheets([practiceSheet("F81082")])).sheets.filter(isPage)).toEqual([]);
});

describe("position strip", () => {
  const dots = pages.flatMap((sheet) =>
    printed(sheet).flatMap((row) => {
      const strip = row.filter(({ style }) => style.startsWith("strip+"));
      const dot = strip.findIndex(({ value }) => value === "●");
      return strip.length === 0 ? [] : [{ dot, style: strip[dot]?.style ?? "", word: String(row.at(-1)!.value), cells: strip.length }];
    }),
  );

  it("has fifteen cells, and one dot exactly where there is something to compare", () => {
    expect(new Set(dots.map(({ cells }) => cells))).toEqual(new Set([15]));
    for (const { dot, word } of dots) expect(dot >= 0).toBe(["much higher", "higher", "similar", "lower", "much lower"].includes(word));
  });

  it("never disagrees with the word beside it: middle and dark grey is similar, light grey one mark, white two", () => {
    for (const { dot, style, word } of dots) {
      if (dot < 0) continue;
      const side = dot > 7 ? "higher" : "lower";
      const said = /bandMiddle|band95/.test(style) ? "similar" : style.includes("band998") ? side : `much ${side}`;
      expect(said).toBe(word);
    }
    expect(new Set(dots.map(({ word }) => word)).size).toBeGreaterThanOrEqual(5);
  });

  it.each([
    [0, 8],
    [0.391, 8],
    [1.959, 10],
    [1.96, 11],
    [-1.959, 6],
    [-1.96, 5],
    [3.09, 12],
    [3.091, 13],
    [-3.091, 3],
    [6.9, 15],
    [-40, 1],
  ])("puts z = %d into cell %d", (z, cell) => expect(stripCell(z)).toBe(cell));
});

describe("figures of Bellfounder Surgery, X00019", () => {
  const sheet = page("X00019");
  const counts = area.observations.find((o) => o.practiceCode === "X00019" && o.indicator === "AST007" && o.period === "2024-25")!;

  it("show achievement net of adjustments, for all patients, and the share excepted", () => {
    const [n, d, excepted] = [counts.numerator!, counts.denominator!, counts.personalisedCareAdjustments!];
    const row = rowOf(sheet, "Asthma: reviewed in the year");
    expect([row[1]!.value, row[3]!.value, row[4]!.value]).toEqual([n / d, n / (d + excepted), excepted / (d + excepted)]);
  });

  it("give the reason where there is no value", () => {
    const row = rowOf(sheet, "COPD: reviewed in the year");
    expect([row[1]!.value, row.at(-1)!.value]).toEqual(["", "not published"]);
  });

  it("name three opportunities that a quarter of the practices show to be possible", () => {
    const of = (code: string, indicator: string, period = "2024-25") =>
      area.observations.find((o) => o.practiceCode === code && o.indicator === indicator && o.period === period)!;
    // Found: the register. Expected: the estimated percentage of the list of 17 and over, which is diabetes' denominator.
    const found = [...area.practices.keys()].map((code) => ({
      code,
      numerator: of(code, "HYP").numerator!,
      denominator: ((of(code, "fingertips_92659", "2017").value as number) / 100) * of(code, "DM").denominator!,
    }));
    // 33 values: 0.75 x 32 = the 25th from the bottom, no interpolation
    const target = found.map(({ numerator, denominator }) => numerator / denominator).sort((a, b) => a - b)[24]!;
    const mine = found.find(({ code }) => code === "X00019")!;
    const heading = printed(sheet).findIndex(([first]) => first?.value === "Three largest opportunities");
    const [name, patients, words] = printed(sheet)[heading + 1]!;
    expect([name!.value, patients!.value]).toEqual([
      "Hypertension: found of expected",
      Math.ceil(target * mine.denominator - mine.numerator - 1e-9),
    ]);
    expect(words!.value).toMatch(/^more patients would reach the best quarter of Wexmarsh; \d+ would reach England\.$/);
  });

  it("draw five years of the largest opportunity, the last one looked up on Data", () => {
    const [chart] = sheet.charts!;
    const { top, bottom, left } = parseArea(chart!.series[0]!.x);
    const years = sheet.rows.slice(top, bottom + 1).map((row) => row[left]!.value);
    expect(years).toEqual(["2020-21", "2021-22", "2022-23", "2023-24", "2024-25"]);
    expect(sheet.rows.slice(top, bottom + 1).map((row) => row[left + 1]!.formula === undefined)).toEqual([true, true, true, true, false]);
    const figure = (indicator: string, period: string) =>
      area.observations.find((o) => o.practiceCode === "X00019" && o.indicator === indicator && o.period === period)!;
    const adults = figure("DM", "2020-21").denominator!;
    const expected = ((figure("fingertips_92659", "2017").value as number) / 100) * adults;
    expect(sheet.rows[top]![left + 3]!.value).toBeCloseTo(figure("HYP", "2020-21").numerator! / expected, 12);
    expect(chart!.alternativeText).toMatch(/^Hypertension: .* at Bellfounder Surgery: \d+% in 2020-21/);
  });
});

it("says how many years are loaded where that is too few for a trend", () => {
  const sheet = page("X00019", lay(without((o) => !/^202[0-3]-\d\d$/.test(o.period))));
  expect(sheet.charts).toEqual([]);
  expect(texts(sheet).join(" ")).toContain("Only 2024-25 is loaded.");
});

it("says what CQC has not rated, and apart from it what was not loaded", () => {
  expect(rowOf(page("X00019"), "Safe")[1]!.value).toBe("Good");
  expect(rowOf(page("X00001"), "Safe")[1]!.value).toBe("not rated");
  expect(texts(page("X00001"))).toContain("CQC publishes no rating of the key questions under this code, nor an overall one.");
  const none = page("X00001", lay(without((o) => !/^cqc_(safe|effective|caring|responsive|well_led)$/.test(o.indicator))));
  expect(texts(none)).toContain("No ratings of the key questions are loaded: add CQC's latest ratings.");
});

it("leaves out both columns where no adjustments are loaded", () => {
  const unadjusted: ReferenceData = {
    ...area,
    observations: area.observations.map(
      (o) => Object.fromEntries(Object.entries(o).filter(([key]) => key !== "personalisedCareAdjustments")) as never,
    ),
  };
  expect(texts(page("X00019"))).toContain("Excepted");
  expect(texts(page("X00019", lay(unadjusted)))).not.toContain("Excepted");
});

/** A formula that shows nothing still keeps its neighbour's words out. */
const isEmpty = (cell: Cell | undefined): boolean => (cell?.value ?? "") === "" && cell?.formula === undefined;

describe("on paper", () => {
  const ratio = (11.69 - 1) / (8.27 - 1);
  const shape = (sheet: SheetPlan): number => {
    const { bottom, right } = print(sheet);
    const width = sheet.columnWidths.slice(0, right + 1).reduce((sum, each) => sum + each * 0.75, 0);
    const height = Array.from({ length: bottom + 1 }, (_, row) => sheet.rowHeights[row] ?? sheet.defaultRowHeight).reduce(
      (sum, each) => sum + each,
      0,
    );
    return height / width;
  };

  it("is one A4 page, upright", () => {
    for (const sheet of pages) expect(sheet.print).toMatchObject({ paper: "A4", orientation: "portrait", fitWide: 1, fitTall: 1 });
  });

  it("fills the page without making it taller than wide paper allows", () => {
    for (const sheet of pages) {
      expect(shape(sheet)).toBeLessThanOrEqual(ratio);
      expect(shape(sheet)).toBeGreaterThan(ratio * 0.93);
    }
  });

  it("keeps its scale with 30 indicators, whose rows and the comment box grow lower", () => {
    const more = [...indicatorLibrary.keys()]
      .filter((id) => !longTermConditions.groups.some((group) => group.indicators.includes(id)))
      .slice(0, 12);
    const extra = more.flatMap((indicator) =>
      area.observations.filter((o) => o.indicator === "AF" && o.period === "2024-25").map((o) => ({ ...o, indicator })),
    );
    const spec = { ...longTermConditions, groups: [...longTermConditions.groups, { heading: "More", indicators: more }] };
    const full = page("X00019", lay({ ...area, observations: [...area.observations, ...extra] }, spec));
    expect(full.rows.filter((row) => row.some(({ style }) => style.startsWith("strip+")))).toHaveLength(30);
    expect(shape(full)).toBeLessThanOrEqual(ratio);
  });

  it("cuts no text off: what is wider than its cell runs on over empty neighbours, and not over the edge", () => {
    for (const sheet of pages) {
      const { right } = print(sheet);
      printed(sheet).forEach((row, r) =>
        row.forEach(({ value, style: key }, column) => {
          const style = plan.styles[key]!;
          if (typeof value !== "string" || value === "" || style.wrap || value === "●") return;
          let room = sheet.columnWidths[column]! - 3;
          const step = style.horizontal === "right" ? -1 : 1;
          const ends = style.horizontal === "center" ? [-1, 1] : [step];
          for (const way of ends)
            for (let next = column + way; next >= 0 && next <= right && isEmpty(row[next]); next += way) room += sheet.columnWidths[next]!;
          const width = textWidth(value, style.size, style.bold) + (style.indent ?? 0) * 9;
          if (width > room)
            throw new Error(`${sheet.name}, row ${r + 1}, column ${column + 1}: "${value}" needs ${Math.ceil(width)} and has ${room}`);
        }),
      );
    }
  });
});

it("uses only functions that Excel 2010 has, and nothing of the add-in", () => {
  const known = "ABS AND COUNT DATE IF IFERROR INDEX LARGE LEFT MATCH MAX MID MIN N NA OR RIGHT ROUNDUP ROW SIGN TEXT".split(" ");
  const used = new Set(
    pages.flatMap((sheet) =>
      sheet.rows.flatMap((row) =>
        row.flatMap(({ formula }) => [...(formula ?? "").replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z.]*)\(/g)].map((m) => m[1]!)),
      ),
    ),
  );
  expect([...used].filter((name) => !known.includes(name))).toEqual([]);
});

it("types no figure of the latest year: numbers in print are formulas", () => {
  for (const sheet of pages)
    for (const row of printed(sheet)) for (const { value, formula } of row) if (typeof value === "number") expect(formula).toMatch(/^=/);
});

it("speaks of no rank and blames nobody", () => {
  for (const sheet of pages)
    for (const words of texts(sheet)) expect(words.replace(/best quarter/gi, "")).not.toMatch(/\b(rank|worst|best|poor|failing)/i);
  expect(texts(pages[0]!).join(" ")).toContain("A mark is a question, not a judgement.");
});

it("gives every cell a style that the plan holds", () => {
  for (const sheet of pages) for (const row of sheet.rows) for (const { style } of row) expect(plan.styles[style]).toBeDefined();
});

it.each([
  [0.285, 0, "29%"],
  [0.0845, 1, "8.5%"],
  [1, 0, "100%"],
  [0.12345, 1, "12.3%"],
] as const)("writes %d with %d decimals as Excel does: %s", (value, decimals, shown) => expect(percentText(value, decimals)).toBe(shown));
