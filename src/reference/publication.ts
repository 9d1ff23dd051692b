import type { Fault } from "./cells";
import type { FigureStore } from "./figures";
import type { Columns, Located } from "./headings";
import type { Period, Practice, PracticeCode, PublishedIndicator } from "./model";
import type { PeriodKind } from "./period";

/** What became of a row. Every row gets exactly one, which is how rows used + refused + outside the area = rows read. */
export type Outcome = "used" | "outsideArea" | Fault;

export type RowReader = (cells: readonly string[], line: number) => Outcome;

/** A practice with every code of the areas it belongs to, so that an area is found under its ODS or its ONS code. */
export interface PlacedPractice extends Practice {
  readonly subIcbOnsCode?: string;
  readonly icbOnsCode?: string;
}

/** Why a patient was taken out of a denominator: QOF's five categories, or no adjustment at all. */
export type AdjustmentKind = "service_unavailable" | "unsuitable" | "declined" | "no_reply" | "newly_registered" | "exclusion";

/** What a name such as AFIBPCADEC means for one indicator in a year. */
export interface AdjustmentReason {
  readonly indicator: string;
  readonly name: string;
  readonly kind: AdjustmentKind;
  readonly period: Period | null;
}

/** Where an importer puts what it explains. */
export interface Described {
  readonly indicators: PublishedIndicator[];
  readonly reasons: AdjustmentReason[];
}

/** Where an importer puts the practices a file places in areas. The same practice twice is a fault. */
export interface PracticeRegister {
  place(practice: PlacedPractice, line: number, column: string): Outcome;
  /** A practice that is no more, with the day it closed. */
  closed(practice: PracticeCode, day: Period): void;
  /** A practice that another took over from on a day; the latest counts. */
  followedBy(practice: PracticeCode, successor: PracticeCode, day: Period): void;
  /** Which practices belong where at the time of this file: a period found in its rows. */
  asAt(period: Period): void;
}

export interface OpenFile<Key extends string = string> extends Located<Key> {
  /** From the file's name or from the person; null where the rows carry it or none is needed. */
  readonly period: Period | null;
}

export interface FiguresFile<Key extends string = string> extends OpenFile<Key> {
  readonly figures: FigureStore;
  /** From the mappings loaded, for the file's period. */
  readonly reasons: readonly AdjustmentReason[];
  /**
   * "used" or "outsideArea", for a row in which nothing is wrong. Whether the practice is of the area is asked for the time of the figure,
   * or for `asAt` where that is another: a rating of 2016 belongs to where the practice is now.
   */
  placeOf(practice: PracticeCode, period: Period, asAt?: Period | null): "used" | "outsideArea";
}

/**
 * One publication: how its files are known, and how a row becomes figures. One value of this type in each file of `sources/`.
 * A file is recognised by its headings alone, never by its name.
 */
export interface Publication<Key extends string = string> {
  readonly id: string;
  /** As it is named to a person. */
  readonly title: string;
  readonly publisher: string;
  /** Page from which it is downloaded. */
  readonly address: string;
  /** Read as its publisher describes it: no real file of it, or none with rows, was at hand. */
  readonly fromDescription?: true;
  readonly columns: Columns<Key>;
  /** For a file without headings: whether its first row has the right shape, and where the columns are. */
  readonly headerless?: { readonly fits: (cells: readonly string[]) => boolean; readonly at: Readonly<Record<NoInfer<Key>, number>> };
  /** Which period its file names carry; "rows" where each row has its own; "none" where figures have no period. */
  readonly period: PeriodKind | "rows" | "none";
  /** By period, when it came out and when its figures were drawn. */
  readonly days?: ReadonlyMap<Period, { readonly published?: Period; readonly extracted?: Period }>;
  /** What a day in the rows is: "extract", the day on which the figures were drawn. */
  readonly rowsDated?: "extract";
  /** Columns that, where a copy has all of them, say the period row by row. */
  readonly periodColumns?: readonly NoInfer<Key>[];
  /**
   * How far its word counts on which practice belongs where: 0 the year's own geography, 1 the organisation directory,
   * 2 a column beside the figures.
   */
  readonly membershipRank?: 0 | 1 | 2;
  readonly membership?: (file: OpenFile<Key>, register: PracticeRegister) => RowReader;
  /** For a publication that explains indicators instead of giving figures. */
  readonly describe?: (file: OpenFile<Key>, described: Described) => RowReader;
  readonly measures?: readonly Measure[];
  readonly figures?: (file: FiguresFile<Key>) => RowReader;
}

/** The parts a published figure may come in; the names of the properties of an Observation. */
export type Measure =
  "numerator" | "denominator" | "personalisedCareAdjustments" | "achievedPoints" | "register" | "newlyDiagnosed" | "value";

/** Keeps the names of the columns while writing an importer, and forgets them for the list of all importers. */
export const publication = <Key extends string>(described: Publication<Key>): Publication => described as unknown as Publication;
