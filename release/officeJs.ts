import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const MICROSOFTS = "https://appsforoffice.microsoft.com";
const MICROSOFTS_ADDRESS = `${MICROSOFTS}/lib/1/hosted/office.js`;

/** What Excel's client is made of: its start, the part for each kind of Excel, the words of each language. Nothing of Word or Outlook. */
const wanted = /^(office\.js|excel[\w.-]*\.js|o15apptofilemappingtable\.js|custom-functions-runtime\.js|es6-promise\.js)$/;

/**
 * Microsoft's office.js, unmodified, for networks that cannot reach Microsoft's address. Microsoft's terms let it be handed on
 * with an add-in for Office; they go along as office/LICENSE.md.
 */
export function localOfficeJs(): Map<string, Uint8Array> {
  const main = createRequire(__filename).resolve("@microsoft/office-js/dist/office.js");
  const dist = dirname(main);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".debug."))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => wanted.test(path) || /^[\w-]+\/office_strings\.js$/.test(path) || /^(aria)?telemetry\//.test(path))
    .sort();
  return new Map([
    ["office/LICENSE.md", readFileSync(join(dist, "..", "LICENSE.md"))],
    ...files.map((path) => [`office/${path}`, readFileSync(join(dist, path))] as const),
  ]);
}

/** The pane's page with office.js from beside it, and a policy that lets scripts come from nowhere else. */
export const withLocalOfficeJs = (html: string): string =>
  html.replaceAll(MICROSOFTS_ADDRESS, "office/office.js").replaceAll(` ${MICROSOFTS}`, "");
