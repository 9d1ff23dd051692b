import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { everywhere, forbidden, keptFor, policyOf } from "./headers";
import { addressesOf, manifestFaults } from "./manifestFaults";
import { filesOf } from "./contents";
import { MICROSOFTS } from "./officeJs";
import type { Answer, Place } from "./place";
import { pngSize } from "./pngSize";

/** One thing that was looked at: what ought to be, and what is wrong with it. No faults: it is so. */
export interface Finding {
  readonly claim: string;
  readonly faults: readonly string[];
}

/** Everything that Excel, the admin centre and a careful administrator would hold against a release. */
export async function checkRelease(place: Place): Promise<readonly Finding[]> {
  const seen = new Map<string, Answer>();
  const get = async (path: string): Promise<Answer> => {
    const known = seen.get(path) ?? (await place.get(path));
    seen.set(path, known);
    return known;
  };
  const textOf = async (path: string): Promise<string> => (await get(path)).bytes.toString("utf8");
  const manifest = await textOf("manifest.xml");
  const page = await textOf("taskpane.html");
  const origin = originOf(manifest);
  const own = addressesOf(manifest).filter((address) => address.startsWith(`${origin}/`));
  const paths = own.map((address) => address.slice(origin.length + 1));
  const needed = [
    ...new Set([...paths, "licences.txt", "pack/index.json", ...packedIn(await textOf("pack/index.json")), ...scriptsOf(page)]),
  ];

  const findings: Finding[] = [
    { claim: "every file that Excel asks for is there", faults: await missing(needed, get) },
    { claim: "the manifest is in order", faults: manifestFaults(manifest) },
    { claim: `the manifest leads to ${origin || "one origin"} and nowhere else`, faults: elsewhere(manifest, origin, place) },
    { claim: "icons are pictures of the size that their name says", faults: await wrongIcons(paths, get) },
    { claim: "every function's help address leads to its section", faults: await lostHelp(await textOf("functions.json"), origin, textOf) },
    { claim: "the pane's page runs its own scripts and office.js and speaks to its own origin", faults: policyFaults(page) },
    { claim: "the pack says what is ready", faults: notJson(await textOf("pack/index.json")) },
  ];
  if (place.release !== null) findings.push(...folderFindings(place.release));
  if (seen.get("taskpane.html")?.headers !== null) findings.push(...serverFindings(seen, policyOf(page)));
  return findings;
}

const originOf = (manifest: string): string => /DefaultValue="(https?:\/\/[^"]+)\/taskpane\.html"/.exec(manifest)?.[1] ?? "";

const scriptsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<script\b[^>]*\bsrc="?([^"\s>]+)/g)].map(([, address]) => address!).filter((address) => !/^https?:/.test(address));

/** England's file and the first area's: enough to see how a pack is served. */
function packedIn(index: string): readonly string[] {
  if (notJson(index).length > 0) return [];
  const { england, areas = [] } = (JSON.parse(index) ?? {}) as { england?: { file: string }; areas?: readonly { file: string }[] };
  return [england, areas[0]].flatMap((packed) => (packed === undefined ? [] : [`pack/${packed.file}`]));
}

async function missing(paths: readonly string[], get: (path: string) => Promise<Answer>): Promise<readonly string[]> {
  const answers = await Promise.all(paths.map(async (path) => [path, (await get(path)).status] as const));
  return answers.filter(([, status]) => status !== 200).map(([path, status]) => `${path} answers ${status}`);
}

function elsewhere(manifest: string, origin: string, place: Place): readonly string[] {
  const support = /<SupportUrl DefaultValue="([^"]+)"/.exec(manifest)?.[1];
  const outside = addressesOf(manifest).filter((address) => address !== support && !address.startsWith(`${origin}/`));
  const served = /^https?:/.test(place.name) && place.name !== origin ? [`it is served at ${place.name}`] : [];
  const unreleased = new URL(origin || "https://localhost:3000").host === "localhost:3000" ? ["it is the development manifest"] : [];
  return [...outside.map((address) => `it also leads to ${address}`), ...served, ...unreleased];
}

async function wrongIcons(paths: readonly string[], get: (path: string) => Promise<Answer>): Promise<readonly string[]> {
  const icons = paths.filter((path) => path.endsWith(".png"));
  const faults = await Promise.all(
    icons.map(async (path) => {
      const expected = Number(/-(\d+)\.png$/.exec(path)?.[1]);
      try {
        const { width, height } = pngSize((await get(path)).bytes);
        return width === expected && height === expected ? [] : [`${path} has ${width} by ${height} pixels`];
      } catch {
        return [`${path} is not a PNG picture`];
      }
    }),
  );
  return faults.flat();
}

