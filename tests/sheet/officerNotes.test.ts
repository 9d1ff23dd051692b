import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { layOutScorecard } from "../../src/sheet/scorecardSheet";
import { findNotes } from "../../src/sheet/officerNotes";

const model = buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" });
const valuesOf = (notes: Parameters<typeof layOutScorecard>[2]) =>
  layOutScorecard(model, "Scorecard", notes).rows.map((row) => row.map((cell) => cell.value));
const typed = new Map([
  ["X00003", { notes: "New partner, April", action: "" }],
  ["X00031", { notes: "=1+1", action: "Visit 12 December" }],
]);

it("finds what was typed beside a practice, and nothing where nothing was typed", () => {
  expect(findNotes(valuesOf(undefined))).toEqual(new Map());
  expect(findNotes(valuesOf(typed))).toEqual(typed);
});

it("finds notes after rows were sorted and a column was inserted", () => {
  const values = valuesOf(typed);
  const sorted = [...values.slice(0, 11), ...values.slice(11, 44).reverse(), ...values.slice(44)].map((row) => [
    ...row.slice(0, 2),
    "own column",
    ...row.slice(2),
  ]);
  expect(findNotes(sorted)).toEqual(typed);
});

it("keeps the notes of a practice that is gone below the foot, and finds them there next time", () => {
  const withGone = new Map([...typed, ["X00099", { notes: "Closed in June", action: "Tell patients" }]]);
  const values = valuesOf(withGone);
  expect(values.flat()).toEqual(expect.arrayContaining(["Kept notes", "Closed in June"]));
  expect(findNotes(values)).toEqual(withGone);
});

it("finds nothing on a sheet without the three columns", () => {
  expect(
    findNotes([
      ["code", "name"],
      ["X00001", "A"],
    ]),
  ).toEqual(new Map());
});
