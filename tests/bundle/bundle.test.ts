/** What is shipped, as it is shipped: the files in dist/ after `npm run build`. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { PUBLICATIONS } from "../../src/reference/sources";

const PROJECT = join(__dirname, "..", "..");
const DIST = join(PROJECT, "dist");
const shipped = (name: string): string => readFileSync(join(DIST, name), "utf8");

interface Metadata {
  readonly functions: readonly { readonly id: string; readonly name: string; readonly helpUrl?: string; readonly description?: string }[];
}

beforeAll(() => {
  if (!existsSync(join(DIST, "taskpane.html"))) throw new Error("Nothing has been built yet: run npm run build first.");
});

const scripts = (): string[] => readdirSync(DIST).filter((name) => name.endsWith(".js"));

/** Loads functions.js where nothing but the CustomFunctions global exists, and answers what it associates. */
function loadBare(): Map<string, (...args: unknown[]) => unknown> {
  const associated = new Map<string, (...args: unknown[]) => unknown>();
  class CellError extends Error {
    constructor(
      readonly code: string,
      message?: string,
    ) {
      super(message);
    }
  }
  const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!" };
  const associate = (id: string, implementation: (...args: unknown[]) => unknown) => associated.set(id, implementation);
  runInContext(shipped("functions.js"), createContext({ CustomFunctions: { associate, Error: CellError, ErrorCode } }));
  return associated;
}

describe("functions.js and functions.json", () => {
  const metadata = (): Metadata => JSON.parse(shipped("functions.json")) as Metadata;

  test("functions.js needs nothing but the CustomFunctions global, and associates exactly the functions that functions.json describes", () => {
    const described = metadata().functions.map(({ id }) => id);
    expect([...loadBare().keys()].sort()).toEqual(described.sort());
  });

  test("the three functions the add-in is known for are there, and one of them works", () => {
    const functions = loadBare();
    expect(functions.has("LTC_SCORE") && functions.has("VARIATION_Z")).toBe(true);
    // 2,072 patients per full-time-equivalent GP: Thurrock, 33 practices.
    expect(functions.get("PATIENTS_PER_GP")!([[20720]], [[10]])).toEqual([[2072]]);
  });

  test("every function has a description and a help address with a section of its own on the help page", () => {
    const help = shipped("help.html");
    for (const { id, helpUrl, description } of metadata().functions) {
      expect([id, helpUrl]).toEqual([id, `https://localhost:3000/help.html#${id}`]);
      expect([id, new RegExp(`<h3 id="?${id}"?>`).test(help)]).toEqual([id, true]);
      expect(description).toMatch(/\w/);
    }
  });
});

describe("how much there is to fetch before the pane can be used", () => {
  const compressed = (name: string): number => gzipSync(shipped(name), { level: 9 }).length;

  test("the page asks for two scripts of ours, and the rest comes when it is wanted", () => {
    const atOnce = [...shipped("taskpane.html").matchAll(/<script[^>]* src=["']?(?!https)([^"'\s>]+)/g)].map(([, name]) => name!);
    expect(atOnce).toEqual(["functions.js", "taskpane.js"]);
    // What reads archives, builds sheets and draws charts is much more than what shows the first screen.
    expect(scripts().length).toBeGreaterThan(4);
  });

  test.each([
    ["taskpane.js", 160_000],
    ["functions.js", 20_000],
  ])("%s is at most %i bytes compressed", (name, most) => {
    expect(compressed(name)).toBeLessThanOrEqual(most);
    expect(compressed(name)).toBeGreaterThan(most / 20);
  });
});

describe("what the scripts hold", () => {
  test("no script makes code from text", () => {
    const makers = /\beval\s*\(|\bnew Function\b|[^\w.$]Function\s*\(\s*["'`]/;
    expect(scripts().filter((name) => makers.test(shipped(name)))).toEqual([]);
  });

  test("no page loads anything from elsewhere but office.js", () => {
    const pages = ["taskpane.html", "help.html", ...readdirSync(join(DIST, "help")).map((name) => `help/${name}`)];
    // A link that a person may follow loads nothing.
    const loaded = pages.flatMap((page) =>
      [...shipped(page).matchAll(/<(?!a\b)\w+\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+)/g)].map(([, address]) => address!),
    );
    expect(loaded.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([
      "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    ]);
  });

  test("addresses in the scripts are only those a person may follow, a publication's page or a licence; none is fetched from", () => {
    const known =
      /^https?:\/\/(www\.w3\.org|react\.dev|reactjs\.org|fb\.me|aka\.ms|docs\.microsoft\.com|learn\.microsoft\.com|support\.microsoft\.com|go\.microsoft\.com|github\.com\/OfficeDev\/office-js|www\.nationalarchives\.gov\.uk|openprescribing\.net|schemas\.[\w.]+)(\/|$)/;
    const found = scripts().flatMap((name) => [...shipped(name).matchAll(/https?:\/\/[\w.-]+[^\s"'`)\\]*/g)].map(([address]) => address));
    const publishers = new Set(PUBLICATIONS.map(({ address }) => new URL(address).host));
    const strangers = [...new Set(found)].filter((address) => !known.test(address) && !publishers.has(new URL(address).host));
    expect(strangers).toEqual([]);
  });

  // zip.js is left out: the zip library can read over http, which nothing here asks it to and the content security policy forbids.
  test("nothing can report home: no beacon, no XMLHttpRequest, no socket, and the page may only ask its own origin, for a pack", () => {
    const reporters = /sendBeacon|XMLHttpRequest|new WebSocket|new EventSource/;
    expect(scripts().filter((name) => name !== "zip.js" && reporters.test(shipped(name)))).toEqual([]);
    expect(shipped("functions.js")).not.toMatch(/\bfetch\s*\(/);
    expect(shipped("taskpane.html")).toMatch(/connect-src 'self';/);
  });

  test("nothing of the development host or of the workbench is shipped", () => {
    const marks = /o_spreadsheet|o-spreadsheet|ProcessQuery|HOST_BATCH|__richApi|_richApiNativeBridge/;
    expect(scripts().filter((name) => marks.test(shipped(name)))).toEqual([]);
  });

  test("the licences of what is shipped are shipped with it, the zip library's among them", () => {
    const licences = shipped("licences.txt");
    ["react ", "@fluentui/react-components ", "@zip.js/zip.js "].forEach((name) => expect(licences).toContain(`\n${name}`));
    // BSD-3-Clause asks for its text to go along.
    expect(licences).toContain("Redistributions in binary form must reproduce");
    expect(licences).not.toMatch(/o-spreadsheet|@odoo|LGPL|\bGPL/);
  });

  test("no source maps and no path of the computer it was built on", () => {
    expect(readdirSync(DIST).filter((name) => name.endsWith(".map"))).toEqual([]);
    expect(scripts().filter((name) => shipped(name).includes(PROJECT))).toEqual([]);
  });
});

describe("the content security policy of the pane", () => {
  test("lets scripts come from the add-in itself and from office.js, connections go to the add-in itself, and nothing else", () => {
    const policy = /Content-Security-Policy"? content="([^"]+)"/.exec(shipped("taskpane.html"))?.[1] ?? "";
    const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0]!, rule.split(" ").slice(1).join(" ")]));
    expect(rules.get("default-src")).toBe("'self'");
    expect(rules.get("script-src")).toBe("'self' https://appsforoffice.microsoft.com");
    expect(rules.get("connect-src")).toBe("'self'");
    expect(rules.get("object-src")).toBe("'none'");
    expect(policy).not.toContain("unsafe-eval");
  });
});
