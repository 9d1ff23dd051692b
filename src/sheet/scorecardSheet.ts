import type { ScorecardModel } from "../scorecard/model";
import { areaRef } from "./a1";
import { blank, text } from "./cells";
import { conditionalFormats } from "./conditionalFormats";
import { footerOf } from "./dataSheet";
import { footLines, footRows } from "./foot";
import { periodLabel } from "../reference/period";
import { keptNotes, noNotes, type OfficerNotes } from "./officerNotes";
import type { Cell, SheetPlan } from "./plan";
import { scorecardColumns, shortId, type Column, type Frame, type Place } from "./scorecardColumns";
import { colour, shownAs, styleKey, type BaseStyle, type Modifier } from "./styles";
import { tiles, titleOf, titleSize } from "./tiles";
import { textWidth } from "./textWidth";

const rowsAbove = {
  title: 0,
  sources: 1,
  notice: 2,
  gap: 3,
  groups: 4,
  heads: 5,
  directions: 6,
  england: 7,
  area: 8,
  space: 9,
  codes: 10,
  first: 11,
} as const;

/** The front sheet: a row per practice, every number looked up in the Data table, nothing ranked. */
export function layOutScorecard(model: ScorecardModel, name: string, notes: OfficerNotes = noNotes): SheetPlan {
  const columns = scorecardColumns(model, notes);
  const last = rowsAbove.first + model.practices.length - 1;
  const frame: Frame = { codes: rowsAbove.codes, first: rowsAbove.first, last, england: rowsAbove.england, area: rowsAbove.area };
  const columnOf = (code: string) => columns.findIndex((column) => column.code === code);
  const at = (row: number, column: number): Place => ({ row, column, frame, columnOf });
  const startsGroup = columns.map((column, i) => column.group !== undefined && i > 0);
  const ruled = (cell: Cell, i: number, ...extra: readonly Modifier[]): Cell => {
    const [base, ...own] = cell.style.split("+");
    return { ...cell, style: styleKey(base as BaseStyle, ...(own as Modifier[]), ...extra, startsGroup[i] && "left") };
  };

  const grid: Cell[][] = [
    ...titleRows(model, columns, at(0, 0)),
    columns.map(() => blank()),
    groupRow(columns),
    columns.map((column, i) =>
      ruled(text(column.head, i > 0 && startsGroup[i] && column.headStyle === "headLeft" ? "headIndented" : column.headStyle), i),
    ),
    columns.map((column, i) =>
      ruled(
        i === 1
          ? text("hoped-for direction", "direction")
          : text(column.direction ?? "", column.indicator ? "directionIndented" : "direction"),
        i,
      ),
    ),
    columns.map((column, i) => withPale(column.england(at(rowsAbove.england, i)))),
    columns.map((column, i) => withPale(column.area(at(rowsAbove.area, i)))),
    columns.map(() => blank()),
    columns.map(codeCell),
    ...model.practices.map((practice, r) =>
      columns.map((column, i) => ruled(column.practice(practice, r, at(rowsAbove.first + r, i)), i, "hair")),
    ),
    columns.map(() => blank("empty", "blueAbove")),
  ];
  const footTop = grid.length;
  grid.push(...footLines(model, columns, frame));
  grid.push(...keptNotes(notes, new Set(model.practices.map(({ practice }) => practice.code)), columnOf, columns.length));

  const lastColumn = columns.length - 1;
  return {
    key: "scorecard",
    name,
    rows: grid,
    columnWidths: columns.map((column) => column.width),
    rowHeights: {
      ...{ 0: 31, 1: 28, 2: 17, 3: 10, 4: 19, 5: 46, 6: 15, 7: 18, 8: 18, 9: 5, 10: 17 },
      ...Object.fromEntries(model.practices.map((_, r) => [rowsAbove.first + r, practiceHeight(columns, model.practices.length)])),
      [last + 1]: 10,
      ...Object.fromEntries(Array.from({ length: footRows }, (_, r) => [footTop + r, 16])),
    },
    defaultRowHeight: 16,
    merges: columns.flatMap((column, i) =>
      column.indicator?.part === "value" ? [areaRef(rowsAbove.heads, i, rowsAbove.heads, i + 1)] : [],
    ),
    freeze: { rows: rowsAbove.first, columns: 2 },
    gridlines: false,
    tabColour: colour.blue,
    zoom: 85,
    tables: [],
    autoFilter: areaRef(rowsAbove.codes, 0, last, lastColumn),
    conditionalFormats: conditionalFormats(columns, rowsAbove.first, last),
    print: {
      paper: "A3",
      orientation: "landscape",
      area: areaRef(0, 0, grid.length - 1, lastColumn),
      titleRows: `${rowsAbove.groups + 1}:${rowsAbove.codes + 1}`,
      fitWide: 1,
      fitTall: 0,
      margins: { left: 0.3, right: 0.3, top: 0.4, bottom: 0.45 },
      footer: footerOf(model),
    },
  };
}

