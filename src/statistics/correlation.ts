import { ProblemError } from "../problem";
import { requireDomain } from "./domain";
import { type Interval, requireConfidence, standardErrorsFor } from "./proportion";
import { averageRanks } from "./rank";

/**
 * Spearman's rank correlation with an approximate interval.
 *
 * Fisher's z of rho, whose variance for ranks is about 1.06 / (n - 3). The approximation is good for rho within -0.8 to 0.8
 * and at least 10 pairs; with 33 practices it is a guide, not a proof.
 *
 * @param x values, at least 4
 * @param y values in the same order
 * @param confidence proportion, between 0 and 1
 * @returns rho from -1 to 1, and its limits
 * @throws ProblemError with fewer than 4 pairs, lists of different length, or no variation in one of them
 * @see Fieller EC, Hartley HO, Pearson ES (1957) Tests for rank correlation coefficients I, Biometrika 44:470-481
 * @example spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]).rho // 0.8
 */
export function spearman(x: readonly number[], y: readonly number[], confidence = 0.95): Interval & { readonly rho: number } {
  if (x.length !== y.length)
    throw new ProblemError({ kind: "shapesDiffer", argument: "y", expected: `${x.length} values`, found: `${y.length} values` });
  if (x.length < 4) throw new ProblemError({ kind: "tooFew", what: "pairs", needed: 4, found: x.length });
  requireConfidence(confidence);
  const rho = pearson(averageRanks(x), averageRanks(y));
  requireDomain(!Number.isNaN(rho), "x and y", "at least two different values in each", x.length);
  const spread = standardErrorsFor(confidence) * Math.sqrt(1.06 / (x.length - 3));
  const limit = (direction: number) => Math.tanh(Math.atanh(rho) + direction * spread);
  return { rho, lower: limit(-1), upper: limit(1) };
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (x.length + 1) / 2; // of any set of ranks
  let [products, squaresX, squaresY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i]! - mean, y[i]! - mean];
    products += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  return Math.min(1, Math.max(-1, products / Math.sqrt(squaresX * squaresY)));
}
