import type { MissingReason } from "../problem";
import type { Comparator, FileReport, Observation, Practice, PublishedIndicator, ReferenceData, WiderArea } from "./model";
import {
  checked,
  isCount,
  isExactly,
  isList,
  isNumber,
  isNumberOrText,
  isRecord,
  isText,
  isTextLike,
  isYesNo,
  orNull,
  type Shape,
  type ShapeFault,
} from "./shape";

/** Raised when a text in this form can no longer be read as it was written. */
export const COMPACT_VERSION = 1;

/**
 * Figures as columns instead of records: each practice, indicator, period and file is named once and then goes by its place in the list.
 * JSON of it is a fifth the size of JSON of the figures, and packs better: like stands beside like.
 */
export interface CompactFigures {
  readonly practiceCodes: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
  readonly sources: readonly (readonly [publication: string, file: string])[];
  readonly practice: readonly number[];
  readonly indicator: readonly number[];
  readonly period: readonly number[];
  readonly source: readonly number[];
  readonly line: readonly number[];
  /** By name of the part (numerator, value, missing ...): its value for each figure, null where a figure has none. Parts nobody has are left out. */
  readonly parts: Readonly<Partial<Record<Part, readonly (number | string | null)[]>>>;
}

const numberParts = ["numerator", "denominator", "personalisedCareAdjustments", "register", "achievedPoints", "newlyDiagnosed"] as const;
const parts = [...numberParts, "value", "missing"] as const;
type Part = (typeof parts)[number];

/** The figures as columns, in the same order. */
export function compactFigures(observations: readonly Observation[]): CompactFigures {
  const [practiceCodes, indicators, periods, sources] = [numbered(), numbered(), numbered(), numbered()];
  const places = observations.map(({ practiceCode, indicator, period, source }) => ({
    practice: practiceCodes.numberOf(practiceCode),
    indicator: indicators.numberOf(indicator),
    period: periods.numberOf(period),
    source: sources.numberOf(JSON.stringify([source.publication, source.file])),
  }));
  const present = parts.filter((part) => observations.some((observation) => observation[part] !== undefined));
  return {
    practiceCodes: practiceCodes.names(),
    indicators: indicators.names(),
    periods: periods.names(),
    sources: sources.names().map((pair) => JSON.parse(pair) as [string, string]),
    practice: places.map((place) => place.practice),
    indicator: places.map((place) => place.indicator),
    period: places.map((place) => place.period),
    source: places.map((place) => place.source),
    line: observations.map(({ source }) => source.line),
    parts: Object.fromEntries(present.map((part) => [part, observations.map((observation) => observation[part] ?? null)])),
  };
}

