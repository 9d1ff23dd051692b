import type { FoundCard } from "../sheet/addedColumns";
import type { Imprint } from "../sheet/imprint";
import { isLaidOut, type WantedSheet } from "../sheet/layout";
import { tables } from "../sheet/names";
import type { WorkbookPlan } from "../sheet/plan";
import { standingCard } from "../sheet/standingCard";
import { asOneStep } from "./asOneStep";
import { drawCharts } from "./charts";
import { noteBegun, strikeOutBegun } from "./begun";
import { hostProblem } from "./hostProblem";
import {
  freeName,
  noteImprint,
  putBack,
  queueFound,
  readFound,
  readState,
  rememberSheets,
  settingsNow,
  type FoundSheet,
  type OwnSheets,
  type WorkbookState,
} from "./ownSheets";
import { readLooks } from "./readLooks";
import { sendParts } from "./sendParts";
import { addTables, sheetParts, type Part, type Spelling } from "./writeSheet";

export interface Written {
  readonly sheets: readonly { readonly key: string; readonly id: string; readonly name: string }[];
  /** Whether an earlier scorecard was replaced. */
  readonly replaced: boolean;
  /** Names of charts that this Excel would not draw; everything else is there. */
  readonly chartsNotDrawn: readonly string[];
  /** Sheets of an earlier scorecard in whose place there is nothing now, under the names they had. */
  readonly dropped: readonly { readonly key: string; readonly name: string }[];
}

/** What is to be written, decided when it is known which of our sheets are there already. */
export interface Writing {
  readonly wanted: (existing: readonly string[]) => readonly WantedSheet[];
  /** Which of the sheets that are there already should be read before they go: those that people write on. None if left out. */
  readonly reads?: (key: string) => boolean;
  /** Lays the plan out under the names that are free in this workbook, with what was read. */
  readonly plan: (sheets: readonly WantedSheet[], earlier: Earlier) => Planned;
}

/** What an earlier scorecard left in the workbook, as far as it was to be read. */
export interface Earlier {
  readonly sheets: ReadonlyMap<string, FoundSheet>;
  /** What we wrote on it; null where that was not noted. */
  readonly imprint: Imprint | null;
  /** The scorecard with what people added to it; null where there is none, or none that can be made out. */
  readonly card: FoundCard | null;
}

export interface Planned {
  readonly plan: WorkbookPlan;
  /** What we write ourselves, to be noted; null leaves what is noted as it is. */
  readonly imprint: Imprint | null;
}

/**
 * Writes a scorecard into the open workbook: complete, or not at all.
 *
 * The first round trip reads what is there; where there is an old scorecard, one more reads what people wrote on it. The next adds the new
 * sheets, under passing names when there are old ones. Only the last, short and made of things Excel has no reason to refuse, deletes the old
 * sheets and gives the new ones their names. When the adding fails, what it had begun is taken away again and the workbook is as it was.
 * Sheets that the add-in did not make are never touched, nor are those of a kind that is not laid out here.
 *
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function writeWorkbook(writing: Writing): Promise<Written> {
  return asOneStep(async (context) => {
    const unchanged = (error: unknown) => {
      throw hostProblem(error, true);
    };
    let first: Pick<Written, "replaced" | "dropped"> | null = null;
    for (let given: Earlier | null = null; ;) {
      const { others, ...state } = withoutOthers(await readState(context).catch(unchanged));
      const targets = decideNames(state, writing.wanted([...state.own.keys()]));
      const read = new Map([...state.own].filter(([key]) => writing.reads?.(key)));
      const earlier: Earlier = given ?? (await readEarlier(context, state, read).catch(unchanged));
      const planned = writing.plan(targets.sheets, earlier);
      const created = await write(context, planned, state, targets, others);
      const late = targets.replaced ? await swap(context, planned, state, targets, created, others, earlier) : null;
      first ??= { replaced: targets.replaced, dropped: droppedFrom(state, created) };
      // Somebody typed while it was written: once more, from what stood there at last.
      if (late !== null && given === null) {
        given = late;
        continue;
      }
      return {
        chartsNotDrawn: await drawCharts(context, planned.plan, created),
        ...first,
        sheets: targets.sheets.map(({ key, name }) => ({ key, name, id: created.get(key)! })),
      };
    }
  });
}

async function readEarlier(context: Excel.RequestContext, state: WorkbookState, read: OwnSheets): Promise<Earlier> {
  const { imprint } = state;
  const sheets = await readFound(context, state, read);
  const found = sheets.get("scorecard");
  const card = found === undefined ? null : standingCard(found.values, imprint?.columns ?? null);
  if (!found || card === null) return { sheets, imprint, card: null };
  return { sheets, imprint, card: { ...found, card, ...(await readLooks(context, found, card)) } };
}

/** What was read, with what stood there just before the old sheets went; null where that is the same. */
function typedSince(earlier: Earlier, last: ReadonlyMap<string, FoundSheet>): Earlier | null {
  const same = [...last].every(([key, { formulas }]) => JSON.stringify(formulas) === JSON.stringify(earlier.sheets.get(key)?.formulas));
  if (same) return null;
  const found = last.get("scorecard");
  const card = found === undefined ? null : standingCard(found.values, earlier.imprint?.columns ?? null);
  const { card: before } = earlier;
  return {
    ...earlier,
    sheets: new Map([...earlier.sheets, ...last]),
    card: !found || !card || !before ? before : { ...before, ...found, card },
  };
}

/** What we remember of sheets that are made elsewhere, or by another version, is kept as it is. */
function withoutOthers(state: WorkbookState): WorkbookState & { readonly others: OwnSheets } {
  const some = (laidOut: boolean) => new Map([...state.own].filter(([key]) => isLaidOut(key) === laidOut));
  return { ...state, own: some(true), others: some(false) };
}

