import { A_COUNT, readCount, readPracticeCode, shown } from "./cells";
import { tidyHeading } from "./headings";
import type { FileReport, Observation, Period, Practice, PracticeCode, ReferenceData } from "./model";
import { looksLikeNhsNumber, patientHeading } from "./patientLevel";
import { readPeriod } from "./period";
import { localDataPolicy, protectSmallNumbers, smallNumbersInWords, type SmallNumbersPolicy } from "./smallNumbers";

/** As it is named on the Methods sheet, among the publications. */
export const LOCAL_DATA = "Local data";

/** Something counted locally that nobody publishes by practice. */
export interface LocalMeasure {
  /** By which functions ask for it: =SCORECARD.REFERENCE("F81010","local_ld_checks"). */
  readonly id: string;
  readonly name: string;
  readonly kind: "count" | "proportion" | "yesNo";
}

/** What the template asks for; further columns can be added beside them. */
export const localMeasures: readonly LocalMeasure[] = [
  { id: "local_ltc_referrals", name: "Referrals to LTC clinics", kind: "count" },
  { id: "local_avoidable_ae", name: "Avoidable A&E attendances", kind: "count" },
  { id: "local_ld_checks", name: "Learning-disability health checks", kind: "proportion" },
  { id: "local_ppg", name: "Patient participation group", kind: "yesNo" },
];

export const CODE_HEADING = "Practice code";
export const NAME_HEADING = "Practice";
export const PERIOD_LABEL = "Period";
const [NUMERATOR, DENOMINATOR] = [": numerator", ": denominator"] as const;

/** The headings of a measure's columns: one, or one for each half of a proportion. */
export const headingsOf = ({ name, kind }: LocalMeasure): readonly string[] =>
  kind === "proportion" ? [`${name}${NUMERATOR}`, `${name}${DENOMINATOR}`] : [name];

/** A cell that cannot be used. */
export interface CellFault {
  /** Such as D7. */
  readonly cell: string;
  readonly row: number;
  readonly column: string;
  readonly expected: string;
  readonly found: string;
}

export interface LocalData {
  readonly period: Period | null;
  readonly measures: readonly LocalMeasure[];
  readonly observations: readonly Observation[];
  readonly faults: readonly CellFault[];
}

interface Column {
  readonly measure: LocalMeasure;
  readonly at: number;
  /** For a proportion, where its denominator stands. */
  readonly denominatorAt?: number;
}

/**
 * Reads the sheet *Local data* back: the period in the cell beside "Period", then one row a practice under the headings. Headings may stand in
 * any order, and own ones beside those of the template: a column is a count, or with ": numerator" and ": denominator" a proportion.
 * A blank cell is not zero: it gives no figure. Every cell that cannot be used is listed; the others are used.
 * Of a sheet that looks like one row a patient nothing is used.
 *
 * @param values what stands on the sheet from A1 on, row by row
 */
export function readLocalData(
  values: readonly (readonly unknown[])[],
  practices: ReadonlyMap<PracticeCode, Practice>,
  sheet: string,
): LocalData {
  const texts = values.map((row) => row.map((value) => (value === null || value === undefined ? "" : String(value).trim())));
  const patient = patientCell(texts);
  if (patient) return nothing([patient]);
  const headRow = texts.findIndex((row) => row.some((cell) => tidyHeading(cell) === tidyHeading(CODE_HEADING)));
  const head = texts[headRow];
  if (!head) return nothing([faultAt(0, 0, "", `the heading ${CODE_HEADING}`, "")]);
  const faults: CellFault[] = [];
  const period = periodIn(texts.slice(0, headRow), faults);
  const { codeAt, columns } = columnsIn(head, headRow, faults);
  if (period === null) return { ...nothing(faults), measures: columns.map(({ measure }) => measure) };

  const seen = new Map<PracticeCode, number>();
  const observations = texts.slice(headRow + 1).flatMap((row, i): Observation[] => {
    const at = headRow + 1 + i;
    const figures = columns.filter((column) => (row[column.at] ?? "") !== "" || (row[column.denominatorAt ?? -1] ?? "") !== "");
    const typed = row[codeAt] ?? "";
    if (typed === "" && figures.length === 0) return [];
    const fault = (expected: string, found: string) => void faults.push(faultAt(at, codeAt, CODE_HEADING, expected, found));
    const code = readPracticeCode(typed);
    if (code === null) return (fault("a practice code, like A81001", typed), []);
    if (!practices.has(code)) return (fault("a practice of the area that is loaded", code), []);
    const before = seen.get(code);
    if (before !== undefined) return (fault(`${code} once`, `again; first in row ${before + 1}`), []);
    seen.set(code, at);
    return figures.flatMap((column) => {
      const found = figureIn(row, column, head, at, faults);
      const source = { publication: LOCAL_DATA, file: sheet, line: at + 1 };
      return found === null ? [] : [{ practiceCode: code, indicator: column.measure.id, period, ...found, source }];
    });
  });
  return { period, measures: columns.map(({ measure }) => measure), observations, faults };
}

