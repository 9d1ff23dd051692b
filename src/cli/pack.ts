import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError, Option, type Command } from "commander";
import { makePack } from "../reference/makePack";
import { readDay } from "../reference/period";
import type { Period } from "../reference/model";
import { readPackIndex } from "../reference/pack";
import { dataOption, periodOption } from "./areaData";
import { dataFiles } from "./dataFiles";
import type { Io } from "./io";
import { withProgressBar } from "./progressBar";

interface PackCommandOptions {
  readonly data: readonly string[];
  readonly out: string;
  readonly made: string;
  readonly period?: Period;
}

/** `gp-scorecard pack`: published figures of every area made ready in a folder, for the add-in to take one area from in one request. */
export function registerPack(program: Command, io: Io): void {
  program
    .command("pack")
    .description("Make a folder of ready figures, one file an area, to be served as pack/ beside taskpane.html.")
    .addOption(dataOption().makeOptionMandatory())
    .addOption(periodOption())
    .addOption(new Option("--out <folder>", "the folder to write to; files of an earlier pack in it are kept").makeOptionMandatory())
    .addOption(
      new Option("--made <day>", "the day the pack says it was made")
        .default(new Date().toISOString().slice(0, 10), "today")
        .argParser(day),
    )
    .action(async ({ data, out, made, period }: PackCommandOptions) => {
      const { files, unreadable } = await dataFiles(data);
      for (const { file, reason } of unreadable) io.stderr.write(`${file}: ${reason}\n`);
      if (files.length === 0) return io.fail?.();
      await mkdir(out, { recursive: true });
      let [written, index] = [0, ""];
      await withProgressBar(io, async (onProgress) => {
        for await (const [name, bytes] of makePack(files, { made, onProgress, ...(period ? { defaultPeriod: period } : {}) })) {
          // Under a passing name first: whoever is served meanwhile gets a whole file.
          await writeFile(join(out, `${name}.part`), bytes);
          await rename(join(out, `${name}.part`), join(out, name));
          written += bytes.length;
          if (name === "index.json") index = new TextDecoder().decode(bytes);
        }
      });
      const read = readPackIndex(index);
      if ("faults" in read) throw new Error(`the index it wrote is not in order: ${JSON.stringify(read.faults[0])}`);
      const size = (written / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 });
      io.stderr.write(`${out}: ${read.areas.length} areas, ${read.periods.join(", ")}; ${size} MB.\n`);
      if (unreadable.length > 0) io.fail?.();
    });
}

function day(text: string): string {
  const read = readDay(text);
  if (read === null) throw new InvalidArgumentError("Enter a day like 2026-11-22.");
  return read;
}
