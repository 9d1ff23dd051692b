/** The recipes of docs/recipes.md, followed to the letter in a copy of the project: it compiles, and the tests that they bring pass. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { codeBlocksIn, documentAt, PROJECT, type CodeBlock } from "./markdown";

const COPIED = [
  "src",
  "tests",
  "docs",
  "bench",
  "release",
  "tools",
  "package.json",
  "tsconfig.json",
  "jest.config.js",
  "manifest.xml",
  ".swcrc",
];
const steps = codeBlocksIn(documentAt("docs/recipes.md").text).filter(({ file }) => file !== undefined);

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "recipes-"));
  for (const path of COPIED) if (existsSync(join(PROJECT, path))) cpSync(join(PROJECT, path), join(copy, path), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(copy, "node_modules"));
  steps.forEach(follow);
  // Only what the recipes touch and what that leans on: the rest is compiled by `npm run types`.
  const touched = steps.map(({ file }) => file!).filter((file) => file.endsWith(".ts"));
  writeFileSync(join(copy, "tsconfig.recipes.json"), JSON.stringify({ extends: "./tsconfig.json", include: [], files: touched }));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** A whole file, or lines behind the line in which `after` stands; it has to stand in one line and no more. */
function follow({ file, after, code }: CodeBlock): void {
  const path = join(copy, file!);
  if (after === undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
    return;
  }
  const lines = readFileSync(path, "utf8").split("\n");
  const places = lines.flatMap((line, at) => (line.includes(after) ? [at] : []));
  if (places.length !== 1) throw new Error(`"${after}" stands in ${places.length} lines of ${file}, and the recipe needs one.`);
  writeFileSync(path, [...lines.slice(0, places[0]! + 1), code, ...lines.slice(places[0]! + 1)].join("\n"));
}

const run = (...command: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, UPDATE_DOCS: "1" },
  });
  return status === 0 ? "passed" : `${stdout}${stderr}`;
};

test("there are four recipes, and each changes the code", () => {
  expect(steps.map(({ file }) => file!.split("/").slice(0, 2).join("/"))).toEqual(
    expect.arrayContaining(["src/indicators", "src/reference", "src/functions", "src/scorecard"]),
  );
});

test("with all of them followed the code compiles", () => {
  expect(run("node_modules/typescript/bin/tsc", "-p", "tsconfig.recipes.json")).toBe("passed");
});

test("the new function is tried with cells of all kinds, as the others are", () => {
  const jest = ["node_modules/jest/bin/jest.js", "--selectProjects", "node", "--testPathPatterns", "functions/properties"];
  expect(run(...jest, "-t", "PER_THOUSAND|no function was forgotten")).toBe("passed");
});

test("the tests that they bring pass, and so do those of functions and of who may import whom", () => {
  const jest = [
    "node_modules/jest/bin/jest.js",
    "--selectProjects",
    "node",
    "--testPathPatterns",
    "recipe(Indicator|Publication|Preset)",
    "tests/spec",
    "tests/functions/examples",
    "tests/architecture",
    "tests/indicators",
  ];
  expect(run(...jest)).toBe("passed");
});
