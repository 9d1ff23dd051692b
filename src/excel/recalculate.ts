/** Has Excel work out every formula again, for functions that answer from data which has just been loaded. */
export async function recalculate(): Promise<void> {
  await Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    context.workbook.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
}
