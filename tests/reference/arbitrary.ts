import fc from "fast-check";
import type { Observation, ReferenceData } from "../../src/reference/model";

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const count = fc.nat(100_000);
/** Any text, and among it what JSON, XML and JavaScript have to take care of. */
const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.constantFrom("__proto__", "<a>&amp;", 'Dr "X"', "€ ]]>", "a,b"));
const practiceCode = fc.constantFrom("F81010", "F81082", "A81001", "Y02807");
const optional = <T extends object>(one: fc.Arbitrary<T>) => one as fc.Arbitrary<Partial<T>>;

const observation: fc.Arbitrary<Observation> = fc
  .tuple(
    fc.record({
      practiceCode,
      indicator: fc.oneof(fc.constantFrom("HYP", "STIA014", "list_size", "constructor"), text),
      period: fc.constantFrom("2022-23", "2025-12", "2021-01-01"),
      source: fc.record({ publication: text, file: text, line: count }),
    }),
    optional(
      fc.record(
        {
          numerator: number,
          denominator: number,
          personalisedCareAdjustments: count,
          register: count,
          achievedPoints: number,
          newlyDiagnosed: count,
          value: fc.oneof(number, text),
          missing: fc.constantFrom("suppressed" as const, "notPublished" as const),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([must, may]) => ({ ...must, ...may }) as Observation);

/** Reference data of any content that the types allow. */
export const anyReferenceData: fc.Arbitrary<ReferenceData> = fc
  .record({
    area: fc.record({ code: text, name: text }),
    illustrative: fc.boolean(),
    names: fc.dictionary(practiceCode, text),
    observations: fc.array(observation, { maxLength: 30 }),
    comparators: fc.array(
      fc
        .tuple(
          fc.record({ indicator: text, period: text, numerator: number, denominator: number, practices: count, isEngland: fc.boolean() }),
          optional(
            fc.record(
              { of: fc.record({ kind: fc.constantFrom("icb" as const, "subIcb" as const), code: text, name: text, practices: count }) },
              { requiredKeys: [] },
            ),
          ),
        )
        .map(([must, may]) => ({ ...must, ...may })),
      { maxLength: 4 },
    ),
    files: fc.array(
      fc
        .tuple(
          fc.record({
            file: text,
            publication: fc.option(text),
            period: fc.option(text),
            rowsRead: count,
            rowsUsed: count,
            rowsOutsideArea: count,
            rowsRefused: fc.array(fc.record({ line: count, column: text, expected: text, found: text }), { maxLength: 3 }),
            remarks: fc.array(text, { maxLength: 2 }),
          }),
          optional(
            fc.record(
              {
                practicesMatched: count,
                practicesMissing: fc.array(practiceCode, { maxLength: 3 }),
                reason: text,
                publishedOn: fc.constant("2023-09-28"),
                extractedOn: fc.constant("2024-07-01"),
                sha256: fc.constant("0a".repeat(32)),
              },
              { requiredKeys: [] },
            ),
          ),
        )
        .map(([must, may]) => ({ ...must, ...may })),
      { maxLength: 3 },
    ),
  })
  .map(({ names, ...rest }) => ({
    ...rest,
    practices: new Map(Object.entries(names).map(([code, name]) => [code, { code, name, pcnCode: "U28765" }])),
  }));
