import type { RefusedRow } from "../problem";
import { unpack } from "./archive";
import { Belonging } from "./belonging";
import { FigureStore } from "./figures";
import { fileHash } from "./fileHash";
import { namedApart, type FileSource } from "./fileSource";
import { Geography } from "./geography";
import type { Place } from "./place";
import type { Comparator, FileReport, Observation, Period, PublishedIndicator } from "./model";
import { EMPTY_REPORT, needsPeriod, reportOf, type LoadedFile } from "./loadedFile";
import { periodInName } from "./period";
import type { AdjustmentReason, Described, Publication } from "./publication";
import { readFile, type ReadFileOptions } from "./readFile";
import type { Recognised } from "./recognise";
import { onceEach } from "./onceEach";
import { PUBLICATIONS } from "./sources";
import type { Wider } from "./widerAreas";

export interface LoadOptions extends ReadFileOptions {
  readonly periods?: ReadonlyMap<string, Period>;
  readonly defaultPeriod?: Period;
}

/**
 * Two passes over some files. The first recognises each and learns which practice belongs where; the second reads the figures of the
 * practices of one place (or of all, when files are only checked). Archives are opened before both.
 */
export class LoadRun {
  readonly #files: LoadedFile[] = [];
  readonly publishedIndicators: PublishedIndicator[] = [];
  readonly #reasons: AdjustmentReason[] = [];
  readonly #unopened: FileReport[] = [];
  readonly #stores = new Map<string, FigureStore>();
  #belonging = new Belonging(null, [], []);

  constructor(readonly options: LoadOptions) {}

  /** Sheets with notes beside a sheet with figures are no matter. */
  #forgetNotes(): void {
    const useful = new Set(this.#files.filter(({ read }) => read.recognised).map(({ source }) => source.workbook));
    const needed = this.#files.filter(({ read, source }) => read.recognised || !source.workbook || !useful.has(source.workbook));
    this.#files.splice(0, this.#files.length, ...needed);
  }

  get geographies(): Geography[] {
    return this.#files.flatMap((file) => (file.geography ? [file.geography] : []));
  }

  get anyRecognised(): boolean {
    return this.#files.some((file) => file.read.recognised !== null);
  }

  /** First pass. Files that only place practices have been read in full after it. */
  async recognise(sources: readonly FileSource[]): Promise<void> {
    const { files, unusable } = await unpack(sources);
    for (const { file, reason } of unusable) this.#unopened.push({ ...EMPTY_REPORT, file, reason });
    for (const source of namedApart(files)) {
      let geography: Geography | undefined;
      let described: Described = { indicators: [], reasons: [] };
      const read = await readFile(
        source,
        (found) => {
          const { publication } = found;
          if (publication.describe) {
            described = { indicators: [], reasons: [] };
            return publication.describe({ ...found, period: this.#periodOf(source, found) }, described);
          }
          if (!publication.membership) return null;
          geography = new Geography(source.name, publication.id, publication.membershipRank ?? 2, this.#periodOf(source, found));
          return publication.membership({ ...found, period: geography.period }, geography);
        },
        this.options,
      );
      if (read.reason === undefined) {
        this.publishedIndicators.push(...described.indicators);
        this.#reasons.push(...described.reasons);
      }
      const period = read.recognised ? this.#periodOf(source, read.recognised) : null;
      const useful = read.reason === undefined && geography !== undefined && geography.size > 0;
      this.#files.push({
        source,
        read,
        period,
        periods: new Set(),
        remarks: new Set(),
        unplaced: new Set(),
        matched: new Set(),
        ...(useful && geography ? { geography } : {}),
      });
    }
    this.#forgetNotes();
  }

  /**
   * Second pass: the figures, of the practices of some places (each gets its own) or, with null, of every practice.
   * Of the wider areas around them only the sums are wanted.
   */
  async readFigures(places: readonly Place[] | null, wider: readonly Wider[] = []): Promise<void> {
    this.#belonging = new Belonging(places, wider, this.geographies);
    for (const file of this.#files) {
      const publication = file.read.recognised?.publication;
      if (!publication?.figures) continue;
      const store = this.#storeOf(publication);
      let begun: number | null = null;
      file.read = await readFile(
        file.source,
        (found) => {
          if (begun !== null) store.forget(begun);
          begun = store.begin(file.source.name);
          const placeOf = this.#belonging.ofRowsIn(file, publication);
          const reasons = this.#reasons.filter(({ period }) => period === file.period);
          return publication.figures?.({ ...found, period: file.period, figures: store, placeOf, reasons }) ?? null;
        },
        this.options,
      );
      if (file.read.reason !== undefined && begun !== null) store.forget(begun);
    }
    for (const store of this.#stores.values()) {
      this.#moveImpossible(store);
      for (const { file, of, rows } of store.repeats())
        this.#files
          .find(({ source }) => source.name === file)
          ?.remarks.add(`${rows.toLocaleString("en-GB")} of its rows say what ${of} has said already: they count once.`);
    }
    await this.#hash();
  }

  /** Of each file that a person gave and that is of use, once. */
  async #hash(): Promise<void> {
    const hashes = new Map<FileSource, Promise<string>>();
    for (const file of this.#files) {
      if (file.read.reason !== undefined || !file.read.recognised) continue;
      const given = file.source.given ?? file.source;
      if (!hashes.has(given)) hashes.set(given, fileHash(given));
      const sha256 = await hashes.get(given);
      if (sha256 !== undefined) file.sha256 = sha256;
    }
  }

