import { contracts } from "./contracts";
import type { Contract } from "./contract";

/** What became of a fact in the workbook at hand. */
export interface Outcome {
  readonly contract: Contract;
  readonly answer: "holds" | "differs" | "not tried";
  /** What Excel gave, where it was tried. */
  readonly found: unknown;
}

export interface CheckOptions {
  /** Whether this Excel has a version of ExcelApi; facts that need a newer one are not tried. */
  readonly supports: (version: string) => boolean;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Tries every fact in the open workbook, one after the other, on sheets of its own. Whatever a fact leaves behind, by failing half-way, is
 * taken out again at the end; what a person has in the workbook is not touched.
 */
export async function checkContracts(excel: typeof Excel, { supports, onProgress, signal }: CheckOptions): Promise<readonly Outcome[]> {
  const before = await takeStock(excel);
  const outcomes: Outcome[] = [];
  try {
    for (const contract of contracts) {
      if (signal.aborted) break;
      onProgress(outcomes.length, contracts.length);
      outcomes.push(await outcomeOf(excel, contract, supports));
    }
  } finally {
    await tidy(excel, before);
  }
  onProgress(outcomes.length, contracts.length);
  return outcomes;
}

async function outcomeOf(excel: typeof Excel, contract: Contract, supports: (version: string) => boolean): Promise<Outcome> {
  if (contract.needs !== undefined && !supports(contract.needs)) return { contract, answer: "not tried", found: undefined };
  try {
    const found = await contract.run(excel);
    return { contract, answer: sameJson(found, contract.expected) ? "holds" : "differs", found };
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    return { contract, answer: "differs", found: `refused: ${code ?? ""} ${message ?? String(error)}`.trim() };
  }
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a check must leave as it was. */
interface Stock {
  readonly sheets: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly active: string;
}

async function takeStock(excel: typeof Excel): Promise<Stock> {
  return excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load({ id: true });
    names.load({ name: true });
    const active = worksheets.getActiveWorksheet();
    active.load({ id: true });
    await context.sync();
    return {
      sheets: new Set(worksheets.items.map(({ id }) => id)),
      names: new Set(names.items.map(({ name }) => name)),
      active: active.id,
    };
  });
}

/** Takes out sheets and names that were not there before, and brings the person's sheet to the front again. */
async function tidy(excel: typeof Excel, before: Stock): Promise<void> {
  await excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.load({ id: true });
    names.load({ name: true });
    await context.sync();
    for (const sheet of worksheets.items)
      if (!before.sheets.has(sheet.id)) {
        sheet.visibility = "Visible";
        sheet.delete();
      }
    for (const name of names.items) if (!before.names.has(name.name) && /^contract_/i.test(name.name)) name.delete();
    worksheets.getItem(before.active).activate();
    await context.sync();
  });
}
