/**
 * A test runner for StrykerJS that stays in its process: the tests of statistics and functions are loaded anew for every mutant, but not the
 * programs they need (TypeScript, the transformer), which for Jest is most of the time. A mutant takes a fifth of a second instead of ten.
 *
 * It knows as much of Jest as those tests use, and Jest's own `expect`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Stryker's copy of the project, in which the mutants are. */
let ROOT;
let require;
const FOLDERS = ["tests/statistics", "tests/functions", "tests/spec"];
/** The 10,000-case properties take minutes; the other three look at no line that can be mutated. */
const LEFT_OUT = /(properties|bundle|metadata|reference)\.test\.ts$/;

/** What Stryker's instrumented code looks at. */
const stryker = (globalThis.__stryker__ ??= {});
const transformed = new Map();

function start() {
  ROOT = process.cwd();
  require = createRequire(path.join(ROOT, "package.json"));
  const { transformSync } = require("@swc/core");
  globalThis.expect = require("expect").expect;
  require.extensions[".ts"] = (module, filename) => {
    if (!transformed.has(filename)) {
      const parser = { syntax: "typescript" };
      const options = { filename, swcrc: false, module: { type: "commonjs" }, jsc: { target: "es2022", parser } };
      transformed.set(filename, transformSync(readFileSync(filename, "utf8"), options).code);
    }
    module._compile(transformed.get(filename), filename);
  };
  // What Excel is told is read from the docstrings, which no mutant changes.
  const generator = require("custom-functions-metadata");
  const generate = generator.generateCustomFunctionsMetadata;
  let generated;
  require.cache[require.resolve("custom-functions-metadata")].exports = {
    ...generator,
    generateCustomFunctionsMetadata: (files) => (generated ??= generate(files)),
  };
}

/** Loads a test file and gives its tests in order, each with what has to run before it. */
function load(file) {
  const tests = [];
  const open = (parent) => ({ parent, beforeAll: [], beforeEach: [], afterEach: [], isPrepared: false });
  let scope = open(null);
  const run = (name, body) => tests.push({ id: `${file} ${tests.length}: ${name}`, scope, body });
  const describe = (_, body) => {
    scope = open(scope);
    body();
    scope = scope.parent;
  };
  const each = (make) => (table) => (name, body) =>
    table.forEach((row) => make(`${name} ${label(row)}`, () => (Array.isArray(row) ? body(...row) : body(row))));
  run.each = each(run);
  describe.each = each(describe);
  Object.assign(globalThis, { describe, test: run, it: run, afterAll: () => undefined });
  for (const when of ["beforeAll", "beforeEach", "afterEach"]) globalThis[when] = (body) => scope[when].push(body);
  require(path.join(ROOT, file));
  return tests;
}

const label = (row) => String(Array.isArray(row) ? row[0] : typeof row === "object" ? Object.values(row)[0] : row).slice(0, 80);

function forget() {
  for (const file of Object.keys(require.cache)) if (file.startsWith(ROOT) && !file.includes("node_modules")) delete require.cache[file];
}

/** What is worked out while a module is loaded belongs to every test, also where a test is the first to load it. */
function loadMutated() {
  for (const folder of ["src/statistics", "src/functions"])
    for (const name of readdirSync(path.join(ROOT, folder)))
      if (name.endsWith(".ts") && name !== "functions.ts") require(path.join(ROOT, folder, name));
}

async function prepare(scope) {
  if (scope === null || scope.isPrepared) return;
  await prepare(scope.parent);
  scope.isPrepared = true;
  for (const body of scope.beforeAll) await body();
}

/** A scope and those around it, the outermost first. */
const around = (scope) => (scope === null ? [] : [...around(scope.parent), scope]);

/** The failure of a test, or null. */
async function failureOf({ scope, body }) {
  try {
    await prepare(scope);
    for (const { beforeEach } of around(scope)) for (const each of beforeEach) await each();
    await body();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    for (const { afterEach } of around(scope)) for (const each of afterEach) await each();
  }
}

const files = () =>
  FOLDERS.flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`)).filter(
    (file) => file.endsWith(".test.ts") && !LEFT_OUT.test(file),
  );

const runner = {
  capabilities: () => ({ reloadEnvironment: true }),
  init: () => start(),
  async dryRun() {
    const tests = [];
    for (const file of files()) {
      forget();
      loadMutated();
      for (const test of load(file)) {
        stryker.currentTestId = test.id;
        const began = performance.now();
        const failure = await failureOf(test);
        stryker.currentTestId = undefined;
        const about = { id: test.id, name: test.id, fileName: path.join(ROOT, file), timeSpentMs: performance.now() - began };
        tests.push(failure === null ? { ...about, status: 0 } : { ...about, status: 1, failureMessage: failure });
      }
    }
    return { status: "complete", tests, mutantCoverage: stryker.mutantCoverage };
  },
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    forget();
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const wanted = testFilter && new Set(testFilter);
    let nrOfTests = 0;
    try {
      for (const file of files()) {
        if (wanted && !testFilter.some((id) => id.startsWith(`${file} `))) continue;
        let tests;
        try {
          tests = load(file);
        } catch (error) {
          return { status: "killed", killedBy: [testFilter?.[0] ?? `${file} 0`], failureMessage: String(error), nrOfTests };
        }
        for (const test of tests) {
          if (wanted && !wanted.has(test.id)) continue;
          nrOfTests++;
          const failure = await failureOf(test);
          if (stryker.hitCount > hitLimit) return { status: "timeout", reason: `Hit limit reached (${stryker.hitCount}/${hitLimit})` };
          if (failure !== null) return { status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests };
        }
      }
      return { status: "survived", nrOfTests };
    } finally {
      stryker.activeMutant = undefined;
    }
  },
};

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", value: runner }];
