import { InvalidArgumentError, type Command } from "commander";
import { ProblemError } from "../problem";
import type { Observation, Period, Practice } from "../reference/model";
import { comparePeriods, readPeriod } from "../reference/period";
import { readReferenceData } from "../reference/read";
import { csvLine } from "./csvLine";
import { dataFiles, uselessPaths, whyUnusable } from "./dataFiles";
import type { Io } from "./io";
import { withProgressBar } from "./progressBar";

const HEADINGS = [
  "practice_code",
  "practice_name",
  "indicator",
  "period",
  "numerator",
  "denominator",
  "exceptions",
  "value",
  "missing_reason",
  "source",
];

/** `gp-scorecard values`: every figure loaded for an area as one long table, for another program to read. */
export function registerValues(program: Command, io: Io): void {
  program
    .command("values")
    .description("Print every figure of an area's practices as CSV, one line a practice, indicator and period.")
    .requiredOption("--area <code>", "sub-ICB location (07G or E38000185), ICB (QH8) or PCN (U28765)")
    .requiredOption("--data <path...>", "files, zip archives or folders")
    .option(
      "--period <period>",
      "this period only, like 2022-23, 2025-12 or 2021-01-01; also the period of files that do not say theirs",
      period,
    )
    .action(async (options: { area: string; data: string[]; period?: Period }) => {
      const { files, unreadable } = await dataFiles(options.data);
      for (const { file, reason } of unreadable) io.stderr.write(`${file}: ${reason}\n`);
      if (files.length === 0) return io.fail?.();
      const data = await withProgressBar(io, (onProgress) =>
        readReferenceData(files, { area: options.area, onProgress, ...(options.period ? { defaultPeriod: options.period } : {}) }),
      );
      for (const report of data.files) {
        const reason = whyUnusable(report);
        if (reason) io.stderr.write(`${report.file}: ${reason}\n`);
        else if (report.rowsRefused.length > 0)
          io.stderr.write(
            `${report.file}: ${report.rowsRefused.length} of ${report.rowsRead} rows refused; "gp-scorecard check" lists them.\n`,
          );
        for (const remark of report.remarks) io.stderr.write(`${report.file}: ${remark}\n`);
      }
      const wanted = data.observations.filter((observation) => options.period === undefined || observation.period === options.period);
      if (wanted.length === 0) throw notLoaded(options.period ?? "", data.observations);
      const lines = [...wanted].sort(byPracticeIndicatorPeriod).map((observation) => csvLine(cells(observation, data.practices)));
      io.stdout.write(`${csvLine(HEADINGS)}${lines.join("")}`);
      if (uselessPaths(options.data, data.files).length > 0) io.fail?.();
    });
}

function period(text: string): Period {
  const read = readPeriod(text);
  if (read === null) throw new InvalidArgumentError("Enter a period like 2022-23, 2025-12, 2021-01-01 or 2019.");
  return read;
}

function cells(observation: Observation, practices: ReadonlyMap<string, Practice>): (string | number)[] {
  const { practiceCode, indicator, numerator, denominator, personalisedCareAdjustments, source } = observation;
  return [
    practiceCode,
    practices.get(practiceCode)?.name ?? "",
    indicator,
    observation.period,
    numerator ?? "",
    denominator ?? "",
    personalisedCareAdjustments ?? "",
    valueOf(observation),
    observation.missing ?? "",
    `${source.publication}, ${source.file}, line ${source.line}`,
  ];
}

/** The published value; for a proportion numerator over denominator, 0 to 1. */
function valueOf({ value, numerator, denominator }: Observation): number | string {
  if (value !== undefined) return value;
  return numerator !== undefined && denominator ? numerator / denominator : "";
}

function byPracticeIndicatorPeriod(a: Observation, b: Observation): number {
  return order(a.practiceCode, b.practiceCode) || order(a.indicator, b.indicator) || comparePeriods(a.period, b.period);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const notLoaded = (key: string, observations: readonly Observation[]): ProblemError =>
  new ProblemError({
    kind: "notFound",
    what: "period",
    key,
    near: [...new Set(observations.map((observation) => observation.period))].sort(comparePeriods),
  });
