import type { Observation } from "./model";

/** Which counts are too small to be shown, and how coarse the others are. */
export interface SmallNumbersPolicy {
  /** Counts from 1 to this are hidden. */
  readonly hideUpTo: number;
  /** Others are rounded to the nearest multiple of this. */
  readonly roundTo: number;
}

/**
 * 1 to 7 hidden, others to the nearest 5, 0 shown as 0: NHS England's rule for sub-national figures from hospital episode statistics.
 * It is on for local data, which may have been counted from records. Published figures passed their publisher's own control.
 *
 * @see https://digital.nhs.uk/data-and-information/data-tools-and-services/data-services/hospital-episode-statistics
 */
export const localDataPolicy: SmallNumbersPolicy = { hideUpTo: 7, roundTo: 5 };

/** What became of one count: a number to show, or nothing. */
export type Shown = number | "hidden";

/**
 * The counts of one column, one a practice, as they may be shown.
 *
 * - Small counts are hidden, and besides those in `hide` (whose rate would give them away).
 * - Others are rounded. Where any is hidden no total may be shown; but the exact total may be published elsewhere (learning-disability
 *   checks are, by sub-ICB location). So that a hidden count cannot be worked back from it, the smallest of the others is hidden too
 *   wherever the hidden ones would otherwise have a single possible value, or there would be one hidden count alone.
 *
 * What this cannot do: where all counts of a column are small, all are hidden; whoever knows their exact total from elsewhere knows
 * their mean.
 *
 * @example protectCounts([3, 0, 42, 108]) // ["hidden", 0, "hidden", 110]: 42 is hidden so that 3 cannot be worked back
 */
export function protectCounts(
  counts: readonly number[],
  policy: SmallNumbersPolicy = localDataPolicy,
  hide: readonly boolean[] = [],
): readonly Shown[] {
  const hidden = new Set(counts.flatMap((count, i) => (isSmall(count, policy) || hide[i] === true ? [i] : [])));
  while (hidden.size > 0 && hidden.size < counts.length && (hidden.size === 1 || givenAway(counts, hidden, policy))) {
    smallestShown(counts, hidden).forEach((i) => hidden.add(i));
  }
  return counts.map((count, i) => (hidden.has(i) ? "hidden" : rounded(count, policy)));
}

/** A total over counts as they are shown: the rounded true total, or nothing where one of them is hidden. */
export const protectTotal = (counts: readonly number[], shown: readonly Shown[], policy: SmallNumbersPolicy = localDataPolicy): Shown => {
  const total = sumOf(counts);
  return shown.includes("hidden") || isSmall(total, policy) ? "hidden" : rounded(total, policy);
};

const isSmall = (count: number, { hideUpTo }: SmallNumbersPolicy): boolean => count >= 1 && count <= hideUpTo;
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const rounded = (count: number, { roundTo }: SmallNumbersPolicy): number => Math.round(count / roundTo) * roundTo;

/**
 * Whether someone who knows the exact total and this method could name a hidden small count. Small ones are each from 1 to `hideUpTo`; one
 * that was hidden beside them is larger, but not larger than the smallest shown. Behind a shown one there is any count that rounds to it,
 * behind a 0 only 0.
 */
function givenAway(counts: readonly number[], hidden: ReadonlySet<number>, policy: SmallNumbersPolicy): boolean {
  const { hideUpTo, roundTo } = policy;
  const half = Math.floor((roundTo - 1) / 2);
  const total = sumOf(counts);
  const shown = counts.filter((count, i) => !hidden.has(i) && count > 0).map((count) => rounded(count, policy));
  const leastSum = total - sumOf(shown.map((count) => count + half));
  const mostSum = total - sumOf(shown.map((count) => Math.max(hideUpTo + 1, count - half)));
  const larger = [hideUpTo + 1, Math.min(...shown) + half] as const;
  const bounds = [...hidden].map((i) => (isSmall(counts[i] ?? 0, policy) ? ([1, hideUpTo] as const) : larger));
  const [least, most] = [sumOf(bounds.map(([from]) => from)), sumOf(bounds.map(([, to]) => to))];
  return bounds.some(([from, to]) => to === hideUpTo && Math.min(to, mostSum - least + from) - Math.max(from, leastSum - most + to) < 1);
}

