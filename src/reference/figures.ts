import { fault, type Fault } from "./cells";
import { UnreadableFile } from "./decode";
import type { MissingReason } from "../problem";
import type { Comparator, Observation, Period, PracticeCode, WiderArea } from "./model";
import type { Measure } from "./publication";
import { Shelf } from "./shelf";
import { REASONS, whyMissing, type Parts } from "./whyMissing";

/** All of England has some 6,200 practices; a file with fewer than this is an excerpt. */
export const PRACTICES_IN_ENGLAND = 5000;

/** Monthly figures since 1948 are fewer. */
const MOST_PERIODS = 2_000;

/** The practices of the area at one period; null for all. */
export type Wanted = (period: Period) => ReadonlySet<PracticeCode> | null;

/** A row that only turned out wrong beside another: it was counted already and is moved to the refused. */
export interface LateFault extends Fault {
  readonly file: string;
  readonly line: number;
  readonly inArea: boolean;
}

/**
 * The figures of one publication, from however many files it came in (QOF achievement comes as seven).
 *
 * Every practice of England goes through here, of the area or not: the sums over all of them are the comparator. So that nothing
 * counts twice, each practice, indicator, period and measure has one slot over all files; a second row for it is refused with the place
 * of the first. Slots are typed arrays, 15 bytes a figure: the memory does not grow with repeated rows.
 */
export class FigureStore {
  readonly #files: string[] = [];
  readonly #shelves = new Map<Period, Shelf>();
  #england: { file: number; period: Period; indicator: string; value: number }[] = [];
  /** By file: rows that say what another file has said already, with that file. */
  readonly #repeats = new Map<number, { of: number; rows: number; lastLine: number }>();
  #besides: { file: number; period: Period; practice: PracticeCode; indicator: string; numerator: number; denominator: number }[] = [];

  constructor(
    readonly publication: string,
    readonly measures: readonly Measure[],
  ) {}

  /** Begin the figures of a file; the number that comes back undoes them. */
  begin(file: string): number {
    return this.#files.push(file) - 1;
  }

  /** Forget what a file put here: it is read again in another encoding, or turned out not to be usable. */
  forget(file: number): void {
    for (const [period, shelf] of this.#shelves) if (!shelf.forget(file)) this.#shelves.delete(period);
    this.#lastShelf = undefined;
    this.#besides = this.#besides.filter((sum) => sum.file !== file);
    this.#repeats.delete(file);
    this.#england = this.#england.filter((row) => row.file !== file);
  }

  /** Put one figure in its slot, or say where it was read before. What another file says alike is no fault: it counts once. */
  put(
    period: Period,
    practice: PracticeCode,
    indicator: string,
    measure: Measure,
    value: number | MissingReason,
    line: number,
  ): Fault | undefined {
    const isAlike = (shelf: Shelf, at: number): boolean =>
      typeof value === "number" ? shelf.values[at] === value : shelf.reasons[at] === REASONS.indexOf(value) + 1;
    const at = this.#free(period, practice, indicator, measure, line, isAlike);
    if (typeof at !== "number") return at;
    const shelf = this.#shelf(period);
    if (typeof value === "number") shelf.values[at] = value;
    else shelf.reasons[at] = REASONS.indexOf(value) + 1;
    return undefined;
  }

  /** Put a label, such as "Good", in the slot of `value`. */
  putLabel(period: Period, practice: PracticeCode, indicator: string, label: string, line: number): Fault | undefined {
    const at = this.#free(period, practice, indicator, "value", line, (shelf, known) => shelf.labels.get(known) === label);
    if (typeof at !== "number") return at;
    this.#shelf(period).labels.set(at, label);
    return undefined;
  }

  /** The slot for a figure, now taken by this line; or the fault of a line that comes too late; or nothing where another file says the same. */
  #free(
    period: Period,
    practice: PracticeCode,
    indicator: string,
    measure: Measure,
    line: number,
    isAlike: (shelf: Shelf, at: number) => boolean,
  ): number | Fault | undefined {
    const shelf = this.#shelf(period);
    const at = shelf.slot(practice, indicator) * this.measures.length + this.measures.indexOf(measure);
    const before = shelf.lines[at] ?? 0;
    if (before > 0) {
      const first = shelf.files[at] ?? 0;
      const now = this.#files.length - 1;
      if (first !== now && isAlike(shelf, at)) return this.#noteRepeat(now, first, line);
      const place = first === now ? "" : ` of ${this.#files[first]}`;
      return {
        column: "",
        expected: `${practice} ${indicator} once${period ? ` for ${period}` : ""}`,
        found: `again; first on line ${before}${place}`,
      };
    }
    shelf.lines[at] = line;
    shelf.files[at] = this.#files.length - 1;
    return at;
  }

