/**
 * Notes survive. Whatever a person does to a scorecard between refreshes, and whichever practices come and go, every note stands beside
 * its practice or among the kept notes.
 */
import { createScorecard } from "../../src/actions/createScorecard";
import { prepareForSharing } from "../../src/actions/prepareForSharing";
import { columnName } from "../../src/sheet/a1";
import type { ReferenceData } from "../../src/reference/model";
import { openExcel, type OpenExcel } from "../support/host";
import { sheetNames, type, valuesOf } from "../support/workbooks";
import { smallArea, smallRequest } from "./smallArea";
import { Dice, Findings, record, seed, times } from "./torture";

const everybody = smallArea(4);
const codes = [...everybody.practices.keys()].sort();
const only = (some: readonly string[]): ReferenceData => ({
  ...everybody,
  practices: new Map([...everybody.practices].filter(([code]) => some.includes(code))),
  observations: everybody.observations.filter(({ practiceCode }) => some.includes(practiceCode)),
});

/** The scorecard's sheet, whatever it is called by now: the second from the left. */
const cardName = async (excel: OpenExcel) => (await sheetNames(excel))[1]!;

async function places(excel: OpenExcel) {
  const name = await cardName(excel);
  const values = await valuesOf(excel, name);
  const head = values.findIndex((row) => row.includes("code") && row.includes("notes") && row.includes("action"));
  const at = (word: string) => values[head]!.indexOf(word);
  const rowOf = (code: string) => values.findIndex((row, r) => r > head && row.includes(code));
  return { name, values, head, notes: at("notes"), rowOf };
}

const steps: Readonly<Record<string, (excel: OpenExcel, dice: Dice, notes: Map<string, string>, n: number) => Promise<unknown>>> = {
  async note(excel, dice, notes, n) {
    const { name, notes: column, rowOf } = await places(excel);
    const code = dice.one(codes);
    if (rowOf(code) < 0) return;
    const text = `${dice.one(["Rang", "Visit", "=1+1 is", "Dr O’Neil"])} ${code} ${n}`;
    await type(excel, name, { [`${columnName(column)}${rowOf(code) + 1}`]: `'${text}` });
    notes.set(code, text);
  },
  async sort(excel) {
    const { name, values, head } = await places(excel);
    const last = head + values.slice(head + 1).findIndex((row) => !row.some((cell) => codes.includes(String(cell))));
    if (last <= head) return;
    await excel.Excel.run(async (context) => {
      const body = context.workbook.worksheets.getItem(name).getRange(`A${head + 2}:${columnName(values[0]!.length - 1)}${last + 1}`);
      body.load({ formulas: true, values: true });
      await context.sync();
      // Text that begins with "=" reads the same as value and as formula; sorting leaves it text.
      const { formulas, values: shown } = body;
      const cells = formulas.map((row, r) =>
        row.map((cell, c) => (cell === shown[r]![c] && typeof cell === "string" && cell.startsWith("=") ? `'${cell}` : cell)),
      );
      body.formulas = cells.reverse();
      await context.sync();
    });
  },
  async insertColumn(excel, dice) {
    const { name, values } = await places(excel);
    if (values[0]!.length > 30) return;
    const column = columnName(3 + dice.number(values[0]!.length - 3));
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).getRange(`${column}:${column}`).insert("Right");
      await context.sync();
    });
  },
  async rename(excel, _dice, _notes, n) {
    const name = await cardName(excel);
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).name = `June card ${n}`;
      await context.sync();
    });
  },
  refresh: (_excel, dice) => createScorecard(only([codes[0]!, ...dice.some(codes.slice(1), 0.7)]), smallRequest),
  share: () => prepareForSharing({ ownSheets: true }),
};
/** What people do most comes up most. */
const often = ["note", "note", "note", "sort", "insertColumn", "rename", "refresh", "refresh", "share"];

it("after any twenty steps each note is beside its practice or among the kept ones", async () => {
  const findings = new Findings();
  let refreshes = 0;
  let written = 0;
  const sequences = times(1, 1000);
  for (let s = 0; s < sequences; s++) {
    const dice = new Dice("notes", s);
    const excel = await openExcel();
    await createScorecard(only(codes), smallRequest);
    const notes = new Map<string, string>();
    const done: string[] = [];
    for (let n = 0; n < 20; n++) {
      const step = n === 19 ? "refresh" : dice.one(often);
      done.push(step);
      const failed = await steps[step]!(excel, dice, notes, n).then(
        () => null,
        (error: unknown) => error,
      );
      if (failed) findings.note(`seed ${seed}, sequence ${s}, ${done.join(" > ")}`, String(failed));
      if (step !== "refresh") continue;
      refreshes++;
      const { values } = await places(excel);
      for (const [code, text] of notes)
        if (!values.some((row) => row.includes(code) && row.includes(text)))
          findings.note(`seed ${seed}, sequence ${s}, ${done.join(" > ")}`, `${code} has lost “${text}”`);
    }
    written += notes.size;
  }
  record("notes-survive", { sequences, steps: sequences * 20, refreshes, notes: written, lost: findings.found.length });
  expect(written).toBeGreaterThan(0);
  expect(findings.found).toEqual([]);
});
