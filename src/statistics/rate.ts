import { requireCount, requireDenominator } from "./domain";
import { exactPoissonLimits } from "./poisson";
import { type Interval, requireConfidence, standardErrorsFor } from "./proportion";

/** From this many events on, Byar's approximation is within 0.2 % of exact at 95 %, and is what Fingertips uses. */
const FEWEST_EVENTS_FOR_BYAR = 10;

/**
 * Interval for a number of events: exact Poisson below 10, Byar's approximation from 10.
 *
 * @param events 0 or more; a fraction is allowed
 * @param confidence proportion, between 0 and 1
 * @returns limits in events
 * @see Breslow NE, Day NE (1987) Statistical methods in cancer research II, p. 69; PHE Technical Guide: Confidence Intervals (2018)
 * @example eventsInterval(100) // { lower: 81.362105, upper: 121.627938 }
 */
export function eventsInterval(events: number, confidence = 0.95): Interval {
  requireCount(events, "events");
  requireConfidence(confidence);
  if (events < FEWEST_EVENTS_FOR_BYAR) return exactPoissonLimits(events, confidence);
  const z = standardErrorsFor(confidence);
  const limit = (count: number, direction: number) => count * (1 - 1 / (9 * count) + (direction * z) / (3 * Math.sqrt(count))) ** 3;
  return { lower: limit(events, -1), upper: limit(events + 1, 1) };
}

/**
 * Interval for a rate, or for observed over expected: the limits of the events, over the population.
 *
 * @param population people, person-years or expected events; more than 0
 * @param multiplier 1 for per person, 1,000 for per thousand
 */
export function rateInterval(events: number, population: number, confidence = 0.95, multiplier = 1): Interval {
  requireDenominator(population, "population");
  requireDenominator(multiplier, "multiplier");
  const { lower, upper } = eventsInterval(events, confidence);
  return { lower: (lower / population) * multiplier, upper: (upper / population) * multiplier };
}
