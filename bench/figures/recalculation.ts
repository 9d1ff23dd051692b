/** One edit on the Data sheet of a scorecard of 33 practices in the host: what recalculating costs with the add-in's functions in it. */
import { associated } from "../associated";
import { inPairs, type Measured } from "../pairs";
import { openExcel } from "../../tests/support/host";
import { declaredFunctions } from "../../tests/spec/metadata";
import type { CustomFunctionSource } from "../../src/host";

const ROWS = 33;
const COLUMNS = 40;

/**
 * The same sheet twice: 33 practices by 40 indicators, with achievement, Wilson's limits and z of every one. Once in native formulas, once as
 * the add-in's functions, one spilled formula a column.
 */
export const measure: Measured = async ({ quick }) => {
  const call = await associated();
  const metadata = { functions: (await declaredFunctions()) as unknown as CustomFunctionSource["metadata"]["functions"] };
  const functions: CustomFunctionSource = {
    namespace: "SCORECARD",
    metadata,
    find:
      (id) =>
      (...args) =>
        call(id, ...args),
  };
  const columns = quick ? 10 : COLUMNS;
  const native = await sheetOf(columns, nativeFormulas);
  const spilled = await sheetOf(columns, spilledFormulas, functions);
  const options = { runs: quick ? 5 : 9, warmUp: 2 };
  const figure = (what: string) => `recalculation after one edit, ${ROWS} practices x ${columns} indicators, ${what}`;
  return [
    await inPairs(
      { figure: figure("as the add-in's functions"), peer: "the same sheet in native formulas only", target: 3 },
      spilled,
      native,
      options,
    ),
  ];
};

type Formulas = (numerator: string, denominator: string, last: number) => readonly (readonly string[])[];

const nativeFormulas: Formulas = (n, d, last) =>
  Array.from({ length: ROWS }, (_, i) => {
    const [x, m] = [`${n}${i + 2}`, `${d}${i + 2}`];
    const pool = `SUM(${n}$2:${n}$${last})/SUM(${d}$2:${d}$${last})`;
    const wilson = (sign: string) => `=(2*${x}+3.841459${sign}1.959964*SQRT(3.841459+4*${x}*(1-${x}/${m})))/(2*(${m}+3.841459))`;
    return [`=${x}/${m}`, wilson("-"), wilson("+"), `=2*SQRT(${m})*(ASIN(SQRT(${x}/${m}))-ASIN(SQRT(${pool})))`];
  });

const spilledFormulas: Formulas = (n, d, last) => [
  ["ACHIEVEMENT", "WILSON_LOWER", "WILSON_UPPER", "VARIATION_Z"].map((id) => `=SCORECARD.${id}(${n}2:${n}${last},${d}2:${d}${last})`),
];

/** Writes the sheet and gives back one edit: another numerator in one place, and everything that follows from it. */
async function sheetOf(columns: number, formulas: Formulas, functions?: CustomFunctionSource): Promise<() => Promise<void>> {
  const { Excel, host } = await openExcel(functions ? { functions } : {});
  const name = (column: number): string =>
    (column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (let k = 0; k < columns; k++) {
      const [left, n, d] = [k * 6, name(k * 6), name(k * 6 + 1)];
      sheet.getRangeByIndexes(1, left, ROWS, 2).values = Array.from({ length: ROWS }, (_, i) => [60 + ((i * 7 + k) % 30), 100 + i]);
      const block = formulas(n, d, ROWS + 1);
      sheet.getRangeByIndexes(1, left + 2, block.length, 4).formulas = block.map((row) => [...row]);
    }
    await context.sync();
  });
  let typed = 0;
  const { model } = host;
  const sheetId = model.getters.getActiveSheetId();
  return async () => {
    typed = (typed + 1) % 20;
    model.dispatch("UPDATE_CELL", { sheetId, col: 0, row: 1, content: String(60 + typed) });
    model.getters.getEvaluatedCell({ sheetId, col: 5, row: ROWS });
  };
}
