import { compareWith, largestZ, zScoreOf } from "../../src/scorecard/compare";
import { longTermConditions } from "../../src/scorecard/presets/longTermConditions";
import { dataFormulas } from "../../src/sheet/dataFormulas";
import { comparator } from "../../src/sheet/names";
import { type Kind, zScore } from "../../src/statistics/zScore";
import { num, oracle, worst } from "../oracles/read";
import { openExcel } from "../support/host";

/** Tails as small as 1 in 10^18, on either side, small counts and large: what mpmath finds, the core and the sheet's formula must find. */
const tails = oracle("midp_tails").map((row) => ({
  kind: row["kind"] as Kind,
  observed: num(row, "observed"),
  denominator: num(row, "denominator"),
  benchmark: num(row, "benchmark"),
  z: num(row, "z"),
}));
const shown = (z: number) => Math.max(-largestZ, Math.min(largestZ, z));

it("the exact test keeps twelve figures in the tails", () => {
  const { distance, at } = worst(
    tails.map((each) => ({ got: zScore(each.observed, each.denominator, each.benchmark, each.kind, "exact"), want: each.z, at: each })),
  );
  expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
});

it("a card shows the same z, and beyond 7 shows 7", () => {
  const { distance, at } = worst(
    tails.map(({ kind, observed, denominator, benchmark, z }) => {
      const [comparison] = compareWith([{ numerator: benchmark, denominator: 1 }], [null], longTermConditions.comparison, kind);
      return { got: zScoreOf({ numerator: observed, denominator }, comparison!)!, want: shown(z), at: [kind, observed, denominator] };
    }),
  );
  expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
  expect(tails.filter(({ z }) => Math.abs(z) > largestZ).length).toBeGreaterThan(20);
});

it("the formula of the Data sheet gets it too", async () => {
  // what is kept on the Methods sheet is not asked for by an exact test
  const z = dataFormulas({ counts: true, method: "funnel" }).z.replaceAll(comparator("Tau squared", "[@Indicator]", "[@Against]"), "0");
  const formulas = tails.map(({ kind, observed, denominator, benchmark }) => {
    const row: Readonly<Record<string, string>> = {
      Numerator: String(observed),
      Denominator: String(denominator),
      Per: "1",
      Unit: `"${kind}"`,
      Benchmark: String(benchmark),
      Expected: `(${denominator}*${benchmark})`,
      Method: '"exact"',
      Value: `(${observed}/${denominator})`,
    };
    return [z.replace(/\[@([^\]]+)\]/g, (_, column: string) => row[column]!)];
  });
  const { Excel } = await openExcel();
  const found = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(0, 0, formulas.length, 1);
    range.formulas = formulas;
    range.load("values");
    await context.sync();
    return range.values;
  });
  const { distance, at } = worst(tails.map((each, i) => ({ got: found[i]![0] as number, want: shown(each.z), at: [each, formulas[i]] })));
  expect({ close: distance < 1e-11, at }).toEqual({ close: true, at });
});
