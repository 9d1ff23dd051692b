/**
 * What the add-in remembers in the workbook about its own sheets: the id of each, which survives renaming and moving by the person who
 * works with it, by the sheet's key ("scorecard", "data", "practice:F81010").
 */
export type OwnSheets = ReadonlyMap<string, string>;

/** Key of the workbook setting. It is in users' files and never changes. */
const settingKey = "gpScorecard.sheets";

export interface WorkbookState {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly position: number }[];
  /** Those of our sheets that are still there. */
  readonly own: OwnSheets;
  /** Table names in use, lower case; those on our own sheets are left out. */
  readonly foreignTables: ReadonlySet<string>;
  /** Those on our own sheets, lower case. */
  readonly ownTables: ReadonlySet<string>;
  /** Named cells in use, lower case. */
  readonly names: ReadonlySet<string>;
}

/** Reads in one round trip what stands in the workbook, so that the next one can be complete. */
export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const { worksheets, tables, names, settings } = context.workbook;
  const remembered = settings.getItemOrNullObject(settingKey);
  remembered.load({ value: true });
  worksheets.load({ id: true, name: true, position: true });
  tables.load({ name: true, worksheet: { id: true } });
  names.load({ name: true });
  await context.sync();

  const sheets = worksheets.items.map(({ id, name, position }) => ({ id, name, position }));
  const ids = new Set(sheets.map(({ id }) => id));
  const own = new Map([...parse(remembered.isNullObject ? null : remembered.value)].filter(([, id]) => ids.has(id)));
  const ownIds = new Set(own.values());
  const tablesWhere = (ours: boolean) =>
    new Set(tables.items.filter((table) => ownIds.has(table.worksheet.id) === ours).map((table) => table.name.toLowerCase()));
  return {
    sheets,
    own,
    foreignTables: tablesWhere(false),
    ownTables: tablesWhere(true),
    names: new Set(names.items.map((item) => item.name.toLowerCase())),
  };
}

export function rememberSheets(context: Excel.RequestContext, own: OwnSheets): void {
  context.workbook.settings.add(settingKey, JSON.stringify(Object.fromEntries(own)));
}

/** Only where something is remembered. */
export function forgetSheets(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(settingKey).delete();
}

/** What stands on a sheet, rows of cells; a formula's cell holds what it came to. */
export type SheetValues = readonly (readonly unknown[])[];

/** Reads in one round trip what stands on some of our sheets, by key. */
export async function readValues(context: Excel.RequestContext, sheets: OwnSheets): Promise<ReadonlyMap<string, SheetValues>> {
  if (sheets.size === 0) return new Map();
  const ranges = [...sheets].map(([key, id]) => [key, context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true)] as const);
  for (const [, range] of ranges) range.load({ values: true });
  await context.sync();
  return new Map(ranges.flatMap(([key, range]) => (range.isNullObject ? [] : [[key, range.values as SheetValues] as const])));
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

/** The wished-for name, or the first of "Data (2)", "Data (3)" ... that nobody else's sheet has. Excel ignores case here. */
export function freeName(
  wished: string,
  taken: ReadonlySet<string>,
  join: (name: string, n: number) => string = (name, n) => `${name} (${n})`,
): string {
  if (!taken.has(wished.toLowerCase())) return wished;
  for (let n = 2; ; n++) {
    const name = join(wished, n);
    if (!taken.has(name.toLowerCase())) return name;
  }
}
