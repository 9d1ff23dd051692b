import { ProblemError, type RefusedRow } from "../../problem";
import { readPracticeCode, shown } from "../cells";
import type { FileReport, Observation, ReferenceData } from "../model";
import { readPeriod } from "../period";
import { checked, faultsInWords, isList, isNumber, isRecord, isText, isYesNo, orNull } from "../shape";
import { askFor, type Asking } from "./askFor";
import { addressAt, liveSources } from "./sources";

const { title } = liveSources.openprescribing;

/** As it is named on the Methods sheet, among the publications. */
const PUBLICATION = title;

export interface LiveFigures {
  readonly observations: readonly Observation[];
  readonly report: FileReport;
}

const isAnswer = isRecord({
  measures: isList(
    isRecord(
      {
        id: isText(100),
        data: isList(
          isRecord(
            { date: isText(20), numerator: orNull(isNumber), denominator: orNull(isNumber), calc_value: orNull(isNumber) },
            { practice_id: isText(20) },
          ),
        ),
      },
      { name: orNull(isText()), is_percentage: orNull(isYesNo) },
    ),
    100,
  ),
});

/**
 * A prescribing measure for every practice of a sub-ICB location, by month for some five years. Gives `op_<measure>`: numerator and
 * denominator where the measure is a share, otherwise the measure's own value, such as items for each 1,000 patients.
 *
 * @see https://openprescribing.net/api
 * @throws ProblemError `unreadable` where there is no usable answer; single rows that cannot be used are in the report
 */
export async function openPrescribingMeasure(
  measure: string,
  subIcbCode: string,
  relay: string | null,
  asking: Asking,
): Promise<LiveFigures> {
  const source = `${title} ${measure}`;
  if (!/^[A-Z0-9]{3}$/.test(subIcbCode))
    throw unreadable(source, `it is asked by sub-ICB location, like 07G, not by ${subIcbCode || "a list"}`);
  const path = `/api/1.0/measure_by_practice/?format=json&measure=${encodeURIComponent(measure)}&org=${subIcbCode}`;
  const bytes = await askFor({ address: addressAt("openprescribing", path, relay), source, contentType: /json/i }, asking);
  return readMeasures(new TextDecoder().decode(bytes), source);
}

/** The figures in an answer of `measure_by_practice`. */
export function readMeasures(text: string, file: string): LiveFigures {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable(file, "its answer is not whole JSON; try again");
  }
  const answer = checked(isAnswer, json);
  if (!("value" in answer)) throw unreadable(file, `its answer is not as documented (${faultsInWords(answer.faults, 2)})`);
  const rows = answer.value.measures.flatMap(({ id, data, is_percentage }) =>
    data.map((row) => ({ ...row, id, isShare: is_percentage === true })),
  );
  if (rows.length === 0) throw unreadable(file, "it has no figures for this measure and area");
  const rowsRefused: RefusedRow[] = [];
  const seen = new Map<string, number>();
  const observations = rows.flatMap((row, i): Observation[] => {
    const line = i + 1;
    const refuse = (column: string, expected: string, found: string) => (
      rowsRefused.push({ line, column, expected, found: shown(found) }),
      []
    );
    const practiceCode = readPracticeCode(row.practice_id ?? "");
    if (practiceCode === null) return refuse("practice_id", "a practice code, like A81001", row.practice_id ?? "");
    const period = /^\d{4}-\d{2}-01$/.test(row.date) ? readPeriod(row.date.slice(0, 7)) : null;
    if (period === null) return refuse("date", "the first of a month, like 2025-06-01", row.date);
    const indicator = `op_${row.id}`;
    const key = `${practiceCode} ${indicator} ${period}`;
    const before = seen.get(key);
    if (before !== undefined) return refuse("practice_id", `${practiceCode} once for ${period}`, `again; first in row ${before}`);
    seen.set(key, line);
    const base = { practiceCode, indicator, period, source: { publication: PUBLICATION, file, line } };
    const { numerator, denominator, calc_value: value } = row;
    if (row.isShare && numerator !== null && denominator !== null) {
      if (numerator < 0 || numerator > denominator)
        return refuse("numerator", `from 0 to the denominator, ${denominator}`, String(numerator));
      return [{ ...base, numerator, denominator, ...(denominator === 0 ? { missing: "zeroDenominator" as const } : {}) }];
    }
    return [value === null ? { ...base, missing: "notPublished" } : { ...base, value }];
  });
  const periods = observations.map(({ period }) => period).sort();
  const report: FileReport = {
    file,
    publication: PUBLICATION,
    period: periods.at(-1) ?? null,
    rowsRead: rows.length,
    rowsUsed: observations.length,
    rowsOutsideArea: 0,
    rowsRefused,
    remarks: ["Fetched from openprescribing.net, Bennett Institute for Applied Data Science, University of Oxford."],
  };
  return { observations, report };
}

/** What is loaded with these figures beside it. Practices that are not of the area stay outside. */
export function withLiveFigures(data: ReferenceData, { observations, report }: LiveFigures): ReferenceData {
  const inside = observations.filter(({ practiceCode }) => data.practices.has(practiceCode));
  const outside = observations.length - inside.length;
  const counted = { ...report, rowsUsed: inside.length, rowsOutsideArea: outside };
  return { ...data, observations: [...data.observations, ...inside], files: [...data.files, counted] };
}

const unreadable = (file: string, reason: string): ProblemError => new ProblemError({ kind: "unreadable", file, reason });
