import { Option, type Command } from "commander";
import { areaData, areaOption, dataOption, illustrativeOption, periodOption, requireArea, type AreaOptions } from "./areaData";
import { writeAreaWorkbook, type WorkbookOptions } from "./areaWorkbook";
import { uselessPaths } from "./dataFiles";
import { buildEachArea } from "./eachArea";
import { fetchOption, relayOption } from "./fetched";
import type { Io } from "./io";
import { comparatorOption, formulasOption, methodOption, presetOption } from "./specOptions";

/** `gp-scorecard build`: the scorecard of an area as an Excel file, the same as the add-in makes in the open workbook. */
export function registerBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("Write an area's scorecard to an Excel file, or one for each area.")
    .hook("preAction", requireAreas)
    .addOption(areaOption())
    .addOption(dataOption())
    .addOption(illustrativeOption())
    .addOption(
      new Option("--each-area", "a workbook for each sub-ICB location in the files, from one pass over them").conflicts([
        "area",
        "illustrative",
        "fetch",
      ]),
    )
    .addOption(periodOption())
    .addOption(presetOption())
    .addOption(comparatorOption())
    .addOption(methodOption())
    .addOption(formulasOption())
    .addOption(fetchOption())
    .addOption(relayOption())
    .addOption(new Option("--funnels <indicator...>", 'a sheet with a funnel plot for each of these, like HYP008, or for "all"'))
    .addOption(new Option("--profiles [practice...]", "a page for each of these practices, like F81010 F81082, or for all of them"))
    .addOption(new Option("--under-doctoring", "a sheet with patients per GP against deprivation"))
    .addOption(
      new Option("--out <file>", "the Excel file to write, like scorecard.xlsx; with --each-area the folder").makeOptionMandatory(),
    )
    .action(async (options: BuildOptions) => {
      const builtOn = new Date().toISOString().slice(0, 10);
      if (options.eachArea) return eachArea({ ...options, data: options.data! }, builtOn, io);
      const data = await areaData(options, io);
      if (data === null) return io.fail?.();
      const { area, practices, indicators, without, leftOut } = await writeAreaWorkbook(data, options, builtOn, options.out);
      for (const reason of without) io.stderr.write(`${reason}\n`);
      io.stderr.write(`${options.out}: ${area}, ${practices} practices, ${indicators} indicators.\n`);
      if (leftOut.length > 0) io.stderr.write(`Not loaded and left out: ${leftOut.join(", ")}.\n`);
      if (uselessPaths(options.data ?? [], data.files).length > 0) io.fail?.();
    });
}

interface BuildOptions extends AreaOptions, WorkbookOptions {
  readonly out: string;
  readonly eachArea?: boolean;
}

async function eachArea(options: BuildOptions & { readonly data: readonly string[] }, builtOn: string, io: Io): Promise<void> {
  const made = await buildEachArea(options, builtOn, io);
  if (made === null) return io.fail?.();
  io.stderr.write(`${options.out}: ${made.written} workbooks.\n`);
  if (made.failed > 0) io.fail?.();
}

function requireAreas(program: Command, command: Command): void {
  const { eachArea: isEach, data } = command.opts<BuildOptions>();
  if (!isEach) return requireArea(program, command);
  if (data === undefined) command.error("error: enter --data with --each-area", { exitCode: 2 });
}
