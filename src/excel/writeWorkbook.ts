import { ProblemError } from "../problem";
import type { Imprint } from "../sheet/imprint";
import { isLaidOut, type WantedSheet } from "../sheet/layout";
import type { WorkbookPlan } from "../sheet/plan";
import { asOneStep } from "./asOneStep";
import { noteBegun, strikeOutBegun } from "./begun";
import { drawCharts } from "./charts";
import { lookedAtAgain, readEarlier, type Earlier, type Looking } from "./earlier";
import { exchange, pointNames, takeBack, type Created } from "./exchange";
import { hostProblem } from "./hostProblem";
import { noteImprint, readState, rememberSheets, type OwnSheets, type WorkbookState } from "./ownSheets";
import { sendParts } from "./sendParts";
import { decideNames, type Targets } from "./targets";
import { addTables, sheetParts, type Part } from "./writeSheet";

export type { Earlier } from "./earlier";

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
  /** Told how many of the sheets are in the workbook, under names that are not yet theirs. */
  readonly onSheets?: ((written: number, of: number) => void) | undefined;
  /** Until the last step the writing can be stopped: what was begun is taken away again. */
  readonly signal?: AbortSignal | undefined;
}

export interface Planned {
  readonly plan: WorkbookPlan;
  /** What we write ourselves, to be noted; null leaves what is noted as it is. */
  readonly imprint: Imprint | null;
}

/**
 * Writes a scorecard into the open workbook: complete, or not at all.
 *
 * The first round trip reads what is there; where there is an old scorecard, a few more read what people wrote on it and who looks at it from
 * elsewhere. The next adds the new sheets, under passing names when there are old ones. Only the last, short and made of things Excel has no
 * reason to refuse, points formulas at the new sheets, deletes the old ones and gives the new ones their names. When the adding fails, what
 * it had begun is taken away again and the workbook is as it was; so when it is cancelled meanwhile. On sheets that the add-in did not make nothing changes but references to
 * those that it did; sheets of a kind that is not laid out here stay.
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
      const earlier: Earlier = await (given ? lookedAtAgain(context, state, given) : readEarlier(context, state, read)).catch(unchanged);
      refuseProtected(earlier.looking, state);
      const planned = writing.plan(targets.sheets, earlier);
      const created = await write(context, { ...writing, ...planned }, state, targets, others);
      const late = targets.replaced ? await exchange(context, { planned, state, targets, created, others, earlier }) : null;
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

/** What we remember of sheets that are made elsewhere, or by another version, is kept as it is. */
function withoutOthers(state: WorkbookState): WorkbookState & { readonly others: OwnSheets } {
  const some = (laidOut: boolean) => new Map([...state.own].filter(([key]) => isLaidOut(key) === laidOut));
  return { ...state, own: some(true), others: some(false) };
}

/** A reference on a protected sheet cannot be carried along, and would be lost with the sheet that it looks at. */
function refuseProtected({ lookers, survey }: Looking, { sheets }: WorkbookState): void {
  const ids = new Set(
    lookers.flatMap(({ place }) => (place.kind === "cell" && survey.protectedSheets.has(place.sheetId) ? [place.sheetId] : [])),
  );
  if (ids.size > 0)
    throw new ProblemError({ kind: "protectedFormulas", sheets: sheets.flatMap(({ id, name }) => (ids.has(id) ? [name] : [])) });
}

const namesOfLeftOver = ({ sheets, leftOver }: WorkbookState): readonly string[] =>
  sheets.flatMap(({ id, name }) => (leftOver.includes(id) ? [name] : []));

function droppedFrom({ own, sheets }: WorkbookState, created: Created): Written["dropped"] {
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  return [...own].filter(([key]) => !created.has(key)).map(([key, id]) => ({ key, name: nameOf.get(id)! }));
}

async function write(
  context: Excel.RequestContext,
  { plan, imprint, onSheets, signal }: Planned & Pick<Writing, "onSheets" | "signal">,
  state: WorkbookState,
  { sheets, replaced, tables: spelled }: Targets,
  others: OwnSheets,
): Promise<Created> {
  const { worksheets, names } = context.workbook;
  const added = new Map<string, Excel.Worksheet>();
  function begin(): void {
    // Where there are old sheets, those of a start that was cut off go with them: somebody may look at them.
    if (!replaced) for (const id of state.leftOver) worksheets.getItem(id).delete();
    noteBegun(context, new Map(sheets.map(({ key, passing }) => [key, passing])), replaced ? namesOfLeftOver(state) : []);
    for (const { key, passing } of sheets) added.set(key, worksheets.add(passing));
    for (const sheetPlan of plan.sheets) addTables(added.get(sheetPlan.key)!, sheetPlan, spelled.passing);
    for (const { name, sheet: on, ref } of plan.names) {
      const sheet = added.get(plan.sheets.find((each) => each.name === on)?.key ?? "");
      if (sheet && !state.names.has(name.toLowerCase())) names.add(name, sheet.getRange(ref));
    }
    for (const sheet of added.values()) sheet.load({ id: true });
  }
  let queued = 0;
  function* parts(): Generator<Part> {
    yield { bytes: 20_000, queue: begin };
    for (const sheetPlan of plan.sheets) {
      yield* sheetParts(added.get(sheetPlan.key)!, sheetPlan, plan.styles, spelled.passing);
      queued++;
    }
  }
  try {
    await sendParts(context, parts(), () => {
      onSheets?.(queued, plan.sheets.length);
      if (signal?.aborted) throw new ProblemError({ kind: "cancelled", what: "scorecard" });
    });
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
    const takenBack = await takeBack(context, plan, state, sheets, replaced ? null : []);
    if (signal?.aborted && !takenBack)
      throw new ProblemError({ kind: "host", code: "RequestAborted", nothingChanged: false, detail: "cancelled, and not taken back" });
    throw hostProblem(error, takenBack);
  }
}
