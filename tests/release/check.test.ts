/** A release that is served, and everything that can be wrong with one: each is found, and named. */
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkRelease, type Finding } from "../../release/check";
import { openPlace } from "../../release/place";
import { testServer, type TestServer } from "../support/testServer";
import { contentsOf, folderWith } from "./release";

const faultsOf = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ claim, faults }) => faults.map((fault) => `${claim}: ${fault}`));

interface AzureSettings {
  readonly globalHeaders: Record<string, string>;
  readonly routes: readonly { readonly route: string; readonly headers: Record<string, string> }[];
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  png: "image/png",
  xml: "text/xml",
  txt: "text/plain",
};

/** Serves a release as Azure would by its own settings file: a route's header in place of the global one. `spoil` may change headers. */
async function served(
  spoil: (path: string, headers: Record<string, string>) => void = () => {},
  options: { readonly pack?: string } = {},
): Promise<readonly Finding[]> {
  const server: TestServer = await testServer();
  const contents = contentsOf({ origin: server.origin, ...options });
  const { globalHeaders, routes } = JSON.parse(Buffer.from(contents.get("web/staticwebapp.config.json")!).toString()) as AzureSettings;
  for (const [path, bytes] of contents) {
    const address = path.replace(/^web/, "");
    const route = routes.find((each) => address.startsWith(each.route.replace("*", "")));
    const headers: Record<string, string> = {
      ...globalHeaders,
      ...route?.headers,
      "Content-Type": TYPES[address.split(".").at(-1)!] ?? "application/octet-stream",
    };
    spoil(address, headers);
    server.on(address, (response) => void response.writeHead(200, headers).end(bytes));
  }
  const findings = await checkRelease(openPlace(server.origin));
  await server.stop();
  return findings;
}

/** The test's server speaks http; that is the one thing a check must find here. */
const notHttps = (fault: string): boolean => fault.endsWith("is not https");

test("a release served by its own settings passes, but for being served without https here", async () => {
  const faults = faultsOf(await served());
  expect(faults.filter((fault) => !notHttps(fault))).toEqual([]);
  expect(faults.some(notHttps)).toBe(true);
});

test.each<[string, (path: string, headers: Record<string, string>) => void, string]>([
  [
    "no CORS for the list of functions",
    (path, headers) => void (path === "/functions.json" && delete headers["Access-Control-Allow-Origin"]),
    "Access-Control-Allow-Origin is sent with every file: functions.json carries none",
  ],
  [
    "another policy than the page's",
    (path, headers) => void (path === "/taskpane.html" && (headers["Content-Security-Policy"] = "default-src *")),
    "Content-Security-Policy is sent with every file: taskpane.html carries default-src *",
  ],
  [
    "icons that may not be kept",
    (path, headers) => void (path.endsWith("mark-32.png") && (headers["Cache-Control"] = "no-store")),
    "assets/icons/mark-32.png carries no-store",
  ],
  [
    "scripts that are kept for a year",
    (path, headers) => void (path === "/taskpane.js" && (headers["Cache-Control"] = "max-age=31536000")),
    "taskpane.js carries max-age=31536000",
  ],
  ["a pane that no frame may show", (_path, headers) => void (headers["X-Frame-Options"] = "DENY"), "taskpane.html carries DENY"],
  [
    "scripts called text",
    (path, headers) => void (path === "/functions.js" && (headers["Content-Type"] = "text/plain")),
    "functions.js is called text/plain",
  ],
])("%s is found", async (_what, spoil, expected) => {
  expect(faultsOf(await served(spoil)).join("\n")).toContain(expected);
});

describe("with ready figures", () => {
  const england = { file: "england-0123456789abcdef.json" };
  const area = { file: "area-07G-0123456789abcdef.json" };
  const pack = folderWith(
    new Map([
      ["index.json", Buffer.from(JSON.stringify({ england, areas: [area] }))],
      ...[england, area].map(({ file }) => [file, Buffer.from("{}")] as const),
    ]),
  );
  afterAll(() => rmSync(pack, { recursive: true }));

  test("an area's file may be kept for ever, since its name changes with what it holds; the index is asked about each time", async () => {
    const kept: Record<string, string | undefined> = {};
    const faults = faultsOf(await served((path, headers) => void (kept[path] = headers["Cache-Control"]), { pack }));
    expect(kept).toMatchObject({
      "/pack/index.json": "no-cache",
      [`/pack/${area.file}`]: "public, max-age=31536000, immutable",
      "/assets/icons/mark-32.png": "public, max-age=86400",
      "/taskpane.js": "no-cache",
    });
    expect(faults.filter((fault) => !notHttps(fault))).toEqual([]);
  });

  test("an index that is kept for a year is found", async () => {
    const spoil = (path: string, headers: Record<string, string>) =>
      void (path === "/pack/index.json" && (headers["Cache-Control"] = "public, max-age=31536000, immutable"));
    expect(faultsOf(await served(spoil, { pack })).join("\n")).toContain("pack/index.json carries public, max-age=31536000, immutable");
  });

  test("a pack whose files stayed behind is found", async () => {
    const withoutArea = folderWith(new Map([["index.json", Buffer.from(JSON.stringify({ england, areas: [area] }))]]));
    expect(faultsOf(await served(undefined, { pack: withoutArea })).join("\n")).toContain(`pack/${area.file} answers 404`);
    rmSync(withoutArea, { recursive: true });
  });
});

describe("in a folder", () => {
  const contents = contentsOf();
  const checked = async (change: (folder: string) => void): Promise<string> => {
    const folder = folderWith(contents);
    change(folder);
    const faults = faultsOf(await checkRelease(openPlace(folder)));
    rmSync(folder, { recursive: true });
    return faults.join("\n");
  };

  test("an untouched release has no fault", async () => {
    expect(await checked(() => {})).toBe("");
  });

  test.each<[string, (folder: string) => void, string]>([
    ["a script that was changed", (folder) => appendFileSync(join(folder, "web/taskpane.js"), " "), "web/taskpane.js has been changed"],
    ["a file that was lost", (folder) => rmSync(join(folder, "web/functions.js")), "functions.js answers 404"],
    ["a file that was added", (folder) => writeFileSync(join(folder, "web/extra.js"), ""), "web/extra.js is not listed"],
    [
      "an icon that is no picture",
      (folder) => writeFileSync(join(folder, "web/assets/icons/mark-32.png"), "<html>"),
      "assets/icons/mark-32.png is not a PNG picture",
    ],
    [
      "a list of functions cut short",
      (folder) => writeFileSync(join(folder, "web/functions.json"), '{"functions": ['),
      "functions.json: it is not JSON",
    ],
    ["a pack that is a web page", (folder) => writeFileSync(join(folder, "web/pack/index.json"), "<html>"), "it is not JSON"],
    [
      "help without the functions",
      (folder) => writeFileSync(join(folder, "web/help.html"), "<h1>Help</h1>"),
      "help.html has no section PATIENTS_PER_GP",
    ],
    [
      "a page that lets anything run",
      (folder) =>
        writeFileSync(
          join(folder, "web/taskpane.html"),
          `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'unsafe-eval'; connect-src *; object-src 'none'">`,
        ),
      "script-src allows 'unsafe-eval'",
    ],
  ])("%s is found", async (_what, change, expected) => {
    expect(await checked(change)).toContain(expected);
  });

  test("a folder that holds no release is refused with what was looked for", () => {
    expect(() => openPlace(__dirname)).toThrow("there is no taskpane.html in it");
  });
});
