import { withAdjustments } from "../scorecard/adjusted";
import { sourceName } from "../scorecard/build";
import { methodFor } from "../scorecard/compare";
import { opportunityOf } from "../scorecard/opportunity";
import {
  keyQuestions,
  type Fact,
  type IndicatorColumn,
  type IndicatorValue,
  type KeyQuestion,
  type PracticeRow,
  type ScorecardModel,
} from "../scorecard/model";
import type { SourceRow } from "../reference/model";
import type { Comparison } from "./marks";
import { missingWords } from "./missing";
import { unitOf, valueFormat } from "./valueFormat";

/** One practice, indicator and period as the Data table holds it: what was published, and what the core found for the formulas beside it. */
export interface DataRow {
  readonly practice: PracticeRow["practice"];
  readonly indicator: string;
  readonly measure: string;
  readonly period: string;
  readonly numerator: number | string | null;
  readonly denominator: number | null;
  readonly adjustments: number | null;
  readonly per: number | null;
  readonly unit: string;
  readonly against: string | null;
  readonly missing: string | null;
  readonly source: string;
  readonly from: SourceRow | null;
  readonly found: Found;
}

/** Values of the calculating columns; "" where their formula gives "". */
export interface Found {
  readonly value: number | string;
  readonly lower: number | "";
  readonly upper: number | "";
  readonly allPatients: number | "";
  readonly excepted: number | "";
  readonly benchmark: number | "";
  readonly expected: number | "";
  readonly method: string;
  readonly z: number | "";
  readonly comparison: Comparison | "";
  /** Further patients to reach what the best quarter of the area reach. */
  readonly toBestQuarter: number | "";
}

const nothing: Found = {
  ...{ value: "", lower: "", upper: "", allPatients: "", excepted: "", benchmark: "", expected: "", method: "", z: "" },
  comparison: "not available",
  toBestQuarter: "",
};

/** Facts and indicators of every practice, practice by practice. */
export function dataRows(model: ScorecardModel): DataRow[] {
  const indicators = model.groups.flatMap((group) => group.indicators);
  return model.practices.flatMap((row, i) => [...factRows(row), ...indicators.map((column) => indicatorRow(model, i, column))]);
}

function indicatorRow(model: ScorecardModel, practice: number, column: IndicatorColumn): DataRow {
  const { definition, period } = column;
  const found = column.values[practice]!;
  const { per } = valueFormat(definition);
  return {
    practice: model.practices[practice]!.practice,
    indicator: definition.id,
    measure: definition.name,
    period,
    numerator: found.kind === "value" ? found.numerator : found.kind === "share" ? found.value : null,
    denominator: found.kind === "value" ? found.denominator : null,
    adjustments: found.kind === "value" ? found.personalisedCareAdjustments : null,
    per,
    unit: unitOf(definition),
    against: column.against[practice] ?? null,
    missing: found.kind === "missing" ? missingWords[found.reason] : null,
    source: sourceName(definition),
    from: found.source,
    found: foundIn(found, column, practice, per),
  };
}

function foundIn(found: IndicatorValue, column: IndicatorColumn, practice: number, per: number): Found {
  if (found.kind === "missing") return nothing;
  if (found.kind === "share") return { ...nothing, value: found.value, comparison: "not compared" };
  const comparison = column.comparisons[practice] ?? null;
  const adjusted = withAdjustments(found);
  const benchmark = comparison ? (comparison.benchmark.numerator / comparison.benchmark.denominator) * per : "";
  return {
    value: (found.numerator / found.denominator) * per,
    lower: found.interval.lower * per,
    upper: found.interval.upper * per,
    allPatients: adjusted?.allPatients ?? "",
    excepted: adjusted?.excepted ?? "",
    benchmark,
    expected: benchmark === "" ? "" : (found.denominator * benchmark) / per,
    method: comparison ? (methodFor(found, comparison) ?? "") : "",
    z: found.zScore ?? "",
    comparison: found.band ?? "not compared",
    toBestQuarter: opportunityOf(column, practice)?.toBestQuarter ?? "",
  };
}

function factRows(facts: PracticeRow): DataRow[] {
  const { practice, listSize, fteGp, cqcOverall, keyQuestions: ratings, deprivation } = facts;
  const row = (indicator: string, measure: string, unit: string, source: string, fact: Fact<number | string> | null): DataRow => ({
    practice,
    ...{ indicator, measure, unit, source },
    period: fact?.period ?? "",
    numerator: fact?.value ?? null,
    denominator: null,
    adjustments: null,
    per: null,
    against: null,
    missing: fact ? null : missingWords.notLoaded,
    from: fact?.source ?? null,
    found: fact ? { ...nothing, value: fact.value, comparison: "" } : nothing,
  });
  const optional = (...args: Parameters<typeof row>): DataRow[] => (args[4] === null ? [] : [row(...args)]);
  return [
    row("list_size", "Registered patients", "patients", "List size", listSize),
    row("gp_fte", "Full-time-equivalent GPs, fully qualified (37.5 hours a week)", "FTE", "GP workforce", fteGp),
    ...optional("gp_fte_all", "Full-time-equivalent GPs, all, doctors in training among them", "FTE", "GP workforce", facts.fteGpAll),
    ...optional(
      "gp_fte_excl_locums",
      "Full-time-equivalent GPs, fully qualified, without locums",
      "FTE",
      "GP workforce",
      facts.fteGpExclLocums,
    ),
    ...optional("gp_headcount", "GPs, by head", "GPs", "GP workforce", facts.gpHeadcount),
    ...optional(
      "cqc_overall",
      `CQC overall rating; the period is the date of the rating${facts.cqcInherited ? ", given to the previous registration" : ""}`,
      "rating",
      "CQC",
      cqcOverall,
    ),
    ...(facts.cqcNotRated ? [{ ...row("cqc_overall", "CQC overall rating", "rating", "CQC", null), missing: "not rated yet" }] : []),
    ...Object.entries(ratings).map(([question, rating]) =>
      row(question, `CQC rating: ${keyQuestions[question as KeyQuestion]}`, "rating", "CQC", rating),
    ),
    ...optional(
      "deprivation",
      "Index of multiple deprivation, practice average; higher is more deprived",
      "score",
      "Deprivation",
      deprivation,
    ),
    ...optional("local_ppg", "Patient participation group", "yes or no", "Local returns", facts.participationGroup),
  ];
}
