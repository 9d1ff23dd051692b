import type { WantedSheet } from "../sheet/layout";
import { tables } from "../sheet/names";
import type { WorkbookPlan } from "../sheet/plan";
import { drawCharts } from "./charts";
import { hostProblem } from "./hostProblem";
import { freeName, readState, rememberSheets, type WorkbookState } from "./ownSheets";
import { addTables, writeSheet, type Spelling } from "./writeSheet";

export interface Written {
  readonly sheets: readonly { readonly key: string; readonly id: string; readonly name: string }[];
  /** Whether an earlier scorecard was replaced. */
  readonly replaced: boolean;
  /** Names of charts that this Excel would not draw; everything else is there. */
  readonly chartsNotDrawn: readonly string[];
}

/** What is to be written, decided when it is known which of our sheets are there already. */
export interface Writing {
  readonly wanted: (existing: readonly string[]) => readonly WantedSheet[];
  /** Lays the plan out under the names that are free in this workbook. */
  readonly plan: (sheets: readonly WantedSheet[]) => WorkbookPlan;
}

/**
 * Writes a scorecard into the open workbook: complete, or not at all.
 *
 * Three round trips. The first reads what is there. The second adds the new sheets, under passing names when there are old ones. Only the
 * third, short and made of things Excel has no reason to refuse, deletes the old sheets and gives the new ones their names. When the second
 * fails, what it had begun is taken away again and the workbook is as it was. Sheets that the add-in did not make are never touched.
 *
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function writeWorkbook(writing: Writing): Promise<Written> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const state = await readState(context).catch((error: unknown) => {
      throw hostProblem(error, true);
    });
    const targets = decideNames(state, writing.wanted([...state.own.keys()]));
    const plan = writing.plan(targets.sheets);
    const created = await write(context, plan, state, targets);
    if (targets.replaced) await swap(context, plan, state, targets, created);
    const chartsNotDrawn = await drawCharts(context, plan, created);
    return {
      chartsNotDrawn,
      replaced: targets.replaced,
      sheets: targets.sheets.map(({ key, name }) => ({ key, name, id: created.get(key)! })),
    };
  });
}

interface Target extends WantedSheet {
  /** What the sheet is called until the old one is gone. */
  readonly passing: string;
}

interface Targets {
  readonly replaced: boolean;
  readonly sheets: readonly Target[];
  readonly tables: { readonly passing: Spelling; readonly final: Spelling };
}