const nothing = (faults: readonly CellFault[]): LocalData => ({ period: null, measures: [], observations: [], faults });

/** A cell or heading that gives a sheet about single patients away. */
function patientCell(texts: readonly (readonly string[])[]): CellFault | undefined {
  for (const [row, cells] of texts.entries()) {
    const heading = patientHeading(cells);
    const column = heading === undefined ? cells.findIndex(looksLikeNhsNumber) : cells.indexOf(heading);
    // The number itself is not repeated anywhere.
    if (column >= 0)
      return faultAt(row, column, "", "figures by practice, never rows about single patients", heading ?? "what looks like an NHS number");
  }
  return undefined;
}

function periodIn(above: readonly (readonly string[])[], faults: CellFault[]): Period | null {
  const row = above.findIndex((cells) => tidyHeading(cells[0] ?? "") === tidyHeading(PERIOD_LABEL));
  const typed = above[row]?.[1] ?? "";
  const period = readPeriod(typed);
  if (period === null) faults.push(faultAt(Math.max(0, row), 1, PERIOD_LABEL, "a period like 2025-26 or 2025-12", typed));
  return period;
}

function columnsIn(head: readonly string[], headRow: number, faults: CellFault[]): { codeAt: number; columns: readonly Column[] } {
  const places = new Map<string, number>();
  head.forEach((heading, at) => {
    const tidy = tidyHeading(heading);
    if (tidy === "") return;
    const first = places.get(tidy);
    if (first === undefined) places.set(tidy, at);
    else faults.push(faultAt(headRow, at, heading, "each heading once", `again; first in ${cellName(headRow, first)}`));
  });
  const besides = new Set([CODE_HEADING, NAME_HEADING].map(tidyHeading));
  const ids = new Map<string, string>();
  const columns: Column[] = [];
  for (const [tidy, at] of places) {
    const heading = head[at] ?? "";
    if (besides.has(tidy)) continue;
    const [numerator, denominator] = [stemBefore(heading, NUMERATOR), stemBefore(heading, DENOMINATOR)];
    if (denominator !== null) {
      if (!places.has(tidyHeading(denominator + NUMERATOR)))
        faults.push(faultAt(headRow, at, heading, `a column ${denominator}${NUMERATOR} beside it`, ""));
      continue;
    }
    const name = numerator ?? heading;
    const known = localMeasures.find((measure) => tidyHeading(measure.name) === tidyHeading(name));
    const kind = numerator !== null ? "proportion" : (known?.kind ?? "count");
    const denominatorAt = places.get(tidyHeading(name + DENOMINATOR));
    if (kind === "proportion" && (numerator === null || denominatorAt === undefined)) {
      faults.push(faultAt(headRow, at, heading, `columns ${name}${NUMERATOR} and ${name}${DENOMINATOR}`, heading));
      continue;
    }
    const measure: LocalMeasure = { id: known?.id ?? ownId(name), name: known?.name ?? name, kind };
    const other = ids.get(measure.id);
    if (other !== undefined) {
      faults.push(faultAt(headRow, at, heading, `a name that differs from ${other} in its letters`, heading));
      continue;
    }
    ids.set(measure.id, name);
    columns.push({ measure, at, ...(kind === "proportion" && denominatorAt !== undefined ? { denominatorAt } : {}) });
  }
  return { codeAt: places.get(tidyHeading(CODE_HEADING)) ?? 0, columns };
}

