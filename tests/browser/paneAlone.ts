/**
 * The shipped pane in a browser without Excel: the files of dist/ as they are, over http, under the pane's own content security policy,
 * with Microsoft's office.js served from its package in place of the address it has in the world.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const PROJECT = join(__dirname, "..", "..");
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".txt": "text/plain",
};

export interface PaneSite {
  readonly url: string;
  readonly server: Server;
}

export async function servePane(): Promise<PaneSite> {
  if (!existsSync(join(PROJECT, "dist/taskpane.html"))) throw new Error("Nothing has been built yet: run npm run build first.");
  const server = createServer((request, response) => {
    const file = join(PROJECT, "dist", new URL(request.url ?? "/", "http://localhost").pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

export interface OpenPane {
  readonly page: Page;
  /** Addresses that were asked for anywhere but at the add-in's own origin and office.js. */
  readonly outside: string[];
  readonly errors: string[];
}

/** Opens the pane, 320 pixels wide as in Excel unless told otherwise, in a fresh profile; what `lost` matches cannot be fetched. */
export async function openPane(browser: Browser, site: PaneSite, options: BrowserContextOptions = {}, lost?: RegExp): Promise<OpenPane> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    if (address.startsWith(site.url)) return route.continue();
    const file = join(PROJECT, "node_modules/@microsoft/office-js/dist", address.slice(OFFICE_JS.length).replace(/\?.*/, ""));
    if (address.startsWith(OFFICE_JS) && existsSync(file)) return route.fulfill({ path: file, contentType: "text/javascript" });
    outside.push(address);
    return route.abort();
  });
  if (lost !== undefined) await context.route(lost, (route) => route.abort());
  await page.goto(`${site.url}/taskpane.html`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, outside, errors };
}
