import type { CellAround } from "../sheet/explained";
import { hostProblem } from "./hostProblem";

/** Rows of a sheet in which the codes of its columns stand. */
const ROWS_ABOVE = 12;

export interface Selected extends CellAround {
  readonly sheetId: string;
  /** "Scorecard!F14". */
  readonly address: string;
}

/** The active cell with what stands around it. */
export async function selectedCell(): Promise<Selected> {
  return Excel.run({ delayForCellEdit: true } as Excel.RunOptions, async (context) => {
    const cell = context.workbook.getActiveCell();
    const row = cell.getEntireRow().getUsedRangeOrNullObject(true);
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    cell.load({ address: true, formulas: true, rowIndex: true, columnIndex: true });
    sheet.load({ id: true });
    row.load({ values: true });
    await context.sync();
    const above = sheet.getRangeByIndexes(0, Math.max(0, cell.columnIndex - 1), ROWS_ABOVE, 2);
    const head = sheet.getRange("1:2").getUsedRangeOrNullObject(true);
    above.load({ values: true });
    head.load({ values: true });
    await context.sync();
    const texts = (values: readonly (readonly unknown[])[]) => values.flat().map((value) => String(value).trim());
    // Its own column first: the one before it belongs to a mark only where its own has no code.
    const [before, own] = cell.columnIndex === 0 ? [1, 0] : [0, 1];
    return {
      sheetId: sheet.id,
      address: cell.address,
      formula: String(cell.formulas[0]?.[0] ?? ""),
      row: row.isNullObject ? [] : texts(row.values),
      above: [own, before].flatMap((column) => texts(above.values.map((line) => [line[column]])).reverse()),
      head: head.isNullObject ? [] : texts(head.values),
    };
  }).catch((error: unknown) => {
    throw hostProblem(error, true);
  });
}

/** What became of it: a note, or a comment where this Excel lets add-ins write no notes; nothing where somebody else's stands there, or Excel refuses. */
export type Noted = "note" | "comment" | "notOurs" | "notPossible";

/** Writes a note at a cell, which shows it to whoever points there. One that begins with the same line is ours and is written anew. */
export async function addNote(sheetId: string, address: string, content: string): Promise<Noted> {
  const cell = address.slice(address.lastIndexOf("!") + 1);
  return (await asNote(sheetId, cell, content)) ?? (await asComment(sheetId, cell, content)) ?? "notPossible";
}

const isOurs = (there: string, content: string): boolean => there.split("\n")[0] === content.split("\n")[0];

/** Notes came with ExcelApi 1.18. */
async function asNote(sheetId: string, cell: string, content: string): Promise<Noted | null> {
  return unlessRefused(async (context) => {
    const { notes } = context.workbook.worksheets.getItem(sheetId);
    const there = notes.getItemOrNullObject(cell);
    there.load({ content: true });
    await context.sync();
    if (there.isNullObject) notes.add(cell, content);
    else if (isOurs(there.content, content)) there.content = content;
    else return "notOurs";
    await context.sync();
    return "note";
  });
}

/** Comments came with ExcelApi 1.10. That there is none at a cell is an error there. */
async function asComment(sheetId: string, cell: string, content: string): Promise<Noted | null> {
  const there = await unlessRefused(async (context) => {
    const comment = context.workbook.comments.getItemByCell(context.workbook.worksheets.getItem(sheetId).getRange(cell));
    comment.load({ content: true });
    await context.sync();
    if (!isOurs(comment.content, content)) return "notOurs";
    comment.content = content;
    await context.sync();
    return "comment";
  });
  return (
    there ??
    unlessRefused(async (context) => {
      context.workbook.comments.add(context.workbook.worksheets.getItem(sheetId).getRange(cell), content);
      await context.sync();
      return "comment";
    })
  );
}

async function unlessRefused(work: (context: Excel.RequestContext) => Promise<Noted>): Promise<Noted | null> {
  try {
    return await Excel.run({ delayForCellEdit: true } as Excel.RunOptions, work);
  } catch {
    return null;
  }
}
