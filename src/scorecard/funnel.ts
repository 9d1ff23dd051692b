import { funnelLimits } from "../statistics/funnel";
import { methodFor, type Band, type Comparison, type Counts } from "./compare";
import { standardErrorsFor } from "../statistics/proportion";
import type { IndicatorColumn, PracticeRow, ScorecardModel } from "./model";

/** A practice as it stands in the funnel of one indicator. */
export interface FunnelPoint extends Counts {
  readonly practice: PracticeRow["practice"];
  readonly value: number;
  readonly zScore: number;
  readonly band: Exclude<Band, "too few to say">;
}

/** An indicator whose practices can be laid against the limits of chance. */
export interface Funnel {
  readonly column: IndicatorColumn;
  readonly comparison: Comparison;
  /** In the order of the scorecard; practices without a value, or with too few patients to say, are not among them. */
  readonly points: readonly FunnelPoint[];
}

/** With fewer practices than this a funnel says less than the numbers themselves. */
const fewestPoints = 3;

/** The indicators for which a funnel makes sense: there is a benchmark between 0 and 1, and a few practices to lay against it. */
export const funnelsFor = (model: ScorecardModel): readonly Funnel[] =>
  model.groups.flatMap((group) => group.indicators).flatMap((column) => funnelOf(model, column) ?? []);

/** The funnel of one indicator, such as HYP008; null where there is none to draw. */
export function funnelFor(model: ScorecardModel, indicator: string): Funnel | null {
  const column = model.groups.flatMap((group) => group.indicators).find(({ definition }) => definition.id === indicator);
  return column === undefined ? null : funnelOf(model, column);
}

function funnelOf(model: ScorecardModel, column: IndicatorColumn): Funnel | null {
  const { comparison, values } = column;
  if (comparison === null || methodFor(comparison.benchmark, comparison) === null) return null;
  const points = values.flatMap((found, i): FunnelPoint[] => {
    if (found.kind !== "value" || found.band === null || found.zScore === null || found.band === "too few to say") return [];
    const { numerator, denominator, value, zScore, band } = found;
    return [{ practice: model.practices[i]!.practice, numerator, denominator, value, zScore, band }];
  });
  return points.length < fewestPoints ? null : { column, comparison, points };
}

/** The four limits around the benchmark for a practice of this size, as proportions. */
export interface Limits {
  readonly lower998: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly upper998: number;
}

/** What the limits stand around, and how wide they are. */
export interface LimitsAround {
  readonly benchmark: { readonly value: number };
  readonly betweenPracticeVariance: number;
  readonly kind?: Comparison["kind"];
  readonly method?: Comparison["method"];
}

/**
 * Limits at one denominator, widened by the comparison's between-practice variance: the inverse of the transformation behind z. With the method
 * "fingertips" and proportions, the inverse of Wilson's interval. Per person, as the benchmark.
 * @example limitsAt(100, { benchmark: { value: 0.5 }, betweenPracticeVariance: 0 }).upper95 // 0.597372
 */
export function limitsAt(
  denominator: number,
  { benchmark, betweenPracticeVariance, kind = "proportion", method = "funnel" }: LimitsAround,
): Limits {
  const { value } = benchmark;
  const score = (confidence: number) => {
    const spread = standardErrorsFor(confidence) * Math.sqrt((value * (1 - value)) / denominator);
    return { lower: Math.max(0, value - spread), upper: Math.min(1, value + spread) };
  };
  const at = (confidence: number) =>
    method === "fingertips" && kind === "proportion"
      ? score(confidence)
      : funnelLimits(denominator, value, kind, confidence, betweenPracticeVariance);
  const [inner, outer] = [at(0.95), at(0.998)];
  return { lower998: outer.lower, lower95: inner.lower, upper95: inner.upper, upper998: outer.upper };
}
