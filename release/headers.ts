/** What the web server has to say with each file. One list, from which the settings of every kind of server are made and a deployed folder is checked. */

/** With every file. */
export const everywhere = (policy: string): Readonly<Record<string, string>> => ({
  // The page states the same policy itself; a header cannot be taken out of a page on its way.
  "Content-Security-Policy": policy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  // Excel on the web fetches the list of functions from an origin of its own. Nothing here is secret.
  "Access-Control-Allow-Origin": "*",
});

/** Kept, but asked about each time: a new release is there at the next start, and an unchanged file costs one short answer. */
export const CACHE_ELSEWHERE = "no-cache";
/** Office does not show an icon that it may not keep. */
export const CACHE_OF_PICTURES = "public, max-age=86400";
/** Folders whose files are kept for a day. */
export const keptFolders = ["assets", "office"] as const;

/** Headers that would keep Excel from showing the pane, whatever their value, each with the reason. */
export const forbidden: Readonly<Record<string, string>> = {
  "X-Frame-Options": "Excel on the web shows the pane in a frame",
  "Cross-Origin-Opener-Policy": "Office's dialogs would lose their opener",
  "Cross-Origin-Embedder-Policy": "office.js comes from another origin",
};

/** The policy that a page states in its head. */
export const policyOf = (html: string): string => /http-equiv="?Content-Security-Policy"?\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
