import fc from "fast-check";
import { normalQuantile } from "../../src/statistics/normal";
import { associated, call, CellError, column } from "./call";

/** The seed is in the name of the suite, so that a failure can be run again: SEED=... npx jest tests/functions/properties */
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
// A wrong cell is an error made and thrown, hundreds of thousands of times; nobody looks where, and finding out takes longer than the rest.
Error.stackTraceLimit = 0;
fc.configureGlobal({ seed, numRuns: Number(process.env["RUNS"] ?? 10_000) });

const always = (property: fc.IRawProperty<unknown>) => () => fc.assert(property as fc.IProperty<unknown>);

// What people have in their cells: a few thousand cells drawn once with this seed, of which every case takes some; drawing each anew would
// take longer than the functions do.
const cells = fc.sample(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) },
    { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    fc.double(),
    fc.constantFrom<unknown>("", null, undefined, "*", "-", "n/a", "12", " ", true, false, 1e300, 1e-300, -0, 5e-324, 45627, NaN, Infinity),
    fc.constantFrom("#N/A", "#REF!", "#DIV/0!").map((code) => new CellError(code)),
  ),
  { numRuns: 5000, seed },
);
const oddRange = (rows: number, columns: number) =>
  fc
    .array(fc.nat(cells.length - 1), { minLength: rows * columns, maxLength: rows * columns })
    .map((chosen) =>
      Array.from({ length: rows }, (_, row) => chosen.slice(row * columns, (row + 1) * columns).map((index) => cells[index])),
    );
/** Any of six shapes of range, each prepared once. */
const inAnyShape = <T>(make: (rows: number, columns: number) => fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof(...[1, 2, 3].flatMap((rows) => [1, 2].map((columns) => make(rows, columns))));

const kind = fc.constantFrom("proportion", "rate", "ratio");

/** Practices with counts that belong together; some of them tiny, some with nobody or everybody. */
const practice = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 3000 })), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([denominator, part]) => ({ observed: Math.round(denominator * part), denominator }));
const practices = (least: number) => fc.array(practice, { minLength: least, maxLength: least + 6 });
const observedOf = (units: readonly { observed: number }[]) => column(units.map(({ observed }) => observed));
const denominatorOf = (units: readonly { denominator: number }[]) => column(units.map(({ denominator }) => denominator));
const benchmark = fc.double({ min: 0.001, max: 0.999, noNaN: true });

function deepFreeze<T>(value: T): T {
  if (Array.isArray(value)) value.forEach(deepFreeze);
  return Object.freeze(value);
}

/** The answer, or the code of the error thrown; anything else that is thrown fails the test. */
function answer(id: string, args: readonly unknown[]): unknown[][] | string {
  try {
    return call(id, ...args);
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown.code;
    throw thrown;
  }
}

/** Whether two answers are the same to the last digit and the last word of a message; quicker than a matcher, which counts in 10,000 cases. */
function expectSame(one: unknown[][] | string, other: unknown[][] | string): void {
  const cell = (value: unknown) => (value instanceof CellError ? `${value.code} ${value.message}` : value);
  const same =
    typeof one === "string" || typeof other === "string"
      ? one === other
      : one.length === other.length && one.every((row, r) => row.every((value, c) => Object.is(cell(value), cell(other[r]![c]))));
  if (!same) throw new Error(`${JSON.stringify(one)} and ${JSON.stringify(other)}`);
}

const isFit = (cell: unknown): boolean =>
  cell instanceof CellError || typeof cell === "string" || (typeof cell === "number" && Number.isFinite(cell) && !Object.is(cell, -0));

