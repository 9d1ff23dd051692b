import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "../support/readXlsx";
import { run } from "./run";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "profiles-"))));
afterAll(() => rm(folder, { recursive: true }));

it("writes a page for each practice that is named, in that order, between the scorecard and its data", async () => {
  const out = join(folder, "two.xlsx");
  const { status } = await run("build", "--illustrative", "--profiles", "X00019", "x00012", "--out", out);
  expect(status).toBe(0);
  const { sheets } = await readXlsx(new Uint8Array(await readFile(out)));
  expect(sheets.map(({ name }) => name)).toEqual(["Scorecard", "Practice X00019", "Practice X00012", "Data", "Methods"]);
});

it("names the nearest codes where one is not there, and writes nothing", async () => {
  const out = join(folder, "none.xlsx");
  const { status, stderr } = await run("build", "--illustrative", "--out", out, "--profiles", "X00091");
  expect(status).toBe(1);
  expect(stderr).toBe("No practice called X00091 is loaded. Did you mean X00001 or X00011 or X00021?\n");
  await expect(readFile(out)).rejects.toThrow("ENOENT");
});
