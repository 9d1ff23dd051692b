import { gzipSync } from "node:zlib";
import { illustrativeArea } from "../../src/reference/illustrative";
import { pack, unpack } from "../../src/reference/keep";

test("what is unpacked is what was packed", async () => {
  const data = illustrativeArea();
  const packed = await pack(data);
  expect(await unpack(packed!)).toEqual(data);
});

test("33 practices take less than a fifth of the 500,000 characters that a workbook is given to carry", async () => {
  expect((await pack(illustrativeArea()))!.length).toBeLessThan(100_000);
});

test("what is too large to carry is not packed", async () => {
  const data = illustrativeArea();
  // Random digits cannot be compressed much: 400,000 of them stay larger than the limit.
  const noise = Array.from({ length: 100_000 }, (_, i) => ({ ...data.observations[0]!, value: Math.sin(i) * 1e15 }));
  expect(await pack({ ...data, observations: noise })).toBeNull();
});

test.each([
  ["nothing", ""],
  ["no base64", "§§§"],
  ["not compressed", btoa("{}")],
  ["another version", gzipSync(JSON.stringify({ version: 2, practices: [], observations: [], area: { code: "07G" } })).toString("base64")],
  ["something else", gzipSync(JSON.stringify({ version: 1 })).toString("base64")],
])("%s is not unpacked", async (_what, text) => {
  expect(await unpack(text)).toBeNull();
});