/** An id may be wider than its column: formulas look up the whole of it, its short form is shown. */
function codeCell({ code, codeStyle }: Column): Cell {
  const cell = text(code, codeStyle, "ruleBelow");
  return shortId(code) === code ? cell : { ...cell, style: shownAs(cell.style, shortId(code)) };
}

/** A3 landscape between the margins, in points. */
const paper = { width: (16.54 - 0.6) * 72, height: (11.69 - 0.85) * 72 };
/** Points of everything on the sheet that is no practice. */
const otherRows = 31 + 28 + 17 + 10 + 19 + 46 + 15 + 18 + 18 + 5 + 17 + 10 + footRows * 16;

/** Rows take up what one printed page leaves free, within what still reads as a table; a card that needs two pages has none to spare. */
function practiceHeight(columns: readonly Column[], practices: number): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0) * 0.75;
  const room = paper.height / Math.min(1, paper.width / width) - otherRows;
  return Math.min(24, Math.max(20, Math.floor(((room / practices) * 0.98 - 0.2) * 2) / 2));
}

const withPale = (cell: Cell): Cell => {
  const [base, ...own] = cell.style.split("+");
  return { ...cell, style: styleKey(base as BaseStyle, ...(own as Modifier[]), "pale") };
};

/** Title, sources and notice on the left; the tiles share these rows with them, which saves frozen height. */
function titleRows(model: ScorecardModel, columns: readonly Column[], origin: Place): Cell[][] {
  const grid = [0, 1, 2].map((row) => columns.map(() => (row === 0 ? blank("empty", "thickAbove") : blank())));
  const put = (row: number, column: number, cell: Cell) => {
    const [base, ...own] = cell.style.split("+");
    grid[row]![column] = row === 0 ? { ...cell, style: styleKey(base as BaseStyle, ...(own as Modifier[]), "thickAbove") } : cell;
  };
  const placed = tiles(model, columns, origin);
  const room = columns.slice(0, placed[0]?.column ?? columns.length).reduce((sum, column) => sum + column.width, 0) - 20;
  put(rowsAbove.title, 0, text(titleOf(model), titleSize(model) === 24 ? "title" : "longTitle"));
  put(rowsAbove.sources, 0, text(fitting(shortSources(model), room), "context"));
  const built = `Compared with ${model.comparator}. Built ${periodLabel(model.builtOn)}.`;
  put(rowsAbove.notice, 0, model.illustrative ? text("Illustrative data: made-up practices", "notice") : text(built, "context"));
  if (model.illustrative)
    put(
      rowsAbove.notice,
      columns.findIndex((column) => column.code === "list"),
      text(built, "context"),
    );
  for (const tile of placed) tile.cells.forEach((cell, row) => put(row, tile.column, cell));
  return grid;
}

function groupRow(columns: readonly Column[]): Cell[] {
  return columns.map((column, i) => {
    if (column.group === undefined) return blank("group", "blueBelow");
    return i === 0 ? text(column.group, "group", "blueBelow") : text(column.group, "groupIndented", "blueBelow", "left");
  });
}

/** The sources in a few words: QOF's two files of one year are one; all of them stand in full at the foot. */
const shortSources = (model: ScorecardModel): string[] => [
  ...new Set(model.sources.map(({ name, period }) => `${name.startsWith("QOF") ? "QOF" : name} ${periodLabel(period)}`)),
];

/** As many of the phrases as stand in one line of this width. */
const fitting = (phrases: readonly string[], room: number): string => {
  const line = (n: number) => phrases.slice(0, n).join(" · ");
  let n = phrases.length;
  while (n > 1 && textWidth(line(n), 9.5) > room) n--;
  return line(n);
};
