import type { ScorecardModel } from "../scorecard/model";
import { cellRef, columnName } from "./a1";
import { formula, text } from "./cells";
import { countMarks } from "./counting";
import type { Cell } from "./plan";
import type { Column, Place } from "./scorecardColumns";
import { textWidth } from "./textWidth";

interface Tile {
  readonly label: string;
  readonly number: Cell;
  readonly context: string;
}

/**
 * The headlines beside the title: label, number, context in rows 1 to 3. Numbers are text, because only text runs on over empty
 * neighbours; a number in a narrow cell would turn into hash signs.
 */
export function tiles(
  model: ScorecardModel,
  columns: readonly Column[],
  { frame, columnOf }: Place,
): { readonly column: number; readonly cells: readonly Cell[] }[] {
  const all = [
    patients(model, frame, columnOf),
    perGp(model, frame, columnOf),
    cqc(model, frame, columnOf),
    ...marks(model, columns, frame),
  ].filter((tile) => tile !== null);
  const edges = columns.map((_, i) => columns.slice(0, i).reduce((sum, column) => sum + column.width, 0));
  const width = edges.at(-1)! + columns.at(-1)!.width;
  const start = Math.max(textWidth(titleOf(model), titleSize(model), true) + 24, 560);
  const step = (width - start) / all.length;
  const taken = new Set<number>();
  return all.flatMap(({ label, number, context }, k) => {
    const column = edges.findIndex((edge, i) => edge >= start + k * step - 30 && columns[i]!.indicator?.part !== "mark" && !taken.has(i));
    if (column < 0) return [];
    taken.add(column);
    return [
      {
        column,
        cells: [text(label, "tileLabel", "left"), { ...number, style: `${number.style}+left` }, text(context, "tileContext", "left")],
      },
    ];
  });
}

export const titleOf = (model: ScorecardModel): string => `General practice scorecard: ${model.area.name}`;

/** An ICB's full name leaves no room for the tiles at the usual size. */
export const titleSize = (model: ScorecardModel): 24 | 18 => (titleOf(model).length > 44 ? 18 : 24);

const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");
const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

type Frame = Place["frame"];
const range = (frame: Frame, column: number): string => `${columnName(column)}${frame.first + 1}:${columnName(column)}${frame.last + 1}`;

function patients(model: ScorecardModel, frame: Frame, columnOf: Place["columnOf"]): Tile {
  const pcns = new Set(model.practices.map(({ practice }) => practice.pcnCode ?? practice.pcnName).filter(Boolean)).size;
  const sum = model.practices.reduce((total, row) => total + (row.listSize?.value ?? 0), 0);
  return {
    label: "Registered patients",
    number: formula(`=TEXT(SUM(${range(frame, columnOf("list"))}),"#,##0")`, thousands(sum), "tileNumber"),
    context: plural(model.practices.length, "practice") + (pcns > 0 ? ` in ${plural(pcns, "PCN")}` : ""),
  };
}

function perGp(model: ScorecardModel, frame: Frame, columnOf: Place["columnOf"]): Tile | null {
  const both = model.practices.filter((row) => row.listSize && row.fteGp && row.fteGp.value > 0);
  if (both.length === 0) return null;
  const here = both.reduce((sum, row) => sum + row.listSize!.value, 0) / both.reduce((sum, row) => sum + row.fteGp!.value, 0);
  const england = model.benchmarkPatientsPerGp;
  const difference = england === null ? 0 : Math.round((here / england - 1) * 100);
  const more = difference === 0 ? "the same here" : `${Math.abs(difference)}% ${difference > 0 ? "more" : "fewer"} here`;
  return {
    label: "Patients per FTE GP",
    number: formula(`=IFERROR(TEXT(${cellRef(frame.area, columnOf("list÷FTE"))},"#,##0"),"–")`, thousands(here), "tileNumber"),
    context:
      england === null
        ? `${both.length} of ${plural(model.practices.length, "practice")} with both figures`
        : `England ${thousands(england)} · ${more}`,
  };
}

function cqc(model: ScorecardModel, frame: Frame, columnOf: Place["columnOf"]): Tile | null {
  const column = columnOf("rating");
  if (column < 0) return null;
  const ratings = model.practices.flatMap((row) => (row.cqcOverall ? [row.cqcOverall.value] : []));
  const n = (rating: string) => ratings.filter((each) => each === rating).length;
  const cells = range(frame, column);
  const words = ["Outstanding", "Good", "Req. improvement", "Inadequate"];
  const count = (some: readonly string[]) => some.map((rating) => `COUNTIF(${cells},"${rating}")`).join("+");
  return {
    label: "CQC: good or outstanding",
    number: formula(
      `=(${count(words.slice(0, 2))})&" of "&(${count(words)})`,
      `${n("Outstanding") + n("Good")} of ${ratings.length}`,
      "tileNumber",
    ),
    context: `${plural(n("Requires improvement"), "requires improvement", "require improvement")} · ${n("Inadequate")} inadequate${
      ratings.length < model.practices.length ? ` · ${model.practices.length - ratings.length} unrated` : ""
    }`,
  };
}

function marks(model: ScorecardModel, columns: readonly Column[], frame: Frame): Tile[] {
  const { far, tested, notShown, all, tooFew } = countMarks(model, columns, frame);
  const chance = Math.round(tested.value * 0.002);
  const others = notShown.value - tooFew;
  return [
    {
      label: "Far outside chance (▲▲ ▼▼)",
      number: formula(`=(${far.formula})&" of "&(${tested.formula})`, `${far.value} of ${tested.value}`, "tileNumber"),
      context: `about ${chance} expected by chance alone`,
    },
    {
      label: "Values not shown",
      number: formula(`=(${notShown.formula})&" of ${all}"`, `${notShown.value} of ${all}`, "tileNumber"),
      context: notShown.value === 0 ? "every value is shown" : `${tooFew} too few · ${others} not published`,
    },
  ];
}
