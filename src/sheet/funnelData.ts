import { limitsAt, type Funnel, type FunnelPoint, type Limits } from "../scorecard/funnel";
import { cellRef } from "./a1";
import type { AxisScale } from "./axisScale";
import type { Canvas } from "./canvas";
import { formula, number, text } from "./cells";
import { chartFrame, down, fixed, inColumn, notDrawn, shortNames } from "./charts";
import { comparator, dataCell, names } from "./names";
import type { Cell } from "./plan";

/** Points of each limit line; they lie closer together where the funnel is steep. */
const linePoints = 60;
/** Practices named beside their dot, at most; more would cover each other. */
const mostNames = 12;
/** Added to the order of a practice that lies below, so that those above come first. */
const below = 100_000;

/** Where the numbers behind a funnel stand on its sheet: rows and columns counted from 0. */
export interface FunnelData {
  readonly scale: { readonly x: AxisScale; readonly y: AxisScale };
  readonly lines: Block & { readonly n: number; readonly benchmark: number } & { readonly [limit in keyof Limits]: number };
  readonly practices: Block & Readonly<Record<"denominator" | "within" | "between" | "above" | "below", number>>;
  readonly names: Block & Readonly<Record<"count" | "label" | "denominator" | "above" | "below", number>>;
  readonly outside: Group;
  readonly between: Group;
  readonly shortName: (point: FunnelPoint) => string;
  readonly formulas: { readonly outsideCount: string; readonly drawnCount: string };
  readonly widths: readonly number[];
}

interface Block {
  readonly first: number;
  readonly last: number;
}

/** Practices in one band of the funnel: higher first, then lower, each by PCN and name. */
interface Group {
  readonly names: readonly FunnelPoint[];
  /** The k-th practice as it is listed, counted from 0, and its value. Empty where there is none. */
  readonly entry: (k: number) => { readonly name: Cell; readonly value: Cell };
  /** What stands below the list when there are more than fit. */
  readonly more: (shown: number) => Cell;
}

export const endOfLines = (scale: FunnelData["scale"]): number => scale.x.maximum;

const headRow = 3;
const first = 4;
const [linesAt, practicesAt, namesAt, betweenAt] = [14, 21, 33, 40];

/**
 * Lays the numbers behind a funnel beside it, as formulas over the Data and comparators' tables: a changed numerator moves its dot, a dot
 * that crosses a limit changes its shape, its colour and its place in the lists.
 */
