import type { Book } from "../engine/book";
import type { Getters, Json, Position, Table } from "../engine/types";
import type { FormulaTable } from "./structured";
import { fromEngine, type FormulaScope } from "./translate";

/** What is kept of a table beside the engine's own: its name, and the style where the engine has none of that name. */
export interface TableExtra {
  readonly [key: string]: Json;
  readonly name: string;
}

/** What is kept of a defined name beside the engine's own range. */
export interface NameExtra {
  readonly [key: string]: Json;
  readonly name: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The name under which the engine holds the range, where it is not the name itself. */
  readonly engineName: string | null;
  /** What a name stands for that is no plain range, with its "=". */
  readonly formula: string | null;
}

export const tableKey = (sheetId: string, tableId: string): string => `table|${sheetId}|${tableId}`;

/** Names of the workbook have no sheet in their key. */
export const nameKey = (sheetId: string | undefined, name: string): string => `name|${sheetId ?? ""}|${name.toLowerCase()}`;

/** The table that stands for a sheet's own filter is none that formulas or add-ins can see. */
export const filterTableId = (book: Book, sheetId: string): string | undefined => book.extra<string>(`filter|${sheetId}`);

export const visibleTables = (book: Book, sheetId: string): readonly Table[] =>
  book.getters.getCoreTables(sheetId).filter((table) => table.id !== filterTableId(book, sheetId));

export const tableNameOf = (book: Book, sheetId: string, tableId: string): string =>
  book.extra<TableExtra>(tableKey(sheetId, tableId))?.name ?? `Table${tableId}`;

/** Tables and names of a workbook, as its formulas may mention them; worked out once for each state of the workbook. */
export class BookScope implements FormulaScope {
  private epoch = -1;
  private tables: ReadonlyMap<string, FormulaTable> = new Map();
  private words: readonly string[] = [];

  constructor(private readonly book: Book) {}

  mayMention(formula: string): boolean {
    this.refresh();
    const text = formula.toLowerCase();
    return this.words.some((word) => text.includes(word));
  }

  table(name: string): FormulaTable | undefined {
    this.refresh();
    return this.tables.get(name.toLowerCase());
  }

  tableAt(at: Position): FormulaTable | undefined {
    this.refresh();
    for (const table of this.tables.values()) {
      const { left, right, top, bottom } = table.zone;
      if (table.sheetId === at.sheetId && at.col >= left && at.col <= right && at.row >= top && at.row <= bottom) return table;
    }
    return undefined;
  }

  name(name: string, sheet: string | undefined, at: Position): string | undefined {
    const sheetId = sheet === undefined ? at.sheetId : this.book.getters.getSheetIdByName(sheet);
    const local = sheetId === undefined ? undefined : this.book.extra<NameExtra>(nameKey(sheetId, name));
    const found = local ?? this.book.extra<NameExtra>(nameKey(undefined, name));
    if (found?.engineName) return found.engineName;
    return found?.formula ? `(${found.formula.slice(1)})` : undefined;
  }

  /** The formula of a cell as a person wrote it. */
  formulaAt(at: Position): string | undefined {
    const cell = this.book.cell(at);
    if (!cell?.isFormula) return undefined;
    const formula = cell.compiledFormula.toFormulaString(this.book.getters);
    const remembered = (cell.style as { readonly xlRefs?: string } | undefined)?.xlRefs;
    return remembered === undefined ? formula : fromEngine(formula, remembered.split("\t"), at, this);
  }

  /**
   * Lets a table or name change under the formulas that mention it: they are read before, and written again after.
   * `also` names words whose formulas were not understood so far, such as a name that is about to exist.
   */
  rewriting(change: () => void, also: readonly string[] = [], renamed: (formula: string) => string = (formula) => formula): void {
    const mentioning: { readonly at: Position; readonly formula: string }[] = [];
    for (const sheetId of this.book.getters.getSheetIds())
      for (const cell of this.book.getters.getCells(sheetId)) {
        if (!cell.isFormula) continue;
        const at = this.book.getters.getCellPosition(cell.id);
        const formula = this.formulaAt(at) ?? "";
        const remembers = (cell.style as { readonly xlRefs?: string } | undefined)?.xlRefs !== undefined;
        if (remembers || also.some((word) => formula.toLowerCase().includes(word.toLowerCase()))) mentioning.push({ at, formula });
      }
    change();
    for (const { at, formula } of mentioning)
      this.book.dispatch("HOST_SET_CELLS", { sheetId: at.sheetId, row: at.row, col: at.col, contents: [[renamed(formula)]] });
  }

  private refresh(): void {
    if (this.epoch === this.book.epoch) return;
    this.epoch = this.book.epoch;
    const found = this.book.getters
      .getSheetIds()
      .flatMap((sheetId) => visibleTables(this.book, sheetId).map((table) => describe(this.book, this.book.getters, sheetId, table)));
    this.tables = new Map(found);
    const names = this.book.extraKeys("name|").filter((key) => {
      const extra = this.book.extra<NameExtra>(key);
      return extra?.engineName !== null || extra.formula !== null;
    });
    this.words = [...this.tables.keys(), ...names.map((key) => key.slice(key.lastIndexOf("|") + 1))];
  }
}

function describe(book: Book, getters: Getters, sheetId: string, table: Table): readonly [string, FormulaTable] {
  const { zone } = table.range;
  const columns: string[] = [];
  for (let col = zone.left; col <= zone.right; col++) columns.push(headerText(getters, { sheetId, col, row: zone.top }));
  const described: FormulaTable = {
    sheetId,
    sheetName: getters.getSheetName(sheetId),
    zone,
    hasHeader: table.config.numberOfHeaders > 0,
    hasTotals: table.config.totalRow,
    columns,
  };
  return [tableNameOf(book, sheetId, table.id).toLowerCase(), described];
}

function headerText(getters: Getters, at: Position): string {
  const cell = getters.getCell(at);
  return cell && !cell.isFormula ? String(cell.parsedValue ?? "") : "";
}
