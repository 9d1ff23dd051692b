import { ProblemError } from "../problem";
import { compactFigures } from "./compact";
import { sha256Of } from "./fileHash";
import type { FileSource } from "./fileSource";
import { findPlace, listAreas } from "./geography";
import { LoadRun, type LoadOptions } from "./loadRun";
import { PACK_FORMAT, PACK_VERSION, type PackedArea, type PackedFile, type PackIndex } from "./pack";
import { comparePeriods } from "./period";
import { widerAreasOf } from "./widerAreas";

export interface PackOptions extends LoadOptions {
  /** Day on which it is made, like 2026-11-22; of everything in a pack only this does not follow from the files. */
  readonly made: string;
}

export type PackContent = readonly [name: string, bytes: Uint8Array<ArrayBuffer>];

/** Refused rows stand in the officer's own check; a pack names the first few of each file. */
const REFUSED_KEPT = 20;

/**
 * Makes a pack of all sub-ICB locations that the files know, reading each file twice and no more, however many areas there are.
 * The same files in the same order give the same bytes. Files come out one by one, the index last: it never names what is not there yet.
 *
 * @throws ProblemError where no file can be used, or one does not say its period
 */
export async function* makePack(files: readonly FileSource[], options: PackOptions): AsyncGenerator<PackContent> {
  const run = new LoadRun(options);
  await run.recognise(files.map(withoutFolders));
  const [needed] = run.periodsNeeded();
  if (needed) throw new ProblemError({ kind: "periodNeeded", ...needed });
  const choices = listAreas(run.geographies);
  const wanted = choices.filter(({ kind, code }) => kind === "subIcb" && /^[A-Z0-9]{2,12}$/.test(code));
  const places = wanted.map(({ code }) => findPlace(code, run.geographies, choices));
  const around = places.map((place) => widerAreasOf(place, run.geographies, choices));
  const wider = new Map(around.flat().map((one) => [one.place.area.code, one]));
  await run.readFigures(places, [...wider.values()]);

  const areas: PackedArea[] = [];
  for (const [i, place] of places.entries()) {
    const observations = run.observations(i);
    if (observations.length === 0) continue;
    const practices = [...place.practices().values()];
    const comparators = around[i]?.flatMap((one) => run.widerComparators(one.place.area.code)) ?? [];
    const content = { version: PACK_VERSION, area: place.area, practices, figures: compactFigures(observations), comparators };
    const { code } = place.area;
    const [entry, bytes] = await fileOf(`area-${code}`, content);
    areas.push({ code, name: place.area.name, practices: practices.length, ...entry });
    yield [entry.file, bytes];
  }
  const reports = run.reports().map((report) => ({ ...report, rowsRefused: report.rowsRefused.slice(0, REFUSED_KEPT) }));
  if (areas.length === 0)
    throw new ProblemError({
      kind: "noUsableData",
      found: reports.map(({ file, reason, publication }) => ({
        file,
        what: reason?.replace(/\.$/, "") ?? publication ?? "not recognised",
      })),
    });
  const [england, englandBytes] = await fileOf("england", {
    version: PACK_VERSION,
    comparators: run.comparators(),
    files: reports,
    publishedIndicators: run.publishedIndicators.length > 0 ? run.publishedIndicators : null,
  });
  yield [england.file, englandBytes];
  const index: PackIndex = {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    made: options.made,
    periods: [...new Set(reports.flatMap(({ period, rowsUsed }) => (period !== null && rowsUsed > 0 ? [period] : [])))].sort(
      comparePeriods,
    ),
    england,
    areas,
  };
  yield ["index.json", encoded(index)];
}

/** A pack is for others: where its files lay on the maker's disk is not theirs to know. */
const withoutFolders = (source: FileSource): FileSource => ({ ...source, name: source.name.split(/[/\\]/).at(-1) ?? source.name });

async function fileOf(stem: string, content: object): Promise<readonly [PackedFile, Uint8Array<ArrayBuffer>]> {
  const bytes = encoded(content);
  const sha256 = await sha256Of(bytes);
  return [{ file: `${stem}-${sha256.slice(0, 16)}.json`, bytes: bytes.length, sha256 }, bytes];
}

const encoded = (content: object): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`${JSON.stringify(content)}\n`);
