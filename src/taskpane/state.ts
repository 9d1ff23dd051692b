import type { ProfileReceipt } from "../actions/createProfile";
import type { Receipt } from "../actions/createScorecard";
import type { SharingReceipt } from "../actions/prepareForSharing";
import type { RemovalReceipt } from "../actions/removeScorecard";
import type { Choices } from "../excel/choices";
import type { Problem } from "../problem";
import type { Period, ReferenceData } from "../reference/model";
import type { PackIndex, PackNews } from "../reference/pack";
import type { AreaChoice, Inspection } from "../reference/read";
import type { ScorecardSpec } from "../scorecard/spec";
import { words } from "./words";

/** One question each, in the order a person meets them. Those after `result` can be reached from everywhere. */
export type Screen =
  "start" | "data" | "area" | "build" | "preset" | "result" | "practice" | "functions" | "share" | "about" | "selfTest" | "byHand";

/** A file as picked or dropped. The bytes stay where they are until they are read. */
export interface PickedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Practices to be compared with one another, under a name of the person's own. */
export interface OwnList {
  readonly name: string;
  readonly practiceCodes: readonly string[];
}

/** Something that takes longer than a glance. */
export interface Work extends Progress {
  readonly task: Task;
}

export interface Progress {
  /** 0 to 1; null while it is not known. */
  readonly fraction: number | null;
  /** A count and what is being counted, such as "12,034 rows of QOF_2223.csv, 1.2 of 4.0 MB". */
  readonly detail: string;
}

/** What a person asked for, so that *Try again* can ask for it again. */
export type Task = "inspect" | "load" | "build" | "show" | "practice" | "share" | "remove" | "picture" | "repair" | "examples" | "local";

/** Which sheets to make besides the scorecard, its data and its methods. Those that are there already stay in any case. */
export interface Include {
  readonly practicePages: boolean;
  readonly funnels: boolean;
  readonly underDoctoring: boolean;
}

/** What went wrong: a Problem that can be explained, or a fault of ours with details to report. */
export interface Trouble {
  readonly task: Task;
  readonly problem: Problem | null;
  readonly details: string;
}

/** What a workbook remembers of what was built in it. */
export interface Recalled {
  readonly choices: Choices | null;
  readonly data: ReferenceData | null;
  readonly notice: string | null;
  readonly spec?: ScorecardSpec | null;
  readonly groups?: readonly OwnList[];
}

export interface PaneState {
  readonly screen: Screen;
  /** Where *Back* leads on the screens that can be reached from everywhere. */
  readonly before: Screen;
  readonly files: readonly PickedFile[];
  readonly inspection: Inspection | null;
  /** Periods told by the person, by file name. */
  readonly periods: ReadonlyMap<string, Period>;
  /** The figures ready beside the add-in, where whoever hosts it has put some there. */
  readonly pack: PackIndex | null;
  readonly packNews: PackNews | null;
  /** Whether the area is taken from the pack or read from the files. */
  readonly from: "files" | "pack";
  readonly areaCode: string | null;
  /** Practices listed by the person, in place of an area. */
  readonly ownList: OwnList | null;
  /** Groups of practices that the person named, to compare with. */
  readonly groups: readonly OwnList[];
  /** What the scorecard shows; null for the usual one. */
  readonly spec: ScorecardSpec | null;
  readonly data: ReferenceData | null;
  /** Financial year to show; null for the latest of each indicator. */
  readonly year: Period | null;
  readonly work: Work | null;
  readonly trouble: Trouble | null;
  readonly receipt: Receipt | null;
  readonly include: Include;
  /** The practice that is looked at, and its page once it was opened. */
  readonly practiceCode: string | null;
  readonly profile: ProfileReceipt | null;
  readonly shared: SharingReceipt | null;
  /** What was built in this workbook before the pane was opened. */
  readonly recalled: Choices | null;
  /** Whether the words for somebody new are out of the way. */
  readonly welcomed: boolean;
  /** Something about the data that a person should know, though nothing went wrong. */
  readonly notice: string | null;
}

export type PaneEvent =
  | { readonly kind: "screenShown"; readonly screen: Screen }
  | { readonly kind: "filesAdded"; readonly files: readonly PickedFile[] }
  | { readonly kind: "fileRemoved"; readonly name: string }
  | { readonly kind: "periodTold"; readonly file: string; readonly period: Period }
  | { readonly kind: "inspected"; readonly inspection: Inspection }
  | { readonly kind: "packFound"; readonly pack: PackIndex; readonly news: PackNews | null }
  | { readonly kind: "packChosen" }
  | { readonly kind: "areaChosen"; readonly code: string }
  | { readonly kind: "listGiven"; readonly list: OwnList }
  | { readonly kind: "specChosen"; readonly spec: ScorecardSpec | null }
  | { readonly kind: "groupKept"; readonly group: OwnList }
  | { readonly kind: "welcomeClosed"; readonly closed: boolean }
  | { readonly kind: "yearChosen"; readonly year: Period | null }
  | { readonly kind: "loaded"; readonly data: ReferenceData }
  | { readonly kind: "localDataRead"; readonly data: ReferenceData }
  | { readonly kind: "built"; readonly receipt: Receipt }
  | { readonly kind: "includeChosen"; readonly include: Partial<Include> }
  | { readonly kind: "practiceChosen"; readonly code: string | null }
  | { readonly kind: "pageOpened"; readonly profile: ProfileReceipt }
  | { readonly kind: "shared"; readonly receipt: SharingReceipt }
  | { readonly kind: "removed"; readonly receipt: RemovalReceipt }
  | ({ readonly kind: "recalled" } & Recalled)
  | { readonly kind: "noticed"; readonly notice: string | null }
  | { readonly kind: "started"; readonly task: Task }
  | ({ readonly kind: "progressed" } & Progress)
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly trouble: Trouble }
  | { readonly kind: "troubleDismissed" };