export function layFunnelData(sheet: Canvas, funnel: Funnel, scale: FunnelData["scale"]): FunnelData {
  const { comparison, points, column } = funnel;
  const id = column.definition.id;
  const head = (row: number, from: number, titles: readonly string[]) =>
    titles.forEach((title, i) => sheet.put(row, from + i, text(title, i === 0 && row < headRow ? "chartText" : "chartData", "bold")));

  head(1, linesAt, ["Chart data"]);
  const key = { id: cellRef(2, linesAt), benchmark: cellRef(2, linesAt + 3), variance: cellRef(2, linesAt + 5) };
  sheet.put(2, linesAt, text(id, "chartData"));
  sheet.put(2, linesAt + 2, text("Benchmark", "chartData"));
  sheet.put(2, linesAt + 3, formula(`=${comparator("Benchmark", fixed(key.id))}`, comparison.benchmark.value, "chartPercent"));
  sheet.put(2, linesAt + 4, text("Tau squared", "chartData"));
  sheet.put(2, linesAt + 5, formula(`=${comparator("Tau squared", fixed(key.id))}`, comparison.betweenPracticeVariance, "chartData"));

  const lines = { first, last: first + linePoints - 1, n: 14, lower998: 15, lower95: 16, benchmark: 17, upper95: 18, upper998: 19 };
  head(headRow, linesAt, ["Patients", "Lower 99.8", "Lower 95", "Benchmark", "Upper 95", "Upper 99.8"]);
  layLines(sheet, funnel, scale, key, lines);

  const last = first + points.length - 1;
  const at = {
    order: 21,
    code: 22,
    name: 23,
    denominator: 24,
    value: 25,
    comparison: 26,
    within: 27,
    between: 28,
    above: 29,
    below: 30,
    outsideOrder: 31,
  };
  const practices = { first, last, ...at };
  const betweenOrder = betweenAt;
  head(headRow, practicesAt, [
    "Order",
    "Code",
    "Practice",
    "Patients",
    "Value",
    "Against",
    "Within",
    "Between",
    "Above",
    "Below",
    "Outside",
  ]);
  head(headRow, betweenOrder, ["In between"]);
  points.forEach((point, i) => layPractice(sheet, point, i, fixed(key.id), { ...at, betweenOrder }));

  const outsiders = inOrder(points, "much higher", "much lower");
  const betweeners = inOrder(points, "higher", "lower");
  const column_ = (which: number) => fixed(down(which, first, last));
  const found = (order: number, k: string) => `IFERROR(MATCH(SMALL(${column_(order)},${k}),${column_(order)},0),0)`;
  const count = Math.min(mostNames, outsiders.length + 3);
  const short = new Map(points.map((point, i) => [point, shortNames(points.map(({ practice }) => practice.name))[i]!]));
  const named = { order: namesAt, place: 34, label: 35, denominator: 36, above: 37, below: 38 };
  head(headRow, namesAt, ["Named", "Row", "Name", "Patients", "Above", "Below"]);
  const shortColumn = betweenOrder + 1;
  head(headRow, shortColumn, ["Short name"]);
  points.forEach((point, i) => sheet.put(first + i, shortColumn, text(short.get(point)!, "chartText")));
  for (let k = 0; k < count; k++) {
    const row = first + k;
    const point = outsiders[k];
    const place = inColumn(row, named.place);
    const of = (which: number) => `INDEX(${column_(which)},${place})`;
    const shown = (band: string) => (point?.band === band ? point.value : notDrawn);
    sheet.put(row, named.order, number(k + 1, "chartData"));
    sheet.put(
      row,
      named.place,
      formula(`=${found(at.outsideOrder, inColumn(row, named.order))}`, point ? points.indexOf(point) + 1 : 0, "chartData"),
    );
    sheet.put(row, named.label, formula(`=IF(${place}=0,"",${of(shortColumn)})`, point ? short.get(point)! : "", "chartText"));
    sheet.put(row, named.denominator, formula(`=IF(${place}=0,0,${of(at.denominator)})`, point?.denominator ?? 0, "chartCount"));
    for (const [where, column, band] of [
      ["above", at.above, "much higher"],
      ["below", at.below, "much lower"],
    ] as const)
      sheet.put(row, named[where], formula(`=IF(${place}=0,NA(),${of(column)})`, shown(band), "chartPercent"));
  }

  const group = (members: readonly FunnelPoint[], order: number): Group => ({
    names: members,
    entry: (k) => {
      const point = members[k];
      const place = found(order, String(k + 1));
      const band = `INDEX(${column_(at.comparison)},${place})`;
      const sign = `IF(${band}="much higher","▲▲",IF(${band}="much lower","▼▼",IF(${band}="higher","▲","▼")))`;
      const none = k === 0 ? "none" : "";
      return {
        name: formula(
          `=IF(${place}=0,"${none}",${sign}&"  "&INDEX(${column_(at.name)},${place}))`,
          point ? `${signOf(point)}  ${point.practice.name}` : none,
          "listed",
        ),
        value: formula(`=IF(${place}=0,"",INDEX(${column_(at.value)},${place}))`, point?.value ?? "", "listedPercent"),
      };
    },
    more: (shown) => {
      const rest = Math.max(0, members.length - shown);
      const all = `COUNT(${column_(order)})`;
      return formula(
        `=IF(${all}>${shown},"and "&${all}-${shown}&" more: see the Scorecard sheet","")`,
        rest > 0 ? `and ${rest} more: see the Scorecard sheet` : "",
        "panel",
      );
    },
  });

  return {
    scale,
    lines,
    practices,
    names: { first, last: first + count - 1, count, ...named },
    outside: group(outsiders, at.outsideOrder),
    between: group(betweeners, betweenOrder),
    shortName: (point) => short.get(point)!,
    formulas: {
      outsideCount: `COUNT(${column_(at.outsideOrder)})`,
      drawnCount: `COUNT(${fixed(`${cellRef(first, at.within)}:${cellRef(last, at.below)}`)})`,
    },
    widths: Array.from({ length: shortColumn - chartFrame.data + 1 }, (_, i) =>
      [at.name, named.label, shortColumn].includes(chartFrame.data + i) ? 140 : [20, 32, 39].includes(chartFrame.data + i) ? 20 : 64,
    ),
  };
}

const signs = { "much higher": "▲▲", higher: "▲", lower: "▼", "much lower": "▼▼", similar: "·" } as const;
const signOf = ({ band }: FunnelPoint): string => signs[band];

