import { asOneStep } from "./asOneStep";
import { imprintOf, type Imprint } from "../sheet/imprint";
import type { WantedSheet } from "../sheet/layout";
import { tables } from "../sheet/names";
import type { WorkbookPlan } from "../sheet/plan";
import { drawCharts } from "./charts";
import { hostProblem } from "./hostProblem";
import { newSheet, settleBegun } from "./newSheet";
import { freeName, readFound, readState, type SheetValues, type WorkbookState } from "./ownSheets";
import { writeSheet, type Spelling } from "./writeSheet";

export interface AddedSheet {
  readonly id: string;
  readonly name: string;
  /** Whether it stood in the workbook already and was only brought to the front. */
  readonly wasThere: boolean;
  readonly chartsNotDrawn: readonly string[];
}

/**
 * Adds one sheet to the scorecard that is in the workbook, before its Data sheet, and brings it to the front; where the sheet is there
 * already, only that. Complete, or not at all; nothing else is touched.
 *
 * @param layOut lays the sheet out under the name that is free, given what the scorecard sheet shows; null where the two do not go together
 * @returns null, with nothing changed, where there is no whole scorecard that the sheet's formulas could look things up in
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function addSheet(
  { key, name: wish }: WantedSheet,
  layOut: (sheet: WantedSheet, scorecard: SheetValues) => WorkbookPlan | null,
): Promise<AddedSheet | null> {
  return asOneStep(async (context) => {
    const unchanged = (error: unknown) => {
      throw hostProblem(error, true);
    };
    const state = await readState(context).catch(unchanged);
    const there = state.sheets.find(({ id }) => id === state.own.get(key));
    if (there !== undefined) {
      context.workbook.worksheets.getItem(there.id).activate();
      settleBegun(context, state);
      await context.sync().catch(unchanged);
      return { id: there.id, name: there.name, wasThere: true, chartsNotDrawn: [] };
    }
    const spelling = spellingIn(state);
    const scorecard = state.own.get("scorecard");
    if (scorecard === undefined || spelling === null) return null;
    const found = await readFound(context, state, new Map([["scorecard", scorecard]])).catch(unchanged);
    const name = freeName(wish, new Set(state.sheets.map((sheet) => sheet.name.toLowerCase())));
    const plan = layOut({ key, name }, found.get("scorecard")?.values ?? []);
    const sheetPlan = plan?.sheets.find((each) => each.key === key);
    if (!plan || !sheetPlan) return null;
    const data = state.sheets.find((each) => each.id === state.own.get("data"));
    const fill = (sheet: Excel.Worksheet): void => {
      writeSheet(sheet, sheetPlan, plan.styles, spelling);
      if (data !== undefined) sheet.position = data.position;
    };
    // The page's own words join those of the scorecard, or a refresh would keep them as an officer's.
    const imprint =
      state.imprint &&
      withTexts(
        state.imprint,
        imprintOf({ ...plan, sheets: [sheetPlan] }, () => true),
      );
    const id = await newSheet(context, { key, name }, state, fill, imprint);
    const chartsNotDrawn = await drawCharts(context, { ...plan, sheets: [sheetPlan] }, new Map([[key, id]]));
    return { id, name, wasThere: false, chartsNotDrawn };
  });
}

const withTexts = (imprint: Imprint, { texts }: Imprint): Imprint => ({ ...imprint, texts: new Set([...imprint.texts, ...texts]) });

/** What the scorecard's tables are called in this workbook; null where one of them is gone or was renamed. */
function spellingIn({ foreignTables, ownTables }: WorkbookState): Spelling | null {
  const spelling = new Map(Object.values(tables).map((name) => [name, freeName(name, foreignTables, (base, n) => `${base}_${n}`)]));
  return [...spelling.values()].every((name) => ownTables.has(name.toLowerCase())) ? spelling : null;
}
