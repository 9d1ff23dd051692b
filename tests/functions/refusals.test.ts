import { call, messageOf, show } from "./call";

const unknownWords: [name: string, compute: () => unknown[][], message: string][] = [
  [
    "LTC_SCORE",
    () => call("LTC_SCORE", [[1]], [[2]], null, null, null, "best"),
    'method: found "best", expected "opportunity" or "standardised" or "weighted" or "points" or "z".',
  ],
  [
    "VARIATION_Z, overdispersion",
    () => call("VARIATION_Z", [[1]], [[2]], [[0.5]], null, "yes"),
    'overdispersion: found "yes", expected "none" or "winsorise" or "truncate".',
  ],
  [
    "VARIATION_Z, method",
    () => call("VARIATION_Z", [[1]], [[2]], [[0.5]], null, null, "best"),
    'method: found "best", expected "transform" or "exact" or "score" or "log".',
  ],
  [
    "VARIATION_Z, exact with overdispersion",
    () => call("VARIATION_Z", [[1]], [[2]], [[0.5]], null, "winsorise", "exact"),
    'method: found "exact", expected "transform" or "log" with overdispersion.',
  ],
  [
    "VARIATION_Z, score with overdispersion",
    () => call("VARIATION_Z", [[1]], [[2]], [[0.5]], null, "truncate", "score"),
    'method: found "score", expected "transform" or "log" with overdispersion.',
  ],
  ["BAND, kind", () => call("BAND", [[1]], [[2]], [[0.5]], "mean"), 'kind: found "mean", expected "proportion" or "rate" or "ratio".'],
  [
    "BAND, polarity",
    () => call("BAND", [[1]], [[2]], [[0.5]], null, "up"),
    'polarity: found "up", expected "higher" or "lower" or "neither".',
  ],
  [
    "BAND, method",
    () => call("BAND", [[1]], [[2]], [[0.5]], null, null, "t"),
    'method: found "t", expected "exact" or "wilson" or "byar".',
  ],
  [
    "BAND, Byar for a proportion",
    () => call("BAND", [[1]], [[2]], [[0.5]], null, null, "byar"),
    'method: found "byar", expected "exact" or "wilson" for a proportion.',
  ],
  [
    "BAND, Wilson for a rate",
    () => call("BAND", [[1]], [[2]], [[0.5]], "rate", null, "wilson"),
    'method: found "wilson", expected "exact" or "byar" for a rate.',
  ],
  ["FUNNEL_LOWER", () => call("FUNNEL_LOWER", [[1]], [[0.5]], "log"), 'kind: found "log", expected "proportion" or "rate" or "ratio".'],
  [
    "OVERDISPERSION",
    () => call("OVERDISPERSION", [[1]], [[2]], null, "mean"),
    'kind: found "mean", expected "proportion" or "rate" or "ratio" or "log".',
  ],
  ["SHRINK", () => call("SHRINK", [[1]], [[2]], null, "log"), 'kind: found "log", expected "proportion" or "rate" or "ratio".'],
  ["QUANTILE_BAND, groups", () => call("QUANTILE_BAND", [[1]], "many"), 'groups: found "many", expected a number.'],
  ["QUANTILE_BAND, descending", () => call("QUANTILE_BAND", [[1]], 2, "yes"), 'descending: found "yes", expected TRUE or FALSE.'],
  ["XMR_LIMITS, screen", () => call("XMR_LIMITS", [[1], [2]], 2), "screen: found 2, expected TRUE or FALSE."],
  [
    "XMR_LIMITS, a block",
    () =>
      call("XMR_LIMITS", [
        [1, 2],
        [3, 4],
      ]),
    "values: found 2 rows by 2 columns, expected one row or one column.",
  ],
  ["XMR_LIMITS, a word", () => call("XMR_LIMITS", [[1], ["two"]]), 'values: found "two", expected a number.'],
  ["XMR_LIMITS, uneven", () => call("XMR_LIMITS", [[1], [2, 3]]), "values: found none or uneven rows, expected rows of the same length."],
  ["WILSON_LOWER", () => call("WILSON_LOWER", [[1]], [[2]], "high"), 'confidence: found "high", expected a number.'],
  ["BYARS_LOWER", () => call("BYARS_LOWER", [[1]], null, "per"), 'multiplier: found "per", expected a number.'],
  ["FUNNEL_LOWER, tau2", () => call("FUNNEL_LOWER", [[1]], [[0.5]], null, null, "x"), 'tau2: found "x", expected a number.'],
  ["OVERDISPERSION, trim", () => call("OVERDISPERSION", [[1]], [[2]], null, null, "x"), 'trim: found "x", expected a number.'],
  ["ISR, multiplier", () => call("ISR", [[1]], [[2]], [[1]], [[2]], "x"), 'multiplier: found "x", expected a number.'],
  ["DSR, multiplier", () => call("DSR", [[1]], [[2]], [[1]], "x"), 'multiplier: found "x", expected a number.'],
  ["DSR, standard population", () => call("DSR", [[1]], [[2]], [["x"]]), 'standard_population: found "x", expected a number.'],
  ["EXPECTED, reference events", () => call("EXPECTED", [[1]], [["x"]], [[1]]), 'reference_events: found "x", expected a number.'],
  ["EXPECTED, reference population", () => call("EXPECTED", [[1]], [[1]], [["x"]]), 'reference_population: found "x", expected a number.'],
  [
    "ISR, events in another shape",
    () => call("ISR", [[1], [2]], [[3, 4]], [[1, 1]], [[9, 9]]),
    "observed: found 2 rows by 1 column, expected 1 row by 1 column or 1 row by 2 columns like population.",
  ],
  [
    "LTC_SCORE, standardised without benchmarks",
    () => call("LTC_SCORE", [[1]], [[2]], null, null, null, "standardised"),
    "benchmarks: found nothing, expected one row of proportions to compare with.",
  ],
  [
    "LTC_SCORE, points without thresholds",
    () => call("LTC_SCORE", [[1]], [[2]], null, null, [[5]], "points"),
    "benchmarks: found nothing, expected a row of lower thresholds above a row of upper thresholds.",
  ],
  [
    "LTC_SCORE, points without points",
    () => call("LTC_SCORE", [[1]], [[2]], null, [[0.4], [0.9]], null, "points"),
    "weights: found nothing, expected the maximum points of each indicator.",
  ],
  [
    "LTC_SCORE, a word among weights",
    () => call("LTC_SCORE", [[1]], [[2]], null, null, [["x"]], "weighted"),
    'weights: found "x", expected a number.',
  ],
  [
    "LTC_SCORE, a word among points",
    () => call("LTC_SCORE", [[1]], [[2]], null, [[0.4], [0.9]], [["x"]], "points"),
    'weights: found "x", expected a number.',
  ],
  [
    "LTC_SCORE, a word among thresholds",
    () => call("LTC_SCORE", [[1]], [[2]], null, [["x"], [0.9]], [[5]], "points"),
    'benchmarks: found "x", expected a number.',
  ],
  ["LTC_SCORE, a word among benchmarks", () => call("LTC_SCORE", [[1]], [[2]], null, [["x"]]), 'benchmarks: found "x", expected a number.'],
  ["PRACTICES, two areas", () => call("PRACTICES", [["07G"], ["06Q"]]), "area: found 2 rows by 1 column, expected one cell."],
  ["PRACTICES, uneven", () => call("PRACTICES", [[]]), "area: found none or uneven rows, expected rows of the same length."],
  ["PRACTICES, TRUE", () => call("PRACTICES", [[true]]), "area: found TRUE, expected text."],
  ["REFERENCE, FALSE for a period", () => call("REFERENCE", [["A81001"]], [["list_size"]], false), "period: found FALSE, expected text."],
  [
    "a long text, shortened",
    () => call("PATIENTS_PER_GP", [["x".repeat(41)]], [[1]]),
    `patients: found "${"x".repeat(40)}...", expected a number.`,
  ],
  [
    "a text of 40 characters, whole",
    () => call("PATIENTS_PER_GP", [["x".repeat(40)]], [[1]]),
    `patients: found "${"x".repeat(40)}", expected a number.`,
  ],
  [
    "something that is neither",
    () => call("PATIENTS_PER_GP", [[{ type: "Entity" }]], [[1]]),
    "patients: found a value that is neither number nor text, expected a number.",
  ],
];

