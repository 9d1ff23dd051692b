/**
 * A pack is data that somebody put on a server: it is read for what it is, or not at all. Each attempt goes over real HTTP, through the code
 * of the pane; what a person would lose is a scorecard built from figures that are not what they say.
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { makePack } from "../../src/reference/makePack";
import { packNews } from "../../src/reference/pack";
import { findPack, newsOf, takeFromPack } from "../../src/taskpane/reading/pack";
import { messageFor } from "../../src/messages";
import { ProblemError } from "../../src/problem";
import { thurrock } from "../reference/files";
import { sends, testServer, type Answer, type TestServer } from "../support/testServer";
import { record } from "./torture";

type Json = Record<string, unknown> & { areas: Record<string, unknown>[]; england: Record<string, unknown> };

let server: TestServer;
let pack: Map<string, Uint8Array<ArrayBuffer>>;
let tried = 0;

beforeAll(async () => {
  server = await testServer();
  pack = new Map();
  const files = ["MAPPING_NHS_GEOGRAPHIES_2223.csv", "PREVALENCE_2223.csv"].map(thurrock);
  for await (const [name, bytes] of makePack(files, { made: "2026-11-22" })) pack.set(name, bytes);
  Object.assign(globalThis, { document: { baseURI: `${server.origin}/add-in/taskpane.html` } });
});
beforeEach(() => {
  for (const [name, bytes] of pack) serve(name, sends("application/json", bytes));
});
afterAll(async () => {
  record("hosted-pack", { "packs, whole or spoilt, through the pane's own fetch": tried });
  await server.stop();
});

const serve = (name: string, answer: Answer): void => server.on(`/add-in/pack/${name}`, answer);
const index = (): Json => JSON.parse(new TextDecoder().decode(pack.get("index.json"))) as Json;
const areaFile = (): string => String(index().areas.find(({ code }) => code === "07G")!["file"]);
const JSON_TYPE = { "content-type": "application/json" };
const asking = { fetch, timeout: 2000 };

/** What a person is told of a pack; "taken" where its area came through. */
async function outcome(code = "07G"): Promise<string> {
  tried++;
  try {
    const found = await findPack(asking);
    if (found === null) return "none";
    const { observations } = await takeFromPack(found, code, asking);
    return observations.length > 0 ? "taken" : "empty";
  } catch (error) {
    if (error instanceof ProblemError) return messageFor(error.problem);
    throw error;
  }
}

/** The pack with another file for the area, and an index that vouches for it: the forger knows how to count a hash. */
function forged(change: (area: Record<string, unknown>) => void): void {
  const area = JSON.parse(new TextDecoder().decode(pack.get(areaFile()))) as Record<string, unknown>;
  change(area);
  const bytes = Buffer.from(JSON.stringify(area));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = `area-07G-${sha256.slice(0, 16)}.json`;
  const other = index();
  other.areas = other.areas.map((each) => (each["code"] === "07G" ? { ...each, file, bytes: bytes.length, sha256 } : each));
  serve("index.json", sends("application/json", JSON.stringify(other)));
  serve(file, sends("application/json", bytes));
}

it("has a whole pack to spoil", async () => {
  expect(await outcome()).toBe("taken");
});

describe("figures that were changed on their way", () => {
  it("one digit in the area's file", async () => {
    const changed = pack.get(areaFile())!.slice();
    const at = changed.findIndex((byte, i) => i > 300 && byte >= 0x31 && byte <= 0x38);
    changed[at]!++;
    serve(areaFile(), sends("application/json", changed));
    expect(await outcome()).toContain("expected SHA-256");
  });
  it("one digit in England's file, on which every comparison rests", async () => {
    const name = String(index().england["file"]);
    const changed = pack.get(name)!.slice();
    const at = changed.findIndex((byte, i) => i > 300 && byte >= 0x31 && byte <= 0x38);
    changed[at]!++;
    serve(name, sends("application/json", changed));
    expect(await outcome()).toContain("expected SHA-256");
  });
  it("half of the file", async () => {
    serve(areaFile(), sends("application/json", pack.get(areaFile())!.slice(0, 900)));
    expect(await outcome()).toContain(`expected ${pack.get(areaFile())!.length} bytes`);
  });
  it("a connection that breaks in the middle", async () => {
    serve(areaFile(), (response) => {
      response.writeHead(200, { ...JSON_TYPE, "content-length": "100000" });
      response.write(pack.get(areaFile())!.slice(0, 900));
      setTimeout(() => response.destroy(), 50);
    });
    expect(await outcome()).toContain("broke off");
  });
});

