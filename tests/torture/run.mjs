/**
 * `npm run torture`: everything under tests/torture at full size, and a table of figures at the end.
 *
 * TORTURE_SEED=... repeats a run; TORTURE_SIZE=0.1 makes it a tenth as long; further arguments are jest's, such as `-t "refresh"`.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "..", "..");
const out = path.join(root, "out", "torture");
const seed = process.env.TORTURE_SEED ?? String(Date.now() % 1_000_000_000);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
console.log(`seed ${seed}`);
const started = Date.now();
const jest = [
  "node_modules/jest/bin/jest.js",
  "--selectProjects",
  "node",
  "--forceExit",
  "--testPathPatterns",
  "tests/torture",
  "--runInBand",
];
const { status } = spawnSync(process.execPath, [...jest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, TORTURE: "whole", TORTURE_SEED: seed },
});

const rooms = readdirSync(out)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(path.join(out, name), "utf8")));
const rows = rooms.map(({ room, figures }) => [
  room.replaceAll("-", " "),
  Object.entries(figures)
    .map(([what, value]) => `${typeof value === "number" ? value.toLocaleString("en-GB") : value} ${what}`)
    .join(", "),
]);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
const table = ["| what | figures |", "| --- | --- |", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
const text = `# Last full run of \`npm run torture\`\n\nSeed ${seed}, ${minutes} minutes, ${status === 0 ? "all held" : "not all held"}.\n\n${table}\n`;
console.log(`\n${text}`);
writeFileSync(path.join(here, "results.md"), text);
writeFileSync(
  path.join(here, "results.json"),
  `${JSON.stringify({ seed, minutes: Number(minutes), held: status === 0, rooms }, null, 2)}\n`,
);
process.exitCode = status ?? 1;
