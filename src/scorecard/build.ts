import type { IndicatorDefinition } from "../indicators/definition";
import { measureOf } from "../indicators/definition";
import { definitionOf } from "../indicators/definitions";
import { figuresOf, type Figures } from "../indicators/derive";
import { baseOf, indicatorLibrary } from "../indicators/library";
import { termsIn } from "../indicators/qofTerms";
import { ProblemError } from "../problem";
import type { Observation, Period, PracticeCode, ReferenceData } from "../reference/model";
import { comparePeriods, financialYearOf, spanOf } from "../reference/period";
import { changesOf } from "../reference/practiceHistory";
import type { Kind } from "../statistics/zScore";
import { benchmarksOf, englandName } from "./comparator";
import { bandOf, compareWith, intervalOf, valueOf, zScoreOf, type Comparison, type Counts, type Valued } from "./compare";
import { keyQuestions, type Fact, type IndicatorColumn, type IndicatorValue, type PracticeRow, type ScorecardModel } from "./model";
import { bestQuarterOf } from "./opportunity";
import type { ScorecardSpec } from "./spec";
import { trendOf } from "./trend";

export interface BuildRequest {
  readonly spec: ScorecardSpec;
  /** A financial year such as "2022-23"; absent, each indicator is shown for the latest year that is loaded. */
  readonly period?: Period;
  /** ISO date. */
  readonly builtOn: string;
}

/** Works out everything a scorecard shows. Pure: the same data and request give the same model. */
export function buildScorecard(data: ReferenceData, { spec, period, builtOn }: BuildRequest): ScorecardModel {
  const figures = figuresOf(data);
  const wanted = spec.groups.flatMap((group) => group.indicators);
  const shownPeriod = new Map<string, Period>();
  for (const id of wanted) {
    const chosen = choosePeriod(figures.observations(id), period);
    if (chosen !== null) shownPeriod.set(id, chosen);
  }
  if (shownPeriod.size === 0) throw nothingToShow(data, period);

  const facts = factFinder(data.observations, period);
  const shown = (id: string): readonly Observation[] => figures.observations(id).filter((o) => o.period === shownPeriod.get(id));
  const withData = new Set<PracticeCode>([...shownPeriod.keys()].flatMap((id) => shown(id).map((o) => o.practiceCode)));

  const practices = [...data.practices.values()].filter(({ code }) => withData.has(code)).sort(byPcnThenName);
  const rows = practices.map((practice) => rowOf(practice, facts));
  const benchmarks = benchmarksOf(data, spec.comparison.comparator, figures, practices);
  const against = practices.map(({ code }) => benchmarks.against.get(code) ?? benchmarks.name);
  const ownComparators = benchmarks.kind === "pcn" || benchmarks.kind === "similar";
  const reference = ownComparators ? englandName : benchmarks.name;

  const column = (definition: IndicatorDefinition): IndicatorColumn => {
    const { id } = definition;
    const at = shownPeriod.get(id)!;
    const observations = new Map(shown(id).map((o) => [o.practiceCode, o]));
    const counts = practices.map(({ code }) => countsOf(observations.get(code)));
    const kind = measureOf(definition) === "ratio" ? "ratio" : measureOf(definition) === "perThousand" ? "rate" : "proportion";
    const isLocal = !ownComparators && isReturnedLocally(id) && benchmarks.counts(id, at, benchmarks.name) === null;
    const present = counts.filter((c) => c !== null);
    const area = total(present);
    const columnAgainst = isLocal ? against.map(() => data.area.name) : against;
    const known = new Map([...new Set(columnAgainst)].map((name) => [name, isLocal ? area : benchmarks.counts(id, at, name)]));
    const comparisons = compareWith(
      columnAgainst.map((name) => known.get(name) ?? null),
      counts,
      spec.comparison,
      kind,
    );
    const values = practices.map(({ code }, i) =>
      evaluate(observations.get(code), counts[i] ?? null, comparisons[i] ?? null, definition, kind, spec),
    );
    const above = measureOf(definition) === "share" ? null : benchmarks.counts(id, at, reference);
    return {
      definition,
      period: at,
      comparison: ownComparators ? null : (comparisons.find((comparison) => comparison !== null) ?? null),
      comparisons,
      against: columnAgainst,
      reference: above && valueOf(above),
      area,
      values,
      bestQuarter: bestQuarterOf(definition.polarity, values),
      trend: trendOf(
        figures.observations(id),
        (when) => benchmarks.counts(id, when, reference),
        practices.map(({ code }) => code),
        at,
      ),
    };
  };

  const groups = spec.groups
    .map(({ heading, indicators }) => ({
      heading,
      indicators: indicators.filter((id) => shownPeriod.has(id)).map((id) => column(definitionFor(id, figures, data))),
    }))
    .filter((group) => group.indicators.length > 0);
  const workforcePeriods = new Set(rows.map((row) => row.fteGp?.period));
  const gp = data.comparators.find(
    (c) => c.indicator === "patients_per_gp" && c.isEngland && c.denominator > 0 && workforcePeriods.has(c.period),
  );

  return {
    spec,
    area: data.area,
    illustrative: data.illustrative,
    builtOn,
    comparator: benchmarks.name,
    comparatorShort: benchmarks.shortName,
    reference,
    ownComparators,
    against,
    comparatorMembers: benchmarks.members,
    practices: rows,
    groups,
    benchmarkPatientsPerGp: gp ? gp.numerator / gp.denominator : null,
    sources: sourcesOf(rows, groups),
    formulasLeftOut:
      rows.length > mostCalculated
        ? `with more than ${mostCalculated.toLocaleString("en-GB")} practices formulas would be slow.`
        : spec.formulas === "values"
          ? "chosen for this scorecard."
          : null,
    leftOut: wanted.filter((id) => !shownPeriod.has(id) && wasMeasured(id, latestYear([...shownPeriod.values()]))),
    changes: changesOf(data),
    withoutData: [...data.practices.values()].filter(({ code }) => !withData.has(code)).sort(byPcnThenName),
    files: data.files,
  };
}

