import { num, oracle, type OracleRow, worst } from "../oracles/read";
import { call, column } from "./call";

/** Every place of a one-column result against a column of an oracle file. */
function agrees(result: unknown[][], rows: readonly OracleRow[], wanted: string, within = 1e-12): void {
  expect(result).toHaveLength(rows.length);
  const { distance, at } = worst(rows.map((row, i) => ({ got: Number(result[i]![0]), want: num(row, wanted), at: row })));
  expect({ close: distance < within, at }).toEqual({ close: true, at });
}
const numbers = (rows: readonly OracleRow[], name: string) => column(rows.map((row) => num(row, name)));

describe("PATIENTS_PER_GP and GP_GAP agree with the 33 practices worked in R", () => {
  const rows = oracle("house_patients_per_gp33");
  const [patients, fte] = [numbers(rows, "list_size"), numbers(rows, "fte_gp")];
  test("patients per GP", () => agrees(call("PATIENTS_PER_GP", patients, fte), rows, "patients_per_gp"));
  test("gap to 1,321 patients per GP", () => agrees(call("GP_GAP", patients, fte, [[1321]]), rows, "fte_gap_to_1321", 1e-11));
});

describe("LTC_SCORE agrees with the 33 practices worked in R", () => {
  const scores = oracle("house_ltc_score33");
  const indicators = oracle("house_ltc_benchmarks33");
  const thresholds = oracle("qof_points_thresholds");
  const long = new Map(oracle("practices33_qof_long").map((row) => [`${row["practice"]} ${row["indicator"]}`, row]));
  const table = (name: string) => scores.map((s) => indicators.map((i) => num(long.get(`${s["practice"]} ${i["indicator"]}`)!, name)));
  const [n, d, pca] = [table("numerator"), table("denominator"), table("pca")];
  const benchmarks = [indicators.map((row) => num(row, "bench_pop"))];
  const points = [thresholds.map((row) => num(row, "points"))];
  const limits = [thresholds.map((row) => num(row, "lower")), thresholds.map((row) => num(row, "upper"))];

  const methods: [string, unknown[]][] = [
    ["opportunity", [n, d]],
    ["opportunity_population", [n, d, pca]],
    ["indicator_average", [n, d, null, null, null, "weighted"]],
    ["weighted", [n, d, null, null, points, "weighted"]],
    ["weighted_population", [n, d, pca, null, points, "weighted"]],
    ["qof_points_pct", [n, d, null, limits, points, "points"]],
    ["standardised_ratio_population", [n, d, pca, benchmarks]],
    ["z_composite_population", [n, d, pca, benchmarks, null, "z"]],
  ];
  test.each(methods)("%s", (name, args) => agrees(call("LTC_SCORE", ...args), scores, name, 1e-11));
});

describe("VARIATION_Z agrees with FunnelPlotR, which pools the benchmark over the range", () => {
  const cases: [string, unknown[]][] = [
    ["pr_33", [null, "proportion", "winsorise"]],
    ["pr_33_with_0_and_100pct", ["", "", "winsorise"]],
    ["pr_no_overdispersion", [[[""]], null, "winsorise"]],
    ["pr_tiny_denominators", [null, null, "winsorise"]],
    ["pr_6300", [null, null, "winsorise"]],
    ["sr_cqc_33", [[[1]], "ratio", "winsorise"]],
    ["sr_cqc_33_two_zero_observed", [[[1]], "ratio", "winsorise"]],
    ["sr_cqc_6300", [[[1]], "ratio", "winsorise"]],
    ["sr_shmi_33", [[[1]], "ratio", "truncate", "log"]],
    ["sr_shmi_6300", [[[1]], "ratio", "truncate", "log"]],
  ];
  test.each(cases)("%s with overdispersion", (file, options) => {
    const rows = oracle(`fpr_${file}`);
    agrees(call("VARIATION_Z", numbers(rows, "numerator"), numbers(rows, "denominator"), ...options), rows, "zD", 1e-9);
  });

  const unadjusted: [string, unknown[]][] = [
    ["pr_33", []],
    ["pr_tiny_denominators", [null, "Proportion ", "none", "TRANSFORM"]],
    ["sr_cqc_33", [[[1]], "ratio"]],
    ["sr_shmi_33", [[[1]], "ratio", "none", "log"]],
  ];
  test.each(unadjusted)("%s without", (file, options) => {
    const rows = oracle(`fpr_${file}`);
    agrees(call("VARIATION_Z", numbers(rows, "numerator"), numbers(rows, "denominator"), ...options), rows, "Uzscore", 1e-9);
  });
});

describe("VARIATION_Z agrees with base R for a benchmark of each row's own", () => {
  const methods: [string, string, string][] = [
    ["z_proportion_baseR", "transform", "arcsine"],
    ["z_proportion_baseR", "exact", "midp"],
    ["z_proportion_baseR", "score", "score"],
    ["z_proportion_baseR", "log", "logit"],
  ];
  test.each(methods)("%s %s", (file, method, wanted) => {
    const rows = oracle(file).filter((row) => num(row, wanted) !== 0);
    agrees(
      call("VARIATION_Z", numbers(rows, "observed"), numbers(rows, "denominator"), numbers(rows, "benchmark"), null, null, method),
      rows,
      wanted,
      1e-8,
    );
  });

  const counts: [string, string, string][] = [
    ["rate", "transform", "sqrt"],
    ["rate", "exact", "midp"],
    ["ratio", "transform", "sqrt"],
    ["ratio", "exact", "midp"],
    ["ratio", "score", "score"],
  ];
  test.each(counts)("%s %s", (kind, method, wanted) => {
    const rows = oracle("z_rate_ratio_baseR").filter((row) => row["kind"] === kind && num(row, wanted) !== 0);
    agrees(
      call("VARIATION_Z", numbers(rows, "observed"), numbers(rows, "denominator"), numbers(rows, "benchmark"), kind, null, method),
      rows,
      wanted,
      1e-8,
    );
  });
});
