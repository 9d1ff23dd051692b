/**
 * Commands of the documents are run as they stand: the command line's and the release's. Where they read what a person downloaded, the folder
 * that they name stands for one with published files of Thurrock. It needs the build.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeBlocksIn, documents, PROJECT } from "./markdown";

const lines = documents.flatMap(({ path, text }) =>
  codeBlocksIn(text)
    .filter(({ language }) => language === "sh" || language === "text")
    .flatMap(({ code }) => code.split("\n"))
    .map((line) => [path, line.replace(/\s+#.*$/, "").trim()] as const),
);

const commandLine = [...new Map(lines.filter(([, line]) => line.startsWith("npx gp-scorecard")).map((each) => [each[1], each[0]]))];
const DOWNLOADS = "~/Downloads";
const downloaded = ["PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv"];
const releases = [...new Map(lines.filter(([, line]) => /^npm run release -- --origin/.test(line)).map((each) => [each[1], each[0]]))];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "commands-"));
  mkdirSync(join(folder, "Downloads"));
  for (const name of downloaded) cpSync(join(PROJECT, "tests/fixtures/thurrock", name), join(folder, "Downloads", name));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the documents show commands that can be run here", () => {
  expect(commandLine.filter(([line]) => line.includes(DOWNLOADS)).length).toBeGreaterThan(3);
  expect([commandLine.length, releases.length].every((count) => count > 1)).toBe(true);
});

test.each(commandLine)("%s, in %s", (line) => {
  const args = line.replace(DOWNLOADS, "Downloads").split(/\s+/).slice(2);
  const { status, stderr } = spawnSync(process.execPath, [join(PROJECT, "build/cli/gp-scorecard.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, stderr.replace(/[\s\S]*/, (said) => (status === 0 ? "" : said))]).toEqual([0, ""]);
});

test.each(releases)("%s, in %s", (line) => {
  const args = line.split(/\s+/).slice(4);
  const out = mkdtempSync(join(folder, "release-"));
  const { status, stdout } = spawnSync(process.execPath, [join(PROJECT, "release/run.js"), ...args, "--no-build", "--out", out], {
    cwd: PROJECT,
    encoding: "utf8",
  });
  expect([status, stdout.split("\n").filter((said) => said.startsWith("FAILED"))]).toEqual([0, []]);
  expect(readdirSync(out).filter((name) => name.endsWith(".zip")).length).toBe(1);
});
