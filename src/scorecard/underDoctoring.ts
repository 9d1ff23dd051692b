import { spearman } from "../statistics/correlation";
import type { PracticeRow, ScorecardModel } from "./model";

/** A practice's patients and its GPs. */
export interface Capacity {
  readonly practice: PracticeRow["practice"];
  readonly listSize: number | null;
  readonly fteGp: number | null;
  /** null unless both figures are there and above 0. */
  readonly patientsPerGp: number | null;
  /** How many more FTE GPs would bring the practice to the reference figure, in tenths; below 0 it has more than that. */
  readonly gpGap: number | null;
  readonly deprivation: number | null;
}

export interface UnderDoctoring {
  /** All practices of the scorecard, in its order. */
  readonly practices: readonly Capacity[];
  /** England, or the area itself where England is not in the files. */
  readonly reference: { readonly name: "England" | "the area"; readonly patientsPerGp: number };
  /** Sum ÷ sum over the practices with both figures. */
  readonly areaPatientsPerGp: number;
  /** What patients per GP are drawn against. */
  readonly against: "deprivation" | "listSize";
  /** Spearman's rank correlation of the two, with its 95 % interval; null with too few practices or no variation. */
  readonly association: { readonly rho: number; readonly lower: number; readonly upper: number; readonly practices: number } | null;
  /** Patients per FTE GP beyond which a practice stands apart: one and a half times the reference and the area's own figure. */
  readonly apartFrom: number;
}

/** Fewer practices with both figures than this are not worth a picture. */
const fewestPractices = 3;
/** Below this many pairs the interval of a rank correlation is not to be trusted. */
const fewestPairs = 10;

/**
 * Patients per full-time-equivalent GP of every practice, laid against deprivation, or against list size where deprivation is not loaded.
 * Null where the files hold no workforce figures for these practices.
 */
export function underDoctoring(model: ScorecardModel): UnderDoctoring | null {
  const rows = model.practices.map(({ practice, listSize, fteGp, deprivation }) => ({
    practice,
    listSize: listSize?.value ?? null,
    fteGp: fteGp?.value ?? null,
    deprivation: deprivation?.value ?? null,
    patientsPerGp: listSize && fteGp && listSize.value > 0 && fteGp.value > 0 ? listSize.value / fteGp.value : null,
  }));
  const both = rows.filter((row) => row.patientsPerGp !== null);
  if (both.length < fewestPractices) return null;
  const total = (of: "listSize" | "fteGp") => both.reduce((sum, row) => sum + row[of]!, 0);
  const areaPatientsPerGp = total("listSize") / total("fteGp");
  const england = model.benchmarkPatientsPerGp;
  const reference =
    england === null
      ? { name: "the area" as const, patientsPerGp: areaPatientsPerGp }
      : { name: "England" as const, patientsPerGp: england };
  const deprived = both.filter((row) => row.deprivation !== null).length;
  const against = deprived >= fewestPractices && deprived * 2 >= both.length ? "deprivation" : "listSize";
  const pairs = both.flatMap((row) => (row[against] === null ? [] : [[row[against], row.patientsPerGp!] as const]));
  return {
    practices: rows.map((row) => ({
      ...row,
      gpGap: row.patientsPerGp === null ? null : gpGap(row.listSize!, row.fteGp!, reference.patientsPerGp),
    })),
    reference,
    areaPatientsPerGp,
    against,
    association: associationOf(pairs),
    apartFrom: 1.5 * Math.max(reference.patientsPerGp, areaPatientsPerGp),
  };
}

/**
 * FTE GPs that a practice would need more to have as many patients per GP as the reference, to the nearest tenth.
 * @example gpGap(2640, 1.5, 1320) // 0.5
 */
export function gpGap(listSize: number, fteGp: number, referencePatientsPerGp: number): number {
  const gap = listSize / referencePatientsPerGp - fteGp;
  return (Math.sign(gap) * Math.round(Math.abs(gap) * 10)) / 10 + 0;
}

function associationOf(pairs: readonly (readonly [number, number])[]): UnderDoctoring["association"] {
  const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
  if (pairs.length < fewestPairs || new Set(x).size < 2 || new Set(y).size < 2) return null;
  return { ...spearman(x, y), practices: pairs.length };
}
