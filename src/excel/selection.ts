import { hostProblem } from "./hostProblem";

/** The cells that are selected, such as "Sheet1!B5:B37". */
export async function selectedAddress(): Promise<string> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load({ address: true });
    await context.sync();
    return selected.address;
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}

/** What stands in the selected cells, row by row, blank ones left out; of whole columns only the part that is used. */
export async function selectedTexts(): Promise<readonly string[]> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const used = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
    used.load({ values: true });
    await context.sync();
    const values: readonly unknown[] = used.isNullObject ? [] : used.values.flat();
    return values.map((value) => String(value).trim()).filter((text) => text !== "");
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}

/** A practice code in the row of the selected cell, the cell's own first; null where there is none. */
export async function selectedPractice(): Promise<string | null> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const cell = context.workbook.getActiveCell();
    const row = cell.getEntireRow().getUsedRangeOrNullObject(true);
    cell.load({ values: true });
    row.load({ values: true });
    await context.sync();
    const texts = [cell.values, row.isNullObject ? [] : row.values].flat(2).map((value: unknown) => String(value).trim().toUpperCase());
    return texts.find((text) => /^[A-Z]\d{5}$/.test(text)) ?? null;
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}

/**
 * Writes a formula into the first of the selected cells, but only where that cell is empty: nothing of the person's is overwritten.
 * @returns the cell's address, and whether the formula was written
 */
export async function insertFormula(formula: string): Promise<{ readonly address: string; readonly written: boolean }> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0);
    cell.load({ address: true, formulas: true });
    await context.sync();
    const { address } = cell;
    if (cell.formulas[0]?.[0] !== "") return { address, written: false };
    cell.formulas = [[formula]];
    await context.sync();
    return { address, written: true };
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