const latestYear = (periods: readonly Period[]): Period | undefined =>
  periods
    .filter((period) => financialYearOf(period) === period)
    .sort(comparePeriods)
    .at(-1);

/** Whether an indicator was part of QOF in a year: that a code of another year was not loaded is no news. */
function wasMeasured(id: string, year: Period | undefined): boolean {
  const definition = indicatorLibrary.get(baseOf(id));
  return year === undefined || !definition?.terms?.length || termsIn(definition, year) !== null;
}

function rowOf(practice: PracticeRow["practice"], facts: ReturnType<typeof factFinder>): PracticeRow {
  return {
    practice,
    listSize: facts.number("list_size", practice.code),
    fteGp: facts.number("gp_fte", practice.code),
    fteGpAll: facts.number("gp_fte_all", practice.code),
    fteGpExclLocums: facts.number("gp_fte_excl_locums", practice.code),
    gpHeadcount: facts.number("gp_headcount", practice.code),
    cqcOverall: facts.text("cqc_overall", practice.code),
    cqcNotRated: facts.text("cqc_overall", practice.code) === null && facts.isListed("cqc_overall", practice.code),
    cqcInherited:
      facts.text("cqc_inherited", practice.code)?.period === facts.text("cqc_overall", practice.code)?.period &&
      facts.text("cqc_inherited", practice.code) !== null,
    participationGroup: facts.text("local_ppg", practice.code),
    deprivation: facts.number("deprivation", practice.code),
    keyQuestions: Object.fromEntries(
      Object.keys(keyQuestions).flatMap((id) => {
        const rating = facts.text(id, practice.code);
        return rating ? [[id, rating]] : [];
      }),
    ),
  };
}

/** Nobody publishes these for a comparator: they are compared with the area's own total, which the sheets say. */
const isReturnedLocally = (id: string): boolean => id.startsWith("local_") || id.endsWith(".found");

function definitionFor(id: string, figures: Figures, data: ReferenceData): IndicatorDefinition {
  const definition = definitionOf(id, figures, data.publishedIndicators);
  if (!definition)
    throw new ProblemError({
      kind: "notFound",
      what: "indicator",
      key: id,
      near: [...indicatorLibrary.keys()].filter((known) => known.startsWith(id.slice(0, 3))),
    });
  return definition;
}

function evaluate(
  observation: Observation | undefined,
  counts: Counts | null,
  comparison: Comparison | null,
  definition: IndicatorDefinition,
  kind: Kind,
  spec: ScorecardSpec,
): IndicatorValue {
  if (!observation) return { kind: "missing", reason: "notPublished", source: null };
  const { source, value, missing = "zeroDenominator" } = observation;
  if (measureOf(definition) === "share")
    return typeof value === "number"
      ? { kind: "share", value, source }
      : { kind: "missing", reason: observation.missing ?? "notPublished", source };
  if (!counts) return { kind: "missing", reason: missing, source };
  const zScore = comparison ? zScoreOf(counts, comparison) : null;
  const tooFew = counts.denominator < spec.comparison.smallestDenominator;
  return {
    kind: "value",
    ...valueOf(counts),
    interval: intervalOf(counts, kind),
    personalisedCareAdjustments: observation.personalisedCareAdjustments ?? null,
    zScore,
    band: tooFew ? "too few to say" : zScore === null ? null : bandOf(zScore),
    source,
  };
}

/** null where there is nothing to divide: not published, suppressed, or a denominator of 0. */
function countsOf(observation: Observation | undefined): Counts | null {
  const { numerator, denominator } = observation ?? {};
  return numerator === undefined || denominator === undefined || denominator <= 0 ? null : { numerator, denominator };
}

function total(counts: readonly Counts[]): Valued | null {
  if (counts.length === 0) return null;
  return valueOf({
    numerator: counts.reduce((sum, c) => sum + c.numerator, 0),
    denominator: counts.reduce((sum, c) => sum + c.denominator, 0),
  });
}

/** The asked-for year where it is loaded, otherwise nothing; without one, the latest. */
function choosePeriod(observations: readonly Observation[], period: Period | undefined): Period | null {
  const periods = [...new Set(observations.map((o) => o.period))];
  if (period !== undefined) return periods.includes(period) ? period : null;
  return periods.sort(comparePeriods).at(-1) ?? null;
}

