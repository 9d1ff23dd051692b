import { asOneStep } from "./asOneStep";
import { addInCells, formulaAt, isAddInFormula, readSheets, type AddInCell, type UsedSheet } from "./addInCells";
import { isLaidOut } from "../sheet/layout";
import { cellContent } from "./cellContent";
import { hostProblem } from "./hostProblem";
import { readState } from "./ownSheets";

export interface Frozen {
  /** Cells whose formula asked the add-in and that hold a plain value now. */
  readonly cells: readonly AddInCell[];
  /** How many of them say in a note what their formula was. */
  readonly noted: number;
  /** Cells that still ask the add-in. */
  readonly left: readonly (AddInCell & { readonly why: "protected" | "noValue" })[];
  /** Names in the workbook that ask the add-in; they have no value of their own to be frozen to. */
  readonly names: readonly string[];
  /** Our sheets on which every formula was made a value. */
  readonly sheets: readonly string[];
}

/** More notes than this make a sheet hard to read; further formulas are only listed. */
const mostNotes = 200;

/** What a cell shows while, or because, the add-in does not answer: there is nothing to freeze it to. */
const noValue = /^#(NAME\?|BUSY!|CONNECT!|GETTING_DATA)/;

/**
 * Makes plain values of all formulas that ask the add-in, whatever sheet they stand on, and on demand of every formula on our own sheets.
 * All or nothing: where Excel refuses one of them, those before it get their formulas back. Then, where this Excel has notes, each cell
 * says what its formula was.
 *
 * @throws ProblemError of kind "host" when Excel refuses; it says whether anything was changed
 */
export async function freeze({ ownSheets }: { readonly ownSheets: boolean }): Promise<Frozen> {
  return asOneStep(async (context) => {
    const { sheets, own, names } = await readAll(context).catch((error: unknown) => {
      throw hostProblem(error, true);
    });
    const all = sheets.flatMap((sheet) =>
      addInCells(sheet).map((cell) => ({
        ...cell,
        why: sheet.isProtected ? ("protected" as const) : noValue.test(String(cell.value)) ? ("noValue" as const) : null,
      })),
    );
    const cells = all.filter(({ why }) => why === null);
    const whole = ownSheets ? sheets.filter(({ id, isProtected, values }) => own.has(id) && !isProtected && values.length > 0) : [];
    const blocks = await blocksOf(context, cells, sheets);
    try {
      for (const sheet of whole) areaOf(context, sheet).values = plainValues(sheet);
      for (const { sheetId, row, column, values } of blocks)
        worksheet(context, sheetId).getRangeByIndexes(row, column, values.length, values[0]!.length).values = values;
      await context.sync();
    } catch (error) {
      throw hostProblem(error, await takeBack(context, whole, blocks));
    }
    return {
      cells,
      noted: await addNotes(context, cells.slice(0, mostNotes)),
      left: all.flatMap((cell) => (cell.why === null ? [] : [{ ...cell, why: cell.why }])),
      names,
      sheets: whole.map(({ name }) => name),
    };
  });
}

async function readAll(context: Excel.RequestContext) {
  const state = await readState(context);
  const { names } = context.workbook;
  names.load({ name: true, formula: true });
  const sheets = await readSheets(context);
  return {
    sheets,
    own: new Set([...state.own].flatMap(([key, id]) => (isLaidOut(key) ? [id] : []))),
    names: names.items.filter(({ formula }) => isAddInFormula(String(formula))).map(({ name }) => name),
  };
}

const worksheet = (context: Excel.RequestContext, id: string) => context.workbook.worksheets.getItem(id);
const areaOf = (context: Excel.RequestContext, { id, row, column, values }: UsedSheet) =>
  worksheet(context, id).getRangeByIndexes(row, column, values.length, values[0]!.length);

/** What is written for a cell's value so that Excel takes it for nothing else. */
function plain({ values, types }: UsedSheet, r: number, c: number): string | number | boolean {
  const value = values[r]?.[c] ?? "";
  if (typeof value !== "string" || types[r]?.[c] === "Error") return value as string | number | boolean;
  return cellContent({ value, style: "" });
}

/** The values of a whole sheet; null, which Excel leaves alone, for its empty cells. */
const plainValues = (sheet: UsedSheet) =>
  sheet.values.map((row, r) => row.map((value, c) => (value === "" && formulaAt(sheet, r, c) === null ? null : plain(sheet, r, c))));

/** A cell with what its formula spilled into the cells around it, as values. */
interface Block {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly values: (string | number | boolean)[][];
}

async function blocksOf(context: Excel.RequestContext, cells: readonly AddInCell[], sheets: readonly UsedSheet[]): Promise<Block[]> {
  const spills = cells.map(({ sheetId, row, column }) => {
    const spill = worksheet(context, sheetId).getRangeByIndexes(row, column, 1, 1).getSpillingToRangeOrNullObject();
    spill.load({ rowCount: true, columnCount: true });
    return spill;
  });
  // An Excel that does not know the question has no formulas that spill.
  const spilling = await context.sync().then(
    () => true,
    () => false,
  );
  return cells.map(({ sheetId, row, column, formula }, i) => {
    const spill = spills[i]!;
    const sheet = sheets.find(({ id }) => id === sheetId)!;
    const [rows, columns] = spilling && !spill.isNullObject ? [spill.rowCount, spill.columnCount] : [1, 1];
    const values = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => plain(sheet, row - sheet.row + r, column - sheet.column + c)),
    );
    return { sheetId, row, column, formula, values };
  });
}

/** Every formula goes back where it was. @returns whether the workbook is as it was before */
async function takeBack(context: Excel.RequestContext, whole: readonly UsedSheet[], blocks: readonly Block[]): Promise<boolean> {
  try {
    for (const sheet of whole) areaOf(context, sheet).formulas = sheet.formulas.map((row, r) => row.map((_, c) => formulaAt(sheet, r, c)));
    for (const { sheetId, row, column, formula, values } of blocks) {
      worksheet(context, sheetId).getRangeByIndexes(row, column, values.length, values[0]!.length).clear("Contents");
      worksheet(context, sheetId).getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
    }
    await context.sync();
    return true;
  } catch {
    return false;
  }
}

/** @returns how many cells have a note now; those with a note of somebody's keep it as it is */
async function addNotes(context: Excel.RequestContext, cells: readonly AddInCell[]): Promise<number> {
  if (cells.length === 0) return 0;
  try {
    const there = cells.map(({ sheetId, cell }) => {
      const note = worksheet(context, sheetId).notes.getItemOrNullObject(cell);
      note.load({ content: true });
      return note;
    });
    await context.sync();
    const free = cells.filter((_, i) => there[i]!.isNullObject);
    for (const { sheetId, cell, formula } of free) worksheet(context, sheetId).notes.add(cell, `Was ${formula}`);
    await context.sync();
    return free.length;
  } catch {
    return 0;
  }
}
