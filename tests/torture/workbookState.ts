import type { Host } from "../../src/host";

/**
 * The whole workbook, side data included, byte for byte; only the count of its revisions is left out, and in which order the engine's record
 * of a look names its parts.
 */
export function stateOf(host: Pick<Host, "exportState">): string {
  const state = host.exportState() as { readonly styles?: Readonly<Record<string, object>> };
  const sorted = (look: object) => Object.fromEntries(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));
  const styles = Object.fromEntries(Object.entries(state.styles ?? {}).map(([id, look]) => [id, sorted(look)]));
  return JSON.stringify({ ...state, styles, revisionId: undefined });
}

/**
 * Ids that the host makes up begin with the time, and tables and filters are counted on; two runs of the same thing agree without them. Nor does it
 * matter under which passing name of a sheet the engine first spelled a formula.
 */
export function withoutIds(state: string): string {
  const ids = new Map<string, string>();
  const plain = state.replace(/,?"xlEngineFormula":"(?:[^"\\]|\\.)*"/g, "").replace(/("table\|[^|"]+\||"filter\|[^|"]+":")\d+"/g, '$1"');
  return plain.replace(new RegExp(`${Date.now().toString(36).slice(0, 3)}[0-9a-z]{6,10}`, "g"), (id) => {
    if (!ids.has(id)) ids.set(id, `#${ids.size + 1}`);
    return ids.get(id)!;
  });
}

/** Where two states part, for the message of a test that fails. */
export function difference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at === a.length && at === b.length
    ? ""
    : `…${a.slice(Math.max(0, at - 80), at + 80)}… ≠ …${b.slice(Math.max(0, at - 80), at + 80)}…`;
}

interface ExportedSheet {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** Everything that stands in cells, of all sheets. */
export const cellTexts = (state: string): readonly string[] =>
  (JSON.parse(state) as { readonly sheets: readonly ExportedSheet[] }).sheets.flatMap(({ cells }) =>
    Object.values(cells).map((cell) => (typeof cell === "string" ? cell : JSON.stringify(cell))),
  );

export const sheetsIn = (state: string): readonly ExportedSheet[] =>
  (JSON.parse(state) as { readonly sheets: readonly ExportedSheet[] }).sheets;
