import { bandOfIntervals } from "../../src/statistics/band";
import { exactPoissonLimits } from "../../src/statistics/poisson";
import { wilsonInterval } from "../../src/statistics/proportion";
import { eventsInterval } from "../../src/statistics/rate";
import { directRate } from "../../src/statistics/standardisation";
import { num, oracle, type OracleRow, worst } from "../oracles/read";

describe("exact Poisson limits", () => {
  test("are where Fingertips' ratio funnel finds them by bisection", () => {
    const cases = oracle("phe_funnel_ratio_limits").flatMap((row) => {
      const [inner, outer] = [0.95, 0.998].map((confidence) => exactPoissonLimits(num(row, "Observed_events"), confidence)) as [
        { lower: number; upper: number },
        { lower: number; upper: number },
      ];
      return [
        { got: inner.upper, want: num(row, "lower_2s_exp_events"), at: row },
        { got: inner.lower, want: num(row, "upper_2s_exp_events"), at: row },
        { got: outer.upper, want: num(row, "lower_3s_exp_events"), at: row },
        { got: outer.lower, want: num(row, "upper_3s_exp_events"), at: row },
      ];
    });
    // the package stops bisecting at 1e-7 of an event: for one event at 99.8 % it finds 0.00100055 where -ln(0.999) = 0.00100050
    for (const { got, want, at } of cases) expect({ close: Math.abs(got - want) < 1e-7 + 1e-5 * want, at }).toEqual({ close: true, at });
  });

  test("of nothing start at exactly 0", () => expect(exactPoissonLimits(0, 0.95).lower).toBe(0));

  test("of a fraction lie between those of its neighbours", () => {
    const [two, half, three] = [2, 2.5, 3].map((count) => exactPoissonLimits(count, 0.95));
    expect(half!.lower).toBeGreaterThan(two!.lower);
    expect(half!.upper).toBeLessThan(three!.upper);
  });
});

test("Byar's limits join the exact ones within 0.2 % where they take over", () => {
  const [byar, exact] = [eventsInterval(10), exactPoissonLimits(10, 0.95)];
  expect(Math.abs(byar.lower / exact.lower - 1)).toBeLessThan(0.002);
  expect(Math.abs(byar.upper / exact.upper - 1)).toBeLessThan(0.002);
});

test("a proportion lies outside Fingertips' funnel exactly when its Wilson interval excludes the average", () => {
  for (const row of oracle("phe_funnel_proportion_limits")) {
    const [n, average, lower, upper] = ["Population", "baseline", "lower_2s_limit", "upper_2s_limit"].map((name) => num(row, name)) as [
      number,
      number,
      number,
      number,
    ];
    const band = (percent: number) => {
      const interval = wilsonInterval((percent / 100) * n, n);
      return bandOfIntervals(interval, interval, average / 100);
    };
    if (lower > 0) expect([band(lower + 1e-6), band(lower - 1e-6)]).toEqual(["similar", "much lower"]);
    if (upper < 100) expect([band(upper - 1e-6), band(upper + 1e-6)]).toEqual(["similar", "much higher"]);
  }
});

test("the interval of a directly standardised rate agrees with Dobson's method in PHEindicatormethods", () => {
  const areas = new Map<string, OracleRow[]>();
  for (const row of oracle("dsr_input")) areas.set(row["area"]!, [...(areas.get(row["area"]!) ?? []), row]);
  const cases = oracle("dsr_calculate_dsr")
    .filter((row) => row["value"] !== "NA")
    .flatMap((row) => {
      const strata = areas
        .get(row["area"]!)!
        .map((each) => ({ events: num(each, "x"), population: num(each, "n"), standardPopulation: num(each, "stdpop") }));
      const [inner, outer] = [directRate(strata, 0.95), directRate(strata, 0.998)];
      return [
        { got: 1e5 * inner.value, want: num(row, "value"), at: row },
        { got: 1e5 * inner.lower, want: num(row, "lower95_0cl"), at: row },
        { got: 1e5 * inner.upper, want: num(row, "upper95_0cl"), at: row },
        { got: 1e5 * outer.lower, want: num(row, "lower99_8cl"), at: row },
        { got: 1e5 * outer.upper, want: num(row, "upper99_8cl"), at: row },
      ];
    });
  const { distance, at } = worst(cases);
  expect({ close: distance < 1e-12, at }).toEqual({ close: true, at });
});
