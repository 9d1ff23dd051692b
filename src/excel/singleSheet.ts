import type { SheetPlan, Style } from "../sheet/plan";
import { hostProblem } from "./hostProblem";
import { newSheet, settleBegun } from "./newSheet";
import { freeName, readState, type SheetValues } from "./ownSheets";
import { writeSheet } from "./writeSheet";

export interface Inserted {
  readonly id: string;
  readonly name: string;
  /** It was there already and was left as it is. */
  readonly wasThere: boolean;
}

/**
 * Adds one sheet that the add-in knows again by its key, or shows the one that is there: what people typed on it is never overwritten.
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function insertSheet(
  { key, name }: { readonly key: string; readonly name: string },
  plan: (name: string) => { readonly sheet: SheetPlan; readonly styles: Readonly<Record<string, Style>> },
): Promise<Inserted> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const unchanged = (error: unknown) => {
      throw hostProblem(error, true);
    };
    const state = await readState(context).catch(unchanged);
    const { own, sheets } = state;
    const known = sheets.find(({ id }) => id === own.get(key));
    if (known) {
      context.workbook.worksheets.getItem(known.id).activate();
      settleBegun(context, state);
      await context.sync().catch(unchanged);
      return { id: known.id, name: known.name, wasThere: true };
    }
    const free = freeName(name, new Set(sheets.map((sheet) => sheet.name.toLowerCase())));
    const { sheet: laidOut, styles } = plan(free);
    const id = await newSheet(context, { key, name: free }, state, (sheet) => writeSheet(sheet, laidOut, styles, new Map()));
    return { id, name: free, wasThere: false };
  });
}

/** What stands on a sheet of ours, from A1 on, with the name it has now; null where it is not there. */
export async function readSheet(key: string): Promise<{ readonly name: string; readonly values: SheetValues } | null> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const { own, sheets } = await readState(context);
    const known = sheets.find(({ id }) => id === own.get(key));
    if (!known) return null;
    const sheet = context.workbook.worksheets.getItem(known.id);
    const used = sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true));
    used.load({ values: true });
    await context.sync();
    return { name: known.name, values: used.values as SheetValues };
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}
