/**
 * `npm run torture`: everything under tests/torture at full size, and a table of figures at the end.
 *
 * `npm run torture -- fuzz longLife` runs these rooms only; the figures of the others stay as their last run left them.
 * TORTURE_SEED=... repeats a run; TORTURE_SIZE=0.1 makes it a tenth as long; arguments that begin with a dash are jest's, such as `-t "refresh"`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "..", "..");
const out = path.join(root, "out", "torture");
const seed = process.env.TORTURE_SEED ?? String(Date.now() % 1_000_000_000);
const given = process.argv.slice(2);
const dash = given.findIndex((each) => each.startsWith("-"));
const [rooms, options] = dash === -1 ? [given, []] : [given.slice(0, dash), given.slice(dash)];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
console.log(`seed ${seed}`);
const outcome = path.join(out, "outcome.jest");
const jest = [
  "node_modules/jest/bin/jest.js",
  "--selectProjects",
  "node",
  "--forceExit",
  "--runInBand",
  "--json",
  `--outputFile=${outcome}`,
  "--testPathPatterns",
  `tests/torture/.*(${rooms.join("|")})`,
];
const { status } = spawnSync(process.execPath, [...jest, ...options], {
  cwd: root,
  // What jest has to say as JSON is in the file.
  stdio: ["inherit", "ignore", "inherit"],
  env: { ...process.env, TORTURE: "whole", TORTURE_SEED: seed },
});

const suites = existsSync(outcome) ? JSON.parse(readFileSync(outcome, "utf8")).testResults : [];
/** Of a test file: whether all of it held, and how long it took. */
const about = (file) => {
  const suite = suites.find(({ name }) => path.basename(name) === file);
  return suite ? { held: suite.status === "passed", minutes: Number(((suite.endTime - suite.startTime) / 60_000).toFixed(1)) } : {};
};
const today = new Date().toISOString().slice(0, 10);
const ran = readdirSync(out)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(path.join(out, name), "utf8")))
  .map((room) => ({ ...room, on: today, ...about(room.file) }));
const kept = path.join(here, "results.json");
const before = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")).rooms : [];
const all = [...before.filter(({ room }) => !ran.some((each) => each.room === room)), ...ran].sort((a, b) => (a.room < b.room ? -1 : 1));
writeFileSync(kept, `${JSON.stringify({ rooms: all }, null, 2)}\n`);

const worded = (value) => (typeof value === "number" ? value.toLocaleString("en-GB") : value);
const rows = all.map(({ room, figures, seed: itsSeed, held, minutes, on, note }) => [
  room.replaceAll("-", " "),
  Object.entries(figures)
    .map(([what, value]) => `${worded(value)} ${what}`)
    .join(", "),
  note ?? (held ? "all held" : "**not all held**"),
  `${itsSeed}, ${minutes} min, ${on}`,
]);
const table = ["| what | figures | | seed, time, day |", "| --- | --- | --- | --- |", ...rows.map((row) => `| ${row.join(" | ")} |`)].join(
  "\n",
);
const text = `# Last run of \`npm run torture\` at full size, room by room\n\n${table}\n`;
console.log(`\n${text}`);
writeFileSync(path.join(here, "results.md"), text);
// As the documents are laid out into which it goes.
spawnSync(process.execPath, ["node_modules/prettier/bin/prettier.cjs", "--write", path.join(here, "results.md"), kept], { cwd: root });
process.exitCode = status ?? 1;
