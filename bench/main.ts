/**
 * npm run bench                  every figure; writes bench/results.json and bench/results.md
 * npm run bench -- --quick       the same with smaller data and fewer runs, under a minute on a free machine
 * npm run bench -- functions     only these, written nowhere
 * npm run bench -- --processor   by processor time instead of the clock, for a machine that is busy with other things
 *
 * Each file of figures runs in a process of its own, so that one does not warm up or crowd another.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import type { Figure } from "./pairs";

const ALL = [
  "functions",
  "recalculation",
  "imports",
  "achievement",
  "ods",
  "intoExcel",
  "files",
  "pane",
  "functionsBundle",
  "growth",
  "eachArea",
];

const asked = process.argv.slice(3);
const options = asked.filter((word) => word.startsWith("-"));
const quick = options.includes("--quick");
const chosen = asked.filter((word) => !word.startsWith("-"));
const unknown = chosen.filter((name) => !ALL.includes(name));
if (unknown.length > 0) throw new Error(`There are no figures called ${unknown.join(", ")}. Choose from ${ALL.join(", ")}.`);

const figures: Figure[] = [];
const failed: string[] = [];
for (const name of chosen.length > 0 ? chosen : ALL) {
  const began = performance.now();
  const script = [join(__dirname, "run.js"), "one", name, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--expose-gc", "--max-old-space-size=4096", ...script], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  process.stderr.write(`${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  const answer = stdout.split("\n").find((line) => line.startsWith("FIGURES "));
  if (status === 0 && answer !== undefined) figures.push(...(JSON.parse(answer.slice(8)) as Figure[]));
  else {
    failed.push(name);
    process.stderr.write(`${stderr || stdout}\n`);
  }
}

const shown = (value: number | null, unit: Figure["unit"]): string => {
  if (value === null) return "-";
  if (unit === "ms") return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  if (unit === "bytes") return `${(value / 1000).toFixed(1)} kB`;
  return unit === "MB" ? `${value.toFixed(0)} MB` : unit === "exponent" ? value.toFixed(2) : String(value);
};
const two = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

const verdict = ({ ratio, target }: Figure): string =>
  target === null || ratio === null ? "told" : ratio <= target ? "met" : "**missed**";
const rows = figures.map((each) => [
  each.figure,
  each.peer,
  shown(each.ours, each.unit),
  shown(each.theirs, each.unit),
  each.ratio === null ? "-" : two(each.ratio),
  each.runs === 1 ? "-" : `${two(each.spread[0])} to ${two(each.spread[1])}`,
  String(each.runs),
  each.target === null ? "-" : `at most ${each.target}`,
  `${verdict(each)}${each.note ? `: ${each.note}` : ""}`,
]);
const headings = ["figure", "peer in the same run", "ours", "peer", "ratio", "spread", "pairs", "to reach", "reached"];
const markdown = [headings, headings.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const machine = `${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
console.log(markdown);

if (chosen.length === 0 && failed.length === 0) {
  const results = { measured: new Date().toISOString().slice(0, 10), machine, quick, figures };
  writeFileSync(join(__dirname, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  const title = `# What was measured\n\n${results.measured}, ${machine}${quick ? ", quick" : ""}${options.includes("--processor") ? ", by processor time" : ""}. Median of the pairs; times depend on the machine, ratios much less.\n`;
  writeFileSync(join(__dirname, "results.md"), `${title}\n${markdown}\n`);
}
if (failed.length > 0) {
  console.error(`Not measured: ${failed.join(", ")}.`);
  process.exitCode = 1;
}