const inOrder = (points: readonly FunnelPoint[], ...bands: readonly FunnelPoint["band"][]): FunnelPoint[] =>
  bands.flatMap((wanted) => points.filter(({ band }) => band === wanted));

/** The limits at each size: the inverse of the arcsine transform behind z, whose angle stops at 0 and 90 degrees. */
function layLines(
  sheet: Canvas,
  { comparison, points }: Funnel,
  scale: FunnelData["scale"],
  key: { readonly benchmark: string; readonly variance: string },
  at: FunnelData["lines"],
): void {
  const smallest = Math.min(...points.map(({ denominator }) => denominator));
  const from = Math.max(1, Math.round(smallest * 0.8));
  const largest = endOfLines(scale);
  const [benchmark, variance] = [fixed(key.benchmark), fixed(key.variance)];
  for (let i = 0; i < linePoints; i++) {
    const row = at.first + i;
    const n = Math.round(from + (largest - from) * (i / (linePoints - 1)) ** 2);
    const limits = limitsAt(n, comparison);
    const limit = (sign: "-" | "+", z: string) =>
      `=SIN(MIN(PI()/2,MAX(0,ASIN(SQRT(${benchmark}))${sign}${z}*SQRT(1/(4*${inColumn(row, at.n)})+${variance}))))^2`;
    sheet.put(row, at.n, number(n, "chartCount"));
    sheet.put(row, at.lower998, formula(limit("-", names.z998), limits.lower998, "chartPercent"));
    sheet.put(row, at.lower95, formula(limit("-", names.z95), limits.lower95, "chartPercent"));
    sheet.put(row, at.benchmark, formula(`=${benchmark}`, comparison.benchmark.value, "chartPercent"));
    sheet.put(row, at.upper95, formula(limit("+", names.z95), limits.upper95, "chartPercent"));
    sheet.put(row, at.upper998, formula(limit("+", names.z998), limits.upper998, "chartPercent"));
  }
}

type PracticeColumns = Readonly<
  Record<
    | "order"
    | "code"
    | "name"
    | "denominator"
    | "value"
    | "comparison"
    | "within"
    | "between"
    | "above"
    | "below"
    | "outsideOrder"
    | "betweenOrder",
    number
  >
>;

/** One practice: looked up in the Data table, then put into the one column of its band; what is not drawn there is #N/A. */
function layPractice(sheet: Canvas, point: FunnelPoint, i: number, indicator: string, at: PracticeColumns): void {
  const row = first + i;
  const cell = (column: number) => inColumn(row, column);
  const { band, value, denominator, practice } = point;
  const look = (column: string) => dataCell(column, cell(at.code), indicator);
  const isBand = (...bands: readonly string[]) => {
    const tests = bands.map((wanted) => `${cell(at.comparison)}="${wanted}"`).join(",");
    return bands.length === 1 ? tests : `OR(${tests})`;
  };
  const drawn = (column: number, ...bands: readonly FunnelPoint["band"][]) =>
    sheet.put(
      row,
      column,
      formula(`=IF(${isBand(...bands)},${cell(at.value)},NA())`, bands.includes(band) ? value : notDrawn, "chartPercent"),
    );
  const order = (column: number, higher: FunnelPoint["band"], lower: FunnelPoint["band"]) =>
    sheet.put(
      row,
      column,
      formula(
        `=IF(${isBand(higher)},${cell(at.order)},IF(${isBand(lower)},${cell(at.order)}+${below},""))`,
        band === higher ? i + 1 : band === lower ? i + 1 + below : "",
        "chartData",
      ),
    );
  sheet.put(row, at.order, number(i + 1, "chartData"));
  sheet.put(row, at.code, text(practice.code, "chartText"));
  sheet.put(row, at.name, text(practice.name, "chartText"));
  sheet.put(row, at.denominator, formula(`=IFERROR(${look("Denominator")}+0,0)`, denominator, "chartCount"));
  sheet.put(row, at.value, formula(`=IFERROR(${look("Value")}+0,NA())`, value, "chartPercent"));
  sheet.put(row, at.comparison, formula(`=IFERROR(${look("Comparison")}&"","")`, band, "chartText"));
  drawn(at.within, "similar");
  drawn(at.between, "higher", "lower");
  drawn(at.above, "much higher");
  drawn(at.below, "much lower");
  order(at.outsideOrder, "much higher", "much lower");
  order(at.betweenOrder, "higher", "lower");
}