const stemBefore = (heading: string, suffix: string): string | null =>
  heading.toLowerCase().replace(/\s+/g, " ").endsWith(suffix) ? heading.slice(0, heading.lastIndexOf(":")).trim() : null;

/** "Flu jabs (65+)" is asked for as local_flu_jabs_65. */
const ownId = (name: string): string =>
  `local_${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")}`;

type Figure = Pick<Observation, "numerator" | "denominator" | "value" | "missing">;

function figureIn(row: readonly string[], column: Column, head: readonly string[], at: number, faults: CellFault[]): Figure | null {
  const refuse = (where: number, expected: string, found: string): null => {
    faults.push(faultAt(at, where, head[where] ?? "", expected, found));
    return null;
  };
  const typed = row[column.at] ?? "";
  if (column.measure.kind === "yesNo") {
    const answer = ANSWERS.get(typed.toLowerCase());
    return answer === undefined ? refuse(column.at, "Yes or No", typed) : { value: answer };
  }
  const count = readCount(typed);
  if (count === null) return refuse(column.at, A_COUNT, typed);
  if (column.denominatorAt === undefined) return typeof count === "number" ? { value: count } : { missing: count };
  const of = readCount(row[column.denominatorAt] ?? "");
  if (of === null) return refuse(column.denominatorAt, A_COUNT, row[column.denominatorAt] ?? "");
  if (typeof count === "string" && typeof of === "string") return { missing: count };
  if (typeof count === "string") return typed === "" ? refuse(column.at, "a numerator beside its denominator", typed) : { missing: count };
  if (typeof of === "string") return refuse(column.denominatorAt, "a denominator beside its numerator", row[column.denominatorAt] ?? "");
  if (count > of) return refuse(column.at, `at most the denominator, ${of}`, String(count));
  return of === 0 ? { numerator: 0, denominator: 0, missing: "zeroDenominator" } : { numerator: count, denominator: of };
}

const ANSWERS: ReadonlyMap<string, "Yes" | "No"> = new Map([
  ["yes", "Yes"],
  ["y", "Yes"],
  ["true", "Yes"],
  ["no", "No"],
  ["n", "No"],
  ["false", "No"],
]);

function faultAt(row: number, column: number, heading: string, expected: string, found: string): CellFault {
  return { cell: cellName(row, column), row: row + 1, column: heading, expected, found: found === "" ? "nothing" : shown(found) };
}

function cellName(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/**
 * What is loaded with the local data beside it, in place of those read before. Small counts are hidden first; that it was done, and every
 * cell that was refused, is told on the Methods sheet.
 * @param policy null: as they were typed, for an organisation whose rules allow it
 */
export function withLocalData(data: ReferenceData, local: LocalData, policy: SmallNumbersPolicy | null = localDataPolicy): ReferenceData {
  const isLocal = ({ source }: Observation): boolean => source.publication === LOCAL_DATA;
  const safe = policy === null ? null : protectSmallNumbers(local.observations, policy);
  const observations = safe?.observations ?? local.observations;
  const report: FileReport = {
    file: observations[0]?.source.file ?? LOCAL_DATA,
    publication: LOCAL_DATA,
    period: local.period,
    rowsRead: observations.length + local.faults.length,
    rowsUsed: observations.length,
    rowsOutsideArea: 0,
    rowsRefused: local.faults.map(({ row, column, cell, expected, found }) => ({ line: row, column: column || cell, expected, found })),
    remarks: [
      "Typed by the area's officers; rows are single figures.",
      ...(safe && policy && safe.report.hidden + safe.report.shown > 0 ? [smallNumbersInWords(safe.report, policy)] : []),
    ],
  };
  return {
    ...data,
    observations: [...data.observations.filter((observation) => !isLocal(observation)), ...observations],
    files: [...data.files.filter(({ publication }) => publication !== LOCAL_DATA), report],
  };
}
