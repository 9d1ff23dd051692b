import { baseOf, indicatorLibrary } from "../indicators/library";
import type { ReferenceData } from "../reference/model";
import { presets } from "../scorecard/presets";
import type { ScorecardSpec } from "../scorecard/spec";
import { words } from "./words";

/** An indicator in a person's words, also of what is worked out of another: "Hypertension, found of expected". */
export function indicatorName(id: string): string {
  const definition = indicatorLibrary.get(baseOf(id));
  const name = definition?.shortName ?? definition?.name.replace(/: prevalence on the QOF register$/, "") ?? baseOf(id);
  return `${name}${words.preset.variants[id.slice(baseOf(id).length + 1)] ?? ""} (${baseOf(id)})`;
}

/** Every indicator that can be put on a card: those known in words, what is worked out of them, and the area's own measures. */
export function indicatorsToChoose(data: ReferenceData | null): readonly string[] {
  const found = presets.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators)).filter((id) => id.endsWith(".found"));
  const library = [...indicatorLibrary.values()].flatMap(({ id, kind }) =>
    kind === "achievement" ? [id, `${id}.all`, `${id}.excepted`] : [id],
  );
  const local = data?.observations.map(({ indicator }) => indicator).filter((id) => id.startsWith("local_")) ?? [];
  return [...new Set([...library, ...found, ...local])].sort((a, b) => indicatorName(a).localeCompare(indicatorName(b), "en-GB"));
}

type Groups = ScorecardSpec["groups"];

/** The groups with one indicator a place further up (-1) or down (1), into the neighbouring group at an end. */
export function moved(groups: Groups, id: string, by: 1 | -1): Groups {
  const at = groups.findIndex(({ indicators }) => indicators.includes(id));
  const ids = groups[at]!.indicators;
  const from = ids.indexOf(id);
  const to = from + by;
  if (to >= 0 && to < ids.length) {
    const swapped = ids.map((each, i) => (i === to ? id : i === from ? ids[to]! : each));
    return groups.map((group, g) => (g === at ? { ...group, indicators: swapped } : group));
  }
  const neighbour = at + by;
  if (groups[neighbour] === undefined) return groups;
  const rest = without(groups, id, true);
  return rest
    .map((group, g) => (g === neighbour ? { ...group, indicators: by > 0 ? [id, ...group.indicators] : [...group.indicators, id] } : group))
    .filter(({ indicators }) => indicators.length > 0);
}

/** The groups without one indicator; a group that is left empty goes too, unless it is to stay. */
export const without = (groups: Groups, id: string, keepEmpty = false): Groups =>
  groups
    .map((group) => ({ ...group, indicators: group.indicators.filter((each) => each !== id) }))
    .filter(({ indicators }) => keepEmpty || indicators.length > 0);

export const withAdded = (groups: Groups, at: number, id: string): Groups =>
  groups.map((group, g) => (g === at ? { ...group, indicators: [...group.indicators, id] } : group));
