import type { Comparator, Observation, ReferenceData } from "../reference/model";
import { comparePeriods } from "../reference/period";
import { expectedPrevalences, localEstimateOf, type ExpectedPrevalence } from "./library/caseFinding";
import { baseOf, indicatorLibrary } from "./library";

/** Figures by indicator, those worked out of others among them; each is worked out once. */
export interface Figures {
  readonly observations: (id: string) => readonly Observation[];
  /** England and any other comparator whose figures are published. */
  readonly comparators: (id: string) => readonly Comparator[];
}

/** Appointments by kind are a share of all appointments of the month. */
const partsOfAppointments = /^appointments_/;

/**
 * Everything that can be put into a column: what was published, and what follows from it.
 *
 * "HYP008.all" adds the patients taken out of the denominator back; "HYP008.excepted" is their share; "HYP.found" sets the register against
 * the patients expected to be on it. Appointments are set against the list or against all appointments; local counts against the list.
 */
export function figuresOf(data: Pick<ReferenceData, "observations" | "comparators">): Figures {
  const published = groupBy(data.observations);
  const reference = groupBy(data.comparators);
  return {
    observations: remembered((id) => observationsOf(id, (other) => published.get(other) ?? [])),
    comparators: remembered((id) => comparatorsOf(id, (other) => reference.get(other) ?? [])),
  };
}

/** Care of the main conditions: what "pca_all" adds up. */
const careIndicators: readonly string[] = [...indicatorLibrary.values()].filter(({ kind }) => kind === "achievement").map(({ id }) => id);

type Published<T> = (id: string) => readonly T[];

function observationsOf(id: string, published: Published<Observation>): readonly Observation[] {
  const base = baseOf(id);
  if (id.endsWith(".all") || id.endsWith(".excepted")) return published(base).flatMap((o) => withAdjustmentsBack(id, o) ?? []);
  if (id === "pca_all") return pooledExceptions(published);
  if (id.endsWith(".found")) return foundOfExpected(base, published);
  if (partsOfAppointments.test(id)) return over(published(id), exactly(published("appointments")));
  if (id === "appointments") return over(published(id), nearest(lists(published)));
  if (id.startsWith("local_")) {
    const isCount = (o: Observation) => typeof o.value === "number" && o.denominator === undefined;
    return published(id).some(isCount) ? over(published(id), nearest(lists(published))) : published(id);
  }
  if (id === "list_size") return lists(published);
  return published(id);
}

function comparatorsOf(id: string, published: Published<Comparator>): readonly Comparator[] {
  const base = baseOf(id);
  if (id.endsWith(".all") || id.endsWith(".excepted"))
    return published(base).flatMap((c) => {
      const { personalisedCareAdjustments: excepted, numerator, denominator } = c;
      if (excepted === undefined) return [];
      return [{ ...c, indicator: id, numerator: id.endsWith(".all") ? numerator : excepted, denominator: denominator + excepted }];
    });
  if (id === "pca_all") return pooledComparators(published);
  if (id.endsWith(".found")) return englandFoundOfExpected(base, published);
  const against = (others: readonly Comparator[], same: boolean) =>
    published(id).flatMap((c) => {
      const other = others
        .filter((o) => o.isEngland === c.isEngland && o.of?.code === c.of?.code && (!same || o.period === c.period))
        .sort((a, b) => comparePeriods(b.period, a.period))[0];
      return other ? [{ ...c, denominator: other.numerator }] : [];
    });
  if (partsOfAppointments.test(id)) return against(published("appointments"), true);
  if (id === "appointments") return against(published("list_size"), false);
  return published(id);
}

/** Every target's exceptions over every target's patients, each patient once a target. */
function pooledExceptions(published: Published<Observation>): Observation[] {
  const sums = new Map<string, Observation & { numerator: number; denominator: number }>();
  for (const o of careIndicators.flatMap(published)) {
    const { practiceCode, period, source, denominator, personalisedCareAdjustments: excepted } = o;
    if (excepted === undefined || denominator === undefined) continue;
    const key = `${practiceCode} ${period}`;
    const sum = sums.get(key) ?? { practiceCode, period, source, indicator: "pca_all", numerator: 0, denominator: 0 };
    sums.set(key, { ...sum, numerator: sum.numerator + excepted, denominator: sum.denominator + denominator + excepted });
  }
  return [...sums.values()];
}

function pooledComparators(published: Published<Comparator>): Comparator[] {
  const sums = new Map<string, Comparator>();
  for (const c of careIndicators.flatMap(published)) {
    const { personalisedCareAdjustments: excepted } = c;
    if (excepted === undefined) continue;
    const key = `${c.period} ${c.isEngland} ${c.of?.code}`;
    const sum = sums.get(key) ?? { ...c, indicator: "pca_all", numerator: 0, denominator: 0 };
    sums.set(key, { ...sum, numerator: sum.numerator + excepted, denominator: sum.denominator + c.denominator + excepted });
  }
  return [...sums.values()];
}

function withAdjustmentsBack(id: string, o: Observation): Observation | null {
  const { numerator, denominator, personalisedCareAdjustments: excepted, ...rest } = o;
  if (excepted === undefined || denominator === undefined || numerator === undefined)
    return { ...rest, indicator: id, missing: o.missing ?? "notPublished" };
  return { ...rest, indicator: id, numerator: id.endsWith(".all") ? numerator : excepted, denominator: denominator + excepted };
}