test.each(unknownWords)("%s says what was found and what is expected", (_name, compute, message) =>
  expect(messageOf(compute)).toBe(message),
);

/** Marks of publications, and why there is no figure behind each. */
test.each([
  ["-", "patients is blank or was not published."],
  ["\u2013", "patients is blank or was not published."],
  [":", "patients is blank or was not published."],
  ["..", "patients is blank or was not published."],
  ["[x]", "patients is blank or was not published."],
  [" [X] ", "patients is blank or was not published."],
  ["*", "patients was suppressed by the publisher."],
  ["[c]", "patients was suppressed by the publisher."],
  ["[z]", "patients does not apply here."],
  ["  ", "patients is blank or was not published."],
])("%j says why", (mark, message) => {
  expect(messageOf(() => call("PATIENTS_PER_GP", [[mark]], [[3]]))).toBe(message);
});

const domains: [what: string, compute: () => unknown[][], shown: unknown][] = [
  ["a confidence of 0", () => call("WILSON_LOWER", [[1]], [[2]], 0), "#NUM!"],
  ["a confidence of 1", () => call("WILSON_LOWER", [[1]], [[2]], 1), "#NUM!"],
  ["a negative confidence", () => call("WILSON_LOWER", [[1]], [[2]], -0.5), "#NUM!"],
  ["one group and a half", () => call("QUANTILE_BAND", [[1], [2]], 2.5), "#NUM!"],
  ["one group", () => call("QUANTILE_BAND", [[1], [2]], 1), "#NUM!"],
  ["a negative trim", () => call("OVERDISPERSION", [[1]], [[2]], null, null, -0.1), "#NUM!"],
  ["half trimmed at each end", () => call("OVERDISPERSION", [[1]], [[2]], null, null, 0.5), "#NUM!"],
  ["a negative weight", () => call("LTC_SCORE", [[1]], [[2]], null, null, [[-1]], "weighted"), "#NUM!"],
  ["negative points", () => call("LTC_SCORE", [[1]], [[2]], null, [[0.4], [0.9]], [[-1]], "points"), "#NUM!"],
  ["a negative lower threshold", () => call("LTC_SCORE", [[1]], [[2]], null, [[-0.1], [0.9]], [[5]], "points"), "#NUM!"],
  ["equal thresholds", () => call("LTC_SCORE", [[1]], [[2]], null, [[0.9], [0.9]], [[5]], "points"), "#NUM!"],
  ["thresholds the wrong way round", () => call("LTC_SCORE", [[1]], [[2]], null, [[0.9], [0.4]], [[5]], "points"), "#NUM!"],
  ["an upper threshold above 100 %", () => call("LTC_SCORE", [[1]], [[2]], null, [[40], [101]], [[5]], "points"), "#NUM!"],
  ["a benchmark of 1", () => call("LTC_SCORE", [[1]], [[2]], null, [[1]]), "#NUM!"],
  ["a negative reference event", () => call("EXPECTED", [[1]], [[-1]], [[2]]), "#NUM!"],
  ["a reference population of nobody", () => call("EXPECTED", [[1]], [[1]], [[0]]), "#DIV/0!"],
  ["a negative standard population", () => call("DSR", [[10]], [[20]], [[-1]]), "#NUM!"],
  ["a number that is not finite", () => call("PATIENTS_PER_GP", [[Infinity]], [[1]]), [["#NUM!"]]],
];
test.each(domains)("%s is refused", (_what, compute, shown) => expect(show(compute)).toEqual(shown));

