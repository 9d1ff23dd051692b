import { indicatorLibrary } from "../../indicators/library";
import { specOf, type ScorecardSpec } from "../spec";

/** Conditions that have a card of their own: the QOF register's code, with which their indicators begin, and the words. */
export const conditions = [
  { code: "HYP", name: "Hypertension" },
  { code: "DM", name: "Diabetes" },
  { code: "CHD", name: "Coronary heart disease" },
  { code: "STIA", name: "Stroke and transient ischaemic attack" },
  { code: "AF", name: "Atrial fibrillation" },
  { code: "COPD", name: "Chronic obstructive pulmonary disease" },
  { code: "AST", name: "Asthma" },
] as const;

export type ConditionCode = (typeof conditions)[number]["code"];

/** One condition in depth: its register, what is found of what is expected, and each target net of exceptions, for all patients, and the exceptions. */
export function oneCondition(code: ConditionCode): ScorecardSpec {
  const { name } = conditions.find((condition) => condition.code === code)!;
  const targets = [...indicatorLibrary.values()]
    .filter(({ kind, id }) => kind === "achievement" && id.replace(/\d+$/, "") === code)
    .map(({ id }) => id);
  return specOf(`condition-${code.toLowerCase()}`, `${name} in depth`, [
    { heading: "Found", indicators: [code, `${code}.found`] },
    { heading: "Reaching the target, net of adjustments", indicators: targets },
    { heading: "Reaching it, of all patients", indicators: targets.map((id) => `${id}.all`) },
    { heading: "Excepted", indicators: targets.map((id) => `${id}.excepted`) },
  ]);
}