/** The condition that is estimated for this register. */
const estimateOf = (register: string): ExpectedPrevalence | undefined => expectedPrevalences.find((each) => each.register === register);

/** Where the number expected on a register comes from, and of which year it is; null where nobody estimates it. */
export function estimateUsed(
  register: string,
  figures: Figures,
): { readonly from: "local" | "fingertips"; readonly period: string } | null {
  const estimate = estimateOf(register);
  if (!estimate) return null;
  const local = latest(figures.observations(localEstimateOf(estimate.condition)))[0];
  if (local) return { from: "local", period: local.period };
  const published = estimate.fingertips && latest(figures.observations(estimate.fingertips.id))[0];
  return published ? { from: "fingertips", period: published.period } : null;
}

function foundOfExpected(register: string, published: Published<Observation>): Observation[] {
  const estimate = estimateOf(register);
  if (!estimate) return [];
  const local = latest(published(localEstimateOf(estimate.condition)));
  const model = estimate.fingertips ? latest(published(estimate.fingertips.id)) : [];
  const estimates = new Map((local.length > 0 ? local : model).map((o) => [o.practiceCode, o]));
  if (estimates.size === 0) return [];
  const ages = exactly(estimate.fingertips ? published(estimate.fingertips.listOf) : []);
  return published(register).map((o): Observation => {
    const { practiceCode, period, source } = o;
    const rest = { practiceCode, period, source, indicator: `${register}.found` };
    const given = estimates.get(o.practiceCode);
    const adults = ages(o)?.denominator;
    const expected =
      given === undefined ? undefined : local.length > 0 ? numberOf(given.value) : (given.numerator ?? shareOf(given.value, adults));
    if (o.numerator === undefined || expected === undefined || !(expected > 0)) {
      return { ...rest, missing: o.missing ?? given?.missing ?? "notPublished" };
    }
    return { ...rest, numerator: o.numerator, denominator: expected };
  });
}

/** England's register over those expected there by the same estimate: of a local one England is seldom known. */
function englandFoundOfExpected(register: string, published: Published<Comparator>): Comparator[] {
  const condition = estimateOf(register);
  const local = condition && latest(published(localEstimateOf(condition.condition)).filter(({ isEngland }) => isEngland))[0];
  if (local)
    return published(register).flatMap((c) =>
      c.isEngland ? [{ ...c, indicator: `${register}.found`, denominator: local.numerator }] : [],
    );
  const estimate = condition?.fingertips;
  if (!estimate) return [];
  const model = latest(published(estimate.id).filter(({ isEngland }) => isEngland))[0];
  if (!model) return [];
  return published(register).flatMap((c) => {
    const list = published(estimate.listOf).find((other) => other.isEngland && c.isEngland && other.period === c.period);
    const expected = shareOf(model.numerator / model.denominator, list?.denominator);
    return expected ? [{ ...c, indicator: `${register}.found`, denominator: expected }] : [];
  });
}

const numberOf = (value: Observation["value"]): number | undefined => (typeof value === "number" ? value : undefined);

/** Fingertips gives a percentage, 0 to 100. */
const shareOf = (percent: Observation["value"], list: number | undefined): number | undefined =>
  typeof percent === "number" && list !== undefined ? (percent / 100) * list : undefined;

/** List sizes as published; QOF divides the hypertension register by the whole list, so that its denominator is one too. */
const lists = (published: Published<Observation>): Observation[] => [
  ...published("list_size"),
  ...published("HYP").flatMap((o) => (o.denominator === undefined ? [] : { ...o, indicator: "list_size", value: o.denominator })),
];

/** Values of one indicator over those of another. */
function over(values: readonly Observation[], other: (o: Observation) => Observation | undefined): Observation[] {
  return values.map((o): Observation => {
    const { value, ...rest } = o;
    const denominator = numberOf(other(o)?.value);
    if (typeof value !== "number") return rest;
    return denominator === undefined || denominator <= 0
      ? { ...rest, missing: o.missing ?? "notLoaded" }
      : { ...rest, numerator: value, denominator };
  });
}

/** The same practice and period. */
function exactly(others: readonly Observation[]): (o: Observation) => Observation | undefined {
  const found = new Map(others.map((o) => [`${o.practiceCode} ${o.period}`, o]));
  return (o) => found.get(`${o.practiceCode} ${o.period}`);
}

/** The same practice, in the latest period. */
function nearest(others: readonly Observation[]): (o: Observation) => Observation | undefined {
  const found = new Map<string, Observation>();
  for (const o of others) {
    const best = found.get(o.practiceCode);
    if (best === undefined || comparePeriods(o.period, best.period) > 0) found.set(o.practiceCode, o);
  }
  return (o) => found.get(o.practiceCode);
}

/** Of several periods the latest. */
function latest<T extends { readonly period: string }>(figures: readonly T[]): T[] {
  const last = figures
    .map(({ period }) => period)
    .sort(comparePeriods)
    .at(-1);
  return figures.filter(({ period }) => period === last);
}

function groupBy<T extends { readonly indicator: string }>(figures: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const figure of figures) {
    const group = groups.get(figure.indicator);
    if (group) group.push(figure);
    else groups.set(figure.indicator, [figure]);
  }
  return groups;
}

function remembered<T>(work: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, work(id));
    return known.get(id)!;
  };
}

/** Whether there is something to divide. */
export const isShareOfPatients = ({ numerator, denominator }: Observation): boolean => numerator !== undefined && (denominator ?? 0) > 0;
