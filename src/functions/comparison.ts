import { ProblemError } from "../problem";
import {
  FEWEST_UNITS_FOR_OVERDISPERSION,
  overdispersion,
  type Overdispersion,
  type Treatment,
  type Unit,
} from "../statistics/overdispersion";
import type { Transform } from "../statistics/transform";
import { type Kind, requireBenchmark, requireObservation } from "../statistics/zScore";
import { isCellError } from "./cellError";
import { given, type Grid, mapPlaces, readTogether, soundPlaces } from "./ranges";

/** A unit and what it is compared with. */
export interface Compared {
  readonly observed: number;
  readonly denominator: number;
  readonly benchmark: number;
  /** Everybody is at the end of the scale (nobody, or all of a proportion), so that nobody differs from the pooled benchmark. */
  readonly nobodyDiffers: boolean;
}

/**
 * Reads observed and denominator with a benchmark, which is pooled over the range when it is omitted: all observed over all
 * denominators of the rows that are sound. A wrong row is left out of the pool; one sound row alone cannot be its own benchmark.
 *
 * @param alsoRefused a further reason to refuse a row, such as a count of 0 for a logarithm
 */
export function readCompared(
  kind: Kind,
  ranges: { readonly observed: unknown; readonly denominator: unknown; readonly benchmark: unknown },
  alsoRefused: (observed: number) => void = () => {},
): Grid<Compared> {
  const { observed, denominator } = ranges;
  const benchmark = given(ranges.benchmark);
  const check = (unit: { readonly observed: number; readonly denominator: number }) => {
    requireObservation(kind, unit.observed, unit.denominator);
    alsoRefused(unit.observed);
  };
  if (benchmark)
    return mapPlaces(readTogether({ observed, denominator, benchmark }), (unit) => {
      check(unit);
      requireBenchmark(kind, unit.benchmark);
      return { ...unit, nobodyDiffers: false };
    });
  const units = mapPlaces(readTogether({ observed, denominator }), (unit) => {
    check(unit);
    return unit;
  });
  const pool = soundPlaces(units);
  const pooled = pool.reduce((sum, unit) => sum + unit.observed, 0) / pool.reduce((sum, unit) => sum + unit.denominator, 0);
  const nobodyDiffers = pooled === 0 || (kind === "proportion" && pooled === 1);
  return mapPlaces(units, (unit) => {
    if (pool.length < 2) throw new ProblemError({ kind: "tooFew", what: "rows to pool a benchmark from", needed: 2, found: pool.length });
    if (!nobodyDiffers) requireBenchmark(kind, pooled);
    return { ...unit, benchmark: pooled, nobodyDiffers };
  });
}

/** A unit's distance from its own target and its standard error, on a transformed scale. */
export function onScale(scale: Transform, { observed, denominator, benchmark, nobodyDiffers }: Compared): Unit {
  if (nobodyDiffers) return { y: 0, standardError: 1 };
  return {
    y: scale.y(observed, denominator, benchmark) - scale.target(benchmark),
    standardError: scale.standardError(denominator, benchmark, observed),
  };
}

/** Overdispersion of the sound rows; with fewer than ten of them there is too little to estimate it from. */
export function estimateOverdispersion(grid: Grid<Compared>, scale: Transform, treatment: Treatment, trim?: number): Overdispersion {
  const units = soundPlaces(grid).map((unit) => onScale(scale, unit));
  const wrong = grid.places.find(isCellError);
  if (units.length === 0 && wrong) throw wrong; // all are wrong, so say how rather than that there are none
  if (units.length < FEWEST_UNITS_FOR_OVERDISPERSION)
    throw new ProblemError({ kind: "tooFew", what: "valid rows", needed: FEWEST_UNITS_FOR_OVERDISPERSION, found: units.length });
  return overdispersion(units, 0, trim, treatment);
}
