import type { IndicatorDefinition } from "../indicators/definition";
import type { PracticeRow, ScorecardModel } from "../scorecard/model";
import { cellRef, columnName } from "./a1";
import { stripCells } from "./strip";
import { textWidth } from "./textWidth";

/** Where everything stands across a practice's page; columns count from 0. Beyond `last`, outside the print, stands what its formulas need. */
export interface PracticeFrame {
  readonly model: ScorecardModel;
  /** Index into the model's practices. */
  readonly index: number;
  readonly row: PracticeRow;
  readonly columns: {
    readonly name: number;
    readonly here: number;
    readonly interval: number;
    /** Both are null where no personalised care adjustments are loaded. */
    readonly allPatients: number | null;
    readonly excepted: number | null;
    readonly england: number;
    readonly area: number;
    /** First of fifteen. */
    readonly strip: number;
    readonly mark: number;
    readonly word: number;
  };
  readonly last: number;
  readonly aside: Readonly<Record<AsideColumn, number>>;
  readonly trend: Readonly<Record<(typeof trendColumns)[number], number>>;
  readonly widths: readonly number[];
  /** Width of the printed page in pixels. */
  readonly width: number;
  /** The cell that holds the practice's code, with dollar signs. */
  readonly code: string;
}

/** Beside the indicators: code, comparison and z as on Data, the cell of the dot, patients to the two targets, and what orders them. */
export const asideColumns = ["id", "comparison", "z", "cell", "toQuarter", "toBenchmark", "order"] as const;
/** Beside the trend: period, counts and value here, counts and value of the comparator, the two values that carry a name, and the source. */
export const trendColumns = ["period", "n", "d", "here", "englandN", "englandD", "england", "hereNamed", "englandNamed", "source"] as const;
export type AsideColumn = (typeof asideColumns)[number];

/** Row of the practice's code, beside the title block. */
export const codeRow = 1;

export function practiceFrame(model: ScorecardModel, index: number): PracticeFrame {
  const adjusted = hasAdjustments(model);
  const indicators = model.groups.flatMap((group) => group.indicators);
  const longest = Math.max(...indicators.map(({ definition }) => textWidth(pageName(definition), 10)));
  const widths = [Math.min(300, Math.max(adjusted ? 236 : 262, Math.ceil(longest) + 12)), 54, 104];
  const add = (...some: readonly number[]): number => widths.push(...some) - some.length;
  const allPatients = adjusted ? add(60) : null;
  const excepted = adjusted ? add(62) : null;
  const columns = {
    ...{ name: 0, here: 1, interval: 2, allPatients, excepted },
    england: add(60),
    area: add(68),
    strip: add(...Array.from({ length: stripCells }, () => (adjusted ? 14 : 15))),
    mark: add(44),
    word: add(98),
  };
  const last = widths.length - 1;
  const width = widths.reduce((sum, each) => sum + each, 0);
  add(24);
  const first = add(...trendColumns.map((name) => (name === "source" ? 200 : 66)));
  const aside = Object.fromEntries(asideColumns.map((name, i) => [name, first + i])) as PracticeFrame["aside"];
  const trend = Object.fromEntries(trendColumns.map((name, i) => [name, first + i])) as PracticeFrame["trend"];
  const code = `$${columnName(aside.id)}$${codeRow + 1}`;
  return { model, index, row: model.practices[index]!, columns, last, aside, trend, widths, width, code };
}

const hasAdjustments = (model: ScorecardModel): boolean =>
  model.groups.some((group) =>
    group.indicators.some(({ values }) => values.some((value) => value.kind === "value" && value.personalisedCareAdjustments !== null)),
  );

/** An indicator's name in one line of the page, under the heading of its group. */
export const pageName = ({ name, shortName }: IndicatorDefinition): string =>
  shortName ?? name.replace(/: prevalence on the QOF register$/, "");

/** Whether anything is compared at all: the comparator may not be in the files. */
export const isJudged = (model: ScorecardModel): boolean =>
  model.groups.some((group) => group.indicators.some(({ comparison }) => comparison !== null));

/** The area in a sentence: by its name where that is short. */
export const areaInWords = ({ area }: ScorecardModel): string => (textWidth(area.name, 10) <= 120 ? area.name : "the area");

/** A cell whose column stays, for formulas of one row. */
export const inRow = (row: number, column: number): string => `$${cellRef(row, column)}`;
