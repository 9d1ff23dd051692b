import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { makePack } from "../../src/reference/makePack";
import { packAge, readPackedArea, readPackIndex, type PackIndex } from "../../src/reference/pack";
import { readReferenceData } from "../../src/reference/read";
import { findPack, takeFromPack } from "../../src/taskpane/reading/pack";
import { sends, testServer } from "../support/testServer";
import { fileOf, thurrock } from "./files";

const files = () =>
  ["MAPPING_NHS_GEOGRAPHIES_2223.csv", "PREVALENCE_2223.csv", "HSCA_Active_Locations_2026-02.csv", "MAPPING_INDICATORS_2021_v2.csv"].map(
    thurrock,
  );

type Pack = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
const packOf = async (sources = files(), made = "2026-11-22"): Promise<Pack> => {
  const pack = new Map<string, Uint8Array<ArrayBuffer>>();
  for await (const [name, bytes] of makePack(sources, { made })) pack.set(name, bytes);
  return pack;
};
const textOf = (pack: Pack, name: string) => new TextDecoder().decode(pack.get(name));
const indexOf = (pack: Pack) => readPackIndex(textOf(pack, "index.json")) as PackIndex;

describe("the pack of an excerpt of real files", () => {
  let pack: Pack;
  let index: PackIndex;
  beforeAll(async () => {
    pack = await packOf();
    index = indexOf(pack);
  });
  const bytesOf = (code: string) => ({
    area: pack.get(index.areas.find((area) => area.code === code)!.file)!,
    england: pack.get(index.england.file)!,
  });

  it("has every area that the geography knows and the files have figures of", () => {
    expect(index.areas.map(({ code }) => code)).toContain("07G");
    expect(index.made).toBe("2026-11-22");
    expect(index.periods).toContain("2022-23");
  });
  it("names each file after its content", () => {
    for (const { file, sha256, bytes } of [index.england, ...index.areas]) {
      const found = pack.get(file)!;
      expect([createHash("sha256").update(found).digest("hex"), found.length]).toEqual([sha256, bytes]);
      expect(file).toContain(sha256.slice(0, 16));
    }
  });
  it("puts out the index last, so that it never names a file that is not there", () => {
    expect([...pack.keys()].at(-1)).toBe("index.json");
    expect(pack.size).toBe(index.areas.length + 2);
  });
  it("gives of each area what reading the files for that area alone gives", async () => {
    for (const { code } of index.areas) {
      const alone = await readReferenceData(files(), { area: code });
      const packed = await readPackedArea(index, code, bytesOf(code));
      expect({ ...packed, files: [] }).toEqual({ ...alone, files: [] });
    }
  });
  it("says on each file that its rows are those of all areas", async () => {
    const packed = await readPackedArea(index, "07G", bytesOf("07G"));
    expect("files" in packed && packed.files[0]!.remarks.at(-1)).toBe(
      "Read from the pack of 22 November 2026; rows are those of all its areas.",
    );
  });
  it("is the same to the last byte when it is made again, and holds no path of the maker's disk", async () => {
    const moved = files().map((file) => ({ ...file, name: `/home/somebody/Downloads/${file.name}` }));
    expect([...(await packOf(moved))]).toEqual([...pack]);
    for (const name of pack.keys()) expect(textOf(pack, name)).not.toContain("somebody");
  });
  it("differs in the index only when it is made on another day", async () => {
    const [next, names] = [await packOf(files(), "2026-11-23"), [...pack.keys()]];
    expect([...next.keys()]).toEqual(names);
    expect(names.filter((name) => textOf(pack, name) !== textOf(next, name))).toEqual(["index.json"]);
  });

  const faultOf = async (bytes: ReturnType<typeof bytesOf>, code = "07G") => {
    const read = await readPackedArea(index, code, bytes);
    return "faults" in read ? read.faults.map(({ expected, found }) => `${expected} / ${found}`) : [];
  };
  it("refuses half a file", async () => {
    const whole = bytesOf("07G");
    const half = whole.area.slice(0, 1000);
    expect(await faultOf({ ...whole, area: half })).toEqual([`${whole.area.length} bytes / 1000`]);
  });
  it("refuses a file in which one digit was changed", async () => {
    const whole = bytesOf("07G");
    const changed = whole.area.slice();
    changed[200] = 0x39 === changed[200] ? 0x38 : 0x39;
    expect((await faultOf({ ...whole, area: changed }))[0]).toMatch(/^SHA-256 [0-9a-f]{16}/);
  });
  it("says of two broken files what is wrong with each", async () => {
    const nothing = new Uint8Array();
    expect(await faultOf({ area: nothing, england: nothing })).toHaveLength(2);
  });
  it("knows no area that is not in its index", async () => {
    expect(await faultOf(bytesOf("07G"), "99X")).toEqual([expect.stringContaining("area 99X")]);
  });
});

