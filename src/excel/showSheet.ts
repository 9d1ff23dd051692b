import { hostProblem } from "./hostProblem";

/**
 * Brings a sheet to the front.
 * @throws ProblemError of kind "host" when the sheet is gone or Excel is busy
 */
export async function showSheet(id: string): Promise<void> {
  await Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    context.workbook.worksheets.getItem(id).activate();
    await context.sync();
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
