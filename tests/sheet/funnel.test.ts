import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { limitsAt, funnelFor, funnelsFor } from "../../src/scorecard/funnel";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { parseArea } from "../../src/sheet/a1";
import { axisScale } from "../../src/sheet/axisScale";
import { shortNames } from "../../src/sheet/charts";
import { practiceColumns as at } from "../../src/sheet/funnelColumns";
import { layOutFunnel } from "../../src/sheet/funnelSheet";
import { placeLabels } from "../../src/sheet/labels";
import type { SheetPlan } from "../../src/sheet/plan";
import { styleOf } from "../../src/sheet/styles";
import { fitting, textWidth } from "../../src/sheet/textWidth";
import { num, oracle, worst } from "../oracles/read";

const data = illustrativeArea();
const model = buildScorecard(data, { spec, builtOn: "2026-11-22" });
/** The same practices judged by chance alone, so that many lie outside. */
const strict = buildScorecard(data, {
  spec: { ...spec, comparison: { ...spec.comparison, fewestPracticesForOverdispersion: 100 } },
  builtOn: "2026-11-22",
});
const sheetOf = (from: typeof model, id: string): SheetPlan => layOutFunnel(from, funnelFor(from, id)!, `Funnel ${id}`);
const printed = (sheet: SheetPlan) => sheet.rows.slice(0, 28).flatMap((row) => row.slice(0, 12));

describe("limits", () => {
  it("are FunnelPlotR's, got by inverting its transformation, with and without overdispersion", () => {
    for (const name of ["pr_33", "pr_33_trim0", "pr_33_with_0_and_100pct", "pr_no_overdispersion"]) {
      const rows = oracle(`fpr_${name}`);
      const summary = oracle("fpr_SUMMARY_phi_tau2").find((row) => row["file"] === name)!;
      const comparison = { benchmark: { value: num(summary, "target") }, betweenPracticeVariance: num(summary, "tau2") };
      const cases = rows.flatMap((row) => {
        const limits = limitsAt(num(row, "denominator"), comparison);
        return (
          [
            ["lower95", "inv95L"],
            ["upper95", "inv95U"],
            ["lower998", "inv998L"],
            ["upper998", "inv998U"],
          ] as const
        ).map(([ours, theirs]) => ({ got: limits[ours], want: num(row, theirs), at: `${name} ${row["group"]} ${theirs}` }));
      });
      expect(worst(cases)).toMatchObject({ distance: expect.closeTo(0, 6) as number });
    }
  });

  it("are half the chord of the angle about 50 %, by hand", () => {
    // sin²(π/4 ± d) = ½ ± ½ sin 2d, and with 100 patients d = 1.959964 / 20.
    expect(limitsAt(100, { benchmark: { value: 0.5 }, betweenPracticeVariance: 0 }).upper95).toBeCloseTo(
      0.5 + 0.5 * Math.sin(1.959963984540054 / 10),
      12,
    );
  });
});

it("puts each practice into the one column of its band, and nowhere else", () => {
  const { points } = funnelFor(strict, "HYP008")!;
  const { rows } = sheetOf(strict, "HYP008");
  const column = { similar: at.within, higher: at.between, lower: at.between, "much higher": at.above, "much lower": at.below } as const;
  points.forEach(({ band, value }, i) => {
    const cells = [at.within, at.between, at.above, at.below].map((each) => [each, rows[4 + i]![each]!.value]);
    expect(cells).toEqual(cells.map(([each]) => [each, each === column[band] ? value : "#N/A"]));
  });
  expect(points.filter(({ band }) => band === "much lower").length).toBeGreaterThan(3);
});

it("says in A1 how many lie outside, and names them above first, each by PCN and name", () => {
  const sheet = sheetOf(strict, "HYP008");
  const outside = funnelFor(strict, "HYP008")!.points.filter(({ band }) => band.startsWith("much"));
  expect(sheet.rows[0]![0]!.value).toBe(
    `Hypertension: blood pressure 140/90 or less, under 80: ${outside.length} of 33 practices lie outside the 99.8 % limits`,
  );
  const listed = sheet.rows.slice(4, 13).map((row) => String(row[10]!.value));
  const names = [
    ...outside.filter(({ band }) => band === "much higher").map(({ practice }) => `▲▲  ${practice.name}`),
    ...outside.filter(({ band }) => band === "much lower").map(({ practice }) => `▼▼  ${practice.name}`),
  ];
  expect(listed).toEqual(names.slice(0, 9));
  expect(sheet.rows[13]![10]!.value).toBe(`and ${names.length - 9} more: see the Scorecard sheet`);
});

it("says how the limits were adjusted", () => {
  expect(sheetOf(model, "HYP008").rows[1]![0]!.value).toMatch(
    /^HYP008, QOF achievement 2024-25\. Limits around England's 71 %, widened by the variation between practices/,
  );
  expect(sheetOf(strict, "HYP008").rows[1]![0]!.value).toMatch(/of chance alone; marks by the exact \(mid-P\) test/);
});

