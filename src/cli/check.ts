import type { Command } from "commander";
import type { FileReport } from "../reference/model";
import { inspectFiles } from "../reference/read";
import { PUBLICATIONS } from "../reference/sources";
import { dataFiles, placeOf, uselessPaths, whyUnusable } from "./dataFiles";
import type { Io } from "./io";
import { withProgressBar } from "./progressBar";

/** Refused rows shown of each file; `--json` gives all. */
const SHOWN = 20;

/** `gp-scorecard check`: what each file is, how many of its rows can be used, and what is wrong with the others. */
export function registerCheck(program: Command, io: Io): void {
  program
    .command("check")
    .description("Say of each file which publication it is, its period, and which rows cannot be used and why.")
    .requiredOption("--data <path...>", "files, zip archives or folders")
    .option("--json", "print the findings as JSON, with every refused row")
    .addHelpText("after", "\nStatus: 0 all files can be used, 1 a file that was named cannot be used (or none in a folder), 2 wrong use.")
    .action(async (options: { data: string[]; json?: boolean }) => {
      const { files, unreadable } = await dataFiles(options.data);
      const inspected = await withProgressBar(io, (onProgress) => inspectFiles(files, { onProgress }));
      const reports = [...inspected.files, ...unreadable.map(notOpened)];
      if (options.json) io.stdout.write(`${JSON.stringify({ files: reports.map(asJson) }, null, 2)}\n`);
      else io.stdout.write(reports.map(describe).join(""));
      for (const report of reports) {
        const reason = whyUnusable(report);
        if (reason) io.stderr.write(`${report.file}: ${reason}\n`);
      }
      if (uselessPaths(options.data, reports).length > 0) io.fail?.();
    });
}

const notOpened = ({ file, reason }: { file: string; reason: string }): FileReport => ({
  file,
  reason,
  publication: null,
  period: null,
  rowsRead: 0,
  rowsUsed: 0,
  rowsOutsideArea: 0,
  rowsRefused: [],
  remarks: [],
});

const asJson = ({ file, publication, reason, period, rowsRead, rowsUsed, rowsOutsideArea, rowsRefused }: FileReport) => ({
  file,
  publication,
  ...(reason === undefined ? {} : { reason }),
  period,
  rowsRead,
  // Without an area, the rows a publication holds besides (closed practices, other services) are in order too.
  rowsUsed: rowsUsed + rowsOutsideArea,
  rowsRefused,
});

function describe(report: FileReport): string {
  if (report.publication === null) return `${report.file}\n  not used: ${report.reason}\n`;
  const count = (n: number) => n.toLocaleString("en-GB");
  const title = PUBLICATIONS.find(({ id }) => id === report.publication)?.title ?? report.publication;
  const beside = report.rowsOutsideArea > 0 ? `, ${count(report.rowsOutsideArea)} not about GP practices in use` : "";
  const lines = [
    report.file,
    `  ${title}${report.period ? `, ${report.period}` : ""}: ${count(report.rowsRead)} rows read, ${count(report.rowsUsed)} used${beside}, ${count(report.rowsRefused.length)} refused`,
    ...(report.reason ? [`  not used: ${report.reason}`] : []),
    ...report.remarks.map((remark) => `  ${remark}`),
    ...report.rowsRefused.slice(0, SHOWN).map((row) => `  ${placeOf(row)}`),
  ];
  const more = report.rowsRefused.length - SHOWN;
  if (more > 0) lines.push(`  and ${count(more)} more; --json lists all`);
  return `${lines.join("\n")}\n`;
}