export const firstState: PaneState = {
  screen: "start",
  before: "start",
  files: [],
  inspection: null,
  periods: new Map(),
  pack: null,
  packNews: null,
  from: "files",
  areaCode: null,
  ownList: null,
  groups: [],
  spec: null,
  data: null,
  year: null,
  work: null,
  trouble: null,
  receipt: null,
  include: { practicePages: false, funnels: false, underDoctoring: false },
  practiceCode: null,
  profile: null,
  shared: null,
  recalled: null,
  welcomed: false,
  notice: null,
};

const isAside = (screen: Screen): boolean => ["practice", "functions", "share", "about", "selfTest", "byHand"].includes(screen);

/** The pane after an event. Adding or removing a file forgets what was found in the files before. */
export function afterEvent(state: PaneState, event: PaneEvent): PaneState {
  switch (event.kind) {
    case "screenShown":
      return {
        ...state,
        from: event.screen === "data" ? "files" : state.from,
        screen: event.screen,
        before: isAside(state.screen) ? state.before : state.screen,
        trouble: null,
      };
    case "filesAdded": {
      const names = new Set(event.files.map(({ name }) => name));
      return {
        ...state,
        screen: "data",
        from: "files",
        files: [...state.files.filter(({ name }) => !names.has(name)), ...event.files],
        inspection: null,
      };
    }
    case "fileRemoved":
      return { ...state, files: state.files.filter(({ name }) => name !== event.name), inspection: null };
    case "periodTold":
      return { ...state, periods: new Map([...state.periods, [event.file, event.period]]) };
    case "inspected":
      return { ...state, inspection: event.inspection, areaCode: keptArea(state.areaCode, event.inspection.areas) };
    case "packFound":
      return { ...state, pack: event.pack, packNews: event.news };
    case "packChosen":
      return { ...state, screen: "area", from: "pack", ownList: null, trouble: null };
    case "areaChosen":
      return { ...state, areaCode: event.code, ownList: null };
    case "listGiven":
      return { ...state, areaCode: null, ownList: event.list };
    case "specChosen":
      return { ...state, spec: event.spec };
    case "groupKept":
      return { ...state, groups: [...state.groups.filter(({ name }) => name !== event.group.name), event.group] };
    case "welcomeClosed":
      return { ...state, welcomed: event.closed };
    case "yearChosen":
      return { ...state, year: event.year };
    case "loaded":
      return { ...state, data: event.data, year: null };
    case "localDataRead":
      return { ...state, data: event.data };
    case "built":
      return { ...state, screen: "result", receipt: event.receipt };
    case "includeChosen":
      return { ...state, include: { ...state.include, ...event.include } };
    case "practiceChosen":
      return { ...state, practiceCode: event.code, profile: null };
    case "pageOpened":
      return { ...state, profile: event.profile, receipt: event.profile.receipt ?? state.receipt };
    case "shared":
      return { ...state, shared: event.receipt };
    case "removed":
      return { ...state, screen: "start", receipt: null, profile: null, recalled: null, notice: words.removed(event.receipt.sheets) };
    case "recalled":
      return {
        ...state,
        recalled: event.choices,
        spec: state.spec ?? event.spec ?? null,
        groups: state.groups.length > 0 ? state.groups : (event.groups ?? []),
        areaCode: state.areaCode ?? event.choices?.area.code ?? null,
        data: state.data ?? event.data,
        year: state.data === null ? (event.choices?.year ?? null) : state.year,
        notice: event.notice,
      };
    case "noticed":
      return { ...state, notice: event.notice };
    case "started":
      return {
        ...state,
        data: event.task === "load" ? null : state.data,
        work: { task: event.task, fraction: null, detail: "" },
        trouble: null,
      };
    case "progressed":
      return state.work === null ? state : { ...state, work: { task: state.work.task, fraction: event.fraction, detail: event.detail } };
    case "stopped":
      return { ...state, work: null };
    case "failed":
      return { ...state, work: null, trouble: event.trouble };
    case "troubleDismissed":
      return { ...state, trouble: null };
  }
}

/** The chosen area, as long as the files still know it; the only one, where there is just one. */
function keptArea(code: string | null, areas: readonly AreaChoice[]): string | null {
  if (areas.some((area) => area.code === code)) return code;
  return areas.length === 1 ? areas[0]!.code : null;
}
