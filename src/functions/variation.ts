import { ProblemError } from "../problem";
import { adjustedZScore } from "../statistics/overdispersion";
import { requireLogarithm, transformFor, zScore } from "../statistics/zScore";
import { answer, isCellError } from "./cellError";
import { estimateOverdispersion, onScale, readCompared } from "./comparison";
import { oneOf } from "./options";
import { remembered } from "./remembered";
import { attempt, spillColumns } from "./ranges";

const kinds = ["proportion", "rate", "ratio"] as const;

/**
 * z-score of each practice against a benchmark: how many standard deviations above (+) or below (-) it lies.
 * @customfunction VARIATION_Z VARIATION_Z
 * @helpurl https://localhost:3000/help.html#VARIATION_Z
 * @param observed Patients or events counted, one cell per practice
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param [benchmark] Proportion between 0 and 1, rate per person, or 1 for a ratio. Blank: pooled over the range
 * @param [kind] "proportion" (when left out), "rate" or "ratio"
 * @param [overdispersion] "none" (when left out), "winsorise" or "truncate": allow for ordinary variation between practices
 * @param [method] "transform" (when left out), "exact" for small numbers, "score" or "log"
 * @returns z-score per practice; positive is above the benchmark, whether or not high is good
 */
export function variationZ(
  observed: any[][],
  denominator: any[][],
  benchmark?: any[][],
  kind?: string,
  overdispersion?: string,
  method?: string,
): any[][] {
  const compute = () => {
    const of = oneOf("kind", kind, kinds, "proportion");
    const allowing = oneOf("overdispersion", overdispersion, ["none", "winsorise", "truncate"], "none");
    const by = oneOf("method", method, ["transform", "exact", "score", "log"], "transform");
    if (allowing !== "none" && (by === "exact" || by === "score"))
      throw new ProblemError({
        kind: "wrongType",
        argument: "method",
        expected: '"transform" or "log" with overdispersion',
        found: `"${by}"`,
      });

    const refused = by === "log" && of !== "proportion" ? requireLogarithm : undefined;
    const compared = readCompared(of, { observed, denominator, benchmark }, refused);
    if (allowing === "none")
      return spillColumns(compared, (count, out, target) => (compared.nobodyDiffers ? 0 : zScore(count, out, target, of, by)));

    const scale = transformFor(of, by === "log" ? "log" : "transform");
    const units = onScale(compared, scale);
    const between = attempt(() => estimateOverdispersion(units, allowing).betweenPracticeVariance);
    return spillColumns(units, (y, standardError) => {
      if (isCellError(between)) throw between;
      return adjustedZScore({ y, standardError }, 0, between);
    });
  };
  return answer(() => remembered("VARIATION_Z", [observed, denominator, benchmark, kind, overdispersion, method], compute));
}
