import type { Command } from "commander";
import { ProblemError } from "../problem";
import type { Observation, Practice } from "../reference/model";
import { comparePeriods } from "../reference/period";
import { areaData, areaOption, dataOption, illustrativeOption, periodOption, requireArea, type AreaOptions } from "./areaData";
import { csvLine } from "./csvLine";
import { uselessPaths } from "./dataFiles";
import { fetchOption, relayOption } from "./fetched";
import type { Io } from "./io";

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
    .hook("preAction", requireArea)
    .addOption(areaOption())
    .addOption(dataOption())
    .addOption(illustrativeOption())
    .addOption(periodOption())
    .addOption(fetchOption())
    .addOption(relayOption())
    .action(async (options: AreaOptions) => {
      const data = await areaData(options, io);
      if (data === null) return io.fail?.();
      const wanted = data.observations.filter((observation) => options.period === undefined || observation.period === options.period);
      if (wanted.length === 0) throw notLoaded(options.period ?? "", data.observations);
      const lines = [...wanted].sort(byPracticeIndicatorPeriod).map((observation) => csvLine(cells(observation, data.practices)));
      io.stdout.write(`${csvLine(HEADINGS)}${lines.join("")}`);
      if (uselessPaths(options.data ?? [], data.files).length > 0) io.fail?.();
    });
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
