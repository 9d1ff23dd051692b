import { ProblemError } from "../problem";
import { requireCount, requireDenominator } from "../statistics/domain";
import { directRate, expectedEvents, indirectRate, type ReferenceStratum, standardisedRatio } from "../statistics/standardisation";
import { answer } from "./cellError";
import { numberOption, isOmitted } from "./options";
import { type Grid, mapPlaces, readTogether, size, spilled } from "./ranges";
import { beside, byRow, columnNumbers } from "./strata";

/**
 * Events to expect in each practice if every age and sex group had the reference population's rate.
 * @customfunction EXPECTED EXPECTED
 * @helpurl https://localhost:3000/help.html#EXPECTED
 * @param population Patients: a row per practice, a column per age and sex group
 * @param reference_events One row: events of each group in the reference population
 * @param reference_population One row: people of each group in the reference population
 * @returns Expected events per practice
 */
export function expected(population: any[][], reference_events: any[][], reference_population: any[][]): any[][] {
  return answer(() => {
    const grid = readTogether({ population });
    const stratum = referenceStrata(grid.columns, reference_events, reference_population);
    return spilled(mapPlaces(byRow(grid), (row) => expectedEvents(row.map((each, i) => stratum(each.population, i)))));
  });
}

/**
 * Indirectly standardised ratio: observed events out of those expected for the practice's own age and sex mix.
 * @customfunction ISR ISR
 * @helpurl https://localhost:3000/help.html#ISR
 * @param observed Events of each practice: one column of totals, or a column per group as in population
 * @param population Patients: a row per practice, a column per age and sex group
 * @param reference_events One row: events of each group in the reference population
 * @param reference_population One row: people of each group in the reference population
 * @param [multiplier] Left out: a ratio, 1 is as expected. 1000: an indirectly standardised rate per 1,000
 * @returns Ratio or rate per practice
 */
export function isr(
  observed: any[][],
  population: any[][],
  reference_events: any[][],
  reference_population: any[][],
  multiplier?: number,
): any[][] {
  return answer(() => {
    const per = numberOption("multiplier", multiplier, 1);
    requireDenominator(per, "multiplier");
    const people = readTogether({ population });
    const stratum = referenceStrata(people.columns, reference_events, reference_population);
    const statistic = isOmitted(multiplier)
      ? standardisedRatio
      : (count: number, strata: ReferenceStratum[]) => per * indirectRate(count, strata);
    return spilled(
      mapPlaces(beside(eventTotals(observed, people), byRow(people)), ([count, row]) =>
        statistic(
          count,
          row.map((each, i) => stratum(each.population, i)),
        ),
      ),
    );
  });
}

/** Events of each practice: a column of totals as it is, or the sum over the groups. */
function eventTotals(observed: unknown, { rows, columns }: Grid<unknown>): Grid<number> {
  const events = readTogether({ observed });
  if (events.rows !== rows || (events.columns !== 1 && events.columns !== columns))
    throw new ProblemError({
      kind: "shapesDiffer",
      argument: "observed",
      expected: `${size({ rows, columns: 1 })} or ${size({ rows, columns })} like population`,
      found: size(events),
    });
  return mapPlaces(byRow(events), (row) =>
    row.reduce((sum, each) => {
      requireCount(each.observed, "observed");
      return sum + each.observed;
    }, 0),
  );
}

/**
 * Directly standardised rate: what the practice's rates would give in a standard population.
 * @customfunction DSR DSR
 * @helpurl https://localhost:3000/help.html#DSR
 * @param events Events: a row per practice, a column per age and sex group; at least 10 in all
 * @param population Patients, in the same layout
 * @param standard_population One row: people of each group in the standard population
 * @param [multiplier] 100000 when left out
 * @returns Rate per practice
 */
export function dsr(events: any[][], population: any[][], standard_population: any[][], multiplier?: number): any[][] {
  return answer(() => {
    const per = numberOption("multiplier", multiplier, 100_000);
    requireDenominator(per, "multiplier");
    const grid = readTogether({ events, population });
    const standard = columnNumbers("standard_population", standard_population, grid.columns);
    standard.forEach((each) => requireCount(each, "standard_population"));
    return spilled(
      mapPlaces(byRow(grid), (row) => per * directRate(row.map((each, i) => ({ ...each, standardPopulation: standard[i]! }))).value),
    );
  });
}

/** The reference rates of the groups, checked once: what is wrong with them is wrong for every practice. */
function referenceStrata(columns: number, referenceEvents: unknown, referencePopulation: unknown) {
  const events = columnNumbers("reference_events", referenceEvents, columns);
  const people = columnNumbers("reference_population", referencePopulation, columns);
  events.forEach((each) => requireCount(each, "reference_events"));
  people.forEach((each) => requireDenominator(each, "reference_population"));
  return (population: number, column: number): ReferenceStratum => ({
    population,
    referenceEvents: events[column]!,
    referencePopulation: people[column]!,
  });
}
