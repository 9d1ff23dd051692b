import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { illustrativeArea } from "../../src/reference/illustrative";
import { fromKeepsake, KEPT_NAMESPACE, keepsake } from "../../src/reference/keep";
import type { ReferenceData } from "../../src/reference/model";
import { anyReferenceData } from "./arbitrary";

const at = "2026-11-22T09:30:00.000Z";
const later = "2026-11-23T09:30:00.000Z";
const keep = async (data: ReferenceData, when = at) => (await keepsake(data, when))!;
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const asKept = (value: unknown, attributes = `at="${at}" part="1" of="1"`) =>
  `<kept xmlns="${KEPT_NAMESPACE}" version="1" ${attributes}>${gzipSync(JSON.stringify(value)).toString("base64")}</kept>`;

it("gives back whatever was kept", async () => {
  await fc.assert(
    fc.asyncProperty(anyReferenceData, async (data) => {
      expect(await fromKeepsake(await keep(data))).toEqual({ data, keptAt: at, ignored: null });
    }),
    { numRuns: 50 },
  );
});

it("is gzip in base64, which other programs can read", async () => {
  const [document] = await keep(illustrativeArea());
  const text = />([^<]*)</.exec(document!)![1]!;
  expect(JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString())).toMatchObject({ version: 1, illustrative: true });
});

/** Digits that cannot be packed: some 20 characters a figure. */
const noise = (figures: number): ReferenceData => {
  const data = illustrativeArea();
  const [observation] = data.observations;
  return { ...data, observations: Array.from({ length: figures }, (_, i) => ({ ...observation!, value: Math.sin(i) * 1e15 })) };
};

describe("what is too long for one document", () => {
  const data = noise(90_000);
  let documents: readonly string[];
  beforeAll(async () => (documents = await keep(data)));

  it("is cut into several, each below Office's million characters", () => {
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) expect(document.length).toBeLessThan(1_000_000);
  });
  it("is put together again in whatever order Excel hands them out", async () => {
    const [order] = fc.sample(shuffled(documents), 1);
    expect((await fromKeepsake(order!)).data).toEqual(data);
  });
  it("is not used when one of them was lost", async () => {
    expect(await fromKeepsake(documents.slice(1))).toEqual({
      data: null,
      keptAt: null,
      ignored: "The data kept in this workbook cannot be used: a part of it is missing.",
    });
  });
});

it("does not keep what takes more than four documents", async () => {
  expect(await keepsake(noise(400_000), at)).toBeNull();
});

it("keeps no more than 20 refused rows a file", async () => {
  const data = illustrativeArea();
  const rowsRefused = Array.from({ length: 50 }, (_, i) => ({ line: i + 2, column: "", expected: "a count", found: "x" }));
  const [file] = data.files;
  const { data: back } = await fromKeepsake(await keep({ ...data, files: [{ ...file!, rowsRefused }] }));
  expect(back!.files[0]!.rowsRefused).toEqual(rowsRefused.slice(0, 20));
});

it("prefers the newest set that is whole", async () => {
  const [old, young] = [illustrativeArea(), { ...illustrativeArea(), area: { code: "07G", name: "Thurrock" } }];
  const sets = [...(await keep(young, later)), ...(await keep(old))];
  expect((await fromKeepsake(sets)).data?.area.name).toBe("Thurrock");
  const cut = sets.map((document) => (document.includes(later) ? document.replace('of="1"', 'of="2"') : document));
  expect((await fromKeepsake(cut)).data?.area.name).toBe(old.area.name);
});

it("reads what Excel has written anew, with other quotation marks, order and line breaks", async () => {
  const data = illustrativeArea();
  const [document] = await keep(data);
  const text = />([^<]*)</.exec(document!)![1]!;
  const anew = `<?xml version="1.0"?>\n<kept of='1' part='1' at='${at}' version='1' xmlns='${KEPT_NAMESPACE}'>\n${text.replace(/.{76}/g, "$&\n")}\n</kept>\n`;
  expect((await fromKeepsake([anew])).data).toEqual(data);
});

const cannot = "The data kept in this workbook cannot be used: ";
it.each([
  [
    "another program's document",
    `<kept xmlns="${KEPT_NAMESPACE}"><child/></kept>`,
    "a part of it was not written by this add-in, or by a newer version.",
  ],
  [
    "a newer version",
    asKept({}).replace('version="1"', 'version="2"'),
    "a part of it was not written by this add-in, or by a newer version.",
  ],
  ["no base64", asKept({}).replace(/>[^<]*</, ">AAAA=AAA<"), "it is damaged."],
  ["not compressed", asKept({}).replace(/>[^<]*</, `>${btoa("{}")}<`), "it is damaged."],
  ["something else", asKept({ version: 1 }), "it does not hold what it should (area: expected a record, found nothing; and 5 more)."],
  [
    "a million parts",
    asKept({}, `at="${at}" part="1" of="1000000"`),
    "a part of it was not written by this add-in, or by a newer version.",
  ],
])("ignores %s, and says why", async (_what, document, why) => {
  expect(await fromKeepsake([document])).toEqual({ data: null, keptAt: null, ignored: cannot + why });
});

it("survives any single damaged character: the data are whole or ignored", async () => {
  const data = illustrativeArea();
  const [document] = await keep({ ...data, observations: data.observations.slice(0, 40) });
  const place = fc.tuple(fc.nat(document!.length - 1), fc.constantFrom("A", "<", "z", " ", "\u0000"));
  await fc.assert(
    fc.asyncProperty(place, async ([where, character]) => {
      const damaged = document!.slice(0, where) + character + document!.slice(where + 1);
      const read = await fromKeepsake([damaged]);
      if (read.data === null) expect(read.ignored).toMatch(/^The data kept in this workbook cannot be used: /);
      else expect(read.data.observations).toEqual(data.observations.slice(0, 40));
    }),
    { numRuns: 60 },
  );
});

it("says nothing of a workbook in which nothing was kept", async () => {
  expect(await fromKeepsake([])).toEqual({ data: null, keptAt: null, ignored: null });
});
