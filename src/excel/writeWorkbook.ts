import { tables } from "../sheet/names";
import type { WorkbookPlan } from "../sheet/plan";
import { hostProblem } from "./hostProblem";
import { freeName, readState, rememberSheets, roles, type Role, type WorkbookState } from "./ownSheets";
import { writeSheet, type Spelling } from "./writeSheet";

export interface Written {
  readonly sheets: readonly { readonly role: Role; readonly id: string; readonly name: string }[];
  /** Whether an earlier scorecard was replaced. */
  readonly replaced: boolean;
}

/**
 * Writes a scorecard into the open workbook: complete, or not at all.
 *
 * Three round trips. The first reads what is there. The second adds the new sheets, under passing names when there are old ones. Only the third, short
 * and made of things Excel has no reason to refuse, deletes the old sheets and gives the new ones their names. When the second fails, what
 * it had begun is taken away again and the workbook is as it was. Sheets that the add-in did not make are never touched.
 *
 * @param planFor lays the plan out for the sheet names that are free in this workbook
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function writeWorkbook(planFor: (names: Readonly<Record<Role, string>>) => WorkbookPlan): Promise<Written> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const state = await readState(context).catch((error: unknown) => {
      throw hostProblem(error, true);
    });
    const targets = decideNames(state);
    const plan = planFor(targets.names);
    const created = await write(context, plan, state, targets);
    if (targets.replaced) await swap(context, plan, state, targets, created);
    return { replaced: targets.replaced, sheets: created.map(({ role, id }) => ({ role, id, name: targets.names[role] })) };
  });
}

interface Targets {
  readonly replaced: boolean;
  readonly names: Readonly<Record<Role, string>>;
  /** What the sheets are called until the old ones are gone. */
  readonly passing: Readonly<Record<Role, string>>;
  readonly tables: { readonly passing: Spelling; readonly final: Spelling };
}

const wished: Readonly<Record<Role, string>> = { scorecard: "Scorecard", data: "Data", methods: "Methods" };

/** An own sheet keeps the name its user gave it; a new one takes the wished-for name, or the next that is free. */
function decideNames(state: WorkbookState): Targets {
  const replaced = Object.keys(state.own).length > 0;
  const nameOf = new Map(state.sheets.map(({ id, name }) => [id, name]));
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const take = (wish: string): string => {
    const name = freeName(wish, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const each = (name: (role: Role) => string) => Object.fromEntries(roles.map((role) => [role, name(role)])) as Record<Role, string>;
  const names = each((role) => nameOf.get(state.own[role] ?? "") ?? take(wished[role]));
  const table = (suffix: string) =>
    new Map(Object.values(tables).map((name) => [name, freeName(`${name}${suffix}`, state.foreignTables, (base, n) => `${base}_${n}`)]));
  return {
    replaced,
    names,
    passing: replaced ? each((role) => take(`${wished[role]} being built`)) : names,
    tables: { passing: table(replaced ? "_new" : ""), final: table("") },
  };
}

interface Created {
  readonly role: Role;
  readonly id: string;
}

async function write(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  { names, passing, replaced, tables: spelled }: Targets,
): Promise<Created[]> {
  const { worksheets } = context.workbook;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  const sheets = new Map(roles.map((role) => [role, worksheets.add(passing[role])]));
  // What a formula names must be there before it: first Methods, then its named cells, then Data, then the front sheet.
  for (const role of ["methods", "data", "scorecard"] as const) {
    const sheet = sheets.get(role)!;
    writeSheet(
      sheet,
      plan.sheets.find(({ name }) => name === names[role])!,
      plan.styles,
      spelled.passing,
    );
    if (role === "methods")
      for (const { name, ref } of plan.names)
        if (!state.names.has(name.toLowerCase())) context.workbook.names.add(name, sheet.getRange(ref));
    sheet.load({ id: true });
  }
  if (!replaced) sheets.get("scorecard")!.activate();
  try {
    await context.sync();
    const created = roles.map((role) => ({ role, id: sheets.get(role)!.id }));
    if (!replaced) {
      remember(context, created);
      pointNames(context, plan, state, names.methods);
      await context.sync();
    }
    return created;
  } catch (error) {
    throw hostProblem(error, await takeBack(context, Object.values(passing)));
  }
}

/** The old sheets go, the new ones take their names and places. */
async function swap(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  { names, passing, tables: spelled }: Targets,
  created: readonly Created[],
): Promise<void> {
  const { worksheets } = context.workbook;
  const place = new Map(state.sheets.map(({ id, position }) => [id, position]));
  pointNames(context, plan, state, passing.methods);
  for (const role of roles) if (state.own[role] !== undefined) worksheets.getItem(state.own[role]).delete();
  for (const { role, id } of created) {
    const sheet = worksheets.getItem(id);
    sheet.name = names[role];
    const position = place.get(state.own[role] ?? "");
    if (position !== undefined) sheet.position = position;
  }
  for (const name of Object.values(tables)) context.workbook.tables.getItem(spelled.passing.get(name)!).name = spelled.final.get(name)!;
  remember(context, created);
  worksheets.getItem(created.find(({ role }) => role === "scorecard")!.id).activate();
  try {
    await context.sync();
  } catch (error) {
    throw hostProblem(error, await takeBack(context, Object.values(passing)));
  }
}

const remember = (context: Excel.RequestContext, created: readonly Created[]): void =>
  rememberSheets(context, Object.fromEntries(created.map(({ role, id }) => [role, id])) as Record<Role, string>);

/** Names that an earlier scorecard left are pointed at the new cells; the formulas that use them stay as they are. */
function pointNames(context: Excel.RequestContext, plan: WorkbookPlan, state: WorkbookState, methods: string): void {
  for (const { name, ref } of plan.names)
    if (state.names.has(name.toLowerCase()))
      context.workbook.names.getItem(name).formula = `='${methods.replaceAll("'", "''")}'!${ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** Takes away the sheets a failed request had begun. @returns whether the workbook is as it was before */
async function takeBack(context: Excel.RequestContext, names: readonly string[]): Promise<boolean> {
  try {
    const begun = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    for (const sheet of begun) sheet.load({ id: true });
    await context.sync();
    for (const sheet of begun) if (!sheet.isNullObject) sheet.delete();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