describe("an index", () => {
  const sha256 = "0123456789abcdef".repeat(4);
  const file = "area-07G-0123456789abcdef.json";
  const area = { code: "07G", name: "Thurrock", practices: 33, file, bytes: 9, sha256 };
  const good = {
    format: "gp-scorecard pack",
    version: 1,
    made: "2026-11-22",
    periods: ["2022-23"],
    england: { file: "england-0123456789abcdef.json", bytes: 9, sha256 },
    areas: [area],
  };
  const faultsOf = (index: unknown) => {
    const read = readPackIndex(typeof index === "string" ? index : JSON.stringify(index));
    return "faults" in read ? read.faults.map(({ path, found }) => `${path}: ${found}`) : [];
  };
  const withFile = (name: string) => faultsOf({ ...good, areas: [{ ...area, file: name }] });

  it("has a good one to spoil", () => expect(faultsOf(good)).toEqual([]));
  it.each([
    "../secret.json",
    "/etc/passwd",
    "https://elsewhere/x.json",
    "a/b-0123456789abcdef.json",
    "..%2f-0123456789abcdef.json",
    "__proto__",
    "",
  ])("does not lead to %j", (name) => expect(withFile(name)).toEqual([`areas[0].file: ${JSON.stringify(name)}`]));
  it("must name a file by its own hash", () => {
    expect(withFile("area-07G-ffffffffffffffff.json")).toEqual(["areas[0].file: area-07G-ffffffffffffffff.json"]);
  });
  it.each(["__proto__", "constructor", "07g", "=1+1", ""])("has no area called %j", (code) => {
    expect(faultsOf({ ...good, areas: [{ ...area, code }] })).toHaveLength(1);
  });
  it("names an area once", () => expect(faultsOf({ ...good, areas: [area, area] })).toEqual(["areas[1].code: 07G again"]));
  it("is told every fault at once", () => {
    expect(faultsOf({ ...good, version: 2, made: "today", england: { ...good.england, bytes: -1 } })).toEqual([
      "version: 2",
      'made: "today"',
      "england.bytes: -1",
    ]);
  });
  it("takes nothing from a prototype", () => {
    expect(faultsOf(`{"__proto__":${JSON.stringify(good)}}`).length).toBeGreaterThan(3);
  });
  it.each([
    ["<!DOCTYPE html><html>", ": a web page"],
    ['{"format":"gp-sc', ": other text, or half of it"],
    ["", ": nothing"],
  ])("is not %j", (text, fault) => expect(faultsOf(text)).toEqual([fault]));
});

it.each([
  ["2026-11-22", "Made on 22 November 2026; figures up to 2022-23"],
  ["2026-11-12", "Made on 12 November 2026, 10 days ago; figures up to 2022-23"],
  ["2025-11-22", "Made on 22 November 2025, 11 months ago; figures up to 2022-23"],
])("says how old a pack of %s is on 22 November 2026", (made, words) => {
  expect(packAge({ made, periods: ["2021-22", "2022-23"] }, new Date("2026-11-22T12:00:00Z"))).toBe(words);
});

it("says which files there were when none can be used", async () => {
  await expect(packOf([fileOf("notes.csv", "a,b\n1,2\n")])).rejects.toMatchObject({
    problem: { kind: "noUsableData", found: [{ file: "notes.csv" }] },
  });
});

describe("over the network", () => {
  const served = async (pack: Pack) => {
    const server = await testServer();
    for (const [name, bytes] of pack) server.on(`/add-in/pack/${name}`, sends("application/json", bytes));
    Object.assign(globalThis, { document: { baseURI: `${server.origin}/add-in/taskpane.html` } });
    return server;
  };

  it("is found beside the pane, and an area takes one request beside that for England", async () => {
    const server = await served(await packOf());
    const index = (await findPack({ fetch }))!;
    server.asked.length = 0;
    const data = await takeFromPack(index, "07G", { fetch });
    expect(data.area.name).toContain("07G");
    expect(server.asked.sort()).toEqual(
      [index.areas.find(({ code }) => code === "07G")!.file, index.england.file].sort().map((name) => `/add-in/pack/${name}`),
    );
    await server.stop();
  });
  it("is not missed where there is none", async () => {
    const server = await served(new Map());
    expect(await findPack({ fetch })).toBeNull();
    await server.stop();
    expect(await findPack({ fetch })).toBeNull();
  });
  it("is not missed where the add-in as it is built says that there is none", async () => {
    const server = await served(new Map([["index.json", readFileSync(path.join(__dirname, "../../assets/noPack.json"))]]));
    expect(await findPack({ fetch })).toBeNull();
    await server.stop();
  });
  it("is refused with words where a web page stands in its place", async () => {
    const server = await served(new Map());
    server.on("/add-in/pack/index.json", sends("text/html", "<!doctype html><p>Sign in"));
    await expect(findPack({ fetch })).rejects.toMatchObject({
      problem: { kind: "unreadable", reason: "the whole: expected the index of a pack, as JSON, found a web page" },
    });
    await server.stop();
  });
});