/** Functions that give one result for each place of their ranges, with the options that change their path. */
const eachPlace: readonly [id: string, ranges: number, options: fc.Arbitrary<unknown[]>][] = [
  ["PATIENTS_PER_GP", 2, fc.constant([])],
  ["GP_GAP", 3, fc.constant([])],
  ["ACHIEVEMENT", 3, fc.constant([])],
  [
    "VARIATION_Z",
    3,
    fc.tuple(kind, fc.constantFrom("none", "winsorise", "truncate"), fc.constantFrom("transform", "exact", "score", "log")),
  ],
  ["BAND", 3, fc.tuple(kind, fc.constantFrom("higher", "lower", "neither"), fc.constant("exact"))],
  ["WILSON_LOWER", 2, fc.constantFrom([], [0.998])],
  ["WILSON_UPPER", 2, fc.constantFrom([], [0.998])],
  ["BYARS_LOWER", 2, fc.constantFrom([], [1000, 0.998])],
  ["BYARS_UPPER", 2, fc.constantFrom([], [1000, 0.998])],
  ["FUNNEL_LOWER", 2, fc.tuple(kind, fc.constantFrom(0.95, 0.998), fc.constantFrom(0, 0.02))],
  ["FUNNEL_UPPER", 2, fc.tuple(kind, fc.constantFrom(0.95, 0.998), fc.constantFrom(0, 0.02))],
  ["SHRINK", 3, fc.tuple(kind)],
  ["QOF_POINTS", 4, fc.constant([])],
  ["CASE_FINDING", 2, fc.constant([])],
  ["CASE_FINDING_GAP", 2, fc.constant([])],
  ["OPPORTUNITY", 3, fc.constant([])],
  ["QUANTILE_BAND", 1, fc.tuple(fc.integer({ min: 2, max: 5 }), fc.boolean())],
];

/** Functions whose result has a shape of its own, with arguments that may hold anything. */
const ownShape: readonly [id: string, argumentsOf: (rows: number, columns: number) => fc.Arbitrary<unknown[]>][] = [
  [
    "LTC_SCORE",
    (rows, columns) =>
      fc.tuple(
        oddRange(rows, columns),
        oddRange(rows, columns),
        fc.option(oddRange(rows, columns)),
        fc.option(oddRange(1, columns)),
        fc.option(oddRange(1, columns)),
        fc.constantFrom(null, "opportunity", "standardised", "weighted", "z"),
      ),
  ],
  ["EXPECTED", (rows, columns) => fc.tuple(oddRange(rows, columns), oddRange(1, columns), oddRange(1, columns))],
  ["ISR", (rows, columns) => fc.tuple(oddRange(rows, 1), oddRange(rows, columns), oddRange(1, columns), oddRange(1, columns))],
  ["DSR", (rows, columns) => fc.tuple(oddRange(rows, columns), oddRange(rows, columns), oddRange(1, columns))],
];

