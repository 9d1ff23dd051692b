import type { WantedSheet } from "../sheet/layout";
import { tables } from "../sheet/names";
import { freeName, sheetName, type WorkbookState } from "./ownSheets";
import type { Spelling } from "./writeSheet";

export interface Target extends WantedSheet {
  /** What the sheet is called until the old one is gone. */
  readonly passing: string;
}

/** What sheets and tables are to be called, while they are built beside old ones and for good. */
export interface Targets {
  readonly replaced: boolean;
  readonly sheets: readonly Target[];
  readonly tables: { readonly passing: Spelling; readonly final: Spelling };
}

/** An own sheet keeps the name its user gave it; a new one takes the wished-for name, or the next that is free. */
export function decideNames(state: WorkbookState, wanted: readonly WantedSheet[]): Targets {
  const replaced = state.own.size > 0;
  // Somebody else may be building in the same workbook: each knows its own sheets by their names.
  const run = Math.floor(Math.random() * 36 ** 3).toString(36);
  const nameOf = new Map(state.sheets.map(({ id, name }) => [id, name]));
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const take = (wish: string): string => {
    const name = freeName(wish, taken);
    taken.add(name.toLowerCase());
    return name;
  };
  // Until they are exchanged, the tables of a start that was cut off stand about too.
  const passing = new Set([...state.foreignTables, ...state.ownTables.keys()]);
  const table = (suffix: string, inUse: ReadonlySet<string>) =>
    new Map(Object.values(tables).map((name) => [name, freeName(`${name}${suffix}`, inUse, (base, n) => `${base}_${n}`)]));
  return {
    replaced,
    sheets: wanted.map(({ key, name: wish }) => {
      const name = nameOf.get(state.own.get(key) ?? "") ?? take(wish);
      return { key, name, passing: replaced ? take(sheetName(wish, ` being built ${run}`)) : name };
    }),
    tables: { passing: replaced ? table("_new", passing) : table("", state.foreignTables), final: table("", state.foreignTables) },
  };
}
