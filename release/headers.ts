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

/**
 * How long a file may be kept, by what stands at the beginning of its path; the first that fits counts.
 * The rest is kept but asked about each time: a new release is there at the next start, and an unchanged file costs one short answer.
 */
export const CACHE_ELSEWHERE = "no-cache";
const FOR_A_DAY = { seconds: 86_400, words: ["public"] } as const;
export const keptFor: readonly Kept[] = [
  // Names what is in the pack now.
  { path: "pack/index.json", seconds: 0, words: [] },
  // A file's name carries a part of its SHA-256: what it holds never changes.
  { path: "pack/", seconds: 31_536_000, words: ["public", "immutable"] },
  // Office does not show an icon that it may not keep.
  { path: "assets/", ...FOR_A_DAY },
  { path: "office/", ...FOR_A_DAY },
];

export interface Kept {
  /** A folder, with a slash behind it, or a file in one. */
  readonly path: string;
  /** 0: asked about each time. */
  readonly seconds: number;
  readonly words: readonly string[];
}

export const cacheControl = ({ seconds, words }: Kept): string =>
  seconds === 0 ? CACHE_ELSEWHERE : [...words.slice(0, 1), `max-age=${seconds}`, ...words.slice(1)].join(", ");

/** Headers that would keep Excel from showing the pane, whatever their value, each with the reason. */
export const forbidden: Readonly<Record<string, string>> = {
  "X-Frame-Options": "Excel on the web shows the pane in a frame",
  "Cross-Origin-Opener-Policy": "Office's dialogs would lose their opener",
  "Cross-Origin-Embedder-Policy": "office.js comes from another origin",
};

/** The policy that a page states in its head. */
export const policyOf = (html: string): string => /http-equiv="?Content-Security-Policy"?\s+content="([^"]+)"/.exec(html)?.[1] ?? "";