describe(`properties, 10,000 cases each (seed ${seed})`, () => {
  describe("whatever is in the cells: the shape stays, every cell is fit to be shown, nothing is changed, and asking twice is the same", () => {
    test.each(eachPlace)(
      "%s",
      (id, ranges, options) =>
        always(
          fc.property(
            inAnyShape((rows, columns) => fc.tuple(fc.tuple(...new Array(ranges).fill(oddRange(rows, columns))), options)),
            ([ranges, more]) => {
              const args = deepFreeze([...(ranges as unknown[][][]), ...more]);
              const result = answer(id, args);
              expectSame(answer(id, args), result);
              if (typeof result === "string") return;
              const first = args[0] as unknown[][];
              if (result.length !== first.length || result.some((row, r) => row.length !== first[r]!.length || !row.every(isFit)))
                throw new Error(JSON.stringify(result));
            },
          ),
        )(),
      240_000,
    );

    test.each(ownShape)(
      "%s",
      (id, argumentsOf) =>
        always(
          fc.property(inAnyShape(argumentsOf), (args) => {
            deepFreeze(args);
            const result = answer(id, args);
            expectSame(answer(id, args), result);
            if (
              typeof result !== "string" &&
              ((result.length !== (args[1] as unknown[][]).length && id !== "EXPECTED") || !result.flat().every(isFit))
            )
              throw new Error(JSON.stringify(result));
          }),
        )(),
      240_000,
    );

    test.each([
      ["OVERDISPERSION", 4],
      ["XMR_LIMITS", 3],
    ])(
      "%s gives one row",
      (id, width) =>
        always(
          fc.property(oddRange(12, 1), oddRange(12, 1), (first, second) => {
            const args = deepFreeze(id === "XMR_LIMITS" ? [first] : [first, second]);
            const result = answer(id, args);
            expectSame(answer(id, args), result);
            if (typeof result !== "string" && (result.length !== 1 || result[0]!.length !== width || !result[0]!.every(isFit)))
              throw new Error(JSON.stringify(result));
          }),
        )(),
      240_000,
    );

    test("no function was forgotten", () => {
      const tried = [...eachPlace.map(([id]) => id), ...ownShape.map(([id]) => id), "OVERDISPERSION", "XMR_LIMITS"];
      const lookups = ["REFERENCE", "PRACTICE_NAME", "PRACTICES", "REFERENCE_DATE"]; // they compute nothing
      expect([...tried, ...lookups].sort()).toEqual(Object.keys(associated).sort());
    });
  });

  const near = (a: unknown, b: unknown) => {
    if (a instanceof CellError || b instanceof CellError) return expect(a).toEqual(b);
    if (!(Math.abs(Number(a) - Number(b)) <= 1e-9 * Math.max(1, Math.abs(Number(a))))) throw new Error(`${String(a)} and ${String(b)}`);
  };
  const nearAll = (a: unknown[][], b: unknown[][]) => a.flat().forEach((each, i) => near(each, b.flat()[i]));

  describe("permuting the rows permutes the results", () => {
    const shuffled = (least: number) =>
      practices(least).chain((units) =>
        fc.tuple(
          fc.constant(units),
          fc.shuffledSubarray(
            units.map((_, i) => i),
            { minLength: units.length },
          ),
        ),
      );
    const permuting = (id: string, least: number, ...options: unknown[]) =>
      always(
        fc.property(shuffled(least), ([units, order]) => {
          const moved = order.map((i) => units[i]!);
          const before = call(id, observedOf(units), denominatorOf(units), ...options);
          const after = call(id, observedOf(moved), denominatorOf(moved), ...options);
          nearAll(
            after,
            order.map((i) => before[i]!),
          );
        }),
      );
    test("VARIATION_Z", permuting("VARIATION_Z", 2), 240_000);
    test("VARIATION_Z with overdispersion", permuting("VARIATION_Z", 10, null, null, "winsorise"), 240_000);
    test("SHRINK", permuting("SHRINK", 10), 240_000);
    test("LTC_SCORE", permuting("LTC_SCORE", 1), 240_000);
  });

  describe("a blank row changes no other row", () => {
    const blanking = (id: string, least: number, ...options: unknown[]) =>
      always(
        fc.property(practices(least), fc.nat(), (units, at) => {
          const place = at % (units.length + 1);
          const withBlank = (cells: unknown[][]) => [...cells.slice(0, place), [""], ...cells.slice(place)];
          const before = call(id, observedOf(units), denominatorOf(units), ...options);
          const after = call(id, withBlank(observedOf(units)), withBlank(denominatorOf(units)), ...options);
          const [blank] = after.splice(place, 1)[0]!;
          if (!(blank instanceof CellError && blank.code === "#N/A")) throw new Error(String(blank));
          expectSame(after, before);
        }),
      );
    test("VARIATION_Z", blanking("VARIATION_Z", 2), 240_000);
    test("VARIATION_Z with overdispersion", blanking("VARIATION_Z", 10, null, null, "truncate"), 240_000);
    test("SHRINK", blanking("SHRINK", 10), 240_000);
    test("PATIENTS_PER_GP", blanking("PATIENTS_PER_GP", 1), 240_000);
    test("LTC_SCORE", blanking("LTC_SCORE", 1), 240_000);
    test("WILSON_LOWER", blanking("WILSON_LOWER", 1), 240_000);
  });

  describe("scaling and symmetry", () => {
    const factor = fc.integer({ min: 2, max: 50 });
    const one = (id: string, ...args: unknown[]) => call(id, ...args.map((arg) => (typeof arg === "number" ? [[arg]] : arg)))[0]![0];

    test(
      "twice the patients and twice the GPs are as many patients per GP",
      always(
        fc.property(practice, factor, ({ observed, denominator }, k) =>
          near(one("PATIENTS_PER_GP", k * observed, k * denominator), one("PATIENTS_PER_GP", observed, denominator)),
        ),
      ),
      240_000,
    );
    test(
      "four times the patients double z",
      always(
        fc.property(practice, benchmark, ({ observed, denominator }, b) =>
          near(one("VARIATION_Z", 4 * observed, 4 * denominator, b), 2 * Number(one("VARIATION_Z", observed, denominator, b))),
        ),
      ),
      240_000,
    );
    test(
      "counting those who do not changes the sign of z",
      always(
        fc.property(practice, benchmark, fc.constantFrom("transform", "exact", "score", "log"), ({ observed, denominator }, b, method) => {
          const z = (x: number, target: number) =>
            Number(call("VARIATION_Z", [[x]], [[denominator]], [[target]], null, null, method)[0]![0]);
          near(z(denominator - observed, 1 - b), -z(observed, b));
        }),
      ),
      240_000,
    );
    test(
      "and turns Wilson's interval round",
      always(
        fc.property(practice, ({ observed, denominator }) =>
          near(one("WILSON_LOWER", observed, denominator), 1 - Number(one("WILSON_UPPER", denominator - observed, denominator))),
        ),
      ),
      240_000,
    );
    test(
      "process limits follow a change of units",
      always(
        fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 9 }), factor, (series, k) => {
          const limits = (values: number[]) => call("XMR_LIMITS", column(values));
          nearAll(limits(series.map((value) => k * value + 7)), [limits(series)[0]!.map((limit) => k * Number(limit) + 7)]);
        }),
      ),
      240_000,
    );
    test(
      "groups do not depend on units",
      always(
        fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 12 }), factor, (values, k) =>
          expectSame(call("QUANTILE_BAND", column(values.map((value) => k * value))), call("QUANTILE_BAND", column(values))),
        ),
      ),
      240_000,
    );
    test(
      "ten times the reference population and its events expect the same",
      always(
        fc.property(practice, practice, factor, (local, reference, k) =>
          near(
            one("EXPECTED", local.denominator, k * reference.observed, k * reference.denominator),
            one("EXPECTED", local.denominator, reference.observed, reference.denominator),
          ),
        ),
      ),
      240_000,
    );
  });

  const confidence = fc.double({ min: 0.5, max: 0.9999, noNaN: true });

  describe("lower <= value <= upper", () => {
    const between = (lower: unknown, value: number, upper: unknown) => {
      if (!(Number(lower) <= value && value <= Number(upper))) throw new Error(`${String(lower)} ${value} ${String(upper)}`);
    };
    test(
      "Wilson",
      always(
        fc.property(practice, confidence, ({ observed, denominator }, level) => {
          const args = [[[observed]], [[denominator]], level];
          between(call("WILSON_LOWER", ...args)[0]![0], observed / denominator, call("WILSON_UPPER", ...args)[0]![0]);
        }),
      ),
      240_000,
    );
    test(
      "exact Poisson and Byar",
      always(
        fc.property(practice, confidence, ({ observed, denominator }, level) => {
          const args = [[[observed]], [[denominator]], null, level];
          between(call("BYARS_LOWER", ...args)[0]![0], observed / denominator, call("BYARS_UPPER", ...args)[0]![0]);
        }),
      ),
      240_000,
    );
    test(
      "funnel, around the benchmark",
      always(
        fc.property(
          practice,
          benchmark,
          kind,
          confidence,
          fc.double({ min: 0, max: 0.5, noNaN: true }),
          ({ denominator }, b, of, level, tau2) => {
            const args = [[[denominator]], [[b]], of, level, tau2];
            between(call("FUNNEL_LOWER", ...args)[0]![0], b + 1e-15, Number(call("FUNNEL_UPPER", ...args)[0]![0]) + 2e-15);
          },
        ),
      ),
      240_000,
    );
  });

  test(
    "a practice lies outside the funnel exactly when its z exceeds the quantile",
    always(
      fc.property(practice, benchmark, kind, confidence, ({ observed, denominator }, b, of, level) => {
        const z = Number(call("VARIATION_Z", [[observed]], [[denominator]], [[b]], of)[0]![0]);
        const quantile = -normalQuantile((1 - level) / 2);
        if (Math.abs(Math.abs(z) - quantile) < 1e-6) return; // on the line itself
        const limit = (id: string) => Number(call(id, [[denominator]], [[b]], of, level)[0]![0]);
        const value = observed / denominator;
        const outside = value < limit("FUNNEL_LOWER") || value > limit("FUNNEL_UPPER");
        if (outside !== Math.abs(z) > quantile) throw new Error(`${value} ${z} ${limit("FUNNEL_LOWER")} ${limit("FUNNEL_UPPER")}`);
      }),
    ),
    240_000,
  );

  test(
    "a band is what the exact z says, at 1.96 and 3.09",
    always(
      fc.property(practice, benchmark, kind, ({ observed, denominator }, b, of) => {
        const z = Number(call("VARIATION_Z", [[observed]], [[denominator]], [[b]], of, null, "exact")[0]![0]);
        const size = Math.abs(z) > 3.090232306167813 ? "much " : "";
        const expected = Math.abs(z) <= 1.959963984540054 ? "similar" : `${size}${z > 0 ? "higher" : "lower"}`;
        expectSame(call("BAND", [[observed]], [[denominator]], [[b]], of), [[expected]]);
      }),
    ),
    240_000,
  );

  test(
    "a shrunk value lies between the practice's own and the benchmark",
    always(
      fc.property(practices(10), benchmark, (units, b) => {
        const shrunk = call("SHRINK", observedOf(units), denominatorOf(units), [[b]]);
        units.forEach(({ observed, denominator }, i) => {
          const [value, raw] = [Number(shrunk[i]![0]), observed / denominator];
          if (!(value >= Math.min(raw, b) - 1e-12 && value <= Math.max(raw, b) + 1e-12)) throw new Error(`${raw} ${value} ${b}`);
        });
      }),
    ),
    240_000,
  );
});

