import { readFileSync } from "node:fs";
import * as engine from "@odoo/o-spreadsheet";
import { connectNativeBridge, openHost, type CustomFunctionSource, type Host } from "../../src/host";

/** Excel as an add-in finds it: the real Office.js client on our host, in this process. */
export interface OpenExcel {
  readonly host: Host;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

interface ClientGlobals {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension & { HostBridge: { init(bridge: unknown): void } };
  CustomFunctions: typeof CustomFunctions & { _association: Association };
  [name: string]: unknown;
}

interface Association {
  readonly mappings: Record<string, (...given: unknown[]) => unknown>;
}

const globals = globalThis as unknown as ClientGlobals;

// The engine tells how long everything took.
console.debug = () => {};

// After each Excel.run the client hands its references back in a request of its own; let the last one through.
if (typeof afterAll === "function") afterAll(() => new Promise((resolve) => setTimeout(resolve, 30)));

/**
 * Opens a workbook and connects the client to it. The client is loaded once per test file, into the test's own realm: it compares
 * prototypes. Opening another workbook moves the client over to it.
 *
 * @example
 * const { host, Excel } = await openExcel();
 * await Excel.run(async (context) => { ... });
 */
export async function openExcel(options: { functions?: CustomFunctionSource | FunctionsFile; data?: object } = {}): Promise<OpenExcel> {
  loadClient();
  const { functions, data } = options;
  const source = functions && ("find" in functions ? functions : { ...functions, find: findAssociated });
  const host = openHost({ engine, ...(source ? { functions: source } : {}), ...(data ? { data } : {}) });
  globals.OfficeExtension.HostBridge.init(connectNativeBridge(host));
  return { host, Excel: globals.Excel, OfficeExtension: globals.OfficeExtension, CustomFunctions: globals.CustomFunctions };
}

/** functions.json, for functions that the test associates through `CustomFunctions.associate`. */
type FunctionsFile = Pick<CustomFunctionSource, "metadata" | "namespace">;

const findAssociated = (id: string): ((...given: unknown[]) => unknown) | undefined => globals.CustomFunctions._association.mappings[id];

function loadClient(): void {
  if ("Excel" in globals) return;
  provideBrowserNames();
  const file = require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
  // Indirect eval runs in the test's own realm, and the file's variables become globals, as in a page.
  (0, eval)(`${readFileSync(file, "utf8")}\n//# sourceURL=${file}`);
}

/** What the client's file expects of a page before it is loaded. */
function provideBrowserNames(): void {
  // The engine measures an element once, when it has been loaded.
  const element = { setAttribute: () => {}, appendChild: () => {}, removeChild: () => {}, getBoundingClientRect: () => ({ width: 20 }) };
  const document = {
    getElementById: () => null,
    createElement: () => element,
    body: element,
    addEventListener: () => {},
    readyState: "loading",
    domain: "localhost",
  };
  const location = { href: "https://localhost/", origin: "https://localhost", search: "", hash: "" };
  const navigator = { userAgent: "Node" };
  const mappings: Association["mappings"] = {};
  let changed = (): void => {};
  const association = { mappings, onchange: (listener: () => void) => void (changed = listener) };
  const associate = (id: string | Association["mappings"], implementation?: (...given: unknown[]) => unknown): void => {
    const all = typeof id === "string" ? { [id]: implementation } : id;
    for (const [key, each] of Object.entries(all)) if (each) mappings[key.toUpperCase()] = each;
    changed();
  };
  Object.assign(globals, {
    window: globals,
    self: globals,
    document,
    location,
    navigator,
    CustomFunctions: { associate, _association: association },
  });
}
