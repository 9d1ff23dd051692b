import type { Figures } from "../indicators/derive";
import type { Observation, PracticeCode } from "../reference/model";
import { comparePeriods } from "../reference/period";

/** How many practices each is compared with. */
export const similarCount = 10;

/** What makes practices alike, on which scale: a list twice as long is as far away wherever one starts. */
const traits: readonly { readonly indicator: string; readonly scale: (value: number) => number }[] = [
  { indicator: "list_size", scale: Math.log },
  { indicator: "deprivation", scale: (score) => score },
];

/**
 * The ten practices most like each one: nearest in list size (on a logarithmic scale) and deprivation, each measured in its standard
 * deviation over these practices. A practice is not among its own. Where deprivation is not loaded, list size decides alone.
 */
export function similarPractices(codes: readonly PracticeCode[], figures: Figures): Map<PracticeCode, readonly PracticeCode[]> {
  const scales = traits.flatMap(({ indicator, scale }) => {
    const values = latestValues(figures.observations(indicator));
    const known = codes.flatMap((code) => (values.has(code) ? [scale(values.get(code)!)] : []));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length - 1));
    return known.length < 2 || deviation === 0
      ? []
      : [(code: PracticeCode) => (values.has(code) ? (scale(values.get(code)!) - mean) / deviation : 0)];
  });
  const distance = (a: PracticeCode, b: PracticeCode) => scales.reduce((sum, at) => sum + (at(a) - at(b)) ** 2, 0);
  return new Map(
    codes.map((code) => [
      code,
      codes
        .filter((other) => other !== code)
        .map((other) => ({ other, far: distance(code, other) }))
        .sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1))
        .slice(0, similarCount)
        .map(({ other }) => other),
    ]),
  );
}

function latestValues(observations: readonly Observation[]): Map<PracticeCode, number> {
  const found = new Map<PracticeCode, Observation>();
  for (const o of observations) {
    if (typeof o.value !== "number" || !(o.value > 0)) continue;
    const best = found.get(o.practiceCode);
    if (best === undefined || comparePeriods(o.period, best.period) > 0) found.set(o.practiceCode, o);
  }
  return new Map([...found].map(([code, o]) => [code, o.value as number]));
}