function droppedFrom({ own, sheets }: WorkbookState, created: Created): Written["dropped"] {
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  return [...own].filter(([key]) => !created.has(key)).map(([key, id]) => ({ key, name: nameOf.get(id)! }));
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
  { plan, imprint }: Planned,
  state: WorkbookState,
  { sheets, replaced, tables: spelled }: Targets,
  others: OwnSheets,
): Promise<Created> {
  const { worksheets, names } = context.workbook;
  const added = new Map<string, Excel.Worksheet>();
  function begin(): void {
    for (const id of state.leftOver) worksheets.getItem(id).delete();
    noteBegun(context, new Map(sheets.map(({ key, passing }) => [key, passing])));
    for (const { key, passing } of sheets) added.set(key, worksheets.add(passing));
    for (const sheetPlan of plan.sheets) addTables(added.get(sheetPlan.key)!, sheetPlan, spelled.passing);
    for (const { name, sheet: on, ref } of plan.names) {
      const sheet = added.get(plan.sheets.find((each) => each.name === on)?.key ?? "");
      if (sheet && !state.names.has(name.toLowerCase())) names.add(name, sheet.getRange(ref));
    }
    for (const sheet of added.values()) sheet.load({ id: true });
  }
  function* parts(): Generator<Part> {
    yield { bytes: 20_000, queue: begin };
    for (const sheetPlan of plan.sheets) yield* sheetParts(added.get(sheetPlan.key)!, sheetPlan, plan.styles, spelled.passing);
  }
  try {
    await sendParts(context, parts());
    const created = new Map([...added].map(([key, sheet]) => [key, sheet.id]));
    if (!replaced) {
      rememberSheets(context, new Map([...others, ...created]));
      if (imprint !== null) noteImprint(context, imprint);
      strikeOutBegun(context);
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
 *
 * @returns what stood on the old sheets at last, where somebody had typed on them since they were read
 */
async function swap(
  context: Excel.RequestContext,
  planned: Planned,
  state: WorkbookState,
  targets: Targets,
  created: Created,
  others: OwnSheets,
  earlier: Earlier,
): Promise<Earlier | null> {
  const last = queueFound(
    context,
    state,
    new Map([...earlier.sheets].filter(([key]) => state.own.has(key)).map(([key]) => [key, state.own.get(key)!])),
  );
  queueSwap(context, planned, state, targets, created, others, new Set(state.own.values()));
  try {
    await context.sync();
    return typedSince(earlier, last());
  } catch (error) {
    const left = await remaining(context, state);
    if (left === null) throw hostProblem(error, false);
    if (left === "swapped") return null;
    if (left.size === state.own.size) throw hostProblem(error, await takeBack(context, planned.plan, state, targets.sheets));
    queueSwap(context, planned, state, targets, created, others, left);
    await context.sync().catch((again: unknown) => {
      throw hostProblem(again, false);
    });
    return null;
  }
}

/** Every step says where it wants to end, so that a second round after a failure ends in the same place. */
function queueSwap(
  context: Excel.RequestContext,
  { plan, imprint }: Planned,
  state: WorkbookState,
  { sheets, tables: spelled }: Targets,
  created: Created,
  others: OwnSheets,
  old: ReadonlySet<string>,
): void {
  const { worksheets } = context.workbook;
  const order = orderOf(state, sheets);
  // When all ends here, the new sheets are known for ours under whatever name they have then.
  rememberSheets(context, new Map([...others, ...created]));
  for (const id of old) worksheets.getItem(id).delete();
  for (const { key, name } of sheets) {
    const sheet = worksheets.getItem(created.get(key)!);
    sheet.name = name;
    for (const table of plan.sheets.find((each) => each.key === key)?.tables ?? [])
      sheet.tables.getItemOrNullObject(spelled.passing.get(table.name)!).name = spelled.final.get(table.name)!;
  }
  // From left to right: what stands before a sheet is then in its place already.
  order.forEach((key, position) => {
    if (key !== null) worksheets.getItem(created.get(key)!).position = position;
  });
  pointNames(context, plan, state);
  if (imprint !== null) noteImprint(context, imprint);
  worksheets.getItem(created.get("scorecard")!).activate();
  strikeOutBegun(context);
}

/** The workbook's sheets in their final order: keys of the new ones, null for everybody else's. A sheet that had none before follows its neighbour. */
function orderOf(state: WorkbookState, sheets: readonly WantedSheet[]): readonly (string | null)[] {
  const keyOf = new Map([...state.own].map(([key, id]) => [id, key]));
  const made = new Set(sheets.map(({ key }) => key));
  const order = [...state.sheets]
    .sort((a, b) => a.position - b.position)
    .map(({ id }) => keyOf.get(id) ?? null)
    .filter((key) => key === null || made.has(key));
  sheets.forEach(({ key }, i) => {
    if (!order.includes(key)) order.splice(i === 0 ? order.length : order.indexOf(sheets[i - 1]!.key) + 1, 0, key);
  });
  return order;
}

/** Which of the old sheets are still there; "swapped" where only the answer was lost, null where even that cannot be asked. */
async function remaining(context: Excel.RequestContext, state: WorkbookState): Promise<ReadonlySet<string> | "swapped" | null> {
  try {
    const { worksheets } = context.workbook;
    const { begun } = settingsNow(context);
    worksheets.load({ id: true });
    await context.sync();
    if (begun.isNullObject) return "swapped";
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
    const now = settingsNow(context);
    for (const sheet of begunSheets) sheet.load({ id: true });
    for (const name of begunNames) name.load({ name: true });
    await context.sync();
    for (const item of [...begunSheets, ...begunNames]) if (!item.isNullObject) item.delete();
    putBack(context, state, now);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
