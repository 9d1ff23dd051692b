import type { Book } from "../engine/book";
import { styleOf } from "../engine/cellValues";
import type { Getters, Json, Position, Table } from "../engine/types";
import type { FormulaTable } from "./structured";
import { fromEngine, toEngine, type FormulaScope, type Translation } from "./translate";

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
  private headings: readonly FormulaTable[] = [];
  private readonly translated = new Map<number, { epoch: number; sheetId: string; formula: string; translation: Translation }>();

  constructor(private readonly book: Book) {
    book.isHeading = (at) => this.isHeading(at);
  }

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

  /** A formula in the engine's words; the answer is kept until the next one, because a formula is first checked and then written. */
  translate(formula: string, at: Position): Translation {
    const place = at.row * 16_384 + at.col;
    const known = this.translated.get(place);
    if (known && known.epoch === this.book.epoch && known.sheetId === at.sheetId && known.formula === formula) {
      this.translated.delete(place);
      return known.translation;
    }
    const translation = toEngine(formula, at, this);
    if (this.translated.size > 100_000) this.translated.clear();
    this.translated.set(place, { epoch: this.book.epoch, sheetId: at.sheetId, formula, translation });
    return translation;
  }

  /** The formula of a cell as a person wrote it. */
  formulaAt(at: Position): string | undefined {
    const cell = this.book.cell(at);
    if (!cell?.isFormula) return undefined;
    const formula = cell.compiledFormula.toFormulaString(this.book.getters);
    const { xlRefs, xlFormula, xlEngineFormula } = styleOf(cell);
    if (xlFormula !== undefined && xlEngineFormula === formula) return xlFormula;
    return xlRefs === undefined ? formula : fromEngine(formula, xlRefs.split("\t"), at, this);
  }

  /** Lets tables change under the formulas that mention them: they are read before, and written again after. */
  rewriting(change: () => void, words: readonly string[], renamed: (formula: string, at: Position) => string = (formula) => formula): void {
    const before = this.mentioning(lowerCase(words), true).map(({ at }) => ({ at, formula: this.formulaAt(at) ?? "" }));
    change();
    this.write(before, renamed);
  }

  /** The same for a name: what a formula says of its own table means as much as before. */
  redefining(change: () => void, name: string): void {
    const before = this.mentioning(lowerCase([name]), false).map(({ at }) => ({ at, formula: this.formulaAt(at) ?? "" }));
    change();
    this.write(before, (formula) => formula);
  }

  private write(formulas: readonly Mention[], renamed: (formula: string, at: Position) => string): void {
    for (const run of runsDown(formulas)) {
      const { sheetId, row, col } = run[0]!.at;
      this.book.dispatch("HOST_SET_CELLS", { sheetId, row, col, contents: run.map(({ at, formula }) => [renamed(formula, at)]) });
    }
  }

  /**
   * Gives a table another name. What the engine calculates stays the same word for word, so only what the person sees is written anew:
   * nothing is read or calculated again.
   */
  renaming(change: () => void, word: string, renamed: (written: string) => string): void {
    const mentioning = this.mentioning(lowerCase([word]), false);
    change();
    for (const run of runsDown(mentioning)) {
      const { sheetId, row, col } = run[0]!.at;
      const written = run.map(({ at }) => {
        const { xlRefs, xlFormula } = styleOf(this.book.cell(at));
        const refs = xlRefs
          ?.split("\t")
          .map((token) => renamed(`=${token}`).slice(1))
          .join("\t");
        return [{ ...(refs === undefined ? {} : { xlRefs: refs }), ...(xlFormula === undefined ? {} : { xlFormula: renamed(xlFormula) }) }];
      });
      this.book.dispatch("HOST_SET_CELLS", { sheetId, row, col, written });
    }
  }

  /** Formulas with one of these words, or with a reference to the table they stand in, such as `[@Patients]`. */
  private mentioning(words: readonly string[], orOwnTable: boolean): readonly Mentioned[] {
    const found: Mentioned[] = [];
    const has = (text: string): boolean => words.some((word) => text.includes(word));
    for (const sheetId of this.book.getters.getSheetIds())
      for (const cell of this.book.getters.getCells(sheetId)) {
        if (!cell.isFormula) continue;
        const remembered = styleOf(cell).xlRefs?.toLowerCase() ?? "";
        const mentions =
          has(remembered) || (orOwnTable && /(^|\t)\[/.test(remembered)) || words.some((word) => cell.compiledFormula.usesSymbol(word));
        if (!mentions) continue;
        found.push({ at: this.book.getters.getCellPosition(cell.id) });
      }
    return found;
  }

  private isHeading(at: Position): boolean {
    return this.headings.some(
      ({ sheetId, zone }) => sheetId === at.sheetId && at.row === zone.top && at.col >= zone.left && at.col <= zone.right,
    );
  }

  private refresh(): void {
    if (this.epoch === this.book.epoch) return;
    this.epoch = this.book.epoch;
    const found = this.book.getters
      .getSheetIds()
      .flatMap((sheetId) => visibleTables(this.book, sheetId).map((table) => describe(this.book, this.book.getters, sheetId, table)));
    this.tables = new Map(found);
    this.headings = [...this.tables.values()].filter((table) => table.hasHeader);
    const names = this.book.extraKeys("name|").filter((key) => {
      const extra = this.book.extra<NameExtra>(key);
      return extra?.engineName !== null || extra.formula !== null;
    });
    this.words = [...this.tables.keys(), ...names.map((key) => key.slice(key.lastIndexOf("|") + 1))];
  }
}

interface Mentioned {
  readonly at: Position;
}

interface Mention extends Mentioned {
  readonly formula: string;
}

const lowerCase = (words: readonly string[]): readonly string[] => words.map((word) => word.toLowerCase());

/** Formulas one below the other, so that a column is written at once. */
function runsDown<M extends Mentioned>(mentions: readonly M[]): readonly (readonly M[])[] {
  const sorted = [...mentions].sort((a, b) => a.at.sheetId.localeCompare(b.at.sheetId) || a.at.col - b.at.col || a.at.row - b.at.row);
  const runs: M[][] = [];
  for (const mention of sorted) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.at;
    const follows = last?.sheetId === mention.at.sheetId && last.col === mention.at.col && last.row + 1 === mention.at.row;
    if (run && follows) run.push(mention);
    else runs.push([mention]);
  }
  return runs;
}

function describe(book: Book, getters: Getters, sheetId: string, table: Table): readonly [string, FormulaTable] {
  const { zone } = table.range;
  const columns = new Map<string, number>();
  for (let col = zone.left; col <= zone.right; col++)
    columns.set(headerText(getters, { sheetId, col, row: zone.top }).trim().toLowerCase(), col - zone.left);
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
