import type { WantedSheet } from "../sheet/layout";
import { followed, lookedAtIn } from "../sheet/lookedAt";
import type { LookedAt } from "../sheet/lookers";
import type { WorkbookPlan } from "../sheet/plan";
import { strikeOutBegun } from "./begun";
import { cellContent } from "./cellContent";
import { typedSince, type Earlier } from "./earlier";
import { hostProblem } from "./hostProblem";
import { queueCells, queueFormulas, queueLookers, queueNameChanges, type CellChange } from "./lookers";
import {
  noteImprint,
  putBack,
  queueFound,
  rememberSheets,
  settingsNow,
  type FoundSheet,
  type OwnSheets,
  type WorkbookState,
} from "./ownSheets";
import type { Target, Targets } from "./targets";
import type { Planned } from "./writeWorkbook";

/** Ids of new sheets by key. */
export type Created = ReadonlyMap<string, string>;

/** All that an exchange has to do with. */
export interface Exchange {
  readonly planned: Planned;
  readonly state: WorkbookState;
  readonly targets: Targets;
  readonly created: Created;
  /** Sheets of ours that are made elsewhere; they stay. */
  readonly others: OwnSheets;
  readonly earlier: Earlier;
}

/**
 * The old sheets go, the new ones take their names and places. Formulas elsewhere that look at the old ones are pointed at the new ones
 * before, so that Excel carries them along when these are renamed; a reference to a deleted sheet could not be mended any more. Deleting is
 * what cannot be taken back: when the request fails before it, all is put back as it was; when it fails after it, the rest is tried once more.
 *
 * @returns what stood on the old sheets at last, where somebody had typed on them since they were read
 */
export async function exchange(context: Excel.RequestContext, all: Exchange): Promise<Earlier | null> {
  const { planned, state, targets, earlier } = all;
  const { survey, lookers, watch } = earlier.looking;
  const old = [...state.own.values(), ...state.leftOver];
  // Where somebody else has exchanged them meanwhile, the request ends here, before anything is changed.
  for (const id of [...old, ...all.created.values()]) context.workbook.worksheets.getItem(id).load({ id: true });
  const keys = [...earlier.sheets.keys()].filter((key) => state.own.has(key));
  const last = queueFound(context, state, new Map(keys.map((key) => [key, state.own.get(key)!])));
  const looking = queueLookers(context, survey, lookers, watch);
  queueCells(context, changesOf(all, "passing"));
  queueExchange(context, all, new Set(old));
  let stood: ReadonlyMap<string, FoundSheet>;
  try {
    await context.sync();
    stood = last();
  } catch (error) {
    const left = await remaining(context, all);
    if (left === null) throw hostProblem(error, false);
    if (left === "exchanged") return null;
    if (left === "overtaken") throw hostProblem(error, await withdraw(context, all.created));
    if (left.size === old.length) {
      const before = lookers.map(({ place, formula }): CellChange => [place, formula]);
      throw hostProblem(error, await takeBack(context, planned.plan, state, targets.sheets, before));
    }
    queueCells(context, left.size > 0 ? changesOf(all, "passing") : []);
    queueExchange(context, all, left);
    await context.sync().catch((again: unknown) => {
      throw hostProblem(again, false);
    });
    return null;
  }
  await followLate(context, all, looking());
  return typedSince(earlier, stood);
}

/** What each formula that looks at our sheets is to be; one that looks at what is gone becomes the value it had. */
function changesOf(all: Exchange, called: "passing" | "final"): readonly CellChange[] {
  return followed(all.earlier.looking.lookers, lookedAt(all, called)).flatMap(([{ place, value }, formula]): CellChange[] => {
    if (formula !== null) return [[place, formula]];
    return place.kind === "name" ? [] : [[place, plain(value)]];
  });
}

function lookedAt({ planned: { plan, imprint }, targets, earlier }: Exchange, called: "passing" | "final"): LookedAt {
  const passing = new Map(targets.sheets.map((target) => [target.key, target.passing]));
  return lookedAtIn(plan, imprint, earlier.looking.standing, {
    sheet: ({ key, name }) => (called === "final" ? name : passing.get(key)!),
    table: (name) => targets.tables[called].get(name)!,
  });
}

/** An error is an error again. */
const plain = (value: string | number | boolean | null) =>
  typeof value === "string" && /^#[A-Z/0]+[!?]?$/.test(value) ? value : cellContent({ value, style: "" });

/**
 * Formulas that somebody entered, or changed, while the scorecard was being built: what they were before the old sheets went is known. Text
 * that reads like a formula is told by standing there unchanged.
 */
async function followLate(context: Excel.RequestContext, all: Exchange, stood: ReturnType<ReturnType<typeof queueLookers>>): Promise<void> {
  const known = new Set(all.earlier.looking.lookers.map(({ place, formula }) => JSON.stringify([place, formula])));
  const late = stood.filter(({ place, formula }) => !known.has(JSON.stringify([place, formula])));
  if (late.length === 0) return;
  const failed = (error: unknown) => {
    throw hostProblem(error, false);
  };
  const now = queueFormulas(context, late);
  await context.sync().catch(failed);
  const formulas = now();
  const broken = late.filter(({ formula }, i) => formulas[i] !== formula);
  queueCells(
    context,
    followed(broken, lookedAt(all, "final")).flatMap(([{ place }, formula]): CellChange[] => (formula === null ? [] : [[place, formula]])),
  );
  await context.sync().catch(failed);
}

