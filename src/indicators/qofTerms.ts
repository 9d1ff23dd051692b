import type { IndicatorDefinition } from "./definition";

/** What an indicator was worth to a practice in some years. */
export interface QofTerms {
  /** First and last financial year: "2019-20". */
  readonly from: string;
  readonly to: string;
  readonly points: number;
  /** Share of patients at which points begin, and at which they are full; null where they have not been checked. */
  readonly thresholds: readonly [lower: number, upper: number] | null;
}

/** The codes an indicator took over from. */
export interface Succession {
  readonly ids: readonly string[];
  /** In a sentence: why a line is not drawn across. */
  readonly change: string;
}

/**
 * What an indicator was worth in a year; null where it was not part of QOF, or nothing is on record. Where the year's mapping file is loaded,
 * its points go first: they are the published ones.
 *
 * @param year a financial year, "2022-23"
 * @example termsIn(HYP008, "2025-26") // { points: 38, thresholds: [0.4, 0.85], ... }
 */
export const termsIn = ({ terms }: Pick<IndicatorDefinition, "terms">, year: string): QofTerms | null =>
  terms?.find(({ from, to }) => from <= year && year <= to) ?? null;

/**
 * Points for a share of patients: none up to the lower threshold, all from the upper one, in a straight line between
 * (Statement of Financial Entitlements, Annex D). Null where the thresholds have not been checked.
 *
 * @param share proportion, 0 to 1, net of personalised care adjustments
 * @example pointsFor(0.625, { points: 38, thresholds: [0.4, 0.85] }) // 19
 */
export function pointsFor(share: number, { points, thresholds }: Pick<QofTerms, "points" | "thresholds">): number | null {
  if (thresholds === null) return null;
  const [lower, upper] = thresholds;
  return points * Math.min(1, Math.max(0, (share - lower) / (upper - lower)));
}

/**
 * The codes that came before and after, earliest first, with what changed at each step. Codes in it differ in what they count: each has a trend
 * of its own.
 */
export function successionOf(id: string, library: ReadonlyMap<string, IndicatorDefinition>): readonly IndicatorDefinition[] {
  const found = new Set<string>();
  const back = (code: string): void => {
    library.get(code)?.succeeds?.ids.forEach(back);
    if (library.has(code)) found.add(code);
  };
  const on = (code: string): void => {
    for (const later of library.values())
      if (later.succeeds?.ids.includes(code) && !found.has(later.id)) {
        found.add(later.id);
        on(later.id);
      }
  };
  back(id);
  on(id);
  return [...found].flatMap((code) => library.get(code) ?? []);
}
