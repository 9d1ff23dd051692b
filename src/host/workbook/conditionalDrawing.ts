import type { Area } from "../a1";
import { toEngine } from "../formulas/translate";
import type { RuleState } from "./conditionalFormats";
import type { RuleStyle } from "./conditionalRules";
import type { Workspace } from "./workspace";

/** A rule for the engine; a rule over several areas becomes one for each, because the engine counts formulas from each area's corner. */
interface DrawnRule {
  readonly cf: { readonly id: string; readonly rule: object; readonly stopIfTrue?: boolean };
  readonly areas: readonly Area[];
}

const OPERATORS: Readonly<Record<string, string>> = {
  Between: "isBetween",
  NotBetween: "isNotBetween",
  EqualTo: "isEqual",
  NotEqualTo: "isNotEqual",
  GreaterThan: "isGreaterThan",
  LessThan: "isLessThan",
  GreaterThanOrEqual: "isGreaterOrEqualTo",
  LessThanOrEqual: "isLessOrEqualTo",
};

/** The engine has arrows, smileys and dots in threes; other icons are kept and drawn as the nearest of these. */
const ICONS: Readonly<Record<string, string>> = {
  ThreeSymbols: "smiley",
  ThreeSymbols2: "smiley",
  ThreeArrows: "arrow",
  ThreeArrowsGray: "arrow",
  ThreeTriangles: "arrow",
};

export function drawnRules(
  workspace: Workspace,
  sheetId: string,
  id: string,
  state: RuleState,
  areas: readonly Area[],
): readonly DrawnRule[] {
  const first = areas[0];
  if (!first) return [];
  const stop = state.stopIfTrue ? { stopIfTrue: true } : {};
  return areas.flatMap((area, i) => {
    const rule = ruleFor(workspace, sheetId, state, first, area);
    return rule ? [{ cf: { id: i === 0 ? id : `${id}~${i}`, rule, ...stop }, areas: [area] }] : [];
  });
}

function ruleFor(workspace: Workspace, sheetId: string, state: RuleState, first: Area, area: Area): object | undefined {
  const formula = (given: string): string => shifted(workspace, sheetId, given, first, area);
  if (state.type === "Custom" && typeof state["formula"] === "string")
    return { type: "CellIsRule", operator: "customFormula", values: [formula(state["formula"])], style: engineStyle(state) };
  const cellValue = state["rule"] as { readonly operator: string; readonly formula1: string; readonly formula2?: string } | undefined;
  if (state.type === "CellValue" && cellValue && OPERATORS[cellValue.operator]) {
    const values = [cellValue.formula1, cellValue.formula2].flatMap((each) => (each === undefined || each === "" ? [] : [formula(each)]));
    return { type: "CellIsRule", operator: OPERATORS[cellValue.operator], values, style: engineStyle(state) };
  }
  if (state.type === "DataBar") return { type: "DataBarRule", color: 0x5b9bd5 };
  return state.type === "IconSet" ? iconRule(state) : undefined;
}

/** A formula is written for the first cell of the first area; for the others its relative references move along. */
function shifted(workspace: Workspace, sheetId: string, formula: string, first: Area, area: Area): string {
  if (!formula.startsWith("=")) return formula;
  const { book } = workspace;
  const own = toEngine(formula, { sheetId, row: first.row, col: first.column }, workspace.scope).formula;
  const columns = area.column - first.column;
  const rows = area.row - first.row;
  if (columns === 0 && rows === 0) return own;
  const compiled = book.engine.CompiledFormula.Compile(own, sheetId, book.getters as never);
  return book.getters.getTranslatedCellFormula(sheetId, columns, rows, compiled as never);
}

function engineStyle(state: RuleState): object {
  const look = (state["look"] ?? {}) as RuleStyle;
  return {
    ...(look.fill ? { fillColor: look.fill } : {}),
    ...(look.color ? { textColor: look.color } : {}),
    ...(look.bold !== undefined ? { bold: look.bold } : {}),
    ...(look.italic !== undefined ? { italic: look.italic } : {}),
    ...(look.strikethrough ? { strikethrough: true } : {}),
    ...(look.underline && look.underline !== "None" ? { underline: true } : {}),
  };
}

interface IconCriterion {
  readonly type?: string;
  readonly operator?: string;
  readonly formula?: string;
}

function iconRule(state: RuleState): object {
  const family = ICONS[String(state["icons"])] ?? "dot";
  const standard: IconCriterion[] = [{}, { type: "Percent", formula: "33" }, { type: "Percent", formula: "67" }];
  const criteria = (state["criteria"] as unknown as readonly IconCriterion[] | undefined) ?? standard;
  const point = (criterion: IconCriterion | undefined): object => ({
    type:
      { Percent: "percentage", Percentile: "percentile", Number: "number", Formula: "formula" }[criterion?.type ?? "Percent"] ??
      "percentage",
    value: String(criterion?.formula ?? "0").replace(/^=/, ""),
    operator: criterion?.operator === "GreaterThan" ? "gt" : "ge",
  });
  const good = `${family}Good`;
  const bad = `${family}Bad`;
  const reversed = state["reversed"] === true;
  return {
    type: "IconSetRule",
    icons: { upper: reversed ? bad : good, middle: `${family}Neutral`, lower: reversed ? good : bad },
    upperInflectionPoint: point(criteria[criteria.length - 1]),
    lowerInflectionPoint: point(criteria[1]),
  };
}
