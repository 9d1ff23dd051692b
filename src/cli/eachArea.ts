import { mkdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { ReferenceData } from "../reference/model";
import { readEveryArea } from "../reference/everyArea";
import { ProblemError } from "../problem";
import { writeAreaWorkbook, type WorkbookOptions, type WorkbookWritten } from "./areaWorkbook";
import { dataFiles, whyUnusable } from "./dataFiles";
import { sentenceFor } from "./door";
import type { Io } from "./io";
import { withCountBar, withProgressBar } from "./progressBar";

/** What all areas have in common: sent to a thread once. */
interface Common {
  readonly shared: Pick<ReferenceData, "comparators" | "files" | "publishedIndicators">;
  readonly options: WorkbookOptions;
  readonly builtOn: string;
  readonly folder: string;
}

type OwnData = Pick<ReferenceData, "area" | "practices" | "observations" | "comparators">;

type Outcome = { readonly code: string; readonly out: string } & ({ readonly written: WorkbookWritten } | { readonly failed: string });

export interface EachAreaOptions extends WorkbookOptions {
  readonly data: readonly string[];
  readonly out: string;
}

const allAtOnce = "Read for all sub-ICB locations at once: rows used are those of all of them.";

/**
 * Writes one workbook for each sub-ICB location in the files, from one pass over them, on all cores. An area that fails is named, and the
 * others are written.
 *
 * @param io with the program's own `script` the work is shared out among threads; without it, it is done here
 * @returns how many were written and how many could not be; null where no file could be read
 */
export async function buildEachArea(
  options: EachAreaOptions,
  builtOn: string,
  io: Io,
): Promise<{ readonly written: number; readonly failed: number } | null> {
  const { files, unreadable } = await dataFiles(options.data);
  for (const { file, reason } of unreadable) io.stderr.write(`${file}: ${reason}\n`);
  if (files.length === 0) return null;
  const { period } = options;
  const read = await withProgressBar(io, (onProgress) =>
    readEveryArea(files, { onProgress, ...(period ? { defaultPeriod: period } : {}) }),
  );
  for (const report of read.files) {
    const reason = whyUnusable(report);
    if (reason) io.stderr.write(`${report.file}: ${reason}\n`);
  }
  await mkdir(options.out, { recursive: true });
  const common: Common = {
    shared: {
      comparators: read.comparators,
      files: read.files.map((report) => ({ ...report, remarks: [...report.remarks, allAtOnce] })),
      ...(read.publishedIndicators.length > 0 ? { publishedIndicators: read.publishedIndicators } : {}),
    },
    options,
    builtOn,
    folder: options.out,
  };
  let written = 0;
  const failed: string[] = [];
  await withCountBar(io, read.known, "areas", async (tick) => {
    const heard = (outcome: Outcome) => {
      if ("written" in outcome) written++;
      else failed.push(describe(outcome));
      tick(outcome.code, describe(outcome));
    };
    await (io.script === undefined ? here(common, read.areas(), heard) : onThreads(io.script, common, read.areas(), heard));
  });
  // A bar hides what was said while it stood.
  if (io.stderr.isTTY) io.stderr.write(failed.join(""));
  if (written === 0)
    throw new ProblemError({
      kind: "noUsableData",
      found: read.files.map(({ file, reason, publication }) => ({
        file,
        what: reason?.replace(/\.$/, "") ?? publication ?? "not recognised",
      })),
    });
  return { written, failed: failed.length };
}

function describe(outcome: Outcome): string {
  if ("failed" in outcome) return `${outcome.code}: ${outcome.failed}\n`;
  const { area, practices, indicators } = outcome.written;
  return `${outcome.out}: ${area}, ${practices} practices, ${indicators} indicators.\n`;
}

async function writeOne({ shared, options, builtOn, folder }: Common, own: OwnData): Promise<Outcome> {
  const { code } = own.area;
  const out = join(folder, `scorecard-${code}.xlsx`);
  try {
    const data = { ...shared, ...own, illustrative: false, comparators: [...shared.comparators, ...own.comparators] };
    return { code, out, written: await writeAreaWorkbook(data, options, builtOn, out) };
  } catch (error) {
    return { code, out, failed: sentenceFor(error) };
  }
}

async function here(common: Common, areas: Iterable<OwnData>, heard: (outcome: Outcome) => void): Promise<void> {
  for (const own of areas) heard(await writeOne(common, own));
}

/** Each thread is given its next area when it has written the one before, so that a large one holds nobody up. */
async function onThreads(script: string, common: Common, areas: Iterator<OwnData>, heard: (outcome: Outcome) => void): Promise<void> {
  const threads = Array.from({ length: availableParallelism() }, () => new Worker(script, { workerData: common }));
  const one = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const giveNext = () => {
        const next = areas.next();
        if (next.done) resolve();
        else worker.postMessage(next.value);
      };
      worker.on("message", (outcome: Outcome) => {
        heard(outcome);
        giveNext();
      });
      worker.on("error", reject);
      giveNext();
    });
  try {
    await Promise.all(threads.map(one));
  } finally {
    await Promise.all(threads.map((worker) => worker.terminate()));
  }
}

/** In a thread: writes areas as they come. @returns false on the main thread, where there is nothing of the kind to do */
export function writeAreasAsTheyCome(): boolean {
  if (isMainThread) return false;
  const common = workerData as Common;
  parentPort!.on("message", (own: OwnData) => void writeOne(common, own).then((outcome) => parentPort!.postMessage(outcome)));
  return true;
}
