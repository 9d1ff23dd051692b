import { ProblemError, type Problem } from "../../src/problem";
import { longTermConditions, presets } from "../../src/scorecard/presets";
import { readSpec, writeSpec } from "../../src/scorecard/readSpec";

const comparison = { smallestDenominator: 20, fewestPracticesForOverdispersion: 10, trim: 0.1 };
const good = { id: "mine", name: "Mine", groups: [{ heading: "Registers", indicators: ["HYP"] }], comparison };
const faultsOf = (json: string): Extract<Problem, { kind: "badSpec" }>["faults"] => {
  try {
    readSpec(json);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.kind === "badSpec") return error.problem.faults;
    throw error;
  }
  return [];
};

it("reads back what it wrote", () => {
  expect(readSpec(writeSpec(longTermConditions))).toEqual(longTermConditions);
});

it.each<[string, unknown, string[]]>([
  ["a word in place of an object", "card", ["(the whole file)"]],
  ["no groups", { ...good, groups: [] }, ["groups"]],
  ["an indicator nobody knows", { ...good, groups: [{ heading: "A", indicators: ["HYP", "XYZ1"] }] }, ["groups[0].indicators[1]"]],
  ["an indicator twice", { ...good, groups: [{ heading: "A", indicators: ["HYP", "HYP"] }] }, ["groups[0].indicators[1]"]],
  ["a percentage for a proportion", { ...good, comparison: { ...comparison, trim: 10 } }, ["comparison.trim"]],
  ["a misspelt key", { ...good, comparison: { ...comparison, smallestDenominater: 5 } }, ["comparison.smallestDenominater"]],
  [
    "fewer practices than overdispersion can be estimated from",
    { ...good, comparison: { ...comparison, fewestPracticesForOverdispersion: 3 } },
    ["comparison.fewestPracticesForOverdispersion"],
  ],
  ["a heading that is a number", { ...good, groups: [{ heading: 7, indicators: ["HYP"] }] }, ["groups[0].heading"]],
  ["a comparator nobody knows", { ...good, comparison: { comparator: { kind: "wales" } } }, ["comparison.comparator.kind"]],
  ["peers without practices", { ...good, comparison: { comparator: { kind: "peers" } } }, ["comparison.comparator.practiceCodes"]],
  [
    "a practice twice, and what is none",
    { ...good, comparison: { comparator: { kind: "peers", practiceCodes: ["F81010", "F81010", "surgery"] } } },
    ["comparison.comparator.practiceCodes[1]", "comparison.comparator.practiceCodes[2]"],
  ],
  [
    "practices that nobody would be compared with",
    { ...good, comparison: { comparator: { kind: "icb", practiceCodes: ["F81010"] } } },
    ["comparison.comparator.practiceCodes"],
  ],
  ["a method nobody knows", { ...good, comparison: { method: "league" } }, ["comparison.method"]],
  ["formulas of another kind", { ...good, formulas: "functions" }, ["formulas"]],
  ["a score, which no sheet shows", { ...good, ltcScore: "standardised" }, ["ltcScore"]],
  ["a score worked out of a register", { ...good, groups: [{ heading: "A", indicators: ["HYP.best"] }] }, ["groups[0].indicators[0]"]],
  ["an id with a path in it", { ...good, id: "../x" }, ["id"]],
])("names the place of %s", (_, spec, paths) => {
  expect(faultsOf(JSON.stringify(spec)).map(({ path }) => path)).toEqual(paths);
});

it("names every fault at once", () => {
  expect(
    faultsOf(
      '{"id":1,"name":"","groups":[{"heading":"","indicators":["nope"]}],"comparison":{"smallestDenominator":0,"fewestPracticesForOverdispersion":10,"trim":0.1},"__proto__":{"a":1}}',
    )
      .map(({ path }) => path)
      .sort(),
  ).toEqual(["__proto__", "comparison.smallestDenominator", "groups[0].heading", "groups[0].indicators[0]", "id", "name"]);
});

it.each(presets.map((preset) => [preset.name, preset] as const))("reads back what it wrote: %s", (_, preset) => {
  expect(readSpec(writeSpec(preset))).toEqual(preset);
});

it("reads what an earlier version saved, and takes what it does not say as usual", () => {
  expect(readSpec(JSON.stringify({ ...good, comparison: { smallestDenominator: 30 } }))).toEqual({
    ...good,
    comparison: {
      comparator: { kind: "england" },
      method: "funnel",
      smallestDenominator: 30,
      fewestPracticesForOverdispersion: 10,
      trim: 0.1,
    },
    formulas: "native",
  });
});

it("keeps a group of peers with its name", () => {
  const comparator = { kind: "peers", name: "Coastal practices", practiceCodes: ["F81010", "Y02807"] };
  expect(readSpec(JSON.stringify({ ...good, comparison: { comparator } })).comparison.comparator).toEqual(comparator);
});

it("says that it is not JSON", () => {
  expect(faultsOf("<html>")).toEqual([{ path: "(the whole file)", expected: "JSON", found: '"<html>"' }]);
});
