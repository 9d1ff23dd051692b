import type { AreaChoice, Geography } from "./geography";
import { findPlace, type Place } from "./place";
import type { WiderArea } from "./model";
import type { PlacedPractice } from "./publication";

/** The place that a wider area is. */
export interface Wider {
  readonly kind: WiderArea["kind"];
  readonly place: Place;
}

/** As many practices of a place must be in the same ICB for it to be theirs: a list drawn from all over has none. */
const SHARED_BY = 0.9;

/** What the practices of a place lie in beside England: their ICB, and their sub-ICB location; none that is the place itself. */
export function widerAreasOf(place: Place, geographies: readonly Geography[], choices: readonly AreaChoice[]): Wider[] {
  const practices = [...place.practices().values()];
  const levels: readonly (readonly [WiderArea["kind"], string | undefined])[] = [
    ["icb", mostCommon(practices.map(({ icbCode, icbOnsCode }) => icbCode || icbOnsCode))],
    ["subIcb", mostCommon(practices.map(({ subIcbCode, subIcbOnsCode }) => subIcbCode || subIcbOnsCode))],
  ];
  return levels.flatMap(([kind, code]): Wider[] => {
    if (code === undefined) return [];
    const wider = findPlace(code, geographies, choices);
    const members = wider.practices();
    const shared = practices.filter((practice) => members.has(practice.code)).length >= practices.filter(isPlaced).length * SHARED_BY;
    return shared && members.size > practices.length ? [{ kind, place: wider }] : [];
  });
}

const isPlaced = ({ icbCode, icbOnsCode, subIcbCode, subIcbOnsCode }: PlacedPractice): boolean =>
  Boolean(icbCode || icbOnsCode || subIcbCode || subIcbOnsCode);

function mostCommon(codes: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const code of codes) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
