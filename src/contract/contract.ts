// Reads here are generic, and a null object needs no load(); the rules see neither.
/* eslint-disable office-addins/load-object-before-read, office-addins/call-sync-before-read, office-addins/no-empty-load */
/**
 * A fact about Excel that the add-in or its tests lean on. The same code runs on our host (`contracts.test.ts`) and in a person's own Excel
 * (*About > Self-test*), so that a fact can be checked where it matters.
 */
export interface Contract {
  readonly id: string;
  /** Which of Excel's rules it is a case of. */
  readonly rule: Rule;
  /** The fact, as a sentence. */
  readonly says: string;
  readonly source: Source;
  readonly expected: unknown;
  /** The version of ExcelApi without which it cannot be tried; what the add-in itself needs goes without saying. */
  readonly needs?: string;
  readonly run: (excel: typeof Excel) => Promise<unknown>;
}

/** The rules of Excel that the host has to keep, each with a fact to check or a step to try by hand. */
export const RULES = [
  "shape of values",
  "load before read",
  "refusals by code",
  "names and sheet names",
  "tables",
  "formulas",
  "spills",
  "text formats",
  "numbers from text",
  "dates as serials",
  "protection",
  "merged cells",
  "blanks",
  "calculation",
  "suspending",
  "requirement sets",
  "events",
  "formats",
  "printing and panes",
  "charts",
  "what the file keeps",
  "undo",
  "cell edit mode",
  "size of requests",
  "custom functions",
  "the add-in's life",
] as const;
export type Rule = (typeof RULES)[number];

/** How the fact is known: from Microsoft's documentation, from a report, or assumed until somebody has seen it in Excel. */
export type Source =
  | { readonly kind: "documented"; readonly at: string }
  | { readonly kind: "reported"; readonly at: string }
  | { readonly kind: "assumed"; readonly because: string };

const DOCS = "https://learn.microsoft.com/office/dev/add-ins/";
const API = "https://learn.microsoft.com/javascript/api/excel/";

export const docs = (page: string): Source => ({ kind: "documented", at: DOCS + page });
export const api = (page: string): Source => ({ kind: "documented", at: API + page });
export const support = (page: string): Source => ({ kind: "documented", at: `https://support.microsoft.com/office/${page}` });
export const issue = (number: number): Source => ({ kind: "reported", at: `https://github.com/OfficeDev/office-js/issues/${number}` });
export const assumed = (because: string): Source => ({ kind: "assumed", because });

/** Runs on a sheet of its own and takes the sheet away afterwards, whatever happened. */
export async function onNewSheet<T>(
  excel: typeof Excel,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.load("id");
    await context.sync();
    const { id } = sheet;
    try {
      return await work(sheet, context);
    } finally {
      await excel.run(async (after) => {
        const left = after.workbook.worksheets.getItemOrNullObject(id);
        await after.sync();
        if (!left.isNullObject) left.delete();
        await after.sync();
      });
    }
  });
}

/** The code with which Excel refuses, or "accepted". */
export async function refusal(work: Promise<unknown> | (() => Promise<unknown>)): Promise<string> {
  try {
    await (typeof work === "function" ? work() : work);
    return "accepted";
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

/** Writes formulas into A1 downwards and reads the values that come of them. */
export const evaluated = (
  excel: typeof Excel,
  formulas: readonly string[],
  given: readonly (readonly unknown[])[] = [],
): Promise<unknown> =>
  onNewSheet(excel, async (sheet, context) => {
    if (given.length > 0) sheet.getRangeByIndexes(0, 2, given.length, given[0]!.length).values = given as unknown[][];
    const range = sheet.getRangeByIndexes(0, 0, formulas.length, 1);
    range.formulas = formulas.map((formula) => [formula]);
    range.load("values");
    await context.sync();
    return range.values.map(([value]) => value as unknown);
  });

/** Writes one thing to A1 and reads something of it. */
export const roundTrip = <K extends "values" | "formulas" | "text" | "numberFormat" | "valueTypes">(
  excel: typeof Excel,
  write: (cell: Excel.Range) => void,
  read: K,
): Promise<unknown> =>
  onNewSheet(excel, async (sheet, context) => {
    const cell = sheet.getRange("A1");
    write(cell);
    cell.load(read);
    await context.sync();
    return (cell[read] as unknown[][])[0]![0];
  });
