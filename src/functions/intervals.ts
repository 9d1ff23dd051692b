import { funnelLine } from "../statistics/funnel";
import { requireConfidence, type Side, wilsonLimit } from "../statistics/proportion";
import { rateInterval } from "../statistics/rate";
import { requireDenominator } from "../statistics/domain";
import { answer } from "./cellError";
import { numberOption, oneOf } from "./options";
import { forEachPlace, given } from "./ranges";

const confidenceOption = (confidence: unknown): number => {
  const level = numberOption("confidence", confidence, 0.95);
  requireConfidence(level);
  return level;
};

/**
 * Lower limit of a proportion by Wilson's method, as Fingertips uses.
 * @customfunction WILSON_LOWER WILSON_LOWER
 * @helpurl https://localhost:3000/help.html#WILSON_LOWER
 * @param observed Patients who meet the condition
 * @param denominator Patients who could have
 * @param [confidence] 0.95 when left out; type 0.95, not 95
 * @returns Lower limit, a proportion
 */
export function wilsonLower(observed: any[][], denominator: any[][], confidence?: number): any[][] {
  return wilson("lower", observed, denominator, confidence);
}

/**
 * Upper limit of a proportion by Wilson's method, as Fingertips uses.
 * @customfunction WILSON_UPPER WILSON_UPPER
 * @helpurl https://localhost:3000/help.html#WILSON_UPPER
 * @param observed Patients who meet the condition
 * @param denominator Patients who could have
 * @param [confidence] 0.95 when left out; type 0.95, not 95
 * @returns Upper limit, a proportion
 */
export function wilsonUpper(observed: any[][], denominator: any[][], confidence?: number): any[][] {
  return wilson("upper", observed, denominator, confidence);
}

const wilson = (side: Side, observed: unknown, denominator: unknown, confidence: unknown) =>
  answer(() => {
    const level = confidenceOption(confidence);
    return forEachPlace({ observed, denominator }, (count, out) => wilsonLimit(side, count, out, level));
  });

/**
 * Lower limit of a number or rate of events: exact Poisson below 10 events, Byar's method from 10.
 * @customfunction BYARS_LOWER BYARS_LOWER
 * @helpurl https://localhost:3000/help.html#BYARS_LOWER
 * @param events Events counted
 * @param [population] People, or expected events for a ratio; 1 when left out, for limits of the count itself
 * @param [multiplier] 1 when left out; 1000 for a rate per 1,000
 * @param [confidence] 0.95 when left out; type 0.95, not 95
 * @returns Lower limit of the rate
 */
export function byarsLower(events: any[][], population?: any[][], multiplier?: number, confidence?: number): any[][] {
  return byars("lower", events, population, multiplier, confidence);
}

/**
 * Upper limit of a number or rate of events: exact Poisson below 10 events, Byar's method from 10.
 * @customfunction BYARS_UPPER BYARS_UPPER
 * @helpurl https://localhost:3000/help.html#BYARS_UPPER
 * @param events Events counted
 * @param [population] People, or expected events for a ratio; 1 when left out, for limits of the count itself
 * @param [multiplier] 1 when left out; 1000 for a rate per 1,000
 * @param [confidence] 0.95 when left out; type 0.95, not 95
 * @returns Upper limit of the rate
 */
export function byarsUpper(events: any[][], population?: any[][], multiplier?: number, confidence?: number): any[][] {
  return byars("upper", events, population, multiplier, confidence);
}

const byars = (side: Side, events: unknown, population: unknown, multiplier: unknown, confidence: unknown) =>
  answer(() => {
    const per = numberOption("multiplier", multiplier, 1);
    requireDenominator(per, "multiplier");
    const level = confidenceOption(confidence);
    return forEachPlace(
      { events, population: given(population) ?? [[1]] },
      (count, people) => rateInterval(count, people, level, per)[side],
    );
  });

/**
 * Lower funnel limit: a practice as the benchmark would rarely lie below it.
 * @customfunction FUNNEL_LOWER FUNNEL_LOWER
 * @helpurl https://localhost:3000/help.html#FUNNEL_LOWER
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param benchmark Proportion between 0 and 1, rate per person, or 1 for a ratio
 * @param [kind] "proportion" (when left out), "rate" or "ratio"
 * @param [confidence] 0.95 when left out; 0.998 for the outer limit
 * @param [tau2] Variance between practices from OVERDISPERSION; 0 when left out
 * @returns Lower limit on the scale of the indicator
 */
export function funnelLower(denominator: any[][], benchmark: any[][], kind?: string, confidence?: number, tau2?: number): any[][] {
  return funnel("lower", denominator, benchmark, kind, confidence, tau2);
}

/**
 * Upper funnel limit: a practice as the benchmark would rarely lie above it.
 * @customfunction FUNNEL_UPPER FUNNEL_UPPER
 * @helpurl https://localhost:3000/help.html#FUNNEL_UPPER
 * @param denominator Patients eligible (proportion), population (rate) or expected events (ratio)
 * @param benchmark Proportion between 0 and 1, rate per person, or 1 for a ratio
 * @param [kind] "proportion" (when left out), "rate" or "ratio"
 * @param [confidence] 0.95 when left out; 0.998 for the outer limit
 * @param [tau2] Variance between practices from OVERDISPERSION; 0 when left out
 * @returns Upper limit on the scale of the indicator
 */
export function funnelUpper(denominator: any[][], benchmark: any[][], kind?: string, confidence?: number, tau2?: number): any[][] {
  return funnel("upper", denominator, benchmark, kind, confidence, tau2);
}

const funnel = (side: Side, denominator: unknown, benchmark: unknown, kind: unknown, confidence: unknown, tau2: unknown) =>
  answer(() => {
    const of = oneOf("kind", kind, ["proportion", "rate", "ratio"], "proportion");
    const level = confidenceOption(confidence);
    const between = numberOption("tau2", tau2, 0);
    return forEachPlace({ denominator, benchmark }, funnelLine(side, of, level, between));
  });
