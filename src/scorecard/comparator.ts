import type { Figures } from "../indicators/derive";
import { comparatorFor, widerAreasIn, type ComparatorScope } from "../reference/comparators";
import type { Observation, Period, Practice, PracticeCode, ReferenceData } from "../reference/model";
import type { Counts } from "./compare";
import { similarPractices } from "./similar";
import type { SpecComparator } from "./spec";

/** Whom the practices of a scorecard are compared with, and with which figures. */
export interface Benchmarks {
  readonly kind: SpecComparator["kind"];
  /** In a sentence: "England", "its own PCN". */
  readonly name: string;
  /** Over a narrow column. */
  readonly shortName: string;
  /** What each practice is compared with, by practice code; the same name for all unless each has a comparator of its own. */
  readonly against: ReadonlyMap<PracticeCode, string>;
  /** Who the comparator is made of, where it is made of practices that are loaded. */
  readonly members: ReadonlyMap<string, readonly PracticeCode[]>;
  /** Counts of a comparator of this name; null where nobody has them. */
  readonly counts: (indicator: string, period: Period, against: string) => Counts | null;
}

/** What everything is laid beside where each practice has a comparator of its own. */
export const englandName = "England";

/** The comparator of a specification, made of published sums or of the practices that are loaded. */
export function benchmarksOf(
  data: ReferenceData,
  comparator: SpecComparator,
  figures: Figures,
  practices: readonly Practice[],
): Benchmarks {
  const published = (scope: ComparatorScope) => (indicator: string, period: Period) => {
    const sum = comparatorFor({ comparators: figures.comparators(indicator) }, scope, indicator, period);
    return sum ? { numerator: sum.numerator, denominator: sum.denominator } : null;
  };
  const england = published("england");
  const forAll = (
    name: string,
    counts: (indicator: string, period: Period) => Counts | null,
    members: readonly PracticeCode[] = [],
  ): Benchmarks => ({
    kind: comparator.kind,
    name,
    shortName: shortened(name, comparator.kind),
    against: named(practices, () => name),
    members: new Map(members.length > 0 ? [[name, members]] : []),
    counts: (indicator, period, against) =>
      against === name ? counts(indicator, period) : against === englandName ? england(indicator, period) : null,
  });
  const codes = [...data.practices.keys()];
  switch (comparator.kind) {
    case "england":
      return forAll(comparator.name ?? englandName, england);
    case "icb": {
      const icb = widerAreasIn(data).find(({ kind }) => kind === "icb");
      return forAll(comparator.name ?? icb?.name ?? "the ICB", published("icb"));
    }
    case "area":
      return forAll(comparator.name ?? data.area.name, pooled(figures, codes), codes);
    case "peers": {
      const chosen = comparator.practiceCodes ?? [];
      return forAll(comparator.name ?? "the chosen practices", pooled(figures, chosen), chosen);
    }
    case "pcn": {
      const network = ({ pcnName, pcnCode }: Practice) => pcnName ?? pcnCode ?? "no PCN known";
      const members = new Map<string, PracticeCode[]>();
      for (const practice of data.practices.values())
        if (practice.pcnCode !== undefined || practice.pcnName !== undefined)
          members.set(network(practice), [...(members.get(network(practice)) ?? []), practice.code]);
      return ofTheirOwn("pcn", comparator.name ?? "its own PCN", named(practices, network), members);
    }
    case "similar": {
      const groups = similarPractices(
        practices.map(({ code }) => code),
        figures,
      );
      const label = (code: PracticeCode) => `similar to ${code}`;
      return ofTheirOwn(
        "similar",
        comparator.name ?? "similar practices",
        named(practices, ({ code }) => label(code)),
        new Map([...groups].map(([code, members]) => [label(code), members])),
      );
    }
  }

  function ofTheirOwn(
    kind: SpecComparator["kind"],
    name: string,
    against: ReadonlyMap<PracticeCode, string>,
    members: ReadonlyMap<string, readonly PracticeCode[]>,
  ): Benchmarks {
    return {
      ...{ kind, name, against, members, shortName: shortened(name, kind) },
      counts: (indicator, period, group) => {
        if (group === englandName) return england(indicator, period);
        const found = members.get(group);
        return found ? pooled(figures, found)(indicator, period) : null;
      },
    };
  }
}

const shortNames = { england: "England", icb: "ICB", area: "Area", pcn: "Own PCN", similar: "Similar practices", peers: "Peers" } as const;

const shortened = (name: string, kind: SpecComparator["kind"]): string => (name.length <= 10 ? name : shortNames[kind]);

const named = (practices: readonly Practice[], name: (practice: Practice) => string): ReadonlyMap<PracticeCode, string> =>
  new Map(practices.map((practice) => [practice.code, name(practice)]));

/** Numerators and denominators added up over practices that have both. */
const pooled =
  (figures: Figures, codes: readonly PracticeCode[]) =>
  (indicator: string, period: Period): Counts | null => {
    const wanted = new Set(codes);
    const some = figures
      .observations(indicator)
      .filter(
        (o): o is Observation & Counts =>
          o.period === period && wanted.has(o.practiceCode) && o.numerator !== undefined && (o.denominator ?? 0) > 0,
      );
    if (some.length === 0) return null;
    return {
      numerator: some.reduce((sum, { numerator }) => sum + numerator, 0),
      denominator: some.reduce((sum, { denominator }) => sum + denominator, 0),
    };
  };
