import { readLocalData, withLocalData } from "../../src/reference/localData";
import { illustrativeArea } from "../../src/reference/illustrative";
import type { Practice } from "../../src/reference/model";
import { storeOf } from "../../src/reference/store";

const practices = new Map<string, Practice>(["F81010", "F81082", "F81110"].map((code) => [code, { code, name: `Practice ${code}` }]));
const [LD_N, LD_D] = ["Learning-disability health checks: numerator", "Learning-disability health checks: denominator"];
/** A sheet: title, period in row 3, headings in row 5. */
const sheet = (headings: readonly string[], ...rows: readonly (readonly unknown[])[]) => [
  ["Local data: Thurrock"],
  [],
  ["Period", "2025-26"],
  [],
  ["Practice code", "Practice", ...headings],
  ...rows,
];
const read = (values: readonly (readonly unknown[])[]) => readLocalData(values, practices, "Local data");
const figures = (values: readonly (readonly unknown[])[]) =>
  read(values).observations.map(({ practiceCode, indicator, numerator, denominator, value, missing }) =>
    [practiceCode, indicator, numerator !== undefined ? `${numerator}/${denominator}` : (value ?? missing)].join(" "),
  );
const faults = (values: readonly (readonly unknown[])[]) =>
  read(values).faults.map(({ cell, expected, found }) => `${cell}: ${expected}; found ${found}`);

it("reads counts, shares and answers; a blank is no figure, 0 is one", () => {
  const values = sheet(
    ["Referrals to LTC clinics", LD_N, LD_D, "Patient participation group"],
    ["F81010", "x", 31, 18, 25, "Yes"],
    ["f81082 ", "x", 0, "", "", ""],
    ["F81110", "x", "", "*", 12, "no"],
    ["", "", "", "", "", ""],
  );
  expect(figures(values)).toEqual([
    "F81010 local_ltc_referrals 31",
    "F81010 local_ld_checks 18/25",
    "F81010 local_ppg Yes",
    "F81082 local_ltc_referrals 0",
    "F81110 local_ld_checks suppressed",
    "F81110 local_ppg No",
  ]);
  expect(faults(values)).toEqual([]);
});

it("reads own columns in any order, under names that can be typed into a formula", () => {
  const values = sheet(["Foot checks (DM): denominator", "Flu clinics held", "Foot checks (DM): numerator"], ["F81010", "", 40, 3, 22]);
  expect(figures(values)).toEqual(["F81010 local_flu_clinics_held 3", "F81010 local_foot_checks_dm 22/40"]);
  expect(read(values).measures.map(({ name, kind }) => [name, kind])).toEqual([
    ["Flu clinics held", "count"],
    ["Foot checks (DM)", "proportion"],
  ]);
});

it("lists every cell that cannot be used, and uses the others", () => {
  const values = sheet(
    ["Referrals to LTC clinics", LD_N, LD_D, "Patient participation group"],
    ["F81010", "", "many", 26, 25, "perhaps"],
    ["F81082", "", 12.5, 3, "", ""],
    ["F99999", "", 1, "", "", ""],
    ["F81010", "", 1, "", "", ""],
    ["", "", -4, "", "", ""],
    ["F81110", "", 44, "", 9, "Yes"],
  );
  expect(faults(values)).toEqual([
    "C6: a whole number, 0 or more; found many",
    "D6: at most the denominator, 25; found 26",
    "F6: Yes or No; found perhaps",
    "C7: a whole number, 0 or more; found 12.5",
    "E7: a denominator beside its numerator; found nothing",
    "A8: a practice of the area that is loaded; found F99999",
    "A9: F81010 once; found again; first in row 6",
    "A10: a practice code, like A81001; found nothing",
    "D11: a numerator beside its denominator; found nothing",
  ]);
  expect(figures(values)).toEqual(["F81110 local_ltc_referrals 44", "F81110 local_ppg Yes"]);
});

it.each([
  ["no headings", [["Period", "2025-26"]], "A1: the heading Practice code; found nothing"],
  [
    "no period",
    [
      ["Practice code", "A"],
      ["F81010", 9],
    ],
    "B1: a period like 2025-26 or 2025-12; found nothing",
  ],
  [
    "a period that is none",
    [
      ["Period", "soon"],
      ["Practice code", "A"],
      ["F81010", 9],
    ],
    "B1: a period like 2025-26 or 2025-12; found soon",
  ],
  ["a heading twice", sheet(["A", "a"], ["F81010", "", 9, 9]), "D5: each heading once; found again; first in C5"],
  [
    "two names that look alike to a formula",
    sheet(["A-1", "A 1"], ["F81010", "", 9, 9]),
    "D5: a name that differs from A-1 in its letters; found A 1",
  ],
  ["half a share", sheet(["A: numerator"], ["F81010", "", 9]), "C5: columns A: numerator and A: denominator; found A: numerator"],
  ["the other half", sheet(["A: denominator"], ["F81010", "", 9]), "C5: a column A: numerator beside it; found nothing"],
])("says where there is %s", (_what, values, fault) => expect(faults(values)).toEqual([fault]));

it.each([
  [
    "an NHS number",
    sheet(["A"], ["F81010", "", 9], ["F81082", "943 476 5919", 9]),
    "B7: figures by practice, never rows about single patients; found what looks like an NHS number",
  ],
  [
    "a column of birth dates",
    sheet(["Date of birth"], ["F81010", "", 9]),
    "C5: figures by practice, never rows about single patients; found Date of birth",
  ],
])("uses nothing of a sheet with %s", (_what, values, fault) => {
  expect([figures(values), faults(values)]).toEqual([[], [fault]]);
  expect(JSON.stringify(read(values))).not.toContain("5919");
});

it("takes a heading called __proto__ for a heading", () => {
  expect(figures(sheet(["__proto__", "constructor"], ["F81010", "", 9, 8]))).toEqual([
    "F81010 local_proto 9",
    "F81010 local_constructor 8",
  ]);
});

describe("beside what is loaded", () => {
  const area = illustrativeArea();
  const [a, b, c] = [...area.practices.keys()];
  const local = readLocalData(sheet(["Referrals to LTC clinics"], [a, "", 3], [b, "", 42], [c, "", 118]), area.practices, "Local data");
  const both = withLocalData(area, local);
  const value = (code: string) => storeOf(both).value(code, "local_ltc_referrals", "2025-26");

  it("answers functions, with small counts hidden and one more that they cannot be worked back from", () => {
    expect([value(a!), value(b!), value(c!)]).toEqual([
      expect.objectContaining({ kind: "missing", reason: "suppressed" }),
      expect.objectContaining({ kind: "missing", reason: "suppressed" }),
      120,
    ]);
  });
  it("says on the Methods sheet that small numbers were hidden", () => {
    expect(both.files.at(-1)).toMatchObject({
      publication: "Local data",
      rowsRead: 3,
      rowsUsed: 3,
      remarks: [expect.any(String), expect.stringMatching(/^Small numbers: .*Hidden: 2 of 3\.$/)],
    });
  });
  it("takes the place of local data read before", () => {
    const again = withLocalData(both, { ...local, observations: [] });
    expect(again.observations).toEqual(area.observations);
    expect(again.files.filter(({ publication }) => publication === "Local data")).toHaveLength(1);
  });
  it("stands as it was typed where a rule of the organisation allows it", () => {
    expect(storeOf(withLocalData(area, local, null)).value(a!, "local_ltc_referrals", null)).toBe(3);
  });
});
