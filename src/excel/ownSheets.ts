/** The sheets of a scorecard, by what they are for. */
export type Role = "scorecard" | "data" | "methods";
export const roles: readonly Role[] = ["scorecard", "data", "methods"];

/** What the add-in remembers in the workbook about its own sheets: ids, which survive renaming and moving by the person who works with them. */
export type OwnSheets = Partial<Readonly<Record<Role, string>>>;

/** Key of the workbook setting. It is in users' files and never changes. */
const settingKey = "gpScorecard.sheets";

export interface WorkbookState {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly position: number }[];
  /** Those of our sheets that are still there. */
  readonly own: OwnSheets;
  /** Table names in use, lower case; those on our own sheets are left out. */
  readonly foreignTables: ReadonlySet<string>;
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
  const own: Partial<Record<Role, string>> = {};
  const stored = remembered.isNullObject ? {} : parse(remembered.value);
  for (const role of roles) {
    const id = stored[role];
    if (id !== undefined && ids.has(id)) own[role] = id;
  }
  const ownIds = new Set(Object.values(own));
  return {
    sheets,
    own,
    foreignTables: new Set(tables.items.filter((table) => !ownIds.has(table.worksheet.id)).map((table) => table.name.toLowerCase())),
    names: new Set(names.items.map((item) => item.name.toLowerCase())),
  };
}

export function rememberSheets(context: Excel.RequestContext, own: Readonly<Record<Role, string>>): void {
  context.workbook.settings.add(settingKey, JSON.stringify(own));
}

function parse(value: unknown): OwnSheets {
  try {
    const stored: unknown = typeof value === "string" ? JSON.parse(value) : null;
    if (typeof stored !== "object" || stored === null) return {};
    return Object.fromEntries(
      roles.flatMap((role) =>
        typeof (stored as Record<string, unknown>)[role] === "string" ? [[role, (stored as Record<string, string>)[role]]] : [],
      ),
    );
  } catch {
    return {};
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
