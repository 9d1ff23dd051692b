import { ProblemError, type Problem } from "../../src/problem";
import { longTermConditions } from "../../src/scorecard/presets/longTermConditions";
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

it("says that it is not JSON", () => {
  expect(faultsOf("<html>")).toEqual([{ path: "(the whole file)", expected: "JSON", found: '"<html>"' }]);
});
