import { num, oracle, type OracleRow, worst } from "../oracles/read";
import { call, column } from "./call";

const numbers = (rows: readonly OracleRow[], name: string) => column(rows.map((row) => num(row, name)));
const words = (rows: readonly OracleRow[], name: string) => column(rows.map((row) => row[name]));

function agrees(result: unknown[][], rows: readonly OracleRow[], wanted: string, within = 1e-12): void {
  expect(result).toHaveLength(rows.length);
  const { distance, at } = worst(rows.map((row, i) => ({ got: Number(result[i]![0]), want: num(row, wanted), at: row })));
  expect({ close: distance < within, at }).toEqual({ close: true, at });
}

/** Rows by the value of a column, in order of appearance. */
function grouped(rows: readonly OracleRow[], name: string): Map<string, OracleRow[]> {
  const groups = new Map<string, OracleRow[]>();
  for (const row of rows) groups.set(row[name]!, [...(groups.get(row[name]!) ?? []), row]);
  return groups;
}

describe("intervals agree with PHEindicatormethods", () => {
  test.each(["0.90000000000000002", "0.94999999999999996", "0.998"])("Wilson at %s", (confidence) => {
    const rows = oracle("wilson_phe_proportion").filter((row) => row["confidence"] === confidence);
    expect(rows.length).toBeGreaterThan(20);
    const [x, n] = [numbers(rows, "x"), numbers(rows, "n")];
    agrees(call("WILSON_LOWER", x, n, Number(confidence)), rows, "lowercl");
    agrees(call("WILSON_UPPER", x, n, Number(confidence)), rows, "uppercl");
  });

  const rates = oracle("byars_phe_rate");
  const settings = [...new Set(rates.map((row) => `${row["multiplier"]} ${row["confidence"]}`))].map((key) => key.split(" "));
  test.each(settings)("exact Poisson and Byar, per %s at %s", (multiplier, confidence) => {
    const rows = rates.filter((row) => row["multiplier"] === multiplier && row["confidence"] === confidence);
    const [x, n] = [numbers(rows, "x"), numbers(rows, "n")];
    agrees(call("BYARS_LOWER", x, n, Number(multiplier), Number(confidence)), rows, "lowercl");
    agrees(call("BYARS_UPPER", x, n, Number(multiplier), Number(confidence)), rows, "uppercl");
  });
});

describe("BAND", () => {
  const inOurWords: Record<string, string> = {
    "below (99.8%)": "much lower",
    "below (95%)": "lower",
    similar: "similar",
    "above (95%)": "higher",
    "above (99.8%)": "much higher",
    "Low (0.001)": "much lower",
    "Low (0.025)": "lower",
    "Not significant": "similar",
    "High (0.025)": "higher",
    "High (0.001)": "much higher",
  };
  const translated = (rows: readonly OracleRow[], name: string) => words(rows, name).map(([word]) => [inOurWords[word as string]]);

  test.each([
    ["exact", "band_midp"],
    ["wilson", "band_wilson"],
  ])("by the %s method agrees with R", (method, wanted) => {
    const rows = oracle("house_band_proportion");
    const result = call("BAND", numbers(rows, "observed"), numbers(rows, "denominator"), numbers(rows, "benchmark"), null, null, method);
    expect(result).toEqual(translated(rows, wanted));
  });

  test("of proportions agrees with Fingertips' funnel significance", () => {
    const rows = oracle("phe_funnel_proportion_significance");
    const average = total(rows, "num") / total(rows, "den");
    const result = call("BAND", numbers(rows, "num"), numbers(rows, "den"), [[average]], "proportion", null, "wilson");
    expect(result).toEqual(translated(rows, "significance"));
  });

  test("of ratios agrees with Fingertips' funnel significance", () => {
    const rows = oracle("phe_funnel_ratio_significance");
    expect(call("BAND", numbers(rows, "obs"), numbers(rows, "exp"), [[1]], "ratio", "neither", "byar")).toEqual(
      translated(rows, "significance"),
    );
  });

  test("of rates agrees with Fingertips' funnel significance", () => {
    const rows = oracle("phe_funnel_rate_significance");
    const average = total(rows, "ev") / total(rows, "pop");
    expect(call("BAND", numbers(rows, "ev"), numbers(rows, "pop"), [[average]], "rate", "", "byar")).toEqual(
      translated(rows, "significance"),
    );
  });

  test("says better and worse only when told which way is good", () => {
    const words = (polarity: string) => call("BAND", [[30], [40], [50], [60], [70]], [[100]], [[0.5]], null, polarity).flat();
    expect(words("neither")).toEqual(["much lower", "lower", "similar", "higher", "much higher"]);
    expect(words("higher")).toEqual(["much worse", "worse", "similar", "better", "much better"]);
    expect(words("lower")).toEqual(["much better", "better", "similar", "worse", "much worse"]);
  });
});

