import type { FoundCard } from "../sheet/addedColumns";
import type { FoundOnSheet } from "../sheet/carried";
import type { Imprint } from "../sheet/imprint";
import type { Standing } from "../sheet/lookedAt";
import { watchFor } from "../sheet/lookers";
import { standingCard } from "../sheet/standingCard";
import { readCarried } from "./carried";
import { queueSurvey, readLookers, type FoundLooker, type Survey } from "./lookers";
import { readFound, type FoundSheet, type OwnSheets, type WorkbookState } from "./ownSheets";
import { readLooks } from "./readLooks";

/** What an earlier scorecard left in the workbook, as far as it was to be read. */
export interface Earlier {
  readonly sheets: ReadonlyMap<string, FoundSheet>;
  /** What we wrote on it; null where that was not noted. */
  readonly imprint: Imprint | null;
  /** The scorecard with what people added to it; null where there is none, or none that can be made out. */
  readonly card: FoundCard | null;
  readonly looking: Looking;
  /** Notes, comments and rules that people put on our sheets, by key. */
  readonly carried: ReadonlyMap<string, FoundOnSheet>;
}

/** Who looks at our sheets from elsewhere in the workbook, and what they look at. */
export interface Looking {
  readonly lookers: readonly FoundLooker[];
  readonly standing: Standing;
  readonly survey: Survey;
  readonly watch: ReturnType<typeof watchFor>;
}

/** @param read which of our sheets, besides those that somebody looks at by address */
export async function readEarlier(context: Excel.RequestContext, state: WorkbookState, read: OwnSheets): Promise<Earlier> {
  const { imprint } = state;
  const survey = queueSurvey(context, state, oursIn(state));
  if (read.size === 0 && state.own.size > 0) await context.sync();
  const sheets = await readFound(context, state, read);
  const found = sheets.get("scorecard");
  const card = found === undefined ? null : standingCard(found.values, imprint?.columns ?? null);
  const carried: Earlier["carried"] = state.own.size > 0 ? await readCarried(context, state.own, card) : new Map();
  const looking = await readLooking(context, state, sheets, carried, state.own.size > 0 ? survey() : nobody);
  if (!found || card === null) return { sheets, imprint, card: null, looking, carried };
  return { sheets, imprint, card: { ...found, card, ...(await readLooks(context, found, card)) }, looking, carried };
}

const nobody: Survey = { blocks: [], cells: 0, protectedSheets: new Set(), others: [], names: new Map() };

/** What was read before, with who looks at our sheets as they stand now. */
export async function lookedAtAgain(context: Excel.RequestContext, state: WorkbookState, earlier: Earlier): Promise<Earlier> {
  const survey = queueSurvey(context, state, oursIn(state));
  await context.sync();
  return { ...earlier, looking: await readLooking(context, state, new Map(), earlier.carried, survey()) };
}

/** Sheets that are made anew, and those of a start that was cut off. */
const oursIn = ({ own, leftOver }: WorkbookState): ReadonlySet<string> => new Set([...own.values(), ...leftOver]);

async function readLooking(
  context: Excel.RequestContext,
  state: WorkbookState,
  read: ReadonlyMap<string, FoundSheet>,
  carried: Earlier["carried"],
  survey: Survey,
): Promise<Looking> {
  const nameOf = new Map(state.sheets.map(({ id, name }) => [id, name]));
  const keyOf = new Map([
    ...[...state.begun].flatMap(([key, name]) => state.leftOver.filter((id) => nameOf.get(id) === name).map((id) => [id, key] as const)),
    ...[...state.own].map(([key, id]) => [id, key] as const),
  ]);
  const tables = new Map([...state.ownTables].flatMap(([name, id]) => (keyOf.has(id) ? [[name, keyOf.get(id)!] as const] : [])));
  const watch = watchFor(
    [...keyOf.keys()].map((id) => nameOf.get(id)!),
    tables.keys(),
  );
  const lookers = state.own.size === 0 ? [] : await readLookers(context, survey, watch);
  const mentioned = new Set(lookers.flatMap(({ sheets }) => sheets));
  const matters = (key: string, id: string) => mentioned.has(nameOf.get(id)!.toLowerCase()) || (carried.get(key)?.remarks.length ?? 0) > 0;
  const toRead = new Map([...state.own].filter(([key, id]) => !read.has(key) && matters(key, id)));
  const values = new Map([...read, ...(await readFound(context, state, toRead))]);
  const known = state.imprint?.columns ?? null;
  return {
    lookers,
    survey,
    watch,
    standing: {
      tables,
      sheets: [...keyOf].map(([id, key]) => {
        const found = state.own.get(key) === id ? values.get(key) : undefined;
        return {
          key,
          name: nameOf.get(id)!,
          values: found?.values ?? null,
          card: key === "scorecard" && found ? standingCard(found.values, known) : null,
        };
      }),
    },
  };
}

/** What was read, with what stood there just before the old sheets went; null where that is the same. */
export function typedSince(earlier: Earlier, last: ReadonlyMap<string, FoundSheet>): Earlier | null {
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