  #noteRepeat(file: number, of: number, line: number): undefined {
    const repeat = this.#repeats.get(file);
    if (!repeat) this.#repeats.set(file, { of, rows: 1, lastLine: line });
    else if (repeat.lastLine !== line) [repeat.rows, repeat.lastLine] = [repeat.rows + 1, line];
  }

  /** Files of which rows say what another file, the first of them here, has said already. */
  repeats(): { readonly file: string; readonly of: string; readonly rows: number }[] {
    return [...this.#repeats].map(([file, { of, rows }]) => ({ file: this.#files[file] ?? "", of: this.#files[of] ?? "", rows }));
  }

  /** Add to a comparator that is not the sum of one indicator's own slots, such as patients per GP. Call once a practice. */
  addToComparator(period: Period, practice: PracticeCode, indicator: string, numerator: number, denominator: number): void {
    this.#besides.push({ file: this.#files.length - 1, period, practice, indicator, numerator, denominator });
  }

  /** England's own row, where a publication has one: it stands in place of the sum over practices. */
  addEngland(period: Period, indicator: string, value: number): void {
    this.#england.push({ file: this.#files.length - 1, period, indicator, value });
  }

  /** Add to a figure that a file gives in many rows. Another file may not add to it: that would count a practice twice. */
  add(period: Period, practice: PracticeCode, indicator: string, value: number | MissingReason, line: number): Fault | undefined {
    const shelf = this.#shelf(period);
    const at = shelf.slot(practice, indicator) * this.measures.length + this.measures.indexOf("value");
    const isOurs = (shelf.lines[at] ?? 0) > 0 && shelf.files[at] === this.#files.length - 1;
    if (!isOurs) {
      const free = this.#free(period, practice, indicator, "value", line, () => false);
      if (typeof free !== "number") return free;
    }
    if (typeof value === "number") shelf.values[at] = (Number.isNaN(shelf.values[at]) ? 0 : (shelf.values[at] ?? 0)) + value;
    else if (!isOurs) shelf.reasons[at] = REASONS.indexOf(value) + 1;
    return undefined;
  }

  #lastShelf: Shelf | undefined;

  #shelf(period: Period): Shelf {
    if (this.#lastShelf?.period === period) return this.#lastShelf;
    let shelf = this.#shelves.get(period);
    if (!shelf && this.#shelves.size >= MOST_PERIODS)
      throw new UnreadableFile(
        `It holds figures of more than ${MOST_PERIODS.toLocaleString("en-GB")} periods: no publication has as many.`,
      );
    if (!shelf) this.#shelves.set(period, (shelf = new Shelf(period, this.measures.length)));
    this.#lastShelf = shelf;
    return shelf;
  }

  periods(): readonly Period[] {
    return [...this.#shelves.keys()];
  }

  /** Numerators above their denominators, found once both halves are in: those slots are emptied and their rows handed back. */
  refuseImpossible(wanted: Wanted): LateFault[] {
    const n = this.measures.indexOf("numerator");
    const d = this.measures.indexOf("denominator");
    if (n === -1 || d === -1) return [];
    const late: LateFault[] = [];
    for (const shelf of this.#shelves.values()) {
      const inArea = wanted(shelf.period);
      shelf.forEach((practice, _, slot) => {
        const base = slot * this.measures.length;
        const numerator = shelf.values[base + n] ?? Number.NaN;
        const denominator = shelf.values[base + d] ?? Number.NaN;
        if (!(numerator > denominator)) return;
        const place = (at: number) => ({
          file: this.#files[shelf.files[at] ?? 0] ?? "",
          line: shelf.lines[at] ?? 0,
          inArea: inArea === null || inArea.has(practice),
        });
        late.push({ ...place(base + n), ...fault("", `at most the denominator, ${denominator}`, String(numerator)) });
        late.push({ ...place(base + d), ...fault("", `at least the numerator, ${numerator}`, String(denominator)) });
        shelf.lines.fill(0, base, base + this.measures.length);
        shelf.values.fill(Number.NaN, base, base + this.measures.length);
      });
    }
    return late;
  }

  /** The figures of the practices wanted. */
  observations(wanted: Wanted): Observation[] {
    const found: Observation[] = [];
    for (const shelf of this.#shelves.values()) {
      shelf.forEach(
        (practice, indicator, slot) => {
          const observation = this.#observation(shelf, practice, indicator, slot);
          if (observation) found.push(observation);
        },
        wanted(shelf.period) ?? undefined,
      );
    }
    return found;
  }

  #observation(shelf: Shelf, practiceCode: PracticeCode, indicator: string, slot: number): Observation | undefined {
    const found: Parts<number | string> & Record<string, unknown> = { practiceCode, indicator, period: shelf.period };
    const reasons: Parts<MissingReason> = {};
    let [first, parts] = [-1, 0];
    for (let i = 0, at = slot * this.measures.length; i < this.measures.length; i++, at++) {
      const line = shelf.lines[at] ?? 0;
      if (line === 0) continue;
      if (first === -1 || line < (shelf.lines[first] ?? 0)) first = at;
      const value = shelf.values[at] ?? Number.NaN;
      const part = Number.isNaN(value) ? shelf.labels.get(at) : value;
      const reason = REASONS[(shelf.reasons[at] ?? 0) - 1];
      if (part !== undefined) [found[this.measures[i]!], parts] = [part, parts + 1];
      else if (reason) reasons[this.measures[i]!] = reason;
    }
    if (first === -1) return undefined;
    const missing = whyMissing(found, parts, reasons);
    // An indicator that is only a register (AF001) has its count as its value.
    if (found.register !== undefined && found.numerator === undefined && found.denominator === undefined && !missing)
      found.value = found.register;
    if (missing) found["missing"] = missing;
    found["source"] = { publication: this.publication, file: this.#files[shelf.files[first] ?? 0] ?? "", line: shelf.lines[first] ?? 0 };
    return found as unknown as Observation;
  }

  /**
   * One comparator per indicator and period: numerators and denominators added up over all practices that have both.
   * Where an indicator has a `value` only, the sum of the values over the number of practices.
   *
   * @param within a wider area and its practices at each period; absent for all practices of the files
   */
  comparators(within?: {
    readonly areaAt: (period: Period) => WiderArea;
    readonly practicesAt: (period: Period) => ReadonlySet<PracticeCode>;
  }): Comparator[] {
    const n = this.measures.indexOf("numerator");
    const d = this.measures.indexOf("denominator");
    const v = this.measures.indexOf("value");
    const a = this.measures.indexOf("personalisedCareAdjustments");
    const found: Comparator[] = [];
    for (const shelf of this.#shelves.values()) {
      const members = within?.practicesAt(shelf.period);
      const sums = new Map<string, { numerator: number; denominator: number; practices: number; personalisedCareAdjustments?: number }>();
      const practices = new Set<string>();
      let last: PracticeCode | undefined;
      const add = (indicator: string, numerator: number, denominator: number) => {
        const sum = sums.get(indicator) ?? { numerator: 0, denominator: 0, practices: 0 };
        sum.numerator += numerator;
        sum.denominator += denominator;
        sum.practices++;
        sums.set(indicator, sum);
        return sum;
      };
      shelf.forEach((practice, indicator, slot) => {
        const base = slot * this.measures.length;
        if (practice !== last && this.measures.some((_, i) => (shelf.lines[base + i] ?? 0) > 0)) practices.add((last = practice));
        const isProportion = n >= 0 && d >= 0 && !Number.isNaN(shelf.values[base + n]) && !Number.isNaN(shelf.values[base + d]);
        const numerator = isProportion ? shelf.values[base + n] : v >= 0 ? shelf.values[base + v] : undefined;
        const denominator = isProportion ? shelf.values[base + d] : 1;
        if (numerator === undefined || denominator === undefined || Number.isNaN(numerator) || !(denominator > 0)) return;
        const sum = add(indicator, numerator, denominator);
        const adjustments = a >= 0 ? shelf.values[base + a] : undefined;
        if (adjustments !== undefined && !Number.isNaN(adjustments))
          sum.personalisedCareAdjustments = (sum.personalisedCareAdjustments ?? 0) + adjustments;
      }, members);
      const counted = new Set<string>();
      for (const { period, practice, indicator, numerator, denominator } of this.#besides) {
        const key = `${practice} ${indicator}`;
        if (period !== shelf.period || counted.has(key) || members?.has(practice) === false) continue;
        counted.add(key);
        add(indicator, numerator, denominator);
      }
      if (within) {
        if (sums.size === 0) continue;
        const of = within.areaAt(shelf.period);
        for (const [indicator, sum] of sums) found.push({ of, indicator, period: shelf.period, ...sum, isEngland: false });
        continue;
      }
      const isEngland = practices.size >= PRACTICES_IN_ENGLAND;
      for (const [indicator, sum] of sums) {
        const england = this.#england.find((row) => row.period === shelf.period && row.indicator === indicator);
        if (england)
          found.push({
            indicator,
            period: shelf.period,
            numerator: england.value,
            denominator: 1,
            practices: sum.practices,
            isEngland: true,
          });
        else found.push({ indicator, period: shelf.period, ...sum, isEngland });
      }
    }
    return found;
  }
}
