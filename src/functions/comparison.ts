import { ProblemError } from "../problem";
import { FEWEST_UNITS_FOR_OVERDISPERSION, overdispersionOf, type Overdispersion, type Treatment } from "../statistics/overdispersion";
import type { Transform } from "../statistics/transform";
import { type Kind, requireBenchmark, requireObservation } from "../statistics/zScore";
import { isCellError } from "./cellError";
import { attempt, checked, type Columns, given, readColumns } from "./ranges";

/** Units and what they are compared with: observed, denominator and benchmark of each. */
export interface Compared extends Columns {
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
): Compared {
  const { observed, denominator } = ranges;
  const benchmark = given(ranges.benchmark);
  const check = (count: number, out: number) => {
    requireObservation(kind, count, out);
    alsoRefused(count);
  };
  if (benchmark) {
    const units = checked(readColumns({ observed, denominator, benchmark }), (count, out, target) => {
      check(count, out);
      requireBenchmark(kind, target);
    });
    return { ...units, nobodyDiffers: false };
  }

  const units = checked(readColumns({ observed, denominator }), check);
  const { pooled, sound } = pool(units);
  const nobodyDiffers = pooled === 0 || (kind === "proportion" && pooled === 1);
  const refusal = attempt(() => {
    if (sound < 2) throw new ProblemError({ kind: "tooFew", what: "rows to pool a benchmark from", needed: 2, found: sound });
    if (!nobodyDiffers) requireBenchmark(kind, pooled);
  });
  const benchmarks = new Float64Array(units.rows * units.columns).fill(pooled);
  const compared = { ...units, values: [...units.values, benchmarks], nobodyDiffers };
  return isCellError(refusal)
    ? { ...compared, errors: new Map([...benchmarks.keys()].map((place) => [place, units.errors.get(place) ?? refusal])) }
    : compared;
}

/** All observed over all denominators of the sound rows, and how many of these there are. */
function pool({ values: [observed, denominator], errors }: Columns): { readonly pooled: number; readonly sound: number } {
  let [counted, outOf] = [0, 0];
  for (let place = 0; place < observed!.length; place++) {
    if (errors.size > 0 && errors.has(place)) continue;
    counted += observed![place]!;
    outOf += denominator![place]!;
  }
  return { pooled: counted / outOf, sound: observed!.length - errors.size };
}

/** Distance of each unit from its own target, its standard error, both on a transformed scale; and its benchmark. */
export function onScale(compared: Compared, scale: Transform): Columns {
  const [observed, denominators, benchmarks] = compared.values as [ArrayLike<number>, ArrayLike<number>, ArrayLike<number>];
  const distances = new Float64Array(observed.length);
  const standardErrors = new Float64Array(observed.length).fill(1);
  let [last, target] = [Number.NaN, Number.NaN];
  for (let i = 0; i < observed.length && !compared.nobodyDiffers; i++) {
    const benchmark = benchmarks[i]!;
    if (benchmark !== last) [last, target] = [benchmark, scale.target(benchmark)]; // most often it is the same for all
    distances[i] = scale.y(observed[i]!, denominators[i]!, benchmark) - target;
    standardErrors[i] = scale.standardError(denominators[i]!, benchmark, observed[i]!);
  }
  return { ...compared, values: [distances, standardErrors, benchmarks] };
}

/** Overdispersion of the sound rows; with fewer than ten of them there is too little to estimate it from. */
export function estimateOverdispersion({ values, errors }: Columns, treatment: Treatment, trim?: number): Overdispersion {
  const [distances, standardErrors] =
    errors.size === 0 ? values : values.map((all) => Float64Array.from(all).filter((_, place) => !errors.has(place)));
  const found = distances!.length;
  if (found === 0) throw errors.get(0)!; // all are wrong, so say how rather than that there are none
  if (found < FEWEST_UNITS_FOR_OVERDISPERSION)
    throw new ProblemError({ kind: "tooFew", what: "valid rows", needed: FEWEST_UNITS_FOR_OVERDISPERSION, found });
  return overdispersionOf(distances!, standardErrors!, trim, treatment);
}
