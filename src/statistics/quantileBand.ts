import { ProblemError } from "../problem";
import { requireDomain } from "./domain";

/**
 * The group of each value when all are divided into equal groups by size, as Fingertips divides areas into quintiles.
 *
 * Equal values share a group, so groups may differ in size.
 *
 * @param values at least as many as `groups`
 * @param groups whole number, 2 or more; 5 for quintiles
 * @param descending whether group 1 holds the highest values, as Fingertips numbers them
 * @throws ProblemError with fewer values than groups
 * @see PHEindicatormethods, phe_quantile: floor(q + 1 - ceiling((N + 1 - rank) / (N / q)))
 * @example quantileBands([10, 20, 30, 40], 2, true) // [2, 2, 1, 1]
 */
export function quantileBands(values: readonly number[], groups = 5, descending = true): number[] {
  requireDomain(Number.isInteger(groups) && groups >= 2, "groups", "a whole number, 2 or more", groups);
  const n = values.length;
  if (n < groups) throw new ProblemError({ kind: "tooFew", what: "values", needed: groups, found: n });
  const sorted = Float64Array.from(values).sort();
  const smallerThan = new Map<number, number>();
  sorted.forEach((value, index) => smallerThan.has(value) || smallerThan.set(value, index));
  const upTo = new Map<number, number>();
  sorted.forEach((value, index) => upTo.set(value, index + 1));
  return values.map((value) => {
    const rank = descending ? n - upTo.get(value)! + 1 : smallerThan.get(value)! + 1;
    return Math.max(1, Math.floor(groups + 1 - Math.ceil((n + 1 - rank) / (n / groups))));
  });
}
