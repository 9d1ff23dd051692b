import { ProblemError } from "../problem";
import { isIndicatorId } from "../indicators/library";
import { cellContents, comparatorKinds, usualComparison, type ComparisonRules, type ScorecardSpec, type SpecGroup } from "./spec";

interface Fault {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** More columns than this and nothing can be read in print; a card that long is a mistake in the file. */
const mostIndicators = 100;

/**
 * Reads a scorecard specification that came from outside: a shared JSON file, or what an earlier version kept in the workbook.
 *
 * Everything that is wrong is found at once, each fault with its path, so that a person mends the file in one go. Keys nobody knows are
 * faults too: a misspelt "smallestDenominater" must not quietly do nothing. A rule that is not there is as usual, so that what an earlier
 * version saved still opens.
 *
 * @param json text of the file
 * @throws ProblemError of kind "badSpec" with every fault
 * @example readSpec('{"id":"mine","name":"Mine","groups":[{"heading":"Registers","indicators":["HYP"]}]}').name // "Mine"
 */
export function readSpec(json: string): ScorecardSpec {
  const faults: Fault[] = [];
  const value = parse(json, faults);
  if (faults.length === 0) checkSpec(value, faults);
  if (faults.length > 0) throw new ProblemError({ kind: "badSpec", faults });
  return complete(value as Written);
}

/** A specification as a file may hold it: what is not said is as usual. */
type Written = { id: string; name: string; groups: readonly SpecGroup[]; comparison?: Partial<ComparisonRules> } & Partial<
  Pick<ScorecardSpec, "formulas">
>;

const complete = ({ id, name, groups, comparison, formulas = "native" }: Written): ScorecardSpec => ({
  id,
  name,
  groups,
  comparison: { ...usualComparison, ...comparison },
  formulas,
});

/** The text that `readSpec` reads back to the same specification. */
export const writeSpec = (spec: ScorecardSpec): string => `${JSON.stringify(spec, null, 2)}\n`;

function parse(json: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    faults.push({ path: "(the whole file)", expected: "JSON", found: shown(json.slice(0, 40)) });
    return null;
  }
}

function checkSpec(value: unknown, faults: Fault[]): void {
  const spec = record(value, "(the whole file)", ["id", "name", "groups", "comparison", "formulas"], faults);
  if (!spec) return;
  text(spec.get("id"), "id", /^[a-z0-9][a-z0-9-]{0,49}$/, "lower-case letters, digits and hyphens, at most 50", faults);
  text(spec.get("name"), "name", /^[^\p{Cc}]{1,80}$/u, "a name of at most 80 characters", faults);
  const seen = new Map<string, string>();
  const groups = list(spec.get("groups"), "groups", "at least one group", faults);
  groups.forEach((group, g) => {
    const fields = record(group, `groups[${g}]`, ["heading", "indicators"], faults);
    if (!fields) return;
    text(fields.get("heading"), `groups[${g}].heading`, /^[^\p{Cc}]{1,80}$/u, "a heading of at most 80 characters", faults);
    list(fields.get("indicators"), `groups[${g}].indicators`, "at least one indicator", faults).forEach((id, i) => {
      const path = `groups[${g}].indicators[${i}]`;
      if (typeof id !== "string" || !isIndicatorId(id))
        faults.push({ path, expected: "the id of an indicator, like HYP008", found: shown(id) });
      else if (seen.has(id)) faults.push({ path, expected: `each indicator once; ${seen.get(id)} has it already`, found: shown(id) });
      else seen.set(id, path);
    });
  });
  if (seen.size > mostIndicators)
    faults.push({ path: "groups", expected: `at most ${mostIndicators} indicators`, found: String(seen.size) });
  if (spec.has("comparison")) checkComparison(spec.get("comparison"), faults);
  option(spec, "formulas", "", cellContents, faults);
}

function checkComparison(value: unknown, faults: Fault[]): void {
  const rules = record(value, "comparison", Object.keys(usualComparison), faults);
  if (!rules) return;
  const amount = (key: string, fits: (n: number) => boolean, expected: string) => {
    if (rules.has(key)) number(rules.get(key), `comparison.${key}`, fits, expected, faults);
  };
  if (rules.has("comparator")) checkComparator(rules.get("comparator"), faults);
  option(rules, "method", "comparison.", ["funnel", "fingertips"], faults);
  amount("smallestDenominator", (n) => Number.isInteger(n) && n >= 1 && n <= 1000, "a whole number from 1 to 1000");
  amount("fewestPracticesForOverdispersion", (n) => Number.isInteger(n) && n >= 10, "a whole number, 10 or more");
  amount("trim", (n) => n >= 0 && n < 0.5, "a proportion from 0 to below 0.5, like 0.1");
}

function checkComparator(value: unknown, faults: Fault[]): void {
  const path = "comparison.comparator";
  const fields = record(value, path, ["kind", "name", "practiceCodes"], faults);
  if (!fields) return;
  option(fields, "kind", `${path}.`, comparatorKinds, faults, true);
  if (fields.has("name")) text(fields.get("name"), `${path}.name`, /^[^\p{Cc}]{1,80}$/u, "a name of at most 80 characters", faults);
  if (fields.get("kind") !== "peers") {
    if (fields.has("practiceCodes"))
      faults.push({ path: `${path}.practiceCodes`, expected: 'practice codes only with the kind "peers"', found: "practice codes" });
    return;
  }
  const seen = new Map<unknown, string>();
  list(fields.get("practiceCodes"), `${path}.practiceCodes`, "at least one practice code", faults).forEach((code, i) => {
    const at = `${path}.practiceCodes[${i}]`;
    if (seen.has(code)) faults.push({ path: at, expected: `each practice once; ${seen.get(code)} has it already`, found: shown(code) });
    else text(code, at, /^[A-Z][A-Z0-9]{2}\d{3}$/, "a practice code, like A81001", faults);
    seen.set(code, at);
  });
}

/** One of a few words, where the key is there at all. */
function option(
  fields: ReadonlyMap<string, unknown>,
  key: string,
  before: string,
  words: readonly string[],
  faults: Fault[],
  needed = false,
): void {
  const value = fields.get(key);
  if ((fields.has(key) || needed) && !(typeof value === "string" && words.includes(value)))
    faults.push({ path: `${before}${key}`, expected: `one of ${words.join(", ")}`, found: shown(value) });
}

/** A Map, so that a key such as "__proto__" is a key like any other. */
function record(value: unknown, path: string, keys: readonly string[], faults: Fault[]): Map<string, unknown> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    faults.push({ path, expected: `an object with ${keys.join(", ")}`, found: shown(value) });
    return null;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const key of fields.keys())
    if (!keys.includes(key))
      faults.push({
        path: `${path === "(the whole file)" ? "" : `${path}.`}${key}`,
        expected: `one of ${keys.join(", ")}`,
        found: "a key that is not known",
      });
  return fields;
}

function list(value: unknown, path: string, expected: string, faults: Fault[]): readonly unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  faults.push({ path, expected, found: shown(value) });
  return [];
}

function text(value: unknown, path: string, pattern: RegExp, expected: string, faults: Fault[]): void {
  if (typeof value !== "string" || !pattern.test(value)) faults.push({ path, expected, found: shown(value) });
}

function number(value: unknown, path: string, fits: (n: number) => boolean, expected: string, faults: Fault[]): void {
  if (typeof value !== "number" || !fits(value)) faults.push({ path, expected, found: shown(value) });
}

const shown = (value: unknown): string => (value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 60));
