import { CCG_NAMES, MERGED_CCGS } from "./areaNames";

/** An area that ended, and the code that goes on with its practices. */
export interface EndedArea {
  readonly code: string;
  readonly name: string;
  readonly successor: string;
  /** Its first day under the new code, where that is confirmed. */
  readonly since?: string;
}

/**
 * ICBs that were merged. The practices of Mid and South Essex are NHS Essex's since April 2026, together with others; other ICBs that were
 * redrawn then are not here, because which of their parts went where is not confirmed.
 */
const MERGED_ICBS: readonly EndedArea[] = [{ code: "QH8", name: "Mid and South Essex", successor: "D7T5G", since: "2026-04-01" }];

/** CCG -> sub-ICB location, ICB -> ICB. A CCG that was not merged kept its code, and an STP the code of its ICB. */
export const endedAreas: ReadonlyMap<string, EndedArea> = new Map(
  [...MERGED_CCGS.map(([code, name, successor]) => ({ code, name, successor })), ...MERGED_ICBS].map((area) => [area.code, area]),
);

/** The areas that an area was made of, before anything had its code. */
export const predecessorsOf = (code: string): readonly EndedArea[] =>
  [...endedAreas.values()].filter(({ successor }) => successor === code);

/**
 * Names by which people know a sub-ICB location: that of the CCG which had its code, and those of the CCGs it was merged from.
 *
 * @example placesOf("07G") // ["Thurrock"]
 * @example placesOf("93C") // ["North Central London", "Barnet", "Camden", "Enfield", "Haringey", "Islington"]
 */
export const placesOf = (code: string): readonly string[] => {
  const own = CCG_NAMES[code] ?? endedAreas.get(code)?.name;
  return [...(own === undefined ? [] : [own]), ...predecessorsOf(code).map(({ name }) => name)];
};

/** What an area is called by people, beside what files call it; null where the name says it already. */
export const placeBeside = (code: string, name: string): string | null => {
  const [own] = placesOf(code);
  return own === undefined || name.toLowerCase().includes(own.toLowerCase()) ? null : own;
};
