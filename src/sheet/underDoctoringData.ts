import type { Capacity, UnderDoctoring } from "../scorecard/underDoctoring";
import { cellRef } from "./a1";
import { axisScale, type AxisScale } from "./axisScale";
import type { Canvas } from "./canvas";
import { formula, number, text } from "./cells";
import { chartFrame, down, fixed, inColumn, notDrawn, shortNames } from "./charts";
import { dataCell, names } from "./names";
import { fitting } from "./textWidth";

/** A name as long as the column of names holds. */
export const listedName = ({ practice }: Capacity): string => fitting(practice.name, chartFrame.nameWidth, 10);

/** Practices listed as having the most patients per GP; those of them that stand apart are named beside their dot. */
export const mostListed = 8;

/** Where a practice's row of the table stands, and in which columns. */
export const tableColumns = { code: 0, name: 1, listSize: 3, fteGp: 4, ratio: 5, gap: 6, facts: 7 } as const;

/** What other parts of the sheet point to. Rows and columns counted from 0. */
export interface UnderDoctoringData {
  readonly scale: { readonly x: AxisScale; readonly y: AxisScale };
  readonly points: { readonly first: number; readonly last: number; readonly x: number; readonly y: number };
  readonly line: { readonly first: number; readonly last: number; readonly x: number; readonly y: number };
  /** The practices with most patients per GP, highest first; `shown` says which stand apart. */
  readonly highest: readonly { readonly practice: Capacity; readonly short: string; readonly isApart: boolean }[];
  readonly listed: { readonly first: number; readonly place: number; readonly label: number; readonly x: number; readonly y: number };
  readonly table: { readonly first: number; readonly last: number };
  /** The practices' names as they fit into a list, in the order of the table. */
  readonly names: string;
  /** Absolute references of one figure each. */
  readonly reference: string;
  readonly apartFrom: string;
  /** Null where too few practices have both figures. */
  readonly association: { readonly rho: string; readonly lower: string; readonly upper: string } | null;
  /** Formulas without "=". */
  readonly above: string;
  readonly withBoth: { readonly formula: string; readonly value: number };
  readonly column: (which: keyof typeof tableColumns) => string;
  readonly widths: readonly number[];
}

const first = 4;
const headRow = 3;
const at = { order: 14, name: 15, x: 16, ratio: 17, y: 18, xPair: 19, yPair: 20, xRank: 21, yRank: 22, highest: 23, short: 24 } as const;
const listed = { order: 26, place: 27, label: 28, x: 29, y: 30 } as const;
const facts = { words: 32, value: 33 } as const;
const line = { x: 35, y: 36 } as const;

