import { ProblemError } from "../problem";
import { requireCount, requireDenominator, requireDomain } from "./domain";
import type { Interval } from "./proportion";
import { eventsInterval } from "./rate";

/** One age and sex group of a unit, beside the same group of the reference population. */
export interface ReferenceStratum {
  readonly population: number;
  readonly referenceEvents: number;
  readonly referencePopulation: number;
}

/**
 * Events to expect if each group had the reference population's rate.
 *
 * @param strata populations 0 or more; reference populations more than 0
 * @example expectedEvents([{ population: 100, referenceEvents: 50, referencePopulation: 1000 }]) // 5
 */
export function expectedEvents(strata: readonly ReferenceStratum[]): number {
  let expected = 0;
  for (const { population, referenceEvents, referencePopulation } of strata) {
    requireCount(population, "population");
    requireCount(referenceEvents, "reference_events");
    requireDenominator(referencePopulation, "reference_population");
    expected += population * (referenceEvents / referencePopulation);
  }
  return expected;
}

/**
 * Indirectly standardised ratio: observed over expected; 1 is as the reference population.
 *
 * @see APHO Technical Briefing 3 (2008)
 */
export function standardisedRatio(observed: number, strata: readonly ReferenceStratum[]): number {
  requireCount(observed, "observed");
  const expected = expectedEvents(strata);
  requireDenominator(expected, "the expected number");
  return observed / expected;
}

/** Indirectly standardised rate: the ratio times the crude rate of the reference population. */
export function indirectRate(observed: number, strata: readonly ReferenceStratum[]): number {
  const ratio = standardisedRatio(observed, strata);
  const events = strata.reduce((sum, { referenceEvents }) => sum + referenceEvents, 0);
  const population = strata.reduce((sum, { referencePopulation }) => sum + referencePopulation, 0);
  return ratio * (events / population);
}

/** One age and sex group of a unit, with the size of the group in the standard population. */
export interface StandardStratum {
  readonly events: number;
  readonly population: number;
  readonly standardPopulation: number;
}

/** Below this many events a directly standardised rate is not published. */
const FEWEST_EVENTS = 10;

/**
 * Directly standardised rate: what the unit's rates would give in the standard population, per person.
 *
 * Limits by Dobson's method around Byar's limits of the total count.
 *
 * @param strata populations more than 0
 * @throws ProblemError when there are fewer than 10 events in all
 * @see Dobson AJ et al (1991) Confidence intervals for weighted sums of Poisson parameters, Stat Med 10:457-462
 */
export function directRate(strata: readonly StandardStratum[], confidence = 0.95): Interval & { readonly value: number } {
  let [events, weighted, variance, standard] = [0, 0, 0, 0];
  for (const stratum of strata) {
    requireCount(stratum.events, "events");
    requireDenominator(stratum.population, "population");
    requireCount(stratum.standardPopulation, "standard_population");
    const weight = stratum.standardPopulation / stratum.population;
    events += stratum.events;
    weighted += weight * stratum.events;
    variance += weight * weight * stratum.events;
    standard += stratum.standardPopulation;
  }
  if (events < FEWEST_EVENTS) throw new ProblemError({ kind: "tooFew", what: "events", needed: FEWEST_EVENTS, found: events });
  requireDenominator(standard, "standard_population");
  requireDomain(Number.isFinite(weighted), "events", "a number that can be added up", weighted);
  const value = weighted / standard;
  const scale = Math.sqrt(variance / events) / standard;
  const { lower, upper } = eventsInterval(events, confidence);
  return { value, lower: value + scale * (lower - events), upper: value + scale * (upper - events) };
}