test.each<[string, () => unknown[][], unknown[][]]>([
  // 5 points, half-way between 0 and 1: 0.5 of 1 is 50 of 100
  ["a lower threshold of 0 and an upper of 1", () => call("LTC_SCORE", [[1]], [[2]], null, [[0], [1]], [[5]], "points"), [[50]]],
  ["an upper threshold of 100 as a percentage", () => call("LTC_SCORE", [[1]], [[2]], null, [[0], [100]], [[5]], "points"), [[50]]],
  ["TRUE or 1 for a flag", () => call("QUANTILE_BAND", [[1], [2]], 2, true), call("QUANTILE_BAND", [[1], [2]], 2, 1)],
  ["FALSE or 0 for a flag", () => call("QUANTILE_BAND", [[1], [2]], 2, false), call("QUANTILE_BAND", [[1], [2]], 2, 0)],
  ["no flag at all is the highest first", () => call("QUANTILE_BAND", [[1], [2]], 2), [[2], [1]]],
  ["nobody in a register is a legal zero", () => call("CASE_FINDING_GAP", [[0]], [[10]]), [[10]]],
])("%s is accepted", (_what, compute, result) => expect(compute()).toEqual(result));

test("an odds z takes nobody and everybody, a log z of counts refuses nobody in the row alone", () => {
  expect(
    call("VARIATION_Z", [[0], [10]], [[10], [10]], [[0.5]], "proportion", null, "log")
      .flat()
      .map((z) => typeof z),
  ).toEqual(["number", "number"]);
  expect(show(() => call("VARIATION_Z", [[0], [10]], [[10], [10]], [[0.5]], "ratio", null, "log"))).toEqual([
    ["#NUM!"],
    [expect.any(Number)],
  ]);
});

test("a logarithm leaves out who has none, in OVERDISPERSION as well", () => {
  const counts = [[0], ...Array.from({ length: 11 }, (_, i) => [20 + i])];
  const expected = counts.map(() => [25]);
  const used = (kind: string) => call("OVERDISPERSION", counts, expected, [[1]], kind, 0)[0]![2];
  expect([used("ratio"), used("log")]).toEqual([12, 11]);
});