async function lostHelp(json: string, origin: string, textOf: (path: string) => Promise<string>): Promise<readonly string[]> {
  const broken = notJson(json);
  if (broken.length > 0) return broken.map((fault) => `functions.json: ${fault}`);
  const { functions = [] } = JSON.parse(json) as { functions?: readonly { id: string; helpUrl?: string }[] };
  if (functions.length === 0) return ["functions.json lists no function"];
  const faults = await Promise.all(
    functions.map(async ({ id, helpUrl = "" }) => {
      if (!helpUrl.startsWith(`${origin}/`)) return [`${id} sends people to ${helpUrl || "nowhere"}`];
      const [path, section] = helpUrl.slice(origin.length + 1).split("#");
      return new RegExp(`id="?${section}"?[ >]`).test(await textOf(path!)) ? [] : [`${path} has no section ${section}`];
    }),
  );
  return faults.flat();
}

function policyFaults(page: string): readonly string[] {
  const policy = policyOf(page);
  if (policy === "") return ["taskpane.html states no content security policy"];
  const rules = new Map(policy.split(/;\s*/).map((rule) => [rule.split(" ")[0]!, rule.split(" ").slice(1)]));
  const strangers = ["script-src", "connect-src", "default-src"].flatMap((name) =>
    (rules.get(name) ?? [])
      .filter((source) => source !== "'self'" && !(name === "script-src" && source === MICROSOFTS))
      .map((source) => `${name} allows ${source}`),
  );
  const unruled = ["default-src", "script-src", "connect-src", "object-src"]
    .filter((name) => !rules.has(name))
    .map((name) => `${name} is not ruled`);
  return [...strangers, ...unruled];
}

function notJson(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`it is not JSON: ${(error as Error).message}`];
  }
}

/** What only the release's own folder can show. */
function folderFindings(folder: string): readonly Finding[] {
  const files = filesOf(folder);
  const sums = new Map(
    (files.has("SHA256SUMS") ? readFileSync(join(folder, "SHA256SUMS"), "utf8") : "")
      .split("\n")
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const changed = [...sums].flatMap(([path, sum]) => {
    const bytes = files.get(path);
    if (bytes === undefined) return [`${path} is gone`];
    return createHash("sha256").update(bytes).digest("hex") === sum ? [] : [`${path} has been changed`];
  });
  const added = [...files.keys()].filter((path) => path !== "SHA256SUMS" && !sums.has(path)).map((path) => `${path} is not listed`);
  const bill = files.get("sbom.cdx.json");
  const listed = bill === undefined ? [] : ((JSON.parse(Buffer.from(bill).toString()) as { components?: unknown[] }).components ?? []);
  return [
    { claim: "every file is the one that was released", faults: sums.size === 0 ? ["there is no SHA256SUMS"] : [...changed, ...added] },
    { claim: "the bill of materials lists what is inside", faults: listed.length === 0 ? ["sbom.cdx.json lists nothing"] : [] },
  ];
}

/** What only a server can show: the headers that it sends with the files that were asked for. */
function serverFindings(seen: ReadonlyMap<string, Answer>, policy: string): readonly Finding[] {
  const answers = [...seen].filter(([, { status }]) => status === 200);
  const wanted = Object.entries(everywhere(policy)).map(([name, value]) => ({
    claim: `${name} is sent with every file`,
    faults: answers
      .filter(([, { headers }]) => headers?.get(name) !== value)
      .map(([path, { headers }]) => `${path} carries ${headers?.get(name) ?? "none"}`),
  }));
  const inTheWay = Object.entries(forbidden).map(([name, reason]) => ({
    claim: `no ${name} is sent: ${reason}`,
    faults: answers.flatMap(([path, { headers }]) => (headers?.has(name) ? [`${path} carries ${headers.get(name)}`] : [])),
  }));
  const caching = answers.flatMap(([path, { headers }]) => {
    const said = headers?.get("Cache-Control") ?? "nothing";
    const seconds = keptFor.find((kept) => path.startsWith(kept.path))?.seconds ?? 0;
    // A server of another make may keep a file for a shorter time; never longer, and never not at all where Office wants to keep it.
    const kept = Number(/max-age=(\d+)/.exec(said)?.[1] ?? 0);
    const right = seconds === 0 ? /no-cache/.test(said) : kept > 0 && kept <= seconds && !/no-(store|cache)/.test(said);
    return right ? [] : [`${path} carries ${said}`];
  });
  const types: Readonly<Record<string, RegExp>> = {
    html: /^text\/html/,
    js: /javascript/,
    json: /^application\/json/,
    png: /^image\/png/,
    xml: /xml/,
  };
  const mistyped = answers.flatMap(([path, { headers }]) => {
    const type = headers?.get("Content-Type") ?? "none";
    return types[path.split(".").at(-1)!]?.test(type) === false ? [`${path} is called ${type}`] : [];
  });
  return [
    ...wanted,
    ...inTheWay,
    { claim: "icons may be kept, a pack's figures too, and everything else is asked about each time", faults: caching },
    { claim: "files are called what they are", faults: mistyped },
  ];
}