describe("another's file under the name of ours", () => {
  it("another area's, which the index vouches for", async () => {
    const other = index();
    const [mine, theirs] = [other.areas.find(({ code }) => code === "07G")!, other.areas.find(({ code }) => code !== "07G")!];
    const { file, bytes, sha256 } = theirs;
    Object.assign(mine, { file, bytes, sha256 });
    serve("index.json", sends("application/json", JSON.stringify(other)));
    expect(await outcome()).toContain("area.code: expected 07G");
  });
  it.each([
    [
      "a practice whose code is none",
      (area: Record<string, unknown>) => Object.assign((area["practices"] as object[])[0]!, { code: "=1+1" }),
    ],
    ["figures that are text", (area: Record<string, unknown>) => Object.assign((area["figures"] as { line: unknown[] }).line, { 0: "x" })],
    ["no practices", (area: Record<string, unknown>) => delete area["practices"]],
    ["a list in place of the whole", (area: Record<string, unknown>) => Object.assign(area, { area: [] })],
    ["a version that is yet to come", (area: Record<string, unknown>) => Object.assign(area, { version: 2 })],
  ])("one with the right hash that holds %s", async (_, change) => {
    forged(change);
    expect(await outcome()).toMatch(/The pack beside this add-in could not be read: .*expected/);
  });
  it("an index of another maker", async () => {
    serve("index.json", sends("application/json", JSON.stringify({ ...index(), format: "somebody else's pack" })));
    expect(await outcome()).toContain("format: expected");
  });
  it.each([0, 2, "1", null])("a pack of version %j", async (version) => {
    serve("index.json", sends("application/json", JSON.stringify({ ...index(), version })));
    expect(await outcome()).toContain("version: expected 1");
  });
  it.each(["../taskpane.js", "//elsewhere.test/x.json", "http://elsewhere.test/x.json", "..%2findex.json"])(
    "one that lies at %s",
    async (file) => {
      const other = index();
      Object.assign(other.england, { file });
      serve("index.json", sends("application/json", JSON.stringify(other)));
      server.asked.length = 0;
      expect(await outcome()).toContain("england.file: expected a file name");
      // Nothing but the index was asked for.
      expect(server.asked).toEqual(["/add-in/pack/index.json"]);
    },
  );
  it("an area that is not in it", async () => {
    expect(await outcome("99X")).toContain("99X");
  });
});

describe("answers made to do harm", () => {
  it("a page that asks for a sign-in", async () => {
    serve("index.json", sends("text/html", "<!doctype html><p>Sign in"));
    expect(await outcome()).toContain("found a web page");
  });
  it("an index that never ends", async () => {
    serve("index.json", (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const more = (): void => void (response.write(" ".repeat(1_000_000)) ? setImmediate(more) : response.once("drain", more));
      more();
    });
    expect(await outcome()).toMatch(/longer than 60 MB|did not answer|broke off/);
  });
  it("a packed answer of 100 KB that unpacks to 100 MB", async () => {
    const body = gzipSync(Buffer.alloc(100_000_000, 0x20));
    serve("index.json", (response) => void response.writeHead(200, { ...JSON_TYPE, "content-encoding": "gzip" }).end(body));
    expect(await outcome()).toContain("longer than 60 MB");
  });
  it("an answer that says it has 2 GB", async () => {
    serve("index.json", (response) => void response.writeHead(200, { ...JSON_TYPE, "content-length": "2000000000" }).write("{"));
    expect(await outcome()).toContain("longer than 60 MB");
  });
  it("lists in lists, a hundred thousand deep", async () => {
    serve("index.json", sends("application/json", "[".repeat(100_000) + "]".repeat(100_000)));
    expect(await outcome()).toContain("could not be read");
  });
  it("a server that falls silent after the index", async () => {
    serve(areaFile(), () => undefined);
    expect(await outcome()).toContain("did not answer within 2 seconds");
  });
  it("a server that keeps silent from the first: the pane opens as if there were no pack", async () => {
    serve("index.json", () => undefined);
    expect(await outcome()).toBe("none");
  });
});

describe("last year's figures put back in place of this year's", () => {
  it("are noticed: an older pack than this computer has seen, and one from a day yet to come", () => {
    const today = new Date("2026-11-25T09:00:00Z");
    expect(packNews("2026-11-22", null, today)).toBeNull();
    expect(packNews("2026-11-22", "2026-11-22", today)).toBeNull();
    expect(packNews("2026-11-24", "2026-11-22", today)).toBeNull();
    expect(packNews("2026-05-02", "2026-11-22", today)).toEqual({ kind: "older", newest: "2026-11-22" });
    expect(packNews("2027-01-01", "2026-11-22", today)).toEqual({ kind: "future" });
  });
  it("where nothing can be remembered nothing is said, and nothing breaks", async () => {
    const found = (await findPack(asking))!;
    expect(newsOf(found)).toBeNull();
  });
});
