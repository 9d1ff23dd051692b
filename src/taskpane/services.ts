import type { ProfileReceipt } from "../actions/createProfile";
import type { Receipt } from "../actions/createScorecard";
import type { Explained } from "../actions/explainCell";
import type { SharingReceipt, SharingRequest } from "../actions/prepareForSharing";
import type { RemovalReceipt } from "../actions/removeScorecard";
import type { Repaired } from "../actions/repairFunctions";
import type { LocalData } from "../reference/localData";
import type { Period, ReferenceData } from "../reference/model";
import type { PackIndex, PackNews } from "../reference/pack";
import type { Inspection, ReadOptions } from "../reference/read";
import type { ScorecardSpec } from "../scorecard/spec";
import type { Include, OwnList, PickedFile, Progress, Recalled } from "./state";

/** What the pane can ask of the rest of the add-in. Built once, in `addin.ts`. */
export interface PaneServices {
  readonly inspect: (files: readonly PickedFile[], told: Told, watch: Watch, signal: AbortSignal) => Promise<Inspection>;
  readonly read: (
    files: readonly PickedFile[],
    told: Told & { area: ReadOptions["area"] },
    watch: Watch,
    signal: AbortSignal,
  ) => Promise<ReferenceData>;
  /** The figures ready beside the add-in; null where there are none. */
  readonly findPack: () => Promise<PackIndex | null>;
  /** Whether a newer pack has been seen on this computer; this one is remembered if it is the newest. */
  readonly packNews: (pack: PackIndex) => PackNews | null;
  readonly takeFromPack: (pack: PackIndex, areaCode: string, signal: AbortSignal) => Promise<ReferenceData>;
  readonly illustrativeArea: () => Promise<ReferenceData>;
  readonly build: (data: ReferenceData, wanted: Wanted, watch: Watch, signal: AbortSignal, include: Include) => Promise<Receipt>;
  /** Opens the page of a practice, and makes it where it is not there yet. */
  readonly openPage: (data: ReferenceData, wanted: Wanted, code: string, watch: Watch, signal: AbortSignal) => Promise<ProfileReceipt>;
  readonly share: (request: SharingRequest) => Promise<SharingReceipt>;
  readonly remove: () => Promise<RemovalReceipt>;
  /** The practice code in the row of the selected cell; null where there is none. */
  readonly selectedPractice: () => Promise<string | null>;
  /** Where the number in the selected cell comes from; null where it is no figure that is loaded. */
  readonly explainCell: (data: ReferenceData, wanted: Wanted) => Promise<Explained | null>;
  /** Inserts the template for local data, or shows the one that is there. */
  readonly insertLocalData: (data: ReferenceData) => Promise<Inserted>;
  readonly addLocalData: (data: ReferenceData) => Promise<{ readonly data: ReferenceData; readonly local: LocalData }>;
  readonly insertExamples: (data: ReferenceData | null) => Promise<Inserted>;
  readonly repair: () => Promise<Repaired>;
  readonly insertPicture: (picture: Picture) => Promise<{ readonly sheet: string; readonly atCell: boolean }>;
  readonly isReadOnly: () => Promise<boolean>;
  readonly showSheet: (id: string) => Promise<void>;
  readonly selectedAddress: () => Promise<string>;
  readonly selectedTexts: () => Promise<readonly string[]>;
  readonly insertFormula: (formula: string) => Promise<{ readonly address: string; readonly written: boolean }>;
  /** Lets the workbook keep what its scorecard shows, and the groups the person named. */
  readonly keepWishes: (wishes: Wishes) => Promise<void>;
  /** What was built in this workbook last, the data it carries, and what a person should know about them. */
  readonly recall: () => Promise<Recalled>;
}

/** Periods that a person has told for files that do not say them, by file name. */
export interface Told {
  readonly periods: ReadonlyMap<string, Period>;
}

/** What a scorecard should show, and of when; null for the usual one, and for the latest. */
export interface Wanted {
  readonly spec: ScorecardSpec | null;
  readonly year: Period | null;
}

export interface Wishes {
  readonly spec: ScorecardSpec | null;
  readonly groups: readonly OwnList[];
}

export interface Inserted {
  readonly name: string;
  readonly wasThere: boolean;
}

/** A chart as a picture for a sheet. */
export interface Picture {
  /** PNG in base64, without the words before it. */
  readonly base64: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** What it shows, in a sentence. */
  readonly description: string;
}

/** Told now and then how far a task has come. */
export type Watch = (progress: Progress) => void;
