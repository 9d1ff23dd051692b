import type { MissingReason, RefusedRow } from "../problem";

/** An ODS practice code, like A81001. */
export type PracticeCode = string;

/**
 * When a figure is for: a financial year "2022-23", a day "2021-01-01", a month "2025-12" or a calendar year "2019".
 * Text, because it is shown and compared as it stands; `period.ts` reads and orders it.
 */
export type Period = string;

/** A GP practice as some publication describes it. Codes join; names differ between publications. */
export interface Practice {
  readonly code: PracticeCode;
  readonly name: string;
  readonly pcnCode?: string;
  readonly pcnName?: string;
  /** Sub-ICB location, formerly CCG, such as 07G. */
  readonly subIcbCode?: string;
  readonly subIcbName?: string;
  readonly icbCode?: string;
  readonly icbName?: string;
  /** The day it closed, where the organisation directory says so. */
  readonly closedOn?: Period;
  /** The practice that took over from it, where the directory of successors is loaded. */
  readonly successorCode?: PracticeCode;
  readonly successorName?: string;
}

/**
 * One published figure: what, for whom, when.
 *
 * Proportions carry numerator and denominator. A count, a rate or a label without a denominator has `value` only:
 * list_size (patients), gp_fte (full-time-equivalent, fully qualified), gp_fte_all, ...
 */
export interface Observation {
  readonly practiceCode: PracticeCode;
  /** QOF group code for prevalence (HYP), QOF indicator code for achievement (STIA014), or a measure id (list_size, gp_fte). */
  readonly indicator: string;
  readonly period: Period;
  readonly numerator?: number;
  readonly denominator?: number;
  /** Patients taken out of the denominator, where published. */
  readonly personalisedCareAdjustments?: number;
  /** Patients on the indicator's register, where the achievement files give it. */
  readonly register?: number;
  /** QOF points the practice achieved. */
  readonly achievedPoints?: number;
  /** QOF DEP004 only: patients newly diagnosed in the year. */
  readonly newlyDiagnosed?: number;
  readonly value?: number | string;
  readonly missing?: MissingReason;
  readonly source: SourceRow;
}

/** An indicator as a year's publication describes it: points are re-priced without a new code. */
export interface PublishedIndicator {
  readonly code: string;
  readonly period: Period | null;
  readonly points: number | null;
  readonly group: string;
  readonly groupName: string;
  readonly description: string;
  /** TOTAL, or 17OV: the list its register is measured against. */
  readonly patientList: string;
}

/** Where a figure came from: `publication` is the id of an importer, `line` the first line it was read from. */
export interface SourceRow {
  readonly publication: string;
  readonly file: string;
  readonly line: number;
}

/** A wider area to compare with: the ICB (formerly STP) of the area, or the sub-ICB location (formerly CCG) of a PCN or an own list. */
export interface WiderArea extends Area {
  readonly kind: "icb" | "subIcb";
  /** How many practices it had at the time: a sum over fewer does not speak for it. */
  readonly practices: number;
}

/** The sum over many practices for one indicator and period: England, or all the files hold, or a wider area around the one that is loaded. */
export interface Comparator {
  /** Absent for all practices of the files. Present, the practices are those of this area at the time of the period. */
  readonly of?: WiderArea;
  readonly indicator: string;
  readonly period: Period;
  readonly numerator: number;
  readonly denominator: number;
  readonly practices: number;
  /** Patients taken out of the denominators, where published. */
  readonly personalisedCareAdjustments?: number;
  /** True only where the files hold all of England, at least 5,000 practices, and these are all of them. */
  readonly isEngland: boolean;
}

/** What became of one file. Rows used + refused + outside the area = rows read. */
export interface FileReport {
  readonly file: string;
  /** Id of the importer that recognised it, or null. */
  readonly publication: string | null;
  /** Why it was not recognised or not used. */
  readonly reason?: string;
  readonly period: Period | null;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsOutsideArea: number;
  readonly rowsRefused: readonly RefusedRow[];
  /** How many practices of the area have a figure in it, and which of those that the area had at its latest period have none. */
  readonly practicesMatched?: number;
  readonly practicesMissing?: readonly PracticeCode[];
  /** The day it came out, where the publisher's pages or its rows say so. */
  readonly publishedOn?: Period;
  /** The day its figures were drawn from the systems they come from. */
  readonly extractedOn?: Period;
  /** Of the file as it was given (the archive, where it stood in one): what `sha256sum` prints. */
  readonly sha256?: string;
  /** Things an officer should know though nothing was refused, such as which year's geography was used. */
  readonly remarks: readonly string[];
}

/** A commissioning area whose practices are compared: a sub-ICB location, ICB, PCN, or an officer's own list. */
export interface Area {
  readonly code: string;
  readonly name: string;
}

/** Everything loaded for one area: plain data, the same from files, from a pack and from the illustrative generator. */
export interface ReferenceData {
  readonly area: Area;
  readonly illustrative: boolean;
  readonly practices: ReadonlyMap<PracticeCode, Practice>;
  readonly observations: readonly Observation[];
  readonly comparators: readonly Comparator[];
  readonly files: readonly FileReport[];
  /** From the QOF indicator mapping, where it is loaded. */
  readonly publishedIndicators?: readonly PublishedIndicator[];
}
