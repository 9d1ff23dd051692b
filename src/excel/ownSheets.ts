import type { Imprint } from "../sheet/imprint";
import { afterBegun, begunKey, type Begun } from "./begun";

/**
 * What the add-in remembers in the workbook about its own sheets: the id of each, which survives renaming and moving by the person who
 * works with it, by the sheet's key ("scorecard", "data", "practice:F81010").
 */
export type OwnSheets = ReadonlyMap<string, string>;

/** Keys of the workbook settings. They are in users' files and never change. */
const settingKey = "gpScorecard.sheets";
const imprintKey = "gpScorecard.imprint";

export interface WorkbookState {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly position: number }[];
  /** Those of our sheets that are still there. */
  readonly own: OwnSheets;
  /** Our settings as they stand, to be put back; null for one that is not there. */
  readonly remembered: Readonly<Record<"sheets" | "imprint" | "begun", string | null>>;
  /** Sheets of a start that was cut off, by key; empty in all other cases. */
  readonly begun: Begun;
  /** Ids of those of them in whose place we have others. */
  readonly leftOver: readonly string[];
  /** Table names in use, lower case; those on our own sheets are left out. */
  readonly foreignTables: ReadonlySet<string>;
  /** Those on our own sheets, lower case, with the sheet's id. */
  readonly ownTables: ReadonlyMap<string, string>;
  /** Named cells in use, lower case. */
  readonly names: ReadonlySet<string>;
  /** What we wrote last; null where it was not noted. */
  readonly imprint: Imprint | null;
}

/** Reads in one round trip what stands in the workbook, so that the next one can be complete. */
export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const { worksheets, tables, names } = context.workbook;
  const settings = settingsNow(context);
  worksheets.load({ id: true, name: true, position: true });
  tables.load({ name: true, worksheet: { id: true } });
  names.load({ name: true });
  await context.sync();

  const sheets = worksheets.items.map(({ id, name, position }) => ({ id, name, position }));
  const ids = new Set(sheets.map(({ id }) => id));
  const valueOf = (setting: Excel.Setting): string | null => (setting.isNullObject ? null : String(setting.value));
  const remembered = { sheets: valueOf(settings.sheets), imprint: valueOf(settings.imprint), begun: valueOf(settings.begun) };
  const stored = new Map([...parse(remembered.sheets)].filter(([, id]) => ids.has(id)));
  const begun = parse(remembered.begun);
  const { own, leftOver } = afterBegun(stored, begun, sheets);
  const ownIds = new Set([...own.values(), ...leftOver]);
  const tablesWhere = (ours: boolean) =>
    new Map(
      tables.items
        .filter((table) => ownIds.has(table.worksheet.id) === ours)
        .map((table) => [table.name.toLowerCase(), table.worksheet.id]),
    );
  return {
    sheets,
    own,
    remembered,
    begun,
    leftOver,
    foreignTables: new Set(tablesWhere(false).keys()),
    ownTables: tablesWhere(true),
    names: new Set(names.items.map((item) => item.name.toLowerCase())),
    imprint: imprintFrom(remembered.imprint),
  };
}

export function rememberSheets(context: Excel.RequestContext, own: OwnSheets): void {
  context.workbook.settings.add(settingKey, JSON.stringify(Object.fromEntries(own)));
}

/** Our settings as they stand now, loaded with the next round trip. */
export function settingsNow(context: Excel.RequestContext) {
  const { settings } = context.workbook;
  const now = {
    sheets: settings.getItemOrNullObject(settingKey),
    imprint: settings.getItemOrNullObject(imprintKey),
    begun: settings.getItemOrNullObject(begunKey),
  };
  for (const setting of Object.values(now)) setting.load({ value: true });
  return now;
}