const total = (rows: readonly OracleRow[], name: string) => rows.reduce((sum, row) => sum + num(row, name), 0);

describe("funnels", () => {
  const limits: [string, string, number, number, string][] = [
    ["inv95L", "FUNNEL_LOWER", 0.95, 1e-9, "lower 95 %"],
    ["inv95U", "FUNNEL_UPPER", 0.95, 1e-9, "upper 95 %"],
    ["inv998L", "FUNNEL_LOWER", 0.998, 1e-9, "lower 99.8 %"],
    ["inv998U", "FUNNEL_UPPER", 0.998, 1e-9, "upper 99.8 %"],
  ];
  const files: [string, string][] = [
    ["pr_33", "proportion"],
    ["pr_tiny_denominators", "proportion"],
    ["sr_cqc_33", "ratio"],
  ];
  for (const [file, kind] of files) {
    test.each(limits)(`of ${file} are the inverse of the z-score: %s`, (wanted, id, confidence, within) => {
      const rows = oracle(`fpr_${file}`);
      const summary = oracle("fpr_SUMMARY_phi_tau2").find((row) => row["file"] === file)!;
      const benchmark = kind === "ratio" ? 1 : total(rows, "numerator") / total(rows, "denominator");
      const result = call(id, numbers(rows, "denominator"), [[benchmark]], kind, confidence, num(summary, "tau2"));
      const cases = rows.map((row, i) => ({ got: result[i]![0] as number, want: num(row, wanted), at: row }));
      for (const { got, want, at } of cases)
        expect({ close: Math.abs(got - want) <= within * Math.max(1, want), at }).toEqual({ close: true, at });
    });
  }
});

describe("OVERDISPERSION and SHRINK agree with FunnelPlotR", () => {
  const cases: [string, unknown[]][] = [
    ["pr_33", []],
    ["pr_33_with_0_and_100pct", [null, "proportion"]],
    ["pr_33_trim0", ["", "", 0]],
    ["sr_cqc_33", [[[1]], "ratio"]],
    ["sr_shmi_33", [[[1]], "log"]],
    ["pr_6300", []],
  ];
  test.each(cases)("phi and tau squared of %s", (file, options) => {
    const rows = oracle(`fpr_${file}`);
    const summary = oracle("fpr_SUMMARY_phi_tau2").find((row) => row["file"] === file)!;
    const [[phi, tau2, used, trimmed]] = call("OVERDISPERSION", numbers(rows, "numerator"), numbers(rows, "denominator"), ...options) as [
      number[],
    ];
    expect(phi).toBeCloseTo(num(summary, "phi"), 9);
    expect(tau2).toBeCloseTo(num(summary, "tau2"), 10);
    // without trimming nothing is drawn in; the package marks the two extremes all the same
    if (rows[0]!["winsorised"] !== undefined && num(summary, "trim_by") > 0)
      expect(trimmed).toBe(rows.filter((row) => row["winsorised"] === "1").length);
    if (rows[0]!["truncated"] !== undefined)
      expect([used, trimmed]).toEqual([rows.length - trimmed!, rows.filter((row) => row["truncated"] === "1").length]);
  });

  test("shrunk proportions", () => {
    const rows = oracle("fpr_pr_33");
    const result = call("SHRINK", numbers(rows, "numerator"), numbers(rows, "denominator"));
    rows.forEach((row, i) => expect(result[i]![0]).toBeCloseTo(Math.sin(num(row, "shrunk_Y")) ** 2, 9));
  });

  test("shrunk ratios", () => {
    const rows = oracle("fpr_sr_cqc_33");
    const result = call("SHRINK", numbers(rows, "numerator"), numbers(rows, "denominator"), [[1]], "ratio");
    rows.forEach((row, i) => expect(result[i]![0]).toBeCloseTo(num(row, "shrunk_Y") ** 2, 9));
  });
});