it("offers a funnel for every indicator with a benchmark, and for none without", () => {
  const shown = model.groups.flatMap((group) => group.indicators);
  expect(funnelsFor(model).map(({ column }) => column.definition.id)).toEqual(shown.map(({ definition }) => definition.id));
  const withoutEngland = buildScorecard({ ...data, comparators: [] }, { spec, builtOn: "2026-11-22" });
  // What the area returned itself is compared with the area.
  expect(
    funnelsFor(withoutEngland)
      .map(({ column }) => column.definition.id)
      .filter((id) => !/^local_|\.found$/.test(id)),
  ).toEqual([]);
  expect(funnelFor(model, "NOSUCH")).toBeNull();
});

it("holds every practice within the axes", () => {
  for (const { column, points } of funnelsFor(strict)) {
    const [chart] = sheetOf(strict, column.definition.id).charts!;
    const per = column.definition.measure === "perThousand" ? 1000 : 1;
    for (const { denominator, value: perPatient } of points) {
      const value = perPatient * per;
      expect(denominator).toBeLessThanOrEqual(chart!.x.scale!.maximum);
      expect(value).toBeGreaterThanOrEqual(chart!.y.scale!.minimum);
      expect(value).toBeLessThanOrEqual(chart!.y.scale!.maximum);
    }
  }
});

it("names single points only, in cells that are there, and says in words what it shows", () => {
  const sheet = sheetOf(strict, "HYP008");
  const [chart] = sheet.charts!;
  for (const { x, y, label, nameCell } of chart!.series) {
    const area = parseArea(y);
    expect(parseArea(x)).toMatchObject({ top: area.top, bottom: area.bottom });
    if (label) expect(area.top).toBe(area.bottom);
    for (const ref of [x, y, ...(nameCell === undefined ? [] : [nameCell])]) {
      const { top, left } = parseArea(ref);
      expect(left).toBeGreaterThanOrEqual(14);
      expect(sheet.rows[top]![left]!.value).not.toBeNull();
    }
  }
  expect(chart!.alternativeText).toMatch(/^Funnel plot of 33 practices .*Cressing Lode Surgery \(higher\)/);
});

it("cuts no printed text off", () => {
  for (const sheet of [sheetOf(model, "HYP008"), sheetOf(strict, "HYP"), sheetOf(strict, "COPD010")])
    sheet.rows.slice(0, 28).forEach((row, r) =>
      row.slice(0, 12).forEach((cell, column) => {
        if (typeof cell.value !== "string" || cell.value === "") return;
        const { size, bold } = styleOf(cell.style);
        let room = sheet.columnWidths[column]! - 3;
        for (let next = column + 1; next < 12 && (row[next]?.value ?? "") === ""; next++) room += sheet.columnWidths[next]!;
        if (textWidth(cell.value, size, bold) > room) throw new Error(`row ${r + 1}: "${cell.value}" does not fit`);
      }),
    );
});

it("uses neutral words, and no function that Excel 2010 has not", () => {
  const known = "ABS ASIN COUNT IF IFERROR INDEX LARGE LEFT MATCH MAX MIN NA OR PI RIGHT SIN SMALL SQRT".split(" ");
  const sheet = sheetOf(strict, "HYP008");
  const used = sheet.rows.flatMap((row) =>
    row.flatMap(({ formula = "" }) => [...formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z.]*)\(/g)].map((match) => match[1]!)),
  );
  expect([...new Set(used)].filter((name) => !known.includes(name))).toEqual([]);
  for (const { value } of printed(sheet)) expect(String(value)).not.toMatch(/\b(rank|worst|best|poor|failing|outlier)/i);
});

describe("axis scale", () => {
  it.each([
    [0, 1921, 5, { minimum: 0, maximum: 2000, unit: 500 }],
    [0.52, 0.87, 6, { minimum: 0.5, maximum: 0.9, unit: 0.1 }],
    [0.075, 0.252, 6, { minimum: 0.05, maximum: 0.3, unit: 0.05 }],
    [3, 3, 5, { minimum: 3 }],
  ])("from %p to %p in about %p steps", (least, most, steps, expected) => {
    expect(axisScale(least, most, steps)).toMatchObject(expected);
  });

  it("stays within the bounds of a proportion", () => {
    expect(axisScale(0.02, 0.99, 6, [0, 1])).toMatchObject({ minimum: 0, maximum: 1 });
  });
});

describe("names beside dots", () => {
  const plot = {
    width: 600,
    height: 400,
    beyond: 0,
    x: { minimum: 0, maximum: 100, unit: 20 },
    y: { minimum: 0, maximum: 100, unit: 20 },
  };
  const dot = (x: number, y: number) => ({ text: "Birchwater", x, y, positions: ["above", "right", "left", "below"] as const });

  it("take the preferred side where nothing is in the way", () => expect(placeLabels([dot(50, 50)], [], plot, 10)).toEqual(["above"]));
  it("stay clear of another dot", () => expect(placeLabels([dot(50, 50)], [{ x: 50, y: 54 }], plot, 10)).toEqual(["right"]));
  it("do not run out of the plot", () => expect(placeLabels([dot(99, 99)], [], plot, 10)).toEqual(["left"]));
  it("leave the kind of practice out, unless two would then be the same", () => {
    expect(shortNames(["The Rigg-Milner Medical Centre", "Dell Surgery", "Dell Practice"])).toEqual([
      "Rigg-Milner",
      "Dell Surgery",
      "Dell Practice",
    ]);
  });
  it("are cut between words", () => {
    expect(fitting("Peartree Surgery & West Horndon Medical Practice", 180, 10)).toBe("Peartree Surgery & West…");
  });
});
