import type { IndicatorColumn, PracticeRow, ScorecardModel } from "../scorecard/model";
import { cellRef, columnName } from "./a1";
import { blank, formula, number, text } from "./cells";
import { comparisonOf, markOf } from "./marks";
import { comparator, dataCell, tables } from "./names";
import { noNotes, noteColumns, type OfficerNotes } from "./officerNotes";
import type { Cell } from "./plan";
import { serialOf } from "./serial";
import type { BaseStyle } from "./styles";
import { textWidth } from "./textWidth";
import { valueFormat } from "./valueFormat";

/** Where the bands of rows stand on the sheet, counted from 0. */
export interface Frame {
  readonly codes: number;
  readonly first: number;
  readonly last: number;
  readonly england: number;
  readonly area: number;
}

/** One column of the scorecard: its width, what stands above the practices, and its cell for each of them. */
export interface Column {
  readonly width: number;
  /** Name of the group that begins with this column. */
  readonly group?: string;
  readonly head: string;
  readonly headStyle: BaseStyle;
  /** Hoped-for direction, for indicators. */
  readonly direction?: string;
  readonly code: string;
  readonly codeStyle: BaseStyle;
  readonly england: (at: Place) => Cell;
  readonly area: (at: Place) => Cell;
  readonly practice: (row: PracticeRow, index: number, at: Place) => Cell;
  /** For the two columns of an indicator. */
  readonly indicator?: { readonly column: IndicatorColumn; readonly part: "value" | "mark" };
}

/** Where a cell stands, and what its formula may point to. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly frame: Frame;
  readonly columnOf: (code: string) => number;
}

const dash = "–";
const markWidth = 31;
const none = () => blank();
const practiceCode = (at: Place) => `$A${at.row + 1}`;
const codeAbove = (at: Place, offset = 0) => `${columnName(at.column + offset)}$${at.frame.codes + 1}`;
const body = (at: Place, code: string) => {
  const column = columnName(at.columnOf(code));
  return `${column}$${at.frame.first + 1}:${column}$${at.frame.last + 1}`;
};
const here = (at: Place, code: string) => cellRef(at.row, at.columnOf(code));

/** Width that holds the longest of these names, within bounds. */
const fit = (names: readonly string[], size: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.ceil(Math.max(0, ...names.map((name) => textWidth(name, size, true))) + 12)));

export function scorecardColumns(model: ScorecardModel, notes: OfficerNotes = noNotes): Column[] {
  const practices = model.practices.map(({ practice }) => practice);
  const hasPcn = practices.some(({ pcnName }) => pcnName);
  return [
    {
      ...plain("Code", "code", 50, "headLeft", "filterLeft"),
      group: "Practice",
      practice: ({ practice }) => text(practice.code, "code"),
    },
    {
      ...plain("Practice", "name", fit([...practices.map(({ name }) => name), model.area.name], 10.5, 140, 290), "headLeft", "filterLeft"),
      england: () => text(model.reference, "name", "bold"),
      area: () => text(model.area.name, "name", "bold"),
      practice: ({ practice }) => text(practice.name, "name"),
    },
    ...(hasPcn ? [pcnColumn(model)] : []),
    ...capacityColumns(model),
    ...cqcColumns(model),
    ...deprivationColumn(model),
    ...model.groups.flatMap((group) =>
      group.indicators.flatMap((column, i) => indicatorColumns(model, column, i === 0 ? groupHeading(group, model) : undefined)),
    ),
    ...participationColumn(model),
    {
      ...plain("Notes", noteColumns.notes, 108, "headIndented", "filterIndented"),
      group: "For the officer",
      practice: ({ practice }) => written(notes.get(practice.code)?.notes),
    },
    {
      ...plain("Action agreed", noteColumns.action, 112, "headIndented", "filterIndented"),
      practice: ({ practice }) => written(notes.get(practice.code)?.action),
    },
  ];
}

/** With its comparator where the whole group has one of its own. */
const groupHeading = ({ heading, indicators }: ScorecardModel["groups"][number], model: ScorecardModel): string =>
  indicators.every(({ against }) => against[0] !== model.against[0]) ? `${heading}, against ${indicators[0]?.against[0]}` : heading;

const written = (words: string | undefined): Cell => (words ? text(words, "note") : blank("note"));

const plain = (head: string, code: string, width: number, headStyle: BaseStyle, codeStyle: BaseStyle) => ({
  head,
  code,
  width,
  headStyle,
  codeStyle,
  england: none,
  area: none,
});

/** "Tilbury and Chadwell PCN" says PCN once too often in a column of that name. */
const pcnShort = (name: string | undefined): string => (name ?? dash).replace(/\s+(PCN|Primary Care Network)$/i, "");