/** The smallest count that is still shown and not 0; where there is no other, every 0: one of them chosen by its place would tell. */
function smallestShown(counts: readonly number[], hidden: ReadonlySet<number>): readonly number[] {
  const shown = counts.flatMap((_, i) => (hidden.has(i) ? [] : [i]));
  const [smallest] = shown.filter((i) => counts[i] !== 0).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  return smallest === undefined ? shown : [smallest];
}

/** How much was hidden and rounded, for the Methods sheet. */
export interface SmallNumbersReport {
  readonly hidden: number;
  readonly shown: number;
}

/**
 * Figures as they may be shown. Of each indicator and period the counts of all practices are protected together. A proportion is hidden with its
 * numerator where the numerator, the denominator, or what lies between them (those who did not) is small; one that is shown is the quotient of
 * the rounded counts, so that a rate says no more than they do. Words, such as a rating, stay as they are. What is hidden is "suppressed".
 */
export function protectSmallNumbers(
  observations: readonly Observation[],
  policy: SmallNumbersPolicy = localDataPolicy,
): { readonly observations: readonly Observation[]; readonly report: SmallNumbersReport } {
  const columns = new Map<string, number[]>();
  observations.forEach(({ indicator, period }, i) => {
    const key = JSON.stringify([indicator, period]);
    columns.set(key, [...(columns.get(key) ?? []), i]);
  });
  const result = [...observations];
  let [hidden, shown] = [0, 0];
  for (const places of columns.values()) {
    const counted = places.filter((i) => countOf(observations[i]) !== null);
    const own = counted.map((i) => observations[i] as Observation);
    const cells = protectCounts(
      own.map((one) => countOf(one) ?? 0),
      policy,
      own.map((one) => rateGivesAway(one, policy)),
    );
    counted.forEach((i, at) => {
      const cell = cells[at] ?? "hidden";
      if (cell === "hidden") hidden++;
      else shown++;
      result[i] = asShown(own[at] as Observation, cell, policy);
    });
  }
  return { observations: result, report: { hidden, shown } };
}

/** The count that is protected: the numerator of a proportion, or a value that is a whole number. */
function countOf(observation: Observation | undefined): number | null {
  if (observation === undefined || observation.missing !== undefined) return null;
  if (observation.numerator !== undefined) return observation.numerator;
  return typeof observation.value === "number" && Number.isInteger(observation.value) ? observation.value : null;
}

const rateGivesAway = ({ numerator, denominator }: Observation, policy: SmallNumbersPolicy): boolean =>
  numerator !== undefined && denominator !== undefined && (isSmall(denominator, policy) || isSmall(denominator - numerator, policy));

function asShown(observation: Observation, cell: Shown, policy: SmallNumbersPolicy): Observation {
  const { practiceCode, indicator, period, source, denominator, numerator } = observation;
  const base = { practiceCode, indicator, period, source };
  if (cell === "hidden") return { ...base, missing: "suppressed" };
  if (numerator === undefined) return { ...base, value: cell };
  // A denominator rounded down below a numerator rounded up would make more than all.
  return { ...base, numerator: cell, ...(denominator === undefined ? {} : { denominator: Math.max(cell, rounded(denominator, policy)) }) };
}

/** What was done, in a sentence for the Methods sheet. */
export const smallNumbersInWords = (
  { hidden, shown }: SmallNumbersReport,
  { hideUpTo, roundTo }: SmallNumbersPolicy = localDataPolicy,
): string =>
  `Small numbers: counts from 1 to ${hideUpTo} are hidden, others rounded to the nearest ${roundTo}; where one count alone would be hidden, or a hidden one could be worked back from a total, another is hidden too. Hidden: ${hidden} of ${hidden + shown}.`;