/** Puts our settings, or only some of them, back as they were when the state was read. */
export function putBack(
  context: Excel.RequestContext,
  { remembered }: WorkbookState,
  now: ReturnType<typeof settingsNow>,
  which: readonly (keyof WorkbookState["remembered"])[] = ["sheets", "imprint", "begun"],
): void {
  for (const [name, key] of [
    ["sheets", settingKey],
    ["imprint", imprintKey],
    ["begun", begunKey],
  ] as const) {
    if (!which.includes(name)) continue;
    const value = remembered[name];
    if (value !== null) context.workbook.settings.add(key, value);
    else if (!now[name].isNullObject) now[name].delete();
  }
}

/** Only where something is remembered. */
export function forgetSheets(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(settingKey).delete();
}

export function noteImprint(context: Excel.RequestContext, { columns, texts }: Imprint): void {
  context.workbook.settings.add(imprintKey, JSON.stringify({ columns, texts: [...texts].join(" ") }));
}

/** Only where it was noted. */
export function forgetImprint(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(imprintKey).delete();
}

function imprintFrom(value: unknown): Imprint | null {
  try {
    const { columns, texts } = JSON.parse(String(value)) as { readonly columns?: unknown; readonly texts?: unknown };
    const isRead = Array.isArray(columns) && columns.every((key) => typeof key === "string") && typeof texts === "string";
    return isRead ? { columns, texts: new Set(texts.split(" ")) } : null;
  } catch {
    return null;
  }
}

/** What stands on a sheet, rows of cells; a formula's cell holds what it came to. */
export type SheetValues = readonly (readonly unknown[])[];

/** A sheet as it stands, rows of cells from A1. */
export interface FoundSheet {
  readonly id: string;
  readonly name: string;
  readonly values: SheetValues;
  /** A cell without a formula holds its value here too. */
  readonly formulas: SheetValues;
}

/** Reads in one round trip what stands on some of our sheets, by key. */
export async function readFound(
  context: Excel.RequestContext,
  state: WorkbookState,
  wanted: OwnSheets,
): Promise<ReadonlyMap<string, FoundSheet>> {
  if (wanted.size === 0) return new Map();
  const found = queueFound(context, state, wanted);
  await context.sync();
  return found();
}

/** Asks for what stands on some of our sheets at this point of the request. @returns how to read it when the request has been answered */
export function queueFound(
  context: Excel.RequestContext,
  { sheets }: WorkbookState,
  wanted: OwnSheets,
): () => ReadonlyMap<string, FoundSheet> {
  const ranges = [...wanted].map(([key, id]) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const range = sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true));
    range.load({ values: true, formulas: true });
    return { key, id, range };
  });
  return () =>
    new Map(
      ranges.map(({ key, id, range }) => {
        const { name } = sheets.find((sheet) => sheet.id === id)!;
        return [key, { id, name, values: range.values as SheetValues, formulas: range.formulas as SheetValues }];
      }),
    );
}

/** What another version or a careless hand left in the setting is no reason to fail: what cannot be read is not ours. */
function parse(value: unknown): OwnSheets {
  try {
    const stored: unknown = typeof value === "string" ? JSON.parse(value) : null;
    if (typeof stored !== "object" || stored === null) return new Map();
    return new Map(Object.entries(stored).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return new Map();
  }
}

/** As much of a name as Excel's 31 characters leave room for, with an ending. An apostrophe cannot be the last. */
export const sheetName = (name: string, ending: string): string => `${name.slice(0, 31 - ending.length).trim()}${ending}`;

/** The wished-for name, or the first of "Data (2)", "Data (3)" ... that nobody else's sheet has. Excel ignores case here. */
export function freeName(
  wished: string,
  taken: ReadonlySet<string>,
  join: (name: string, n: number) => string = (name, n) => sheetName(name, ` (${n})`),
): string {
  if (!taken.has(wished.toLowerCase())) return wished;
  for (let n = 2; ; n++) {
    const name = join(wished, n);
    if (!taken.has(name.toLowerCase())) return name;
  }
}
