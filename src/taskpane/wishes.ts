import { readSpec, writeSpec } from "../scorecard/readSpec";
import type { Wishes } from "./services";
import { words } from "./words";

/** Key of the workbook setting. It is in users' files and never changes. */
export const wishesKey = "gpScorecard.wishes";

/** The text in which a workbook keeps what its scorecard shows and the person's own groups; null where there is nothing to keep. */
export const wishesText = ({ spec, groups }: Wishes): string | null =>
  spec === null && groups.length === 0 ? null : JSON.stringify({ spec: spec === null ? null : writeSpec(spec), groups });

/** What a workbook kept, with a sentence about what of it cannot be read. */
export function wishesFrom(text: string | null): Wishes & { readonly notice: string | null } {
  const nothing = { spec: null, groups: [], notice: null };
  if (text === null) return nothing;
  try {
    const { spec, groups } = JSON.parse(text) as { spec?: unknown; groups?: unknown };
    return {
      spec: typeof spec === "string" ? readSpec(spec) : null,
      groups: Array.isArray(groups) ? groups.filter(isGroup) : [],
      notice: null,
    };
  } catch {
    return { ...nothing, notice: words.preset.ignored };
  }
}

function isGroup(value: unknown): value is Wishes["groups"][number] {
  const { name, practiceCodes } = (value ?? {}) as { name?: unknown; practiceCodes?: unknown };
  return typeof name === "string" && Array.isArray(practiceCodes) && practiceCodes.every((code) => typeof code === "string");
}