describe("100,000 rows", () => {
  const rows = 100_000;
  // 7 of 10, 77 of 110 ... with a little spread: enough to be overdispersed
  const observed = column(Array.from({ length: rows }, (_, i) => 70 + (i % 21)));
  const denominator = column(Array.from({ length: rows }, () => 100));

  test("VARIATION_Z with overdispersion gives each practice what a sample of them gets", () => {
    // every 21 rows repeat, so that a 21,000th of the file has the same pool, phi and, but for n - 1, tau squared
    const all = call("VARIATION_Z", observed, denominator, [[0.8]], "proportion", "none");
    expect(all).toHaveLength(rows);
    expect(all[99_999]![0]).toBe(all[99_999 % 21]![0]);
    const adjusted = call("VARIATION_Z", observed, denominator, null, null, "winsorise");
    expect(Math.abs(Number(adjusted[0]![0]))).toBeLessThan(Math.abs(Number(all[0]![0])));
    expect(adjusted.flat().every(isFit)).toBe(true);
  });

  test("one wrong row in 100,000 stays one wrong row", () => {
    const withText = observed.map((row, i) => (i === 50_000 ? ["n/a"] : row));
    const result = call("PATIENTS_PER_GP", withText, denominator);
    expect(result.flatMap(([cell], i) => (cell instanceof CellError ? [i] : []))).toEqual([50_000]);
  });

  test("all of them blank are all #N/A", () => {
    const blank = observed.map(() => [""]);
    expect(call("WILSON_LOWER", blank, denominator).every(([cell]) => cell instanceof CellError && cell.code === "#N/A")).toBe(true);
  });
});
