import { fault } from "./cells";
import { UnreadableFile } from "./decode";
import type { Period, PracticeCode } from "./model";
import { comparePeriods } from "./period";
import type { Outcome, PlacedPractice, PracticeRegister } from "./publication";

export type AreaKind = "subIcb" | "icb" | "pcn";

export interface AreaChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: AreaKind;
  /** In the latest geography that knows the area. */
  readonly practices: number;
  /** Periods of the geographies that know it, earliest first. */
  readonly years: readonly Period[];
}

/** The list of all that ever prescribed, with those long closed, has some 17,000. */
const MOST_PRACTICES = 200_000;

/** Which practice belonged where, according to one file. */
export class Geography implements PracticeRegister {
  readonly practices = new Map<PracticeCode, PlacedPractice>();
  readonly closures = new Map<PracticeCode, Period>();
  readonly successors = new Map<PracticeCode, { readonly code: PracticeCode; readonly day: Period }>();
  readonly #lines = new Map<PracticeCode, number>();
  #byArea: ReadonlyMap<string, ReadonlySet<PracticeCode>> | null = null;

  constructor(
    readonly file: string,
    readonly publication: string,
    readonly rank: 0 | 1 | 2,
    public period: Period | null,
  ) {}

  place(practice: PlacedPractice, line: number, column: string): Outcome {
    const before = this.#lines.get(practice.code);
    if (before !== undefined) return fault(column, `${practice.code} once`, `again; first on line ${before}`);
    if (this.#lines.size >= MOST_PRACTICES)
      throw new UnreadableFile(`It places more than ${MOST_PRACTICES.toLocaleString("en-GB")} practices: England has some 6,200.`);
    this.#lines.set(practice.code, line);
    this.practices.set(practice.code, practice);
    this.#byArea = null;
    return "used";
  }

  closed(practice: PracticeCode, day: Period): void {
    this.closures.set(practice, day);
  }

  followedBy(practice: PracticeCode, successor: PracticeCode, day: Period): void {
    const known = this.successors.get(practice);
    if (!known || known.day <= day) this.successors.set(practice, { code: successor, day });
  }

  asAt(period: Period): void {
    if (this.period === null || comparePeriods(period, this.period) > 0) this.period = period;
  }

  /** How many practices it says anything of. */
  get size(): number {
    return this.practices.size + this.closures.size + this.successors.size;
  }

  /** The practices of an area, none where this file does not know it. */
  members(code: string): ReadonlySet<PracticeCode> {
    return (this.#byArea ??= practicesByArea(this.practices.values())).get(code) ?? NONE;
  }
}

const NONE: ReadonlySet<PracticeCode> = new Set();

function practicesByArea(practices: Iterable<PlacedPractice>): ReadonlyMap<string, ReadonlySet<PracticeCode>> {
  const areas = new Map<string, Set<PracticeCode>>();
  for (const practice of practices)
    for (const code of codesOf(practice)) {
      if (code === undefined) continue;
      const members = areas.get(code);
      if (members) members.add(practice.code);
      else areas.set(code, new Set([practice.code]));
    }
  return areas;
}

const codesOf = (practice: PlacedPractice): readonly (string | undefined)[] => [
  practice.subIcbCode,
  practice.subIcbOnsCode,
  practice.icbCode,
  practice.icbOnsCode,
  practice.pcnCode,
];

/** All areas the geographies know, sub-ICB locations first, each with the name the latest of them gives it. */
export function listAreas(geographies: readonly Geography[]): AreaChoice[] {
  const areas = new Map<string, { code: string; name: string; kind: AreaKind; practices: number; years: Set<Period> }>();
  for (const geography of inOrder(geographies)) {
    const counted = new Map<string, number>();
    for (const practice of geography.practices.values()) {
      const levels: [AreaKind, string | undefined, string | undefined][] = [
        ["subIcb", practice.subIcbCode ?? practice.subIcbOnsCode, practice.subIcbName],
        ["icb", practice.icbCode ?? practice.icbOnsCode, practice.icbName],
        ["pcn", practice.pcnCode, practice.pcnName],
      ];
      for (const [kind, code, name] of levels) {
        if (!code) continue;
        const count = (counted.get(code) ?? 0) + 1;
        counted.set(code, count);
        const known = areas.get(code);
        if (!known)
          areas.set(code, { code, name: name ?? code, kind, practices: count, years: new Set(geography.period ? [geography.period] : []) });
        else {
          known.practices = count;
          if (name) known.name = name;
          if (geography.period) known.years.add(geography.period);
        }
      }
    }
  }
  const order: readonly AreaKind[] = ["subIcb", "icb", "pcn"];
  return [...areas.values()]
    .map((area) => ({ ...area, years: [...area.years].sort(comparePeriods) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.code < b.code ? -1 : 1));
}

/** Weakest word first, then earliest first, so that what is read later may overwrite. */
export const inOrder = (geographies: readonly Geography[]): Geography[] =>
  [...geographies].sort((a, b) => b.rank - a.rank || comparePeriods(a.period ?? "", b.period ?? ""));
