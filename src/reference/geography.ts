import { ProblemError } from "../problem";
import { fault } from "./cells";
import { editDistance } from "./editDistance";
import type { Area, Period, PracticeCode } from "./model";
import { comparePeriods, yearsApart } from "./period";
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

/** Which practices are in the area at one time, and on whose word. */
export interface Membership {
  readonly practices: ReadonlySet<PracticeCode>;
  readonly remark?: string;
}

/** The area that was asked for, resolved against every geography loaded. */
export interface Place {
  readonly area: Area;
  at(period: Period | null, file: string): Membership;
  /** Chosen practice by practice: no geography has a say in who belongs. */
  readonly isOwnList: boolean;
  /** The practices of the area according to one geography. */
  membersIn(geography: Geography): Iterable<PracticeCode>;
  /** Every practice the area ever had in what is loaded, described by the latest source that names it. */
  practices(): ReadonlyMap<PracticeCode, PlacedPractice>;
}

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

/**
 * Finds an area by a code of any kind: ODS (07G), ONS (E38000185), ICB (QH8), PCN (U28765); or by its exact name.
 * Refused with near matches where no geography knows it.
 */
export function findPlace(
  wanted: string,
  geographies: readonly Geography[],
  choices: readonly AreaChoice[] = listAreas(geographies),
): Place {
  const key = wanted.trim().toUpperCase();
  const ordered = inOrder(geographies);
  const byCode = lastKnown(key, ordered);
  const code = byCode ? key : (choices.find((choice) => choice.name.toUpperCase() === key)?.code ?? formerlyNamed(key, ordered));
  if (code === undefined) throw new ProblemError({ kind: "notFound", what: "area", key: wanted, near: nearMatches(key, choices) });
  const codes = namesOf(code, ordered);
  const membersIn = (geography: Geography) => new Set(codes.flatMap((one) => [...geography.members(one)]));
  const knowing = ordered.filter((geography) => codes.some((one) => geography.members(one).size > 0));
  const odsCode = byCode && (byCode.subIcbOnsCode === code ? byCode.subIcbCode : byCode.icbOnsCode === code ? byCode.icbCode : undefined);
  const area = { code: odsCode ?? code, name: choices.find((choice) => choice.code === (odsCode ?? code))?.name ?? code };
  return {
    area,
    isOwnList: false,
    at: (period, file) => membership(membersIn, knowing, period, file),
    membersIn,
    practices: () => describe(new Set(knowing.flatMap((geography) => [...membersIn(geography)])), ordered),
  };
}

/** The code of an area under a name it had before, such as NHS Thurrock CCG. */
function formerlyNamed(name: string, geographies: readonly Geography[]): string | undefined {
  for (const geography of geographies)
    for (const { subIcbName, subIcbCode, icbName, icbCode, icbOnsCode, pcnName, pcnCode } of geography.practices.values())
      for (const [known, code] of [
        [subIcbName, subIcbCode],
        [icbName, icbCode ?? icbOnsCode],
        [pcnName, pcnCode],
      ])
        if (code && known?.toUpperCase() === name) return code;
  return undefined;
}

/** A code and those that stand beside it anywhere for the same area: until 2018-19 an STP goes by its ONS code only, E54000026 for QH8. */
function namesOf(code: string, geographies: readonly Geography[]): readonly string[] {
  const codes = new Set([code]);
  for (const geography of geographies)
    for (const { subIcbCode, subIcbOnsCode, icbCode, icbOnsCode } of geography.practices.values())
      for (const [ods, ons] of [
        [subIcbCode, subIcbOnsCode],
        [icbCode, icbOnsCode],
      ])
        if (ods && ons && (ods === code || ons === code)) codes.add(ods).add(ons);
  return [...codes];
}

/** A practice of the area, as the last geography that knows the area has it. */
function lastKnown(areaCode: string, ordered: readonly Geography[]): PlacedPractice | undefined {
  const geography = ordered.filter((one) => one.members(areaCode).size > 0).at(-1);
  const code = geography && [...geography.members(areaCode)].at(-1);
  return code === undefined ? undefined : geography?.practices.get(code);
}

