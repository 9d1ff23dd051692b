/** A text that the workbook keeps for the add-in under a key. It is in users' files: a key never changes, and nothing personal goes in. */
export async function keepText(key: string, text: string | null): Promise<void> {
  await Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const { settings } = context.workbook;
    if (text !== null) settings.add(key, text);
    else {
      const kept = settings.getItemOrNullObject(key);
      kept.load({ value: true });
      await context.sync();
      if (!kept.isNullObject) kept.delete();
    }
    await context.sync();
  });
}

/** The text kept under a key, or null. */
export async function keptText(key: string): Promise<string | null> {
  return Excel.run(async (context) => {
    const kept = context.workbook.settings.getItemOrNullObject(key);
    kept.load({ value: true });
    await context.sync();
    return kept.isNullObject ? null : String(kept.value);
  });
}
