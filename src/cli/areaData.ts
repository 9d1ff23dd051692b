import { InvalidArgumentError, Option, type Command } from "commander";
import { illustrativeArea } from "../reference/illustrative";
import type { Period, ReferenceData } from "../reference/model";
import { readPeriod } from "../reference/period";
import { changeInWords, changesOf } from "../reference/practiceHistory";
import { readReferenceData } from "../reference/read";
import { dataFiles, whyUnusable } from "./dataFiles";
import { fetchedFiles, withFetchedFigures, type Fetched } from "./fetched";
import type { Io } from "./io";
import { withProgressBar } from "./progressBar";

/** What the commands about one area have in common. */
export interface AreaOptions {
  readonly area?: string;
  readonly data?: readonly string[];
  readonly illustrative?: boolean;
  readonly period?: Period;
  readonly fetch?: readonly Fetched[];
  readonly relay?: string;
}

export const areaOption = () => new Option("--area <code>", "sub-ICB location (07G, E38000185 or Thurrock), ICB (QH8) or PCN (U28765)");
export const dataOption = () => new Option("--data <path...>", "files, zip archives or folders");
export const illustrativeOption = () =>
  new Option("--illustrative", "the made-up area that comes with the program, in place of --area and --data").conflicts(["area", "data"]);
export const periodOption = () =>
  new Option(
    "--period <period>",
    "this period only, like 2022-23, 2025-12 or 2021-01-01; also the period of files that do not say theirs",
  ).argParser((text): Period => {
    const read = readPeriod(text);
    if (read === null) throw new InvalidArgumentError("Enter a period like 2022-23, 2025-12, 2021-01-01 or 2019.");
    return read;
  });

/** Before a command runs: which area, from which files. */
export function requireArea(_program: Command, command: Command): void {
  const { area, data, illustrative } = command.opts<AreaOptions>();
  if (!illustrative && (area === undefined || data === undefined))
    command.error("error: enter --area and --data, or --illustrative in their place", { exitCode: 2 });
}

/** Reads an area's data and says on standard error what could not be used; null where there was no file at all. */
export async function areaData(
  { area = "", data: paths = [], illustrative, period, fetch = [], relay = "" }: AreaOptions,
  io: Io,
): Promise<ReferenceData | null> {
  if (illustrative) return illustrativeArea();
  if (area === undefined || paths === undefined)
    throw new InvalidArgumentError("Enter --area and --data, or --illustrative in their place.");
  const { files, unreadable } = await dataFiles(paths);
  for (const { file, reason } of unreadable) io.stderr.write(`${file}: ${reason}\n`);
  if (files.length === 0) return null;
  const all = [...files, ...(await fetchedFiles(fetch, relay || null))];
  const read = await withProgressBar(io, (onProgress) =>
    readReferenceData(all, { area, onProgress, ...(period ? { defaultPeriod: period } : {}) }),
  );
  const data = await withFetchedFigures(read, fetch, relay || null);
  for (const report of data.files) {
    const reason = whyUnusable(report);
    if (reason) io.stderr.write(`${report.file}: ${reason}\n`);
    else if (report.rowsRefused.length > 0)
      io.stderr.write(
        `${report.file}: ${report.rowsRefused.length} of ${report.rowsRead} rows refused; "gp-scorecard check" lists them.\n`,
      );
    for (const remark of report.remarks) io.stderr.write(`${report.file}: ${remark}\n`);
  }
  // Of those without any figure each file has told.
  for (const change of changesOf(data)) if (change.kind !== "noFigures") io.stderr.write(`${changeInWords(change)}\n`);
  return data;
}