/** An own sheet keeps the name its user gave it; a new one takes the wished-for name, or the next that is free. */
function decideNames(state: WorkbookState, wanted: readonly WantedSheet[]): Targets {
  const replaced = state.own.size > 0;
  const nameOf = new Map(state.sheets.map(({ id, name }) => [id, name]));
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const take = (wish: string): string => {
    const name = freeName(wish, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  const table = (suffix: string) =>
    new Map(Object.values(tables).map((name) => [name, freeName(`${name}${suffix}`, state.foreignTables, (base, n) => `${base}_${n}`)]));
  return {
    replaced,
    sheets: wanted.map(({ key, name: wish }) => {
      const name = nameOf.get(state.own.get(key) ?? "") ?? take(wish);
      return { key, name, passing: replaced ? take(`${wish} being built`) : name };
    }),
    tables: { passing: table(replaced ? "_new" : ""), final: table("") },
  };
}

/** Ids of new sheets by key. */
type Created = ReadonlyMap<string, string>;

async function write(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  { sheets, replaced, tables: spelled }: Targets,
): Promise<Created> {
  const { worksheets, names } = context.workbook;
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  const added = new Map(sheets.map(({ key, passing }) => [key, worksheets.add(passing)]));
  for (const sheetPlan of plan.sheets) addTables(added.get(sheetPlan.key)!, sheetPlan, spelled.passing);
  for (const { name, sheet: on, ref } of plan.names) {
    const sheet = added.get(plan.sheets.find((each) => each.name === on)?.key ?? "");
    if (sheet && !state.names.has(name.toLowerCase())) names.add(name, sheet.getRange(ref));
  }
  for (const sheetPlan of plan.sheets) {
    const sheet = added.get(sheetPlan.key)!;
    writeSheet(sheet, sheetPlan, plan.styles, spelled.passing);
    sheet.load({ id: true });
  }
  try {
    await context.sync();
    const created = new Map([...added].map(([key, sheet]) => [key, sheet.id]));
    if (!replaced) {
      rememberSheets(context, created);
      pointNames(context, plan, state);
      added.get("scorecard")!.activate();
      await context.sync();
    }
    return created;
  } catch (error) {
    throw hostProblem(error, await takeBack(context, plan, state, sheets));
  }
}

/**
 * The old sheets go, the new ones take their names and places. Deleting is what cannot be taken back: when the request fails before it, the
 * new sheets go instead and all is as it was; when it fails after it, the rest is tried once more.
 */
async function swap(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  targets: Targets,
  created: Created,
): Promise<void> {
  queueSwap(context, plan, state, targets, created, new Set(state.own.values()));
  try {
    await context.sync();
  } catch (error) {
    const left = await remaining(context, state);
    if (left === null) throw hostProblem(error, false);
    if (left.size === state.own.size) throw hostProblem(error, await takeBack(context, plan, state, targets.sheets));
    queueSwap(context, plan, state, targets, created, left);
    await context.sync().catch((again: unknown) => {
      throw hostProblem(again, false);
    });
  }
}

/** Every step says where it wants to end, so that a second round after a failure ends in the same place. */
function queueSwap(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  { sheets, tables: spelled }: Targets,
  created: Created,
  old: ReadonlySet<string>,
): void {
  const { worksheets } = context.workbook;
  const place = new Map(state.sheets.map(({ id, position }) => [id, position]));
  for (const id of old) worksheets.getItem(id).delete();
  for (const { key, name } of sheets) {
    const sheet = worksheets.getItem(created.get(key)!);
    sheet.name = name;
    const position = place.get(state.own.get(key) ?? "");
    if (position !== undefined) sheet.position = position;
    for (const table of plan.sheets.find((each) => each.key === key)?.tables ?? [])
      sheet.tables.getItemOrNullObject(spelled.passing.get(table.name)!).name = spelled.final.get(table.name)!;
  }
  pointNames(context, plan, state);
  rememberSheets(context, created);
  worksheets.getItem(created.get("scorecard")!).activate();
}

/** Which of the old sheets are still there; null where even that cannot be asked. */
async function remaining(context: Excel.RequestContext, state: WorkbookState): Promise<ReadonlySet<string> | null> {
  try {
    const { worksheets } = context.workbook;
    worksheets.load({ id: true });
    await context.sync();
    const ids = new Set(worksheets.items.map(({ id }) => id));
    return new Set([...state.own.values()].filter((id) => ids.has(id)));
  } catch {
    return null;
  }
}

/** Names that an earlier scorecard left are pointed at the new cells; the formulas that use them stay as they are. */
function pointNames(context: Excel.RequestContext, plan: WorkbookPlan, state: WorkbookState): void {
  for (const { name, sheet, ref } of plan.names)
    if (state.names.has(name.toLowerCase()))
      context.workbook.names.getItem(name).formula = `='${sheet.replaceAll("'", "''")}'!${ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/** Takes away the sheets and names a failed request had begun. @returns whether the workbook is as it was before */
async function takeBack(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  sheets: readonly Target[],
): Promise<boolean> {
  try {
    const { worksheets, names } = context.workbook;
    const begunSheets = sheets.map(({ passing }) => worksheets.getItemOrNullObject(passing));
    const begunNames = plan.names
      .filter(({ name }) => !state.names.has(name.toLowerCase()))
      .map(({ name }) => names.getItemOrNullObject(name));
    for (const sheet of begunSheets) sheet.load({ id: true });
    for (const name of begunNames) name.load({ name: true });
    await context.sync();
    for (const item of [...begunSheets, ...begunNames]) if (!item.isNullObject) item.delete();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
