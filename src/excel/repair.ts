import { addInCells, readSheets, type AddInCell } from "./addInCells";
import { hostProblem } from "./hostProblem";

/** How Excel spells a function of an add-in that it lost: `_xldudf_SCORECARD_NAME`, behind `[2]!` where another add-in got in its way. */
const lost = /(?:\[\d+\]!|'[^']*'!)?_xldudf_SCORECARD[._]/gi;
const textInQuotes = /("(?:[^"]|"")*")/;

/** @example spelledRight('=[2]!_xldudf_SCORECARD_PATIENTS_PER_GP(A1,B1)') // "=SCORECARD.PATIENTS_PER_GP(A1,B1)" */
export const spelledRight = (formula: string): string =>
  formula
    .split(textInQuotes)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(lost, "SCORECARD.")))
    .join("");

/** A cell that asks the add-in and is not heard. */
const isLost = ({ formula, value }: AddInCell): boolean => spelledRight(formula) !== formula || String(value) === "#NAME?";

export interface RepairedCells {
  readonly cells: readonly AddInCell[];
  /** Lost cells on protected sheets: they stay as they are. */
  readonly left: readonly AddInCell[];
}

/**
 * Enters every formula of ours that Excel does not know any more again, spelled as it should be. Excel looks the function up anew; a formula
 * that only waited for the add-in comes to life.
 *
 * @throws ProblemError of kind "host" when Excel refuses; the formulas are then as they were
 */
export async function enterAgain(): Promise<RepairedCells> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const sheets = await readSheets(context);
    const lostOn = (isProtected: boolean) =>
      sheets.filter((sheet) => sheet.isProtected === isProtected).flatMap((sheet) => addInCells(sheet).filter(isLost));
    const cells = lostOn(false);
    for (const { sheetId, row, column, formula } of cells)
      context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1).formulas = [[spelledRight(formula)]];
    await context.sync();
    return { cells, left: lostOn(true) };
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