describe("standardisation agrees with PHEindicatormethods", () => {
  const areas = [...grouped(oracle("standardisation_input"), "area").values()];
  const matrix = (groups: readonly OracleRow[][], name: string) => groups.map((rows) => rows.map((row) => num(row, name)));
  const [events, people] = [matrix(areas, "x"), matrix(areas, "n")];
  const [referenceEvents, referencePeople] = [[matrix(areas, "x_ref")[0]!], [matrix(areas, "n_ref")[0]!]];
  const ratios = oracle("isratio_calculate_ISRatio");

  test("expected events", () => agrees(call("EXPECTED", people, referenceEvents, referencePeople), ratios, "expected"));
  test("the indirectly standardised ratio, from events by group", () => {
    agrees(call("ISR", events, people, referenceEvents, referencePeople), ratios, "value");
  });
  test("the same from totals", () => {
    const totals = events.map((row) => [row.reduce((a, b) => a + b, 0)]);
    agrees(call("ISR", totals, people, referenceEvents, referencePeople), ratios, "value");
  });
  test("the indirectly standardised rate per 1,000", () => {
    agrees(call("ISR", events, people, referenceEvents, referencePeople, 1000), oracle("israte_calculate_ISRate"), "value");
  });
  test("the directly standardised rate per 100,000, and none below 10 events", () => {
    const groups = [...grouped(oracle("dsr_input"), "area").values()];
    const result = call("DSR", matrix(groups, "x"), matrix(groups, "n"), [matrix(groups, "stdpop")[0]!]);
    const expected = oracle("dsr_calculate_dsr");
    expected.forEach((row, i) => {
      if (row["value"] === "NA") expect(result[i]![0]).toMatchObject({ code: "#N/A", message: expect.stringContaining("10") });
      else expect(result[i]![0]).toBeCloseTo(num(row, "value"), 8);
    });
    expect(expected.some((row) => row["value"] === "NA")).toBe(true);
  });
});

test("QUANTILE_BAND agrees with phe_quantile", () => {
  const rows = oracle("quantile_phe_quantile");
  const cases = [
    ...grouped(
      rows.map((row) => ({ ...row, key: `${row["g"]} ${row["nquantiles"]} ${row["invert"]}` })),
      "key",
    ).values(),
  ];
  expect(cases.length).toBeGreaterThan(5);
  for (const each of cases) {
    const values = column(each.map((row) => (row["v"] === "NA" ? "" : num(row, "v"))));
    const result = call("QUANTILE_BAND", values, num(each[0]!, "nquantiles"), each[0]!["invert"] === "TRUE");
    expect(result.map(([cell]) => (typeof cell === "number" ? String(cell) : "NA"))).toEqual(each.map((row) => row["quantile"]));
  }
});

test("XMR_LIMITS agrees with NHSRplotthedots, screened and not", () => {
  const rows = oracle("xmr_plotthedots");
  const cases = [
    ...grouped(
      rows.map((row) => ({ ...row, key: `${row["f"]} ${row["screen_outliers"]}` })),
      "key",
    ).values(),
  ];
  expect(cases).toHaveLength(10);
  for (const each of cases) {
    const [[mean, lower, upper]] = call("XMR_LIMITS", numbers(each, "y"), each[0]!["screen_outliers"] === "TRUE") as [number[]];
    expect(mean).toBeCloseTo(num(each[0]!, "mean_col"), 11);
    expect(lower).toBeCloseTo(num(each[0]!, "lpl"), 11);
    expect(upper).toBeCloseTo(num(each[0]!, "upl"), 11);
  }
});

describe("quality functions agree with the 33 practices worked in R", () => {
  test("case finding", () => {
    const rows = oracle("house_case_finding33");
    const [register, expected] = [numbers(rows, "register"), numbers(rows, "expected")];
    const ratio = call("CASE_FINDING", register, expected);
    agrees(
      ratio.map(([value]) => [100 * (value as number)]),
      rows,
      "case_finding_pct",
    );
    const gap = call("CASE_FINDING_GAP", register, expected);
    rows.forEach((row, i) => expect(gap[i]![0]).toBeCloseTo(num(row, "undiagnosed"), 9));
  });

  test("further patients to reach the benchmark", () => {
    const rows = oracle("house_opportunity33");
    // the benchmark is of all on the register, so the exceptions are part of the denominator
    const due = column(rows.map((row) => num(row, "denominator") + num(row, "pca")));
    expect(call("OPPORTUNITY", numbers(rows, "numerator"), due, numbers(rows, "bench_pop"))).toEqual(numbers(rows, "extra_to_benchmark"));
  });

  test("QOF points", () => {
    const rows = oracle("house_qof_points");
    agrees(call("QOF_POINTS", numbers(rows, "ach"), numbers(rows, "lower"), numbers(rows, "upper"), numbers(rows, "max")), rows, "points");
  });
});