function numbered() {
  const numbers = new Map<string, number>();
  return {
    numberOf(name: string): number {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: () => [...numbers.keys()],
  };
}

const name = isText(500);
const missingReason = isExactly<MissingReason>(
  "notPublished",
  "suppressed",
  "notApplicable",
  "notLoaded",
  "zeroDenominator",
  "tooFew",
  "failedValidation",
);

const isColumns = isRecord<CompactFigures>({
  practiceCodes: isList(name),
  indicators: isList(name),
  periods: isList(name),
  sources: isList(((value, path, faults) => {
    const pair = isList(isText())(value, path, faults);
    if (pair.length !== 2) faults.push({ path, expected: "publication and file", found: `a list of ${pair.length}` });
    return [pair[0] ?? "", pair[1] ?? ""] as const;
  }) satisfies Shape<readonly [string, string]>),
  practice: isList(isCount),
  indicator: isList(isCount),
  period: isList(isCount),
  source: isList(isCount),
  line: isList(isCount),
  parts: isRecord<object, Record<Part, readonly (number | string | null)[]>>(
    {},
    {
      numerator: isList(orNull(isNumber)),
      denominator: isList(orNull(isNumber)),
      personalisedCareAdjustments: isList(orNull(isNumber)),
      register: isList(orNull(isNumber)),
      achievedPoints: isList(orNull(isNumber)),
      newlyDiagnosed: isList(orNull(isNumber)),
      value: isList(orNull(isNumberOrText)),
      missing: isList(orNull(missingReason)),
    },
  ),
});

/** Columns back as figures; a column of another length, or a place that is on no list, is a fault. */
export const isFigures: Shape<readonly Observation[]> = (value, path, faults) => {
  const before = faults.length;
  const columns = isColumns(value, path, faults);
  if (faults.length > before) return [];
  const { length } = columns.practice;
  for (const [key, column] of Object.entries({ ...columns.parts, ...pick(columns) }))
    if (column.length !== length) faults.push({ path: `${path}.${key}`, expected: `${length} entries`, found: `${column.length}` });
  for (const [key, list] of Object.entries({
    practice: "practiceCodes",
    indicator: "indicators",
    period: "periods",
    source: "sources",
  } as const)) {
    const at = columns[key as "practice"].findIndex((place) => place >= columns[list].length);
    if (at >= 0)
      faults.push({
        path: `${path}.${key}[${at}]`,
        expected: `a place below ${columns[list].length}`,
        found: String(columns[key as "practice"][at]),
      });
  }
  if (faults.length > before) return [];
  const present = parts.filter((part) => columns.parts[part] !== undefined);
  return columns.practice.map((practice, i) => {
    const [publication, file] = columns.sources[columns.source[i] ?? 0] ?? ["", ""];
    const own = present.flatMap((part) => {
      const found = columns.parts[part]?.[i] ?? null;
      return found === null ? [] : [[part, found] as const];
    });
    return {
      practiceCode: columns.practiceCodes[practice] ?? "",
      indicator: columns.indicators[columns.indicator[i] ?? 0] ?? "",
      period: columns.periods[columns.period[i] ?? 0] ?? "",
      ...(Object.fromEntries(own) as Partial<Observation>),
      source: { publication, file, line: columns.line[i] ?? 0 },
    };
  });
};

const pick = ({ indicator, period, source, line }: CompactFigures) => ({ indicator, period, source, line });

/** A practice as publications describe it, with both kinds of code of its areas. */
export const isPractice: Shape<Practice> = isRecord<{ code: string; name: string }, Record<string, string>>(
  { code: isTextLike(/^[A-Z0-9]{3,12}$/, "a practice code, like A81001"), name },
  Object.fromEntries(
    [
      ...["pcnCode", "pcnName", "subIcbCode", "subIcbName", "subIcbOnsCode", "icbCode", "icbName", "icbOnsCode"],
      ...["closedOn", "successorCode", "successorName"],
    ].map((key) => [key, name]),
  ),
);

export const isComparator: Shape<Comparator> = isRecord<
  Omit<Comparator, "of" | "personalisedCareAdjustments">,
  { of: WiderArea; personalisedCareAdjustments: number }
>(
  {
    indicator: name,
    period: name,
    numerator: isNumber,
    denominator: isNumber,
    practices: isCount,
    isEngland: isYesNo,
  },
  {
    of: isRecord<WiderArea>({ kind: isExactly<WiderArea["kind"]>("icb", "subIcb"), code: name, name, practices: isCount }),
    personalisedCareAdjustments: isNumber,
  },
);

export const isFileReport: Shape<FileReport> = isRecord<Omit<FileReport, MayReport>, Required<Pick<FileReport, MayReport>>>(
  {
    file: isText(),
    publication: orNull(name),
    period: orNull(name),
    rowsRead: isCount,
    rowsUsed: isCount,
    rowsOutsideArea: isCount,
    rowsRefused: isList(isRecord({ line: isCount, column: isText(), expected: isText(), found: isText() })),
    remarks: isList(isText(10_000)),
  },
  {
    reason: isText(10_000),
    practicesMatched: isCount,
    practicesMissing: isList(name, 5000),
    publishedOn: name,
    extractedOn: name,
    sha256: isTextLike(/^[0-9a-f]{64}$/, "a SHA-256 of 64 digits"),
  },
);

type MayReport = "reason" | "practicesMatched" | "practicesMissing" | "publishedOn" | "extractedOn" | "sha256";

export const isPublishedIndicator: Shape<PublishedIndicator> = isRecord<PublishedIndicator>({
  code: name,
  period: orNull(name),
  points: orNull(isNumber),
  group: name,
  groupName: name,
  description: isText(10_000),
  patientList: name,
});

const isCompact = isRecord(
  {
    version: isExactly(COMPACT_VERSION),
    area: isRecord({ code: name, name }),
    illustrative: isYesNo,
    practices: isList(isPractice),
    figures: isFigures,
    comparators: isList(isComparator),
    files: isList(isFileReport),
  },
  { publishedIndicators: isList(isPublishedIndicator) },
);

/** Everything loaded for an area as a value that JSON can hold, as small as it goes without losing anything. */
export const compact = ({ area, illustrative, practices, observations, comparators, files, publishedIndicators }: ReferenceData) => ({
  version: COMPACT_VERSION,
  area,
  illustrative,
  practices: [...practices.values()],
  figures: compactFigures(observations),
  comparators,
  files,
  ...(publishedIndicators ? { publishedIndicators } : {}),
});

/** What `compact` made, back; or every fault of what is something else. */
export function fromCompact(value: unknown): ReferenceData | { readonly faults: readonly ShapeFault[] } {
  const read = checked(isCompact, value);
  if (!("value" in read)) return { faults: read.faults };
  const { area, illustrative, practices, figures: observations, comparators, files, publishedIndicators } = read.value;
  return {
    area,
    illustrative,
    practices: byCode(practices),
    observations,
    comparators,
    files,
    ...(publishedIndicators ? { publishedIndicators } : {}),
  };
}

export const byCode = (practices: readonly Practice[]): ReadonlyMap<string, Practice> =>
  new Map(practices.map((practice) => [practice.code, practice]));
