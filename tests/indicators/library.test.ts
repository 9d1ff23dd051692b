import { indicatorLibrary } from "../../src/indicators/library";
import { pointsFor, successionOf, termsIn } from "../../src/indicators/qofTerms";

const definition = (id: string) => indicatorLibrary.get(id)!;
const all = [...indicatorLibrary.values()];

// Half way between 40 % and 85 % is 62.5 %: half of 38 points.
it.each([
  [0.39, 0],
  [0.4, 0],
  [0.625, 19],
  [0.85, 38],
  [1, 38],
])("a share of %d earns %d of 38 points", (share, points) => {
  expect(pointsFor(share, termsIn(definition("HYP008"), "2025-26")!)).toBeCloseTo(points, 12);
});

it("claims no points where the thresholds have not been checked", () => {
  expect(pointsFor(0.9, termsIn(definition("HYP008"), "2023-24")!)).toBeNull();
  expect(termsIn(definition("HYP008"), "2022-23")).toBeNull();
});

it.each([
  ["HYP008", "HYP006 HYP003 HYP008 HYP010"],
  ["HYP010", "HYP006 HYP003 HYP008 HYP010"],
  ["CD001", "CHD002 CHD008 CHD015 STIA003 STIA010 STIA014 CD001"],
  ["DM036", "DM003 DM019 DM033 DM036"],
  ["STIA007", "STIA007"],
])("the codes before and after %s are %s", (id, codes) => {
  expect(successionOf(id, indicatorLibrary).map((each) => each.id)).toEqual(codes.split(" "));
});

it("follows each code to one that is known, in a year after it", () => {
  for (const { id, succeeds, terms } of all)
    for (const before of succeeds?.ids ?? []) {
      const last = definition(before).terms?.at(-1)?.to;
      expect([id, last !== undefined && (terms?.[0] === undefined || last < terms[0].from)]).toEqual([id, true]);
    }
});

it("gives each year one set of terms", () => {
  for (const { id, terms = [] } of all)
    terms.forEach(({ from, to, thresholds }, i) => {
      expect([id, from <= to && (i === 0 || terms[i - 1]!.to < from)]).toEqual([id, true]);
      if (thresholds) expect([id, thresholds[0] < thresholds[1] && thresholds[1] <= 1]).toEqual([id, true]);
    });
});

it("tells every indicator apart by its name and on a practice's page, and fits its heading over a narrow column", () => {
  const named = all.map(({ name }) => name);
  const onPage = all.map(({ name, shortName }) => shortName ?? name);
  expect([new Set(named).size, new Set(onPage).size]).toEqual([named.length, onPage.length]);
  for (const { id, heading } of all) {
    const lines = heading.split("\n");
    expect([id, lines.length <= 3 && lines.every((line) => line.length <= 12)]).toEqual([id, true]);
  }
});