  /** The figures of the practices of one of the places, by its number. */
  observations(place: number): Observation[] {
    const found = this.#storesInOrder()
      .map((store) => store.observations((period) => this.#belonging.met(store.publication, period)[place] ?? null))
      .filter((each) => each.length > 0);
    // No publication gives a figure twice.
    const [only = [], ...others] = found;
    if (others.length === 0) return only;
    return onceEach(found.flat(), ({ practiceCode, indicator, period }) => `${practiceCode} ${indicator} ${period}`);
  }

  /** The sums over every practice in the files, whatever the places. */
  comparators(): Comparator[] {
    return onceEach(
      this.#storesInOrder().flatMap((store) => store.comparators()),
      ({ indicator, period }) => `${indicator} ${period}`,
    );
  }

  /** The sums over the practices of the wider areas, or of one of them. */
  widerComparators(code?: string): Comparator[] {
    const first = this.#belonging.places?.length ?? 0;
    return this.#belonging.wider.flatMap(({ kind, place }, i) =>
      code !== undefined && place.area.code !== code
        ? []
        : onceEach(
            this.#storesInOrder().flatMap((store) =>
              store.comparators({
                areaAt: (period) => ({ kind, ...place.area, practices: place.at(period, "").practices.size }),
                practicesAt: (period) => this.#belonging.met(store.publication, period)[first + i] ?? new Set(),
              }),
            ),
            ({ indicator, period }) => `${indicator} ${period}`,
          ),
    );
  }

  #storesInOrder(): FigureStore[] {
    const order = PUBLICATIONS.map(({ id }) => id);
    return [...this.#stores.values()].sort((a, b) => order.indexOf(a.publication) - order.indexOf(b.publication));
  }

  /** Files with figures that say their period neither inside nor in their name. */
  periodsNeeded(): { file: string; publication: string }[] {
    return this.#files
      .filter(needsPeriod)
      .map((file) => ({ file: file.source.name, publication: file.read.recognised?.publication.title ?? "" }));
  }

  reports(): FileReport[] {
    return [...this.#files.map((file) => reportOf(file, this.#belonging.places)), ...this.#unopened];
  }

  #periodOf(source: FileSource, found: Recognised): Period | null {
    const { period } = found.publication;
    if (period === "rows") return null;
    const given = this.options.periods?.get(source.name);
    if (given !== undefined) return given;
    return (
      periodInName(source.name, period === "none" ? "any" : period) ?? (period === "none" ? null : (this.options.defaultPeriod ?? null))
    );
  }

  #storeOf(publication: Publication): FigureStore {
    let store = this.#stores.get(publication.id);
    if (!store) this.#stores.set(publication.id, (store = new FigureStore(publication.id, publication.measures ?? ["value"])));
    return store;
  }

  /** Rows that were counted and then turned out to have a numerator above its denominator are refused after all. */
  #moveImpossible(store: FigureStore): void {
    const all = store.refuseImpossible((period) => this.#belonging.metAnywhere(store.publication, period));
    for (const file of this.#files) {
      if (file.read.recognised?.publication.id !== store.publication) continue;
      const late = all.filter((row) => row.file === file.source.name);
      if (late.length === 0) continue;
      const column = file.read.recognised.heading.value ?? "";
      const refused = late.map(({ line, expected, found }): RefusedRow => ({ line, column, expected, found }));
      const inArea = late.filter((row) => row.inArea).length;
      file.read = {
        ...file.read,
        rowsUsed: file.read.rowsUsed - inArea,
        rowsOutsideArea: file.read.rowsOutsideArea - (late.length - inArea),
        rowsRefused: [...file.read.rowsRefused, ...refused].sort((a, b) => a.line - b.line),
      };
    }
  }
}
