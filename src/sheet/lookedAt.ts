import { parseArea } from "./a1";
import type { Imprint } from "./imprint";
import { repointed, type LookedAt, type Looker, type SheetNow, type TableNow } from "./lookers";
import type { SheetPlan, WorkbookPlan } from "./plan";
import { moveOfSheet } from "./relaid";
import { wordOf, type Cells, type StandingCard } from "./standingCard";

/** Our sheets and tables as they stand before a scorecard is built anew, for those who look at them. */
export interface Standing {
  readonly sheets: readonly {
    readonly key: string;
    readonly name: string;
    /** What stands on it; null where that was not read. */
    readonly values: Cells | null;
    readonly card: StandingCard | null;
  }[];
  /** Keys of the sheets that the tables stand on, by their names in small letters. */
  readonly tables: ReadonlyMap<string, string>;
}

/**
 * Where that which stood on our sheets stands in a plan.
 * @param called what a sheet and a table of the plan are to be called
 */
export function lookedAtIn(
  plan: WorkbookPlan,
  imprint: Imprint | null,
  { sheets, tables }: Standing,
  called: { readonly sheet: (sheet: SheetPlan) => string; readonly table: (name: string) => string },
): LookedAt {
  const byKey = new Map(plan.sheets.map((sheet) => [sheet.key, sheet]));
  return {
    sheets: new Map<string, SheetNow>(
      sheets.map(({ key, name, values, card }) => {
        const sheet = byKey.get(key);
        if (sheet === undefined) return [name.toLowerCase(), "gone"];
        return [name.toLowerCase(), { to: called.sheet(sheet), move: moveOfSheet(sheet, values, card, imprint?.columns ?? []) }];
      }),
    ),
    tables: new Map<string, TableNow>(
      [...tables].map(([name, key]) => {
        const sheet = byKey.get(key);
        const table =
          sheet &&
          tableFor(
            name,
            sheet,
            [...tables].filter(([, on]) => on === key).map(([each]) => each),
          );
        return [name, table ? { to: called.table(table.name), columns: columnsOf(sheet, table.ref) } : "gone"];
      }),
    ),
  };
}

/** A table goes by the name we gave it, or by what somebody made of that: then it is the one of its sheet that is not there otherwise. */
function tableFor(name: string, { tables }: SheetPlan, standing: readonly string[]) {
  const isCalled = (planned: string, found: string) => new RegExp(`^${planned}(_new)?(_\\d+)?$`, "i").test(found);
  const same = tables.find((each) => isCalled(each.name, name));
  if (same) return same;
  const left = tables.filter((each) => !standing.some((found) => isCalled(each.name, found)));
  const renamed = standing.filter((found) => !tables.some((each) => isCalled(each.name, found)));
  return left.length === 1 && renamed.length === 1 ? left[0] : undefined;
}

function columnsOf({ rows }: SheetPlan, ref: string): ReadonlySet<string> {
  const { top, left, right } = parseArea(ref);
  return new Set(rows[top]!.slice(left, right + 1).map(({ value }) => wordOf(value).toLowerCase()));
}

/** Each formula with what it is to be; null for one that looks at what is gone. */
export const followed = <T extends Looker>(
  lookers: readonly T[],
  lookedAt: LookedAt,
): readonly (readonly [looker: T, formula: string | null])[] => lookers.map((looker) => [looker, repointed(looker.formula, lookedAt)]);