const pcnColumn = (model: ScorecardModel): Column => ({
  ...plain(
    "PCN",
    "PCN",
    fit(
      model.practices.map(({ practice }) => pcnShort(practice.pcnName)),
      9,
      74,
      150,
    ),
    "headLeft",
    "filterLeft",
  ),
  practice: ({ practice }) => text(pcnShort(practice.pcnName), "pcn"),
});

function capacityColumns(model: ScorecardModel): Column[] {
  const lookUp = (measure: string, found: number | undefined, style: BaseStyle, at: Place) => {
    const value = dataCell("Value", practiceCode(at), `"${measure}"`);
    return formula(`=IFERROR(IF(${value}="","${dash}",${value}),"${dash}")`, found ?? dash, style);
  };
  const sum = (values: readonly (number | undefined)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const both = model.practices.filter((row) => row.listSize && row.listSize.value > 0 && row.fteGp && row.fteGp.value > 0);
  const fte = sum(both.map((row) => row.fteGp!.value));
  const [list, gp] = ["list", "FTE"];
  const england = model.benchmarkPatientsPerGp;
  return [
    {
      ...plain("List size", list, 60, "headRight", "filterRight"),
      group: "Capacity",
      area: (at) => formula(`=SUM(${body(at, list)})`, sum(model.practices.map((row) => row.listSize?.value)), "count", "bold"),
      practice: (row, _, at) => lookUp("list_size", row.listSize?.value, "count", at),
    },
    {
      ...plain("FTE\nGPs", gp, 48, "headRight", "filterRight"),
      area: (at) => {
        const total = sum(model.practices.map((row) => row.fteGp?.value));
        return formula(
          `=IF(COUNT(${body(at, gp)})>0,SUM(${body(at, gp)}),"${dash}")`,
          model.practices.some((row) => row.fteGp) ? total : dash,
          "fte",
          "bold",
        );
      },
      practice: (row, _, at) => lookUp("gp_fte", row.fteGp?.value, "fte", at),
    },
    {
      ...plain("Patients\nper FTE\nGP", "list÷FTE", 62, "headRight", "filterRight"),
      england: () => (england === null ? blank("ratio") : number(england, "ratio", "bold")),
      area: (at) =>
        formula(
          `=IFERROR(SUMIFS(${body(at, list)},${body(at, gp)},">0",${body(at, list)},">0")/SUMIFS(${body(at, gp)},${body(at, gp)},">0",${body(at, list)},">0"),"${dash}")`,
          fte > 0 ? sum(both.map((row) => row.listSize!.value)) / fte : dash,
          "ratio",
          "bold",
        ),
      practice: ({ listSize, fteGp }, _, at) =>
        formula(
          `=IFERROR(IF(AND(N(${here(at, list)})>0,N(${here(at, gp)})>0),${here(at, list)}/${here(at, gp)},"${dash}"),"${dash}")`,
          listSize && fteGp && listSize.value > 0 && fteGp.value > 0 ? listSize.value / fteGp.value : dash,
          "ratio",
        ),
    },
  ];
}

function cqcColumns(model: ScorecardModel): Column[] {
  if (model.practices.every((row) => !row.cqcOverall)) return [];
  const value = (at: Place) => dataCell("Value", practiceCode(at), '"cqc_overall"');
  const unrated = (at: Place) => dataCell("Not available because", practiceCode(at), '"cqc_overall"');
  return [
    {
      ...plain("CQC overall", "rating", 122, "headIndented", "filterIndented"),
      group: "CQC and deprivation",
      practice: (row, _, at) =>
        formula(
          `=IFERROR(IF(${value(at)}="",IF(${unrated(at)}="","${dash}","${notRated}"),SUBSTITUTE(${value(at)},"Requires","Req.")),"${dash}")`,
          row.cqcOverall?.value.replace("Requires", "Req.") ?? (row.cqcNotRated ? notRated : dash),
          "label",
        ),
    },
    {
      ...plain("CQC\ndate", "date", 54, "headLeft", "filterLeft"),
      practice: (row, _, at) => {
        const period = dataCell("Period", practiceCode(at), '"cqc_overall"');
        return formula(
          `=IFERROR(DATE(LEFT(${period},4),MID(${period},6,2),RIGHT(${period},2)),"${dash}")`,
          row.cqcOverall ? serialOf(row.cqcOverall.period) : dash,
          "month",
        );
      },
    },
  ];
}

export const notRated = "Not rated";

/** Whether there is a patient participation group, where the area returned it. */
function participationColumn(model: ScorecardModel): Column[] {
  if (model.practices.every((row) => !row.participationGroup)) return [];
  return [
    {
      ...plain("Patient\ngroup", "PPG", 54, "headIndented", "filterIndented"),
      practice: (row, _, at) =>
        formula(
          `=IFERROR(${dataCell("Value", practiceCode(at), '"local_ppg"')}&"","${dash}")`,
          row.participationGroup?.value ?? dash,
          "label",
        ),
    },
  ];
}

function deprivationColumn(model: ScorecardModel): Column[] {
  if (model.practices.every((row) => !row.deprivation)) return [];
  return [
    {
      ...plain("Depri-\nvation\n(IMD)", "IMD", 52, "headRight", "filterRight"),
      practice: (row, _, at) =>
        formula(`=IFERROR(${dataCell("Value", practiceCode(at), '"deprivation"')}+0,"${dash}")`, row.deprivation?.value ?? dash, "score"),
    },
  ];
}

/** What is shown of an id above its column: the publication stands in the group's heading. */
export const shortId = (id: string): string => id.replace(/^(local|gpps|appointments)_/, "");

function indicatorColumns(model: ScorecardModel, column: IndicatorColumn, group: string | undefined): Column[] {
  const { definition, reference, area } = column;
  const { card: style, per } = valueFormat(definition);
  const usual = style === "percent" ? 43 : 46;
  const width = Math.max(usual, Math.ceil(textWidth(shortId(definition.id), 7)) + 6);
  const smallest = model.spec.comparison.smallestDenominator;
  const hidden = (mark: string) => mark === dash || mark === markOf("too few to say", smallest);
  const marks = column.values.map((value) => markOf(comparisonOf(value), smallest));
  const direction = { higher: "higher", lower: "lower", neither: "either" }[definition.polarity];
  return [
    {
      ...plain(definition.heading, definition.id, width, "headLeft", "filterRight"),
      ...(group === undefined ? {} : { group }),
      direction,
      indicator: { column, part: "value" },
      england: (at) =>
        formula(`=IFERROR(${comparator("Benchmark", codeAbove(at))},"")`, reference ? reference.value * per : "", style, "bold"),
      area: (at) => {
        const total = (column: string) =>
          `SUMIFS(${tables.data}[${column}],${tables.data}[Indicator],${codeAbove(at)},${tables.data}[Numerator],">=0",${tables.data}[Denominator],">0")`;
        return formula(
          `=IFERROR(${total("Numerator")}/${total("Denominator")}${per === 1 ? "" : `*${per}`},"")`,
          area ? area.value * per : "",
          style,
          "bold",
        );
      },
      practice: (_, i, at) => {
        const value = column.values[i]!;
        const mark = cellRef(at.row, at.column + 1);
        return formula(
          `=IF(OR(${mark}="${dash}",${mark}="${markOf("too few to say", smallest)}"),"",IFERROR(${dataCell("Value", practiceCode(at), codeAbove(at))},""))`,
          value.kind !== "missing" && !hidden(marks[i]!) ? value.value * per : "",
          style,
        );
      },
    },
    {
      // Never empty: by this sign a column of marks is known as ours, and not as one that an officer added.
      ...plain("", "±", markWidth, "headLeft", "filterLeft"),
      indicator: { column, part: "mark" },
      practice: (_, i, at) =>
        formula(
          `=IFERROR(INDEX(${tables.marks}[Mark],MATCH(${dataCell("Comparison", practiceCode(at), codeAbove(at, -1))},${tables.marks}[Band],0))&"","${dash}")`,
          marks[i]!,
          "mark",
        ),
    },
    ...(definition.kind === "caseFinding" && hasRoomForGaps(model) ? [notYetFoundColumn(column, hidden, marks)] : []),
  ];
}

/** With more indicators than this a further column of numbers makes the print too small to read. */
const mostWithGaps = 16;

const hasRoomForGaps = ({ groups }: ScorecardModel): boolean =>
  groups.reduce((sum, { indicators }) => sum + indicators.length, 0) <= mostWithGaps;

/** Beside found ÷ expected, in patients: how many are still to be found, 0 where more were found than an estimate expects. */
function notYetFoundColumn({ definition, values }: IndicatorColumn, hidden: (mark: string) => boolean, marks: readonly string[]): Column {
  const gaps = values.map((value, i) =>
    value.kind === "value" && !hidden(marks[i]!) ? Math.max(0, value.denominator - value.numerator) : null,
  );
  const code = `${definition.id.split(".")[0]} gap`;
  return {
    ...plain("Not yet\nfound", code, 52, "headLeft", "filterLeft"),
    area: (at) =>
      formula(
        `=SUM(${body(at, code)})`,
        gaps.reduce<number>((sum, gap) => sum + (gap ?? 0), 0),
        "ratio",
        "bold",
      ),
    practice: (_, i, at) => {
      const count = (name: string) => dataCell(name, practiceCode(at), codeAbove(at, -2));
      return formula(
        `=IF(${cellRef(at.row, at.column - 2)}="","",MAX(0,${count("Denominator")}-${count("Numerator")}))`,
        gaps[i] ?? "",
        "ratio",
      );
    },
  };
}
