import { cellRef } from "../sheet/a1";

/** A cell whose formula asks the add-in: where the add-in is not, Excel makes #NAME? of it. */
export interface AddInCell {
  readonly sheetId: string;
  readonly sheet: string;
  /** The cell, such as C5. */
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What it comes to now. */
  readonly value: unknown;
}

/** A sheet as far as it has to be known to freeze it. */
export interface UsedSheet {
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** Where the used cells begin, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
}

/** Excel writes a function of an add-in that it does not find with this before it. */
const asksAddIn = /(?:_xldudf_|\b)SCORECARD(?:_TEST)?[._]\w+\s*\(/i;
const textInQuotes = /"(?:[^"]|"")*"/g;

/** @example isAddInFormula('=SCORECARD.VARIATION_Z(A1:A3,B1:B3)') // true; '="see SCORECARD.X()"' is not */
export const isAddInFormula = (formula: string): boolean => formula.startsWith("=") && asksAddIn.test(formula.replace(textInQuotes, '""'));

/** The formula in a cell; null where it holds none. Text that begins with "=" reads the same as value and as formula. */
export function formulaAt({ formulas, values }: UsedSheet, r: number, c: number): string | null {
  const formula = formulas[r]?.[c];
  return typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c] ? formula : null;
}

/** The cells of a sheet that depend on the add-in. */
export function addInCells(sheet: UsedSheet): AddInCell[] {
  return sheet.formulas.flatMap((row, r) =>
    row.flatMap((_, c) => {
      const formula = formulaAt(sheet, r, c);
      if (formula === null || !isAddInFormula(formula)) return [];
      const at = { row: sheet.row + r, column: sheet.column + c };
      return [{ sheetId: sheet.id, sheet: sheet.name, cell: cellRef(at.row, at.column), ...at, formula, value: sheet.values[r]![c] }];
    }),
  );
}

/** Reads every sheet in two round trips. */
export async function readSheets(context: Excel.RequestContext): Promise<readonly UsedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load({ id: true, name: true });
  await context.sync();
  const parts = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load({ formulas: true, values: true, valueTypes: true, rowIndex: true, columnIndex: true });
    sheet.protection.load({ protected: true });
    return { sheet, used };
  });
  await context.sync();
  return parts.map(({ sheet, used }) => ({
    id: sheet.id,
    name: sheet.name,
    isProtected: sheet.protection.protected,
    row: used.isNullObject ? 0 : used.rowIndex,
    column: used.isNullObject ? 0 : used.columnIndex,
    formulas: used.isNullObject ? [] : (used.formulas as unknown[][]),
    values: used.isNullObject ? [] : (used.values as unknown[][]),
    types: used.isNullObject ? [] : (used.valueTypes as string[][]),
  }));
}
