/** Whether the workbook is open for reading only: Excel refuses changes then with the same words as where it is protected. */
export async function isReadOnly(): Promise<boolean> {
  return Excel.run(async (context) => {
    context.workbook.load({ readOnly: true });
    await context.sync();
    return context.workbook.readOnly;
  });
}