/** An officer's own list of practices. */
export function ownList(name: string, codes: readonly PracticeCode[], geographies: readonly Geography[]): Place {
  const practices = new Set(codes.map((code) => code.trim().toUpperCase()));
  return {
    area: { code: "", name },
    isOwnList: true,
    at: () => ({ practices }),
    membersIn: (geography) => [...practices].filter((code) => geography.practices.has(code)),
    practices: () => describe(practices, inOrder(geographies)),
  };
}

/**
 * Whose word counts for figures of a period: that year's geography; else a column in the very file; else the nearest year's geography;
 * else the organisation directory; else a column of another file.
 */
function membership(
  membersIn: (geography: Geography) => ReadonlySet<PracticeCode>,
  knowing: readonly Geography[],
  period: Period | null,
  file: string,
): Membership {
  const apart = (geography: Geography): number =>
    period && geography.period ? yearsApart(period, geography.period) : Number.POSITIVE_INFINITY;
  const standing = (geography: Geography): number => {
    if (geography.rank === 0 && apart(geography) === 0) return 0;
    if (geography.file === file) return 1;
    return 2 + geography.rank;
  };
  const ranked = [...knowing].sort(
    (a, b) => standing(a) - standing(b) || gap(apart(a), apart(b)) || comparePeriods(b.period ?? "", a.period ?? ""),
  );
  const best = ranked[0];
  if (!best) return { practices: new Set() };
  const equal = ranked.filter(
    (other) => standing(other) === standing(best) && gap(apart(other), apart(best)) === 0 && other.period === best.period,
  );
  const practices = new Set(equal.flatMap((geography) => [...membersIn(geography)]));
  if (standing(best) <= 1) return { practices };
  const when = best.period ? ` of ${best.period}` : "";
  return {
    practices,
    remark: `Practices of the area are those${when} in ${best.file}${period ? `: no geography of ${period} is loaded` : ""}.`,
  };
}

const gap = (a: number, b: number): number => (a === b ? 0 : a - b);

function describe(codes: ReadonlySet<PracticeCode>, ordered: readonly Geography[]): ReadonlyMap<PracticeCode, PlacedPractice> {
  const described = new Map<PracticeCode, PlacedPractice>();
  for (const code of [...codes].sort()) described.set(code, { code, name: code });
  for (const geography of ordered) {
    for (const code of codes) {
      const practice = geography.practices.get(code);
      if (practice)
        described.set(code, { ...described.get(code), ...practice, name: practice.name || (described.get(code)?.name ?? code) });
    }
  }
  for (const [code, practice] of described) described.set(code, { ...practice, ...fateOf(code, ordered) });
  return described;
}

/** That a practice closed, and who took over, according to any of the directories. */
function fateOf(code: PracticeCode, geographies: readonly Geography[]): Partial<PlacedPractice> {
  const closedOn = geographies.flatMap(({ closures }) => closures.get(code) ?? []).at(-1);
  const successor = geographies.flatMap(({ successors }) => successors.get(code) ?? []).at(-1)?.code;
  const name = successor && geographies.flatMap(({ practices }) => practices.get(successor)?.name ?? []).at(-1);
  return {
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(successor === undefined ? {} : { successorCode: successor, ...(name ? { successorName: name } : {}) }),
  };
}

/** Weakest word first, then earliest first, so that what is read later may overwrite. */
const inOrder = (geographies: readonly Geography[]): Geography[] =>
  [...geographies].sort((a, b) => b.rank - a.rank || comparePeriods(a.period ?? "", b.period ?? ""));

/** Areas whose code or name resembles what was asked for, best first: "07H" finds "07G", "thurrock" finds a name. */
function nearMatches(key: string, choices: readonly AreaChoice[]): string[] {
  const scored = choices.map((choice) => {
    const name = choice.name.toUpperCase();
    const inName = key.length >= 3 && name.includes(key) ? 0.5 : Number.POSITIVE_INFINITY;
    return { choice, distance: Math.min(editDistance(key, choice.code), inName) };
  });
  const alike = scored.filter(({ choice, distance }) => distance <= Math.max(1, Math.floor(choice.code.length / 3)));
  const near = alike.length > 0 ? alike : scored.filter(({ choice, distance }) => distance <= 2 && choice.code.startsWith(key.slice(0, 2)));
  return near
    .sort((a, b) => a.distance - b.distance || (a.choice.code < b.choice.code ? -1 : 1))
    .slice(0, 5)
    .map(({ choice }) => `${choice.code} (${choice.name})`);
}