/** Lays the numbers behind the picture beside it: formulas over the table of practices, which looks its figures up in the Data table. */
export function layUnderDoctoringData(sheet: Canvas, found: UnderDoctoring, table: UnderDoctoringData["table"]): UnderDoctoringData {
  const { practices, reference, association, against } = found;
  const last = first + practices.length - 1;
  const column = (which: keyof typeof tableColumns) => fixed(down(tableColumns[which], table.first, table.last));
  const own = (which: number) => fixed(down(which, first, last));
  const head = (row: number, from: number, titles: readonly string[]) =>
    titles.forEach((title, i) => sheet.put(row, from + i, text(title, "chartData", "bold")));
  sheet.put(1, at.order, text("Chart data", "chartText", "bold"));
  head(headRow, at.order, [
    "Order",
    "Practice",
    "Across",
    "Per GP",
    "Drawn",
    "Pair x",
    "Pair y",
    "Rank x",
    "Rank y",
    "Highest",
    "Short name",
  ]);
  head(headRow, listed.order, ["Listed", "Row", "Name", "Across", "Apart"]);
  head(headRow, line.x, ["Line x", "Line y"]);

  const short = shortNames(practices.map(({ practice }) => practice.name));
  const across = ({ deprivation, listSize }: Capacity) => (against === "deprivation" ? deprivation : listSize) ?? 0;
  const isDrawn = (practice: Capacity) => practice.patientsPerGp !== null && across(practice) > 0;
  const paired = practices.filter(isDrawn);
  const order = (k: number, practice: Capacity) => practice.patientsPerGp! - (k + 1) / 1_000_000;
  practices.forEach((practice, i) => {
    const row = first + i;
    const cell = (which: number) => inColumn(row, which);
    const tableRow = table.first + i;
    const drawn = isDrawn(practice);
    const isPair = `AND(ISNUMBER(${cell(at.y)}),${cell(at.x)}>0)`;
    const rank = (which: number) => {
      const ranked = (descending: 0 | 1) => `RANK(${cell(which)},${own(which)},${descending})`;
      return `=IF(${cell(which)}="","",(COUNT(${own(which)})+1+${ranked(1)}-${ranked(0)})/2)`;
    };
    sheet.put(row, at.order, number(i + 1, "chartData"));
    sheet.put(row, at.name, text(listedName(practice), "chartText"));
    const lookUp =
      against === "deprivation"
        ? `IFERROR(${dataCell("Value", inColumn(tableRow, tableColumns.code), '"deprivation"')}+0,0)`
        : `N(${inColumn(tableRow, tableColumns.listSize)})`;
    sheet.put(row, at.x, formula(`=${lookUp}`, across(practice), "chartCount"));
    sheet.put(row, at.ratio, formula(`=${inColumn(tableRow, tableColumns.ratio)}`, practice.patientsPerGp ?? "–", "chartCount"));
    sheet.put(
      row,
      at.y,
      formula(
        `=IF(AND(ISNUMBER(${cell(at.ratio)}),${cell(at.x)}>0),${cell(at.ratio)},NA())`,
        drawn ? practice.patientsPerGp! : notDrawn,
        "chartCount",
      ),
    );
    sheet.put(row, at.xPair, formula(`=IF(${isPair},${cell(at.x)},"")`, drawn ? across(practice) : "", "chartCount"));
    sheet.put(row, at.yPair, formula(`=IF(${isPair},${cell(at.y)},"")`, drawn ? practice.patientsPerGp! : "", "chartCount"));
    sheet.put(row, at.xRank, formula(rank(at.xPair), drawn ? averageRank(paired.map(across), across(practice)) : "", "chartData"));
    sheet.put(
      row,
      at.yRank,
      formula(
        rank(at.yPair),
        drawn
          ? averageRank(
              paired.map(({ patientsPerGp }) => patientsPerGp!),
              practice.patientsPerGp!,
            )
          : "",
        "chartData",
      ),
    );
    sheet.put(
      row,
      at.highest,
      formula(
        `=IF(ISNUMBER(${cell(at.ratio)}),${cell(at.ratio)}-${cell(at.order)}/1000000,"")`,
        practice.patientsPerGp === null ? "" : order(i, practice),
        "chartCount",
      ),
    );
    sheet.put(row, at.short, text(short[i]!, "chartText"));
  });

  const figure = (row: number, words: string, source: string, value: number | string) => {
    sheet.put(row, facts.words, text(words, "chartData"));
    sheet.put(row, facts.value, formula(source, value, "chartCount"));
    return fixed(cellRef(row, facts.value));
  };
  sheet.put(headRow, facts.words, text("Figures", "chartData", "bold"));
  const [lists, gps] = [column("listSize"), column("fteGp")];
  const both = (sum: string) => `SUMIFS(${sum},${lists},">0",${gps},">0")`;
  const areaCell = figure(first, "Area", `=${both(lists)}/${both(gps)}`, found.areaPatientsPerGp);
  sheet.put(first + 1, facts.words, text(reference.name, "chartData"));
  const isArea = reference.name !== "England";
  sheet.put(
    first + 1,
    facts.value,
    isArea ? formula(`=${areaCell}`, reference.patientsPerGp, "chartCount") : number(reference.patientsPerGp, "chartCount"),
  );
  const referenceCell = fixed(cellRef(first + 1, facts.value));
  const apartFrom = figure(first + 2, "Stands apart", `=1.5*MAX(${areaCell},${referenceCell})`, found.apartFrom);
  const figures = association === null ? null : layAssociation(association, own(at.xRank), own(at.yRank), figure);

  const highest = practices
    .flatMap((practice, i) => (practice.patientsPerGp === null ? [] : [{ practice, i }]))
    .sort((a, b) => order(b.i, b.practice) - order(a.i, a.practice))
    .slice(0, mostListed)
    .map(({ practice, i }) => ({ practice, i, short: short[i]!, isApart: practice.patientsPerGp! > found.apartFrom && isDrawn(practice) }));
  for (let k = 0; k < highest.length; k++) {
    const row = first + k;
    const entry = highest[k]!;
    const place = inColumn(row, listed.place);
    const of = (which: number) => `INDEX(${own(which)},${place})`;
    sheet.put(row, listed.order, number(k + 1, "chartData"));
    sheet.put(
      row,
      listed.place,
      formula(`=IFERROR(MATCH(LARGE(${own(at.highest)},${inColumn(row, listed.order)}),${own(at.highest)},0),0)`, entry.i + 1, "chartData"),
    );
    sheet.put(row, listed.label, formula(`=IF(${place}=0,"",${of(at.short)})`, entry.short, "chartText"));
    sheet.put(row, listed.x, formula(`=IF(${place}=0,0,${of(at.x)})`, across(entry.practice), "chartCount"));
    sheet.put(
      row,
      listed.y,
      formula(
        `=IF(${place}=0,NA(),IF(${of(at.ratio)}>${apartFrom},${of(at.y)},NA()))`,
        entry.isApart ? entry.practice.patientsPerGp! : notDrawn,
        "chartCount",
      ),
    );
  }

  const xs = paired.map(across);
  const scale = {
    x: against === "deprivation" ? axisScale(Math.min(...xs) * 0.98, Math.max(...xs) * 1.02, 5) : axisScale(0, Math.max(...xs) * 1.02, 5),
    y: axisScale(0, Math.max(reference.patientsPerGp, ...paired.map(({ patientsPerGp }) => patientsPerGp!)) * 1.04, 8),
  };
  const labelAt = scale.x.maximum - (scale.x.maximum - scale.x.minimum) * 0.08;
  [scale.x.minimum, labelAt, scale.x.maximum].forEach((x, i) => {
    sheet.put(first + i, line.x, number(x, "chartCount"));
    sheet.put(first + i, line.y, formula(`=${referenceCell}`, reference.patientsPerGp, "chartCount"));
  });

  return {
    scale,
    points: { first, last, x: at.x, y: at.y },
    line: { first, last: first + 2, ...line },
    highest,
    listed: { first, ...listed },
    table,
    names: own(at.name),
    reference: referenceCell,
    apartFrom,
    association: figures,
    above: `COUNTIF(${column("ratio")},">"&${referenceCell})`,
    withBoth: { formula: `COUNT(${column("ratio")})`, value: practices.filter(({ patientsPerGp }) => patientsPerGp !== null).length },
    column,
    widths: Array.from({ length: line.y - chartFrame.data + 1 }, (_, i) =>
      ([at.name, at.short, listed.label] as number[]).includes(chartFrame.data + i)
        ? 140
        : [25, 31, 34].includes(chartFrame.data + i)
          ? 20
          : 64,
    ),
  };
}

/** Spearman's rho as the correlation of average ranks, and its limits on Fisher's scale, whose variance for ranks is 1.06 / (n - 3). */
function layAssociation(
  { rho, lower, upper }: NonNullable<UnderDoctoring["association"]>,
  xRanks: string,
  yRanks: string,
  figure: (row: number, words: string, source: string, value: number | string) => string,
) {
  const cell = figure(first + 3, "Rho", `=IFERROR(CORREL(${xRanks},${yRanks}),"–")`, rho);
  const limit = (sign: "-" | "+") => `=IFERROR(TANH(ATANH(${cell})${sign}${names.z95}*SQRT(1.06/(COUNT(${xRanks})-3))),${cell})`;
  return {
    rho: cell,
    lower: figure(first + 4, "Lower 95", limit("-"), lower),
    upper: figure(first + 5, "Upper 95", limit("+"), upper),
  };
}

/** Rank from the lowest; equal values share the mean of theirs. */
function averageRank(values: readonly number[], value: number): number {
  const lower = values.filter((other) => other < value).length;
  return lower + (values.filter((other) => other === value).length + 1) / 2;
}
