import type { Problem } from "../problem";
import { datedOn } from "./datedOn";
import { editDistance } from "./editDistance";
import type { Observation, Period, ReferenceData } from "./model";
import { comparePeriods } from "./period";

/** Parts of a figure that can be asked for behind a dot: HYP008.numerator. */
const parts = ["numerator", "denominator", "personalisedCareAdjustments", "value"] as const;
type Part = (typeof parts)[number];

/**
 * Answers questions about single figures from what is loaded: the value of a practice, its name, the practices of the area.
 * A question without an answer is answered by the problem that says why. Codes and measures are found whatever their case.
 *
 * A figure with numerator and denominator and no value of its own is their quotient, a proportion from 0 to 1.
 */
export function storeOf(data: ReferenceData) {
  const byKey = groupedByKey(data.observations);
  const measures = [...new Set(data.observations.map(({ indicator }) => indicator))];
  const known = new Set(measures.map(upper));

  return {
    value(practiceCode: string, measure: string, period: Period | null): number | string | Problem {
      const [indicator, part] = splitMeasure(measure);
      if (part === null) return notFound("indicator", measure, []);
      if (!data.practices.has(upper(practiceCode)))
        return notFound("practice", practiceCode, near(practiceCode, [...data.practices.keys()]));
      if (!known.has(upper(indicator))) return notFound("indicator", indicator, near(indicator, measures));
      const figures = byKey.get(keyOf(practiceCode, indicator)) ?? [];
      const figure = period === null ? figures.at(-1) : figures.find((each) => each.period === period);
      const what = `${measure} of ${upper(practiceCode)}`;
      if (figure === undefined) return { kind: "missing", what, reason: period === null ? "notPublished" : "notLoaded" };
      return partOf(figure, part) ?? { kind: "missing", what, reason: figure.missing ?? "notPublished" };
    },

    practiceName: (practiceCode: string): string | Problem =>
      data.practices.get(upper(practiceCode))?.name ?? notFound("practice", practiceCode, near(practiceCode, [...data.practices.keys()])),

    /** Codes of the area's practices, by name. */
    practices: (areaCode: string): readonly string[] | Problem =>
      upper(areaCode) === upper(data.area.code)
        ? [...data.practices.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB")).map(({ code }) => code)
        : notFound("area", areaCode, [data.area.code]),

    /** Day on which a figure came out (or was drawn, where nobody says), as Excel counts days. */
    publicationDate(measure: string, period: Period | null = null): number | Problem {
      const [indicator] = splitMeasure(measure);
      const figures = data.observations.filter((each) => upper(each.indicator) === upper(indicator));
      if (figures.length === 0) return notFound("indicator", indicator, near(indicator, measures));
      const periods = [...new Set(figures.map((each) => each.period))].sort(comparePeriods);
      const figure = figures.find((each) => each.period === (period ?? periods.at(-1)));
      if (figure === undefined) return { kind: "missing", what: `${measure} of ${period}`, reason: "notLoaded" };
      const day = datedOn(data, figure);
      return day === null ? { kind: "missing", what: `The publication date of ${measure}`, reason: "notPublished" } : excelDay(day);
    },
  };
}

/** A day like 2024-08-29 as Excel counts days: 45533. */
const excelDay = (day: Period): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

const upper = (text: string): string => text.trim().toUpperCase();
const keyOf = (practiceCode: string, indicator: string): string => `${upper(practiceCode)} ${upper(indicator)}`;

/** Figures of each practice and indicator, the earliest period first. */
function groupedByKey(observations: readonly Observation[]): ReadonlyMap<string, readonly Observation[]> {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    const key = keyOf(observation.practiceCode, observation.indicator);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [observation]);
    else group.push(observation);
  }
  groups.forEach((group) => group.sort((a, b) => comparePeriods(a.period, b.period)));
  return groups;
}

function splitMeasure(measure: string): readonly [indicator: string, part: Part | "figure" | null] {
  const dot = measure.lastIndexOf(".");
  if (dot < 0) return [measure.trim(), "figure"];
  const named = upper(measure.slice(dot + 1));
  return [measure.slice(0, dot).trim(), parts.find((part) => upper(part) === named) ?? null];
}

function partOf(figure: Observation, part: Part | "figure"): number | string | undefined {
  if (part !== "figure") return figure[part];
  if (figure.value !== undefined) return figure.value;
  const { numerator, denominator } = figure;
  return numerator !== undefined && denominator !== undefined && denominator > 0 ? numerator / denominator : undefined;
}

const notFound = (what: "practice" | "area" | "indicator", key: string, near: readonly string[]): Problem => ({
  kind: "notFound",
  what,
  key,
  near,
});

/** What a person may have meant: at most three that differ by a character. */
const near = (typed: string, known: readonly string[]): readonly string[] =>
  known.filter((each) => editDistance(upper(typed), upper(each)) === 1).slice(0, 3);