/** Every step says where it wants to end, so that a second round after a failure ends in the same place. */
function queueExchange(context: Excel.RequestContext, all: Exchange, old: ReadonlySet<string>): void {
  const { planned, state, targets, created, others } = all;
  const { plan, imprint } = planned;
  const { worksheets } = context.workbook;
  const { passing, final } = targets.tables;
  // When all ends here, the new sheets are known for ours under whatever name they have then.
  rememberSheets(context, new Map([...others, ...created]));
  for (const id of old) worksheets.getItem(id).delete();
  for (const { key, name } of targets.sheets) {
    const sheet = worksheets.getItem(created.get(key)!);
    sheet.name = name;
    for (const table of plan.sheets.find((each) => each.key === key)?.tables ?? [])
      sheet.tables.getItemOrNullObject(passing.get(table.name)!).name = final.get(table.name)!;
  }
  // From left to right: what stands before a sheet is then in its place already.
  orderOf(state, targets.sheets).forEach((key, position) => {
    if (key !== null) worksheets.getItem(created.get(key)!).position = position;
  });
  pointNames(context, plan, state);
  queueNameChanges(context, changesOf(all, "final"));
  if (imprint !== null) noteImprint(context, imprint);
  worksheets.getItem(created.get("scorecard")!).activate();
  strikeOutBegun(context);
}

/** The workbook's sheets in their final order: keys of the new ones, null for everybody else's. A sheet that had none before follows its neighbour. */
function orderOf(state: WorkbookState, sheets: readonly WantedSheet[]): readonly (string | null)[] {
  const keyOf = new Map([...state.own].map(([key, id]) => [id, key]));
  const made = new Set(sheets.map(({ key }) => key));
  const order = [...state.sheets]
    .filter(({ id }) => !state.leftOver.includes(id))
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => keyOf.get(id) ?? null)
    .filter((key) => key === null || made.has(key));
  sheets.forEach(({ key }, i) => {
    if (!order.includes(key)) order.splice(i === 0 ? order.length : order.indexOf(sheets[i - 1]!.key) + 1, 0, key);
  });
  return order;
}

/**
 * Which of the old sheets are still there; "exchanged" where only the answer was lost, "overtaken" where somebody else has exchanged them,
 * null where even that cannot be asked.
 */
async function remaining(
  context: Excel.RequestContext,
  { state, others, created }: Exchange,
): Promise<ReadonlySet<string> | "exchanged" | "overtaken" | null> {
  try {
    const { worksheets } = context.workbook;
    const { begun, sheets } = settingsNow(context);
    worksheets.load({ id: true });
    await context.sync();
    const remembered = sheets.isNullObject ? null : String(sheets.value);
    const isOurs = remembered === JSON.stringify(Object.fromEntries([...others, ...created]));
    if (isOurs && begun.isNullObject) return "exchanged";
    if (!isOurs && remembered !== state.remembered.sheets) return "overtaken";
    const ids = new Set(worksheets.items.map(({ id }) => id));
    return new Set([...state.own.values(), ...state.leftOver].filter((id) => ids.has(id)));
  } catch {
    return null;
  }
}

/** Takes away the sheets that were built, and leaves what somebody else has made. @returns whether that is done */
async function withdraw(context: Excel.RequestContext, created: Created): Promise<boolean> {
  try {
    const sheets = [...created.values()].map((id) => context.workbook.worksheets.getItemOrNullObject(id));
    const { begun } = settingsNow(context);
    for (const sheet of sheets) sheet.load({ id: true });
    await context.sync();
    for (const item of [...sheets, begun]) if (!item.isNullObject) item.delete();
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

/** Names that an earlier scorecard left are pointed at the new cells; the formulas that use them stay as they are. */
export function pointNames(context: Excel.RequestContext, plan: WorkbookPlan, state: WorkbookState): void {
  for (const { name, sheet, ref } of plan.names)
    if (state.names.has(name.toLowerCase()))
      context.workbook.names.getItem(name).formula = `='${sheet.replaceAll("'", "''")}'!${ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}

/**
 * Takes away the sheets and names a failed request had begun.
 * @param before formulas elsewhere as they were, where they may have been pointed at the new sheets; null where nothing but building beside
 *   an old scorecard was begun: somebody else may have built another since, and what is remembered of that stays
 * @returns whether the workbook is as it was before
 */
export async function takeBack(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  state: WorkbookState,
  sheets: readonly Target[],
  before: readonly CellChange[] | null,
): Promise<boolean> {
  try {
    const { worksheets, names } = context.workbook;
    const begunSheets = sheets.map(({ passing }) => worksheets.getItemOrNullObject(passing));
    const begunNames = plan.names
      .filter(({ name }) => !state.names.has(name.toLowerCase()))
      .map(({ name }) => names.getItemOrNullObject(name));
    const now = settingsNow(context);
    for (const sheet of begunSheets) sheet.load({ id: true });
    for (const name of begunNames) name.load({ name: true });
    await context.sync();
    queueCells(context, before ?? []);
    for (const item of [...begunSheets, ...begunNames]) if (!item.isNullObject) item.delete();
    putBack(context, state, now, before === null ? ["begun"] : undefined);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
