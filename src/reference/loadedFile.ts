import type { FileSource } from "./fileSource";
import type { Geography } from "./geography";
import type { Place } from "./place";
import type { FileReport, Period, PracticeCode } from "./model";
import { comparePeriods } from "./period";
import type { FileRead } from "./readFile";

/** One file on its way through the two passes. */
export interface LoadedFile {
  readonly source: FileSource;
  read: FileRead;
  period: Period | null;
  geography?: Geography;
  /** SHA-256 of the file that a person gave. */
  sha256?: string;
  /** Periods met in its rows. */
  readonly periods: Set<Period>;
  readonly remarks: Set<string>;
  /** Practices in its rows that no geography loaded knows. */
  readonly unplaced: Set<PracticeCode>;
  /** Where one area is read: its practices that have a figure here, and those it had at the latest period met. */
  readonly matched: Set<PracticeCode>;
  expected?: { readonly at: Period | null; readonly practices: ReadonlySet<PracticeCode> };
}

export const EMPTY_REPORT: Omit<FileReport, "file"> = {
  publication: null,
  period: null,
  rowsRead: 0,
  rowsUsed: 0,
  rowsOutsideArea: 0,
  rowsRefused: [],
  remarks: [],
};

/** More practices without a place than this, and the geography that is loaded is of one area only: that is no news. */
const MOST_UNPLACED = 20;

/** What became of a file, and where it is from. */
export function reportOf(file: LoadedFile, places: readonly Place[] | null): FileReport {
  const { read, source, geography } = file;
  const publication = read.recognised?.publication;
  if (read.reason !== undefined || !publication)
    return { ...EMPTY_REPORT, file: source.name, reason: read.reason ?? "It was not recognised." };
  const inRows = [...file.periods].sort(comparePeriods);
  const period = inRows.at(-1) ?? file.period;
  // A file that only places practices: those of the area are its used rows.
  const isFullyRead = publication.figures !== undefined || places === null || !geography;
  const placed = isFullyRead ? read.rowsUsed : new Set(places.flatMap((place) => [...place.membersIn(geography)])).size;
  const missing = [...(file.expected?.practices ?? [])].filter((practice) => !file.matched.has(practice)).sort();
  const came = period === null ? undefined : publication.days?.get(period);
  const isDay = period !== null && /^\d{4}-\d\d-\d\d$/.test(period);
  const publishedOn = came?.published;
  const extractedOn = came?.extracted ?? (isDay && publication.rowsDated ? period : undefined);
  return {
    file: source.name,
    publication: publication.id,
    ...(read.rowsRead === 0 ? { reason: "There are headings but no rows." } : {}),
    period,
    rowsRead: read.rowsRead,
    rowsUsed: placed,
    rowsOutsideArea: read.rowsOutsideArea + read.rowsUsed - placed,
    rowsRefused: read.rowsRefused,
    remarks: [...file.remarks, ...remarksOn(file, inRows), ...(file.matched.size > 0 ? missingInWords(missing, places) : [])],
    ...(file.expected ? { practicesMatched: file.matched.size } : {}),
    ...(file.matched.size > 0 ? { practicesMissing: missing } : {}),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(extractedOn === undefined ? {} : { extractedOn }),
    ...(file.sha256 === undefined ? {} : { sha256: file.sha256 }),
  };
}

/** Practices of the area that one would look for here in vain, by name; where nearly all are missing, the file is of another area. */
function missingInWords(missing: readonly PracticeCode[], places: readonly Place[] | null): string[] {
  if (missing.length === 0 || missing.length > MOST_UNPLACED) return [];
  const practices = places?.[0]?.practices();
  const names = missing.map((code) => `${code} ${practices?.get(code)?.name ?? ""}`.trim().replace(/^(\S+) \1$/, "$1"));
  return [`Of the area's practices these have no figure here: ${names.join(", ")}.`];
}

function remarksOn(file: LoadedFile, inRows: readonly Period[]): string[] {
  const remarks: string[] = [];
  if (inRows.length > 4) remarks.push(`It holds rows of ${inRows.length} dates, from ${inRows[0]} to ${inRows.at(-1)}.`);
  else if (inRows.length > 1) remarks.push(`It holds rows of ${inRows.join(", ")}.`);
  if (file.unplaced.size > 0 && file.unplaced.size <= MOST_UNPLACED)
    remarks.push(
      `${[...file.unplaced].sort().join(", ")}: in no geography that is loaded, so not known whether of the area. A geography of the same year would say.`,
    );
  if (needsPeriod(file)) remarks.push("Its period stands neither inside nor in its name: it has to be given.");
  return remarks;
}

/** Figures whose period stands neither in the rows nor in the file's name. */
export function needsPeriod({ read, period }: Pick<LoadedFile, "read" | "period">): boolean {
  const found = read.recognised;
  if (!found?.publication.figures || period !== null) return false;
  const { publication, at } = found;
  if (publication.period === "rows" || publication.period === "none") return false;
  return !(publication.periodColumns?.length && publication.periodColumns.every((key) => (at[key] ?? -1) >= 0));
}
