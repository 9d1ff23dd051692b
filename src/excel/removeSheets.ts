import { asOneStep } from "./asOneStep";
import { isLaidOut } from "../sheet/layout";
import { names } from "../sheet/names";
import { strikeOutBegun } from "./begun";
import { hostProblem } from "./hostProblem";
import { forgetImprint, forgetSheets, readState, rememberSheets, type OwnSheets, type WorkbookState } from "./ownSheets";

/**
 * Takes the scorecard's sheets and the names that belong to them out of the workbook; sheets that a person filled in for us stay. Where there would be no sheet left, an empty one is added first,
 * because Excel does not do without. Deleting cannot be taken back: when it stops half-way, the rest is tried once more.
 *
 * @returns names of the sheets that went
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function removeSheets(): Promise<readonly string[]> {
  return asOneStep(async (context) => {
    const unchanged = (error: unknown) => {
      throw hostProblem(error, true);
    };
    const state = await readState(context).catch(unchanged);
    const ids = new Set(laidOut(state).values());
    const going = state.sheets.filter(({ id }) => ids.has(id));
    try {
      await remove(context, state);
    } catch (error) {
      const now = await readState(context).catch(() => null);
      if (now === null) throw hostProblem(error, false);
      if (laidOut(now).size === ids.size) throw hostProblem(error, await takeBackEmpty(context, state, now));
      await remove(context, now).catch((again: unknown) => {
        throw hostProblem(again, false);
      });
    }
    return going.map(({ name }) => name);
  });
}

const laidOut = ({ own }: WorkbookState): OwnSheets => new Map([...own].filter(([key]) => isLaidOut(key)));

async function remove(context: Excel.RequestContext, state: WorkbookState): Promise<void> {
  const { worksheets, names: defined } = context.workbook;
  const { own, sheets, names: taken, leftOver } = state;
  const going = laidOut(state);
  if (going.size > 0 && going.size + leftOver.length === sheets.length) worksheets.add();
  for (const id of [...going.values(), ...leftOver]) worksheets.getItem(id).delete();
  for (const name of Object.values(names)) if (taken.has(name.toLowerCase())) defined.getItemOrNullObject(name).delete();
  if (own.size > going.size) rememberSheets(context, new Map([...own].filter(([key]) => !going.has(key))));
  else if (state.remembered.sheets !== null) forgetSheets(context);
  if (state.remembered.imprint !== null) forgetImprint(context);
  if (state.begun.size > 0) strikeOutBegun(context);
  await context.sync();
}

/** The empty sheet that was added goes again. @returns whether the workbook is as it was before */
async function takeBackEmpty(context: Excel.RequestContext, before: WorkbookState, now: WorkbookState): Promise<boolean> {
  const known = new Set(before.sheets.map(({ id }) => id));
  for (const { id } of now.sheets) if (!known.has(id)) context.workbook.worksheets.getItem(id).delete();
  return context.sync().then(
    () => true,
    () => false,
  );
}