/** With more practices than this a workbook full of formulas is too slow to work in. */
const mostCalculated = 2000;

/** Figures dated further than this from the asked-for year say nothing about it. */
const farthestDays = 366;

/** Ratings and deprivation scores hold until the next one, however old they are. */
const lasting = new Set(["cqc_overall", "cqc_inherited", ...Object.keys(keyQuestions), "deprivation", "local_ppg"]);

/**
 * Finds counts and ratings that are dated on their own: the latest one loaded, or the one nearest to the end of the asked-for year.
 * QOF divides the hypertension register by the whole list, so that its denominator is a list size too.
 */
function factFinder(observations: readonly Observation[], period: Period | undefined) {
  const wholeLists = observations.flatMap((o) =>
    o.indicator !== "HYP" || o.denominator === undefined ? [] : { ...o, indicator: "list_size", value: o.denominator },
  );
  const age = (o: Observation) => (period === undefined ? -lastDay(o.period) : Math.abs(lastDay(o.period) - lastDay(period)));
  const usable = (o: Observation) => o.value !== undefined && (period === undefined || lasting.has(o.indicator) || age(o) <= farthestDays);
  const byPractice = new Map<string, Observation>();
  for (const o of [...observations, ...wholeLists]) {
    if (!usable(o)) continue;
    const key = `${o.practiceCode} ${o.indicator}`;
    const best = byPractice.get(key);
    if (best === undefined || age(o) < age(best)) byPractice.set(key, o);
  }
  const as = <T extends number | string>(id: string, code: PracticeCode, type: "number" | "string"): Fact<T> | null => {
    const o = byPractice.get(`${code} ${id}`);
    return o !== undefined && typeof o.value === type ? { value: o.value as T, period: o.period, source: o.source } : null;
  };
  const listed = new Set(observations.map((o) => `${o.practiceCode} ${o.indicator}`));
  return {
    isListed: (id: string, code: PracticeCode) => listed.has(`${code} ${id}`),
    number: (id: string, code: PracticeCode) => as<number>(id, code, "number"),
    text: (id: string, code: PracticeCode) => as<string>(id, code, "string"),
  };
}

function sourcesOf(rows: readonly PracticeRow[], groups: ScorecardModel["groups"]): ScorecardModel["sources"] {
  const found = new Map<string, { name: string; period: Period; files: Set<string> }>();
  const add = (name: string, period: Period, file: string | undefined) => {
    const key = `${name} ${period}`;
    const entry = found.get(key) ?? { name, period, files: new Set<string>() };
    if (file !== undefined) entry.files.add(file);
    found.set(key, entry);
  };
  for (const { definition, period, values } of groups.flatMap((group) => group.indicators))
    for (const value of values) add(sourceName(definition), period, value.source?.file);
  for (const row of rows) {
    if (row.listSize) add("List size", row.listSize.period, row.listSize.source.file);
    if (row.fteGp) add("GP workforce", row.fteGp.period, row.fteGp.source.file);
    if (row.deprivation) add("Deprivation", row.deprivation.period, row.deprivation.source.file);
  }
  const rated = rows.flatMap((row) => row.cqcOverall ?? []);
  const newest = rated
    .map((fact) => fact.period)
    .sort(comparePeriods)
    .at(-1);
  for (const fact of rated) add("CQC ratings, newest", newest!, fact.source.file);
  return [...found.values()].map(({ name, period, files }) => ({ name, period, files: [...files] }));
}

/** What an indicator's publication is called at the foot. */
export const sourceName = ({ kind }: IndicatorDefinition): string =>
  (
    ({
      prevalence: "QOF prevalence",
      achievement: "QOF achievement",
      allPatients: "QOF achievement",
      exception: "QOF achievement",
      caseFinding: "QOF prevalence",
      survey: "GP Patient Survey",
      activity: "Appointments in general practice",
      local: "Local returns",
    }) as const
  )[kind];

/** Days since 1970 of the last day a period covers; months count as 31 days, which is near enough to tell which is nearer. */
function lastDay(period: Period): number {
  const to = spanOf(period)?.to ?? 0;
  return Math.floor(to / 10000) * 365.25 + (Math.floor(to / 100) % 100) * 30.4 + (to % 100);
}

const byPcnThenName = (a: { pcnName?: string; name: string; code: string }, b: { pcnName?: string; name: string; code: string }): number =>
  (a.pcnName ?? "\uffff").localeCompare(b.pcnName ?? "\uffff") || a.name.localeCompare(b.name) || a.code.localeCompare(b.code);

function nothingToShow(data: ReferenceData, period: Period | undefined): ProblemError {
  const loaded = [...new Set(data.observations.map((o) => o.period))].sort();
  return period !== undefined
    ? new ProblemError({ kind: "notFound", what: "period", key: period, near: loaded })
    : new ProblemError({
        kind: "noUsableData",
        found: data.files.map(({ file, publication }) => ({ file, what: publication ?? "not recognised" })),
      });
}
