import type { Geography } from "./geography";
import type { LoadedFile } from "./loadedFile";
import type { Period, PracticeCode } from "./model";
import { comparePeriods } from "./period";
import type { Place } from "./place";
import type { FiguresFile, Publication } from "./publication";
import type { Wider } from "./widerAreas";

/** Which places are read, and which practices turned out to be theirs while the rows went by. */
export class Belonging {
  /** By publication and period: for each place the practices whose rows were of it. */
  readonly #met = new Map<string, readonly Set<PracticeCode>[]>();
  readonly #all: readonly Place[];
  readonly #placed: ReadonlySet<PracticeCode>;

  /**
   * @param places whose figures are wanted; null for every practice
   * @param wider areas around them, of which only the sums are wanted
   */
  constructor(
    readonly places: readonly Place[] | null,
    readonly wider: readonly Wider[],
    geographies: readonly Geography[],
  ) {
    this.#all = [...(places ?? []), ...wider.map(({ place }) => place)];
    this.#placed = new Set(geographies.flatMap((geography) => [...geography.practices.keys()]));
  }

  /** By number of place, those whose figures are wanted first: the practices met in rows of a publication and period. */
  met(publication: string, period: Period): readonly Set<PracticeCode>[] {
    const key = `${publication} ${period}`;
    let met = this.#met.get(key);
    if (!met) this.#met.set(key, (met = this.#all.map(() => new Set())));
    return met;
  }

  /** The practices of any of the places whose figures are wanted; null where all are. */
  metAnywhere(publication: string, period: Period): ReadonlySet<PracticeCode> | null {
    if (this.places === null) return null;
    return new Set(
      this.met(publication, period)
        .slice(0, this.places.length)
        .flatMap((practices) => [...practices]),
    );
  }

  /** Says of each row's practice whether it is of one of the places, and remembers of which. */
  ofRowsIn(file: LoadedFile, publication: Publication): FiguresFile["placeOf"] {
    file.periods.clear();
    file.matched.clear();
    file.unplaced.clear();
    const placesAt = this.#placesByTime(file);
    const ownPlaces = this.places?.length ?? 0;
    const isOwnList = this.places?.some((place) => place.isOwnList);
    let lastPeriod: Period | undefined;
    let met: readonly Set<PracticeCode>[] = [];
    return (practice, period, asAt = period || null) => {
      if (period !== lastPeriod) {
        lastPeriod = period;
        if (period) file.periods.add(period);
        met = this.met(publication.id, period);
      }
      if (this.places === null) return "used";
      const numbers = placesAt(asAt).get(practice);
      if (!numbers) {
        if (!isOwnList && !this.#placed.has(practice)) file.unplaced.add(practice);
        return "outsideArea";
      }
      for (const i of numbers) met[i]?.add(practice);
      if (numbers[0] === 0) file.matched.add(practice);
      return numbers.some((i) => i < ownPlaces) ? "used" : "outsideArea";
    };
  }

  /** For each practice the numbers of its places at a time, worked out once a time; what the file has to be told about it joins its remarks. */
  #placesByTime(file: LoadedFile): (asAt: Period | null) => ReadonlyMap<PracticeCode, readonly number[]> {
    const known = new Map<Period | null, ReadonlyMap<PracticeCode, readonly number[]>>();
    const ownPlaces = this.places?.length ?? 0;
    return (asAt) => {
      const before = known.get(asAt);
      if (before) return before;
      const placesOf = new Map<PracticeCode, number[]>();
      this.#all.forEach((place, i) => {
        const membership = place.at(asAt, file.source.name);
        if (membership.remark && i < ownPlaces) file.remarks.add(membership.remark);
        if (ownPlaces === 1 && i === 0 && comparePeriods(asAt ?? "", file.expected?.at ?? "") >= 0)
          file.expected = { at: asAt, practices: membership.practices };
        for (const practice of membership.practices) {
          const numbers = placesOf.get(practice);
          if (numbers) numbers.push(i);
          else placesOf.set(practice, [i]);
        }
      });
      known.set(asAt, placesOf);
      return placesOf;
    };
  }
}
