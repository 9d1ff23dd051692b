import { rename, rm, writeFile } from "node:fs/promises";
import { Option, type Command } from "commander";
import { ProblemError } from "../problem";
import { buildScorecard } from "../scorecard/build";
import type { ScorecardModel } from "../scorecard/model";
import { longTermConditions } from "../scorecard/presets/longTermConditions";
import { funnelsFor } from "../scorecard/funnel";
import { underDoctoring } from "../scorecard/underDoctoring";
import { funnelSheet, layOutWorkbook, practiceSheet, underDoctoringSheet, withSheets, type WantedSheet } from "../sheet/layout";
import { writeWorkbook } from "../xlsx/writeWorkbook";
import { areaData, areaOption, dataOption, illustrativeOption, periodOption, requireArea, type AreaOptions } from "./areaData";
import { uselessPaths } from "./dataFiles";
import { fetchOption, relayOption } from "./fetched";
import type { Io } from "./io";

/** `gp-scorecard build`: the scorecard of an area as an Excel file, the same as the add-in makes in the open workbook. */
export function registerBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("Write an area's scorecard to an Excel file.")
    .hook("preAction", requireArea)
    .addOption(areaOption())
    .addOption(dataOption())
    .addOption(illustrativeOption())
    .addOption(periodOption())
    .addOption(fetchOption())
    .addOption(relayOption())
    .addOption(new Option("--funnels <indicator...>", 'a sheet with a funnel plot for each of these, like HYP008, or for "all"'))
    .addOption(new Option("--profiles [practice...]", "a page for each of these practices, like F81010 F81082, or for all of them"))
    .addOption(new Option("--under-doctoring", "a sheet with patients per GP against deprivation"))
    .addOption(new Option("--out <file>", "the Excel file to write, like scorecard.xlsx").makeOptionMandatory())
    .action(async (options: BuildOptions) => {
      const data = await areaData(options, io);
      if (data === null) return io.fail?.();
      const builtOn = new Date().toISOString().slice(0, 10);
      const model = buildScorecard(data, { spec: longTermConditions, builtOn, ...(options.period ? { period: options.period } : {}) });
      const pages = practicePages(model, options);
      const { sheets, without } = chartSheets(model, options);
      for (const reason of without) io.stderr.write(`${reason}\n`);
      const plan = layOutWorkbook(model, withSheets([...sheets, ...pages]));
      await writeWhole(options.out, await writeWorkbook(plan));
      const indicators = model.groups.reduce((sum, group) => sum + group.indicators.length, 0);
      io.stderr.write(`${options.out}: ${model.area.name}, ${model.practices.length} practices, ${indicators} indicators.\n`);
      if (model.leftOut.length > 0) io.stderr.write(`Not loaded and left out: ${model.leftOut.join(", ")}.\n`);
      if (uselessPaths(options.data ?? [], data.files).length > 0) io.fail?.();
    });
}

interface BuildOptions extends AreaOptions {
  readonly out: string;
  readonly funnels?: readonly string[];
  readonly underDoctoring?: boolean;
  /** true: every practice. */
  readonly profiles?: true | readonly string[];
}

/** The pages that were asked for. @throws ProblemError for a code that is not on the scorecard, with the nearest that are */
function practicePages(model: ScorecardModel, { profiles }: BuildOptions): WantedSheet[] {
  const codes = model.practices.map(({ practice }) => practice.code);
  if (profiles === undefined) return [];
  if (profiles === true) return codes.map(practiceSheet);
  return [...new Set(profiles.map((code) => code.trim().toUpperCase()))].map((code) => {
    if (!codes.includes(code)) throw new ProblemError({ kind: "notFound", what: "practice", key: code, near: nearestCodes(code, codes) });
    return practiceSheet(code);
  });
}

/** The codes that differ in the fewest places, where those are at most two. */
function nearestCodes(code: string, codes: readonly string[]): string[] {
  const differing = (other: string) =>
    [...other].filter((letter, i) => letter !== code[i]).length + Math.max(0, code.length - other.length);
  const fewest = Math.min(...codes.map(differing));
  return fewest > 2 ? [] : codes.filter((other) => differing(other) === fewest).slice(0, 3);
}

/** The sheets with charts that were asked for, and in words why one is not made. */
function chartSheets(model: ScorecardModel, { funnels = [], underDoctoring: capacity }: BuildOptions) {
  const possible = funnelsFor(model).map(({ column }) => column.definition.id);
  const asked = funnels.includes("all") ? possible : [...new Set(funnels.map((id) => id.toUpperCase()))];
  const isUseful = capacity === true && underDoctoring(model) !== null;
  return {
    sheets: [...asked.filter((id) => possible.includes(id)).map(funnelSheet), ...(isUseful ? [underDoctoringSheet] : [])],
    without: [
      ...asked
        .filter((id) => !possible.includes(id))
        .map((id) => `No funnel for ${id}: choose from ${possible.join(", ") || "indicators for which England is loaded"}.`),
      ...(funnels.includes("all") && possible.length === 0 ? ["No funnels: England is not in the files that were loaded."] : []),
      ...(capacity === true && !isUseful ? ["No sheet Under-doctoring: add list sizes and General Practice Workforce."] : []),
    ],
  };
}

/** Under a passing name first: whoever has the old file keeps a whole one until the new one is whole. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const begun = `${path}.part`;
  try {
    await writeFile(begun, bytes);
    await rename(begun, path);
  } catch (error) {
    await rm(begun, { force: true });
    throw new ProblemError({ kind: "unwritable", file: path, reason: whyNot((error as NodeJS.ErrnoException).code) });
  }
}

function whyNot(code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such folder";
  if (code === "EACCES" || code === "EPERM" || code === "EBUSY") return "it is open in another program, or the folder is write-protected";
  return code === "ENOSPC" ? "the disk is full" : `the system says ${code ?? "nothing"}`;
}
