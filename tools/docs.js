/** `npm run docs`: renews what is generated in the documents, then lays them out; the same on every system. */
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const run = (program, ...args) =>
  spawnSync(process.execPath, [join(__dirname, "../node_modules", program), ...args], {
    cwd: join(__dirname, ".."),
    stdio: "inherit",
    env: { ...process.env, UPDATE_DOCS: "1" },
  }).status ?? 1;

process.exitCode =
  run(
    "jest/bin/jest.js",
    "--selectProjects",
    "node",
    "--testPathPatterns",
    "tests/spec/reference",
    "tests/docs/generated",
    "tests/contract/byHand",
  ) || run("prettier/bin/prettier.cjs", "--log-level", "warn", "--write", "*.md", "docs", "src", "tests/spec", "tests/functions");
