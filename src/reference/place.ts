import { ProblemError } from "../problem";
import { endedAreas, placeBeside, placesOf, predecessorsOf } from "./areaSuccession";
import { editDistance } from "./editDistance";
import { inOrder, listAreas, type AreaChoice, type Geography } from "./geography";
import type { Area, Period, PracticeCode } from "./model";
import { comparePeriods, yearsApart } from "./period";
import type { PlacedPractice } from "./publication";

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

/**
 * Finds an area by a code of any kind: ODS (07G), ONS (E38000185), ICB (QH8), PCN (U28765); by its exact name; or by the place it is (Thurrock).
 * A code that ended is followed to the one that took over, and before an area began its practices are those of the areas it was made of.
 * Refused with near matches where no geography knows it.
 */
export function findPlace(
  wanted: string,
  geographies: readonly Geography[],
  choices: readonly AreaChoice[] = listAreas(geographies),
): Place {
  const key = wanted.trim().toUpperCase();
  const ordered = inOrder(geographies);
  const code = codeOf(key, ordered, choices);
  if (code === undefined) throw new ProblemError({ kind: "notFound", what: "area", key: wanted, near: nearMatches(key, choices) });
  const codes = namesOf(code, ordered);
  const before = predecessorsOf(code);
  const codesBefore = before.flatMap((area) => namesOf(area.code, ordered));
  const under = (names: readonly string[], geography: Geography) => new Set(names.flatMap((one) => [...geography.members(one)]));
  const isKnown = (names: readonly string[], geography: Geography) => names.some((one) => geography.members(one).size > 0);
  const membersIn = (geography: Geography) => under(isKnown(codes, geography) ? codes : codesBefore, geography);
  const knowing = ordered.filter((geography) => isKnown(codes, geography) || isKnown(codesBefore, geography));
  const known = lastKnown(code, ordered);
  const odsCode = known && (known.subIcbOnsCode === code ? known.subIcbCode : known.icbOnsCode === code ? known.icbCode : undefined);
  const area = { code: odsCode ?? code, name: choices.find((choice) => choice.code === (odsCode ?? code))?.name ?? code };
  const ended = endedAreas.get(key);
  const followed =
    ended && key !== code ? `${key} (${ended.name}) is part of ${area.code} (${area.name}) now: all its practices are read.` : "";
  return {
    area,
    isOwnList: false,
    at: (period, file) => {
      const { practices, remark, geography } = membership(membersIn, knowing, period, file);
      const isOfParts = geography !== undefined && !isKnown(codes, geography);
      const parts = isOfParts ? partsInWords(area, before, geography) : "";
      const remarks = [remark, parts, followed].filter(Boolean).join(" ");
      return { practices, ...(remarks === "" ? {} : { remark: remarks }) };
    },
    membersIn,
    practices: () => describe(new Set(knowing.flatMap((geography) => [...membersIn(geography)])), ordered),
  };
}

/** The code of what was asked for: known as it stands, by a name, by the code that took over, or by a place that is one area's alone. */
function codeOf(key: string, ordered: readonly Geography[], choices: readonly AreaChoice[]): string | undefined {
  if (lastKnown(key, ordered)) return key;
  const named = choices.find((choice) => choice.name.toUpperCase() === key)?.code ?? formerlyNamed(key, ordered);
  if (named !== undefined) return named;
  const successor = endedAreas.get(key)?.successor;
  if (successor !== undefined && lastKnown(successor, ordered)) return successor;
  const bare = key.replace(/^NHS | CCG$/g, "");
  const [only, ...others] = choices.filter(
    ({ code, kind }) => kind === "subIcb" && placesOf(code).some((place) => place.toUpperCase() === bare),
  );
  return others.length === 0 ? only?.code : undefined;
}

const partsInWords = (area: Area, parts: readonly { readonly code: string; readonly name: string }[], { file }: Geography): string =>
  `In ${file} there is no ${area.code} yet: its practices are those of ${parts.map(({ code, name }) => `${code} ${name}`).join(", ")}.`;

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
): Membership & { readonly geography?: Geography } {
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
  if (standing(best) <= 1) return { practices, geography: best };
  const when = best.period ? ` of ${best.period}` : "";
  return {
    practices,
    geography: best,
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

/** Areas whose code or name resembles what was asked for, best first: "07H" finds "07G", "thurrock" finds a name. */
function nearMatches(key: string, choices: readonly AreaChoice[]): string[] {
  const scored = choices.map((choice) => {
    const name = [choice.name, ...(choice.kind === "subIcb" ? placesOf(choice.code) : [])].join(" ").toUpperCase();
    const inName = key.length >= 3 && name.includes(key) ? 0.5 : Number.POSITIVE_INFINITY;
    return { choice, distance: Math.min(editDistance(key, choice.code), inName) };
  });
  const alike = scored.filter(({ choice, distance }) => distance <= Math.max(1, Math.floor(choice.code.length / 3)));
  const near = alike.length > 0 ? alike : scored.filter(({ choice, distance }) => distance <= 2 && choice.code.startsWith(key.slice(0, 2)));
  return near
    .sort((a, b) => a.distance - b.distance || (a.choice.code < b.choice.code ? -1 : 1))
    .slice(0, 5)
    .map(({ choice: { code, name } }) => `${code} (${placeBeside(code, name) ?? name})`);
}
