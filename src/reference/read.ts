import { ProblemError } from "../problem";
import type { FileSource } from "./fileSource";
import { listAreas, type AreaChoice } from "./geography";
import { findPlace, ownList } from "./place";
import { LoadRun } from "./loadRun";
import type { FileReport, Period, Practice, PracticeCode, ReferenceData } from "./model";
import type { Progress } from "./readFile";
import { widerAreasOf } from "./widerAreas";

export type { AreaChoice, AreaKind } from "./geography";
export type { Progress } from "./readFile";

export interface ReadOptions {
  /** A code of an area (07G, E38000185, QH8, U28765), its exact name, or a list of practices under a name of one's own. */
  readonly area: string | { readonly name: string; readonly practiceCodes: readonly PracticeCode[] };
  /** Answers to "which period?", by file name. */
  readonly periods?: ReadonlyMap<string, Period>;
  /** The answer for every file that carries no period and is not in `periods`. */
  readonly defaultPeriod?: Period;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export type InspectOptions = Omit<ReadOptions, "area">;

export interface Inspection {
  readonly files: readonly FileReport[];
  readonly areas: readonly AreaChoice[];
  readonly periodsNeeded: readonly { readonly file: string; readonly publication: string }[];
}

/**
 * Reads published files for one area: first who belongs where, then the figures of those practices, and for the comparators
 * the sums over all practices the files hold. Nothing is written and nothing leaves the machine.
 *
 * @throws ProblemError `notFound` (no loaded file knows the area; near matches), `noUsableData` (what was found instead),
 *   `periodNeeded` (a file that says its period neither inside nor in its name), `cancelled`.
 */
export async function readReferenceData(files: readonly FileSource[], options: ReadOptions): Promise<ReferenceData> {
  const run = new LoadRun(options);
  await run.recognise(files);
  if (!run.anyRecognised) throw nothingUsable(run.reports());
  const [needed] = run.periodsNeeded();
  if (needed) throw new ProblemError({ kind: "periodNeeded", ...needed });
  const { area } = options;
  const place = typeof area === "string" ? findPlace(area, run.geographies) : ownList(area.name, area.practiceCodes, run.geographies);
  await run.readFigures([place], widerAreasOf(place, run.geographies, listAreas(run.geographies)));
  const observations = run.observations(0);
  const reports = run.reports();
  if (observations.length === 0) throw nothingUsable(reports);
  return {
    area: place.area,
    illustrative: false,
    practices: place.practices() as ReadonlyMap<PracticeCode, Practice>,
    observations,
    comparators: [...run.comparators(), ...run.widerComparators()],
    files: reports,
    ...(run.publishedIndicators.length > 0 ? { publishedIndicators: run.publishedIndicators } : {}),
  };
}

/**
 * Checks files without choosing an area: the publication of each, its rows and what is wrong with them; the areas that
 * could be chosen; and the files whose period has to be asked for.
 */
export async function inspectFiles(files: readonly FileSource[], options: InspectOptions = {}): Promise<Inspection> {
  const run = new LoadRun(options);
  await run.recognise(files);
  await run.readFigures(null);
  return { files: run.reports(), areas: listAreas(run.geographies), periodsNeeded: run.periodsNeeded() };
}

const nothingUsable = (reports: readonly FileReport[]): ProblemError =>
  new ProblemError({ kind: "noUsableData", found: reports.map((report) => ({ file: report.file, what: whatWasFound(report) })) });

function whatWasFound(report: FileReport): string {
  if (report.reason) return report.reason.replace(/\.$/, "");
  const rows = `${report.rowsRead} rows, ${report.rowsUsed} of this area, ${report.rowsRefused.length} refused`;
  return `${report.publication}${report.period ? ` ${report.period}` : ""}: ${rows}`;
}
