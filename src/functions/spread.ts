import { requireDomain } from "../statistics/domain";
import { drawnTowards } from "../statistics/shrinkage";
import { logRatio } from "../statistics/transform";
import { requireLogarithm, transformFor } from "../statistics/zScore";
import { answer, isCellError } from "./cellError";
import { estimateOverdispersion, onScale, readCompared } from "./comparison";
import { numberOption, oneOf } from "./options";
import { remembered } from "./remembered";
import { attempt, forCell, spillColumns } from "./ranges";

/**
 * How much more practices differ than chance explains: phi, tau squared, practices used, practices trimmed.
 * @customfunction OVERDISPERSION OVERDISPERSION
 * @helpurl https://localhost:3000/help.html#OVERDISPERSION
 * @param observed Patients or events counted, at least 10 practices
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param [benchmark] Proportion between 0 and 1, rate per person, or 1 for a ratio. Blank: pooled over the range
 * @param [kind] "proportion" (when left out), "rate", "ratio", or "log" for a ratio as the SHMI treats it
 * @param [trim] Proportion of practices drawn in (or left out) at each end: 0.1 when not given
 * @returns One row: phi (1 is chance alone), tau squared, practices used, practices drawn in or left out
 */
export function overdispersion(observed: any[][], denominator: any[][], benchmark?: any[][], kind?: string, trim?: number): any[][] {
  const compute = () => {
    const chosen = oneOf("kind", kind, ["proportion", "rate", "ratio", "log"], "proportion");
    const part = numberOption("trim", trim, 0.1);
    requireDomain(part >= 0 && part < 0.5, "trim", "from 0 to below 0.5, like 0.1", part);
    const of = chosen === "log" ? "ratio" : chosen;
    const compared = readCompared(of, { observed, denominator, benchmark }, chosen === "log" ? requireLogarithm : undefined);
    const scale = chosen === "log" ? logRatio : transformFor(of);
    const treatment = chosen === "log" ? "truncate" : "winsorise";
    const { dispersionRatio, betweenPracticeVariance, unitsUsed, unitsTrimmed } = estimateOverdispersion(
      onScale(compared, scale),
      treatment,
      part,
    );
    return [[dispersionRatio, betweenPracticeVariance, unitsUsed, unitsTrimmed].map(forCell)];
  };
  return answer(() => remembered("OVERDISPERSION", [observed, denominator, benchmark, kind, trim], compute));
}

/**
 * Each practice's value drawn towards the benchmark by its own uncertainty: small practices move most.
 * @customfunction SHRINK SHRINK
 * @helpurl https://localhost:3000/help.html#SHRINK
 * @param observed Patients or events counted, at least 10 practices
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param [benchmark] Proportion between 0 and 1, rate per person, or 1 for a ratio. Blank: pooled over the range
 * @param [kind] "proportion" (when left out), "rate" or "ratio"
 * @returns Estimate on the scale of the indicator
 */
export function shrink(observed: any[][], denominator: any[][], benchmark?: any[][], kind?: string): any[][] {
  const compute = () => {
    const of = oneOf("kind", kind, ["proportion", "rate", "ratio"], "proportion");
    const scale = transformFor(of);
    const compared = readCompared(of, { observed, denominator, benchmark });
    const units = onScale(compared, scale);
    const between = attempt(() => estimateOverdispersion(units, "winsorise").betweenPracticeVariance);
    return spillColumns(units, (y, standardError, target) => {
      if (isCellError(between)) throw between;
      if (between === 0) return target; // chance explains everything
      return scale.back(scale.target(target) + drawnTowards({ y, standardError }, 0, between), target);
    });
  };
  return answer(() => remembered("SHRINK", [observed, denominator, benchmark, kind], compute));
}
