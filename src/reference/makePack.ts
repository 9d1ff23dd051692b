import { ProblemError } from "../problem";
import { compactFigures } from "./compact";
import { readEveryArea } from "./everyArea";
import { sha256Of } from "./fileHash";
import type { FileSource } from "./fileSource";
import type { LoadOptions } from "./loadRun";
import { PACK_FORMAT, PACK_VERSION, type PackedArea, type PackedFile, type PackIndex } from "./pack";
import { comparePeriods } from "./period";

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
  const read = await readEveryArea(files.map(withoutFolders), options);
  const areas: PackedArea[] = [];
  for (const { area, observations, comparators, practices: byCode } of read.areas()) {
    const practices = [...byCode.values()];
    const content = { version: PACK_VERSION, area, practices, figures: compactFigures(observations), comparators };
    const { code, name } = area;
    const [entry, bytes] = await fileOf(`area-${code}`, content);
    areas.push({ code, name, practices: practices.length, ...entry });
    yield [entry.file, bytes];
  }
  const reports = read.files.map((report) => ({ ...report, rowsRefused: report.rowsRefused.slice(0, REFUSED_KEPT) }));
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
    comparators: read.comparators,
    files: reports,
    publishedIndicators: read.publishedIndicators.length > 0 ? read.publishedIndicators : null,
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
