/** `npm run docs`: lays out sources and documents, and renews what is generated in them; the same on every system. */
const { spawnSync } = require("node:child_process");
const { join } = require("node:path");

const run = (program, ...args) =>
  spawnSync(process.execPath, [join(__dirname, "../node_modules", program), ...args], {
    cwd: join(__dirname, ".."),
    stdio: "inherit",
    env: { ...process.env, UPDATE_DOCS: "1" },
  }).status ?? 1;

const layOut = (...places) => run("prettier/bin/prettier.cjs", "--log-level", "warn", "--write", ...places);

// The reference prints the tables of tests/spec as they stand, so they are laid out first.
process.exitCode =
  layOut("src", "tests/spec", "tests/functions") ||
  run(
    "jest/bin/jest.js",
    ...["--selectProjects", "node", "--testPathPatterns", "tests/spec/reference", "tests/docs/generated", "tests/contract/byHand"],
  ) ||
  layOut("*.md", "docs");
