/**
 * What the workbench serves, address by address: the built add-in exactly as it ships, Microsoft's office.js and the grid's libraries exactly
 * as their makers ship them, and two small files of our own. Everything comes from the project's folder; nothing is fetched from outside.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join, sep } from "node:path";

/** One answer of the server. */
export interface Page {
  readonly status: 200 | 302 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** `workbench`: the grid and the pane over http. `excel`: only the add-in, unchanged, for desktop Excel over https. */
export type Purpose = "workbench" | "excel";

/** The one address that the add-in loads from outside; the workbench serves the same file from node_modules in its place. */
const OFFICE_JS = /https:\/\/appsforoffice\.microsoft\.com\/lib\/[\w./]*?\/hosted\/office\.js/g;

/**
 * Over plain http the client asks the person whether the host may be trusted, by loading this page of its own delivery in a frame.
 * The workbench is on the same computer, so the answer is yes. (Over https the question is never asked.)
 */
const TRUST_SCRIPT = `onmessage = (question) => parent.postMessage('{"hostUserTrusted":true}', question.origin);`;
const TRUST_PAGE = `<!doctype html><html lang="en"><title>Trust</title><script>${TRUST_SCRIPT}</script></html>`;

/** The grid compiles its templates and formulas as it runs (`new Function`), hence unsafe-eval: on this page only, never on the pane's. */
const WORKBENCH_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join("; ");

const PANE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'self'",
  "object-src 'none'",
  "base-uri 'self'",
].join("; ");

const trustPolicy = `default-src 'none'; script-src 'sha256-${createHash("sha256").update(TRUST_SCRIPT).digest("base64")}'; frame-ancestors 'self'`;

/** Excel on the web fetches the list of functions from its own origin. */
const FOR_EXCEL = { "access-control-allow-origin": "*" };

/** Office does not show an icon whose answer forbids keeping it. */
const cacheOf = (extension: string): string => (extension === ".png" ? "max-age=3600" : "no-cache");

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "text/xml; charset=utf-8",
};

/** The libraries of the grid, by the folder of their package. They are served as they are, so that anyone may put another copy in their place. */
const VENDOR: Readonly<Record<string, string>> = {
  "o-spreadsheet": "@odoo/o-spreadsheet",
  owl: "@odoo/owl",
  "chart.js": "chart.js",
  luxon: "luxon",
  "chartjs-adapter-luxon": "chartjs-adapter-luxon",
  arimo: "@fontsource/arimo",
  bootstrap: "bootstrap",
  "font-awesome": "font-awesome",
};

/** The folder that holds package.json, looked for from `start` upwards. */
export function projectFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "src", "workbench"))) return folder;
    if (folder === dirname(folder)) throw new Error(`There is no project folder above ${start}.`);
  }
}

/** The folder of an installed package, found as Node would find it from the project; works also where the package hides its package.json. */
function packageFolder(project: string, name: string): string {
  const places = createRequire(join(project, "package.json")).resolve.paths(name) ?? [];
  const found = places.map((place) => join(place, name)).find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`${name} is not installed. Run "npm ci" in ${project} first.`);
  return found;
}

/**
 * Answers addresses from the project's files.
 *
 * @param addIn the folder of the add-in as it is put on a web server: the one just built, unless a release is named
 * @example
 * const answer = openSite("/home/me/gp-scorecard", "workbench");
 * answer("/taskpane.html").status // 200
 */
export function openSite(project: string, purpose: Purpose, addIn = join(project, "dist")): (address: string) => Page {
  const workbench: readonly Mount[] = [
    { prefix: "/workbench/vendor/", folderOf: (name) => (VENDOR[name] === undefined ? undefined : packageFolder(project, VENDOR[name])) },
    { prefix: "/workbench/", folder: join(project, "src", "workbench", "page"), policy: WORKBENCH_POLICY },
    { prefix: "/workbench/", folder: join(project, "build", "workbench") },
    { prefix: "/office/", folder: join(packageFolder(project, "@microsoft/office-js"), "dist") },
  ];
  const mounts: readonly Mount[] = [...(purpose === "workbench" ? workbench : []), { prefix: "/", folder: addIn, policy: PANE_POLICY }];

  return (address) => {
    const path = decodedPath(address);
    if (path === undefined) return notFound(address);
    if (purpose === "workbench") {
      if (path === "/" || path === "/workbench") return { status: 302, headers: { location: "/workbench/" }, body: "" };
      if (path.toLowerCase() === "/office/agaveerrorux/index.html") return page(".html", TRUST_PAGE, trustPolicy);
    }
    const found = mounts.flatMap((mount) => {
      const file = path.startsWith(mount.prefix) ? fileOf(mount, path.slice(mount.prefix.length)) : undefined;
      return file === undefined ? [] : [{ mount, file }];
    })[0];
    if (found === undefined) return notFound(path);
    const { mount, file } = found;
    const bytes = readFileSync(file);
    const local = purpose === "workbench" && mount.prefix === "/" && extname(file) === ".html";
    // Excel reads the policy of the real deployment, not one made for this computer.
    const policy = purpose === "workbench" ? mount.policy : undefined;
    const served = page(extname(file), local ? withLocalOfficeJs(bytes) : bytes, policy);
    return purpose === "excel" ? { ...served, headers: { ...served.headers, ...FOR_EXCEL } } : served;
  };
}

/** The pane's page with the one outside address replaced; every other byte stays. */
export function withLocalOfficeJs(html: Buffer): string {
  return html.toString("utf8").replace(OFFICE_JS, "/office/office.js");
}

interface Mount {
  readonly prefix: string;
  readonly folder?: string;
  /** Where the next part of the address names a package. */
  readonly folderOf?: (name: string) => string | undefined;
  readonly policy?: string;
}

function fileOf(mount: Mount, rest: string): string | undefined {
  const [first = "", ...others] = rest.split("/");
  const folder = mount.folder ?? mount.folderOf?.(first);
  if (folder === undefined || !existsSync(folder)) return undefined;
  const inside = mount.folder === undefined ? others.join("/") : rest;
  const file = join(folder, inside === "" ? "index.html" : inside);
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  // A link inside the folder must not lead out of it either.
  return realpathSync(file).startsWith(realpathSync(folder) + sep) ? file : undefined;
}

/** The path of an address, or undefined where it is not a plain path downwards. */
function decodedPath(address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(address.split(/[?#]/)[0] ?? "");
  } catch {
    return undefined;
  }
  const climbs = path.split(/[/\\]/).includes("..") || path.includes("\0") || path.includes("\\");
  return path.startsWith("/") && !climbs ? path : undefined;
}

function page(extension: string, body: string | Buffer, policy?: string): Page {
  const headers: Record<string, string> = {
    "content-type": CONTENT_TYPES[extension] ?? "application/octet-stream",
    "cache-control": cacheOf(extension),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
  if (policy !== undefined) headers["content-security-policy"] = policy;
  return { status: 200, headers, body };
}

const notFound = (address: string): Page => ({
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
  body: `There is nothing at ${address}.\n`,
});
