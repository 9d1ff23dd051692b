import { contracts } from "./contracts";

/**
 * Checks every fact in a real Excel: bundle this file, load it in an add-in's pane or in Script Lab, and call it from the console with a
 * workbook open that may be written to. What it returns belongs, dated, beside the facts that it proves or corrects.
 *
 * @example console.table(await checkContracts(Excel));
 */
export async function checkContracts(excel: typeof Excel): Promise<readonly object[]> {
  const outcomes: object[] = [];
  for (const { id, says, source, expected, run } of contracts) {
    const found = await run(excel).catch((error: unknown) => `failed: ${String(error)}`);
    outcomes.push({ id, agrees: JSON.stringify(found) === JSON.stringify(expected), says, found, expected, known: source.kind });
  }
  return outcomes;
}
