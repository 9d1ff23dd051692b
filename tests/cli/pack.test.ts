import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, thurrock } from "./run";

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), "pack-"))));
afterEach(() => rm(folder, { recursive: true }));

it("writes a folder of one file an area, one of England and the index", async () => {
  const out = join(folder, "new", "pack");
  const data = thurrock("PREVALENCE_2223.csv", "MAPPING_NHS_GEOGRAPHIES_2223.csv");
  const { status, stderr } = await run("pack", "--data", ...data, "--out", out, "--made", "22/11/2026");
  expect([status, stderr]).toEqual([0, expect.stringMatching(/pack: \d areas, 2022-23; .* MB\.\n$/)]);
  const { areas, made } = JSON.parse(await readFile(join(out, "index.json"), "utf8")) as { areas: { file: string }[]; made: string };
  expect(made).toBe("2026-11-22");
  expect((await readdir(out)).sort()).toEqual(expect.arrayContaining(["index.json", ...areas.map(({ file }) => file)].sort()));
  expect((await readdir(out)).some((name) => name.endsWith(".part"))).toBe(false);
});

it("writes no index, and says why, when nothing can be used", async () => {
  const { status, stderr } = await run("pack", "--data", ...thurrock("MAPPING_INDICATORS_2021_v2.csv"), "--out", folder);
  expect([status, await readdir(folder)]).toEqual([1, []]);
  expect(stderr).toContain("Nothing could be used. MAPPING_INDICATORS_2021_v2.csv");
});

it("asks for a day it can read", async () => {
  expect(await run("pack", "--data", folder, "--out", folder, "--made", "soon")).toMatchObject({ status: 2 });
});
