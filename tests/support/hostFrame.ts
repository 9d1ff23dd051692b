import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import * as engine from "@odoo/o-spreadsheet";
import { connectParentFrame, openHost, type Host, type HostOptions, type ParentFrame } from "../../src/host";

/** The add-in's page in a frame, as Excel on the web opens it: Microsoft's office.js, our host as the page around it. */
export interface OpenFrame {
  readonly host: Host;
  readonly frame: ParentFrame;
  /** The add-in's own window. */
  readonly page: FramePage;
  /** Ends the page's timers; without it the test run would wait for them. */
  close(): void;
}

export interface FramePage {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly CustomFunctions: typeof CustomFunctions;
}

const ORIGIN = "https://localhost";
const DIST = require.resolve("@microsoft/office-js/dist/office.debug.js").replace(/office\.debug\.js$/, "");

console.debug = () => {};

/** Opens the frame and waits until `Office.onReady` has answered. Messages go between the two windows as text, like the real ones. */
export async function openFrame(options: Partial<HostOptions> = {}, requirements?: Readonly<Record<string, string>>): Promise<OpenFrame> {
  const dom = new JSDOM("<!doctype html><head></head><body></body>", {
    url: `${ORIGIN}/taskpane.html`,
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  const page = dom.window as unknown as Window & FramePage & { eval(source: string): unknown };
  const around = parentOf(page);
  const host = openHost({ engine, ...options });
  const frame = connectParentFrame(host, { window: around as unknown as Window, ...(requirements ? { requirements } : {}) });
  page.name = frame.frameName;
  Object.defineProperty(page, "parent", { value: around, configurable: true });
  Object.defineProperty(page.document, "domain", { value: "localhost" });
  serveScripts(page);
  page.eval(readFileSync(`${DIST}office.debug.js`, "utf8"));
  await page.Office.onReady();
  const close = (): void => {
    frame.close();
    host.close();
    page.close();
  };
  return { host, frame, page, close };
}

/** A window around the page: what is posted to it is heard by the host, and the host's answers go back to the page. */
function parentOf(page: Window): object {
  const listeners = new Set<(event: object) => void>();
  const addIn = {
    postMessage: (data: string) =>
      setTimeout(() => page.dispatchEvent(new (page as unknown as typeof globalThis).MessageEvent("message", { data, origin: ORIGIN })), 0),
  };
  return {
    location: { origin: ORIGIN },
    addEventListener: (_type: string, listener: (event: object) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: object) => void) => listeners.delete(listener),
    postMessage: (data: string) => setTimeout(() => listeners.forEach((listener) => listener({ data, source: addIn, origin: ORIGIN })), 0),
  };
}

/** office.js finds its folder by its own script element and loads the rest by adding further ones. */
function serveScripts(page: Window & { eval(source: string): unknown }): void {
  const { document } = page;
  const own = document.createElement("script");
  own.type = "text/plain";
  own.setAttribute("src", `${ORIGIN}/office/office.debug.js`);
  document.head.append(own);
  const { prototype } = (page as unknown as typeof globalThis).Node;
  const append = prototype.appendChild;
  prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    const script = node as unknown as HTMLScriptElement;
    if (script.tagName !== "SCRIPT" || !script.src) return append.call(this, node) as T;
    setTimeout(() => {
      page.eval(readFileSync(DIST + script.src.replace(/^.*\/office\//, ""), "utf8"));
      script.onload?.(new (page as unknown as typeof globalThis).Event("load"));
    }, 0);
    return node;
  };
}
