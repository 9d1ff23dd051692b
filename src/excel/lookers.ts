import { cellRef } from "../sheet/a1";
import type { watchFor } from "../sheet/lookers";
import { type Looker } from "../sheet/lookers";
import type { WorkbookState } from "./ownSheets";

/** A formula outside our sheets that looks at them, with its place. */
export interface FoundLooker extends Looker {
  readonly place:
    | { readonly kind: "cell"; readonly sheetId: string; readonly row: number; readonly column: number }
    /** A name of the workbook, or of one sheet. */
    | { readonly kind: "name"; readonly name: string; readonly sheetId: string | null };
  /** What it came to; null for a name. */
  readonly value: string | number | boolean | null;
  /** Lower-case names of those of our sheets that it looks at by address. */
  readonly sheets: readonly string[];
}

/** Other people's sheets, as far as they have to be known to look for such formulas. */
export interface Survey {
  readonly blocks: readonly Block[];
  readonly cells: number;
  readonly protectedSheets: ReadonlySet<string>;
  /** Ids of all of them. */
  readonly others: readonly string[];
  /** What they are called, by id. */
  readonly names: ReadonlyMap<string, string>;
}

interface Block {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Excel for the web answers with 5 MB at most. */
const mostCells = 100_000;

/** Asks how much stands on other people's sheets. @returns how to read it when the request has been answered */
export function queueSurvey(context: Excel.RequestContext, { sheets }: WorkbookState, ours: ReadonlySet<string>): () => Survey {
  const parts = sheets
    .filter(({ id }) => !ours.has(id))
    .map(({ id, name }) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
      sheet.protection.load({ protected: true });
      return { id, name, sheet, used };
    });
  return () => {
    const blocks = parts.flatMap(({ id, name, used }) =>
      used.isNullObject ? [] : blocksIn({ sheetId: id, sheet: name, ...sizeOf(used) }),
    );
    return {
      blocks,
      cells: blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
      protectedSheets: new Set(parts.filter(({ sheet }) => sheet.protection.protected).map(({ id }) => id)),
      others: parts.map(({ id }) => id),
      names: new Map(parts.map(({ id, name }) => [id, name])),
    };
  };
}

const sizeOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range) => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});

/** A large sheet is read in several goes. */
function blocksIn(whole: Block): Block[] {
  const height = Math.max(1, Math.floor(mostCells / whole.columns));
  return Array.from({ length: Math.ceil(whole.rows / height) }, (_, i) => ({
    ...whole,
    row: whole.row + i * height,
    rows: Math.min(height, whole.rows - i * height),
  }));
}

type Watch = ReturnType<typeof watchFor>;
type Seen = Omit<FoundLooker, "value">;

/** Finds the formulas on other people's sheets, and the names, that look at sheets or tables of ours. */
export async function readLookers(context: Excel.RequestContext, survey: Survey, watch: Watch): Promise<readonly FoundLooker[]> {
  const seen: Seen[] = [];
  let names: (() => readonly Seen[]) | null = queueNames(context, survey, watch);
  for (let from = 0, to = 0; from < survey.blocks.length || names !== null; from = to) {
    let cells = 0;
    const group: (() => readonly Seen[])[] = [];
    while (to < survey.blocks.length && (group.length === 0 || cells + sizeIn(survey.blocks[to]!) <= mostCells)) {
      cells += sizeIn(survey.blocks[to]!);
      group.push(queueBlock(context, survey.blocks[to++]!, watch));
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- an answer for all would be too large
    await context.sync();
    seen.push(...group.flatMap((read) => read()), ...(names?.() ?? []));
    names = null;
  }
  return withValues(context, seen);
}

const sizeIn = ({ rows, columns }: Block): number => rows * columns;

/**
 * Asks for the formulas that look at ours at this point of the request: of all, also those that somebody entered meanwhile, where that does
 * not take long, else of those that are known.
 */
export function queueLookers(
  context: Excel.RequestContext,
  { cells, others, names }: Survey,
  known: readonly FoundLooker[],
  watch: Watch,
): () => readonly Seen[] {
  const reads =
    cells <= mostCells
      ? others.map((id) => queueRange(context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true), id, names.get(id)!, watch))
      : known.flatMap(({ place }) =>
          place.kind === "cell" ? [queueRange(cellAt(context, place), place.sheetId, names.get(place.sheetId)!, watch)] : [],
        );
  return () => reads.flatMap((read) => read());
}

function queueBlock(context: Excel.RequestContext, { sheetId, sheet, row, column, rows, columns }: Block, watch: Watch) {
  const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);
  return queueRange(range, sheetId, sheet, watch);
}

function queueRange(range: Excel.Range, sheetId: string, sheet: string, watch: Watch): () => readonly Seen[] {
  range.load({ formulas: true, rowIndex: true, columnIndex: true });
  return () =>
    range.isNullObject
      ? []
      : (range.formulas as unknown[][]).flatMap((cells, r) =>
          cells.flatMap((formula, c): Seen[] => {
            if (typeof formula !== "string" || !formula.startsWith("=")) return [];
            const found = watch(formula);
            if (found === null) return [];
            const place = { kind: "cell", sheetId, row: range.rowIndex + r, column: range.columnIndex + c } as const;
            return [{ from: `${sheet}!${cellRef(place.row, place.column)}`, formula, place, sheets: found.sheets }];
          }),
        );
}

const cellAt = (
  { workbook }: Excel.RequestContext,
  { sheetId, row, column }: { readonly sheetId: string; readonly row: number; readonly column: number },
) => workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1);

function queueNames(context: Excel.RequestContext, { others }: Survey, watch: Watch): () => readonly Seen[] {
  const { workbook } = context;
  const collections = [null, ...others].map((sheetId) => {
    const names = sheetId === null ? workbook.names : workbook.worksheets.getItem(sheetId).names;
    names.load({ name: true, formula: true });
    return { sheetId, names };
  });
  return () =>
    collections.flatMap(({ sheetId, names }) =>
      names.items.flatMap(({ name, formula }): Seen[] => {
        const found = typeof formula === "string" ? watch(formula) : null;
        return found === null
          ? []
          : [{ from: `the name ${name}`, formula: String(formula), place: { kind: "name", name, sheetId }, sheets: found.sheets }];
      }),
    );
}

/** Text that begins with "=" reads like a formula; its value tells. */
async function withValues(context: Excel.RequestContext, seen: readonly Seen[]): Promise<readonly FoundLooker[]> {
  if (seen.length === 0) return [];
  const ranges = seen.map(({ place }) => {
    if (place.kind === "name") return null;
    const cell = cellAt(context, place);
    cell.load({ values: true });
    return cell;
  });
  await context.sync();
  return seen.flatMap((each, i): FoundLooker[] => {
    const value = (ranges[i]?.values[0]![0] ?? null) as FoundLooker["value"];
    return value === each.formula ? [] : [{ ...each, value }];
  });
}

/** Asks for the formulas of some cells as they stand now, in their order. */
export function queueFormulas(context: Excel.RequestContext, cells: readonly Pick<FoundLooker, "place">[]): () => readonly unknown[] {
  const ranges = cells.map(({ place }) => {
    if (place.kind === "name") return null;
    const cell = cellAt(context, place);
    cell.load({ formulas: true });
    return cell;
  });
  return () => ranges.map((range) => range?.formulas[0]![0] as unknown);
}

/** What is to stand in a cell: a formula, or a value as Excel takes it. */
export type CellChange = readonly [place: FoundLooker["place"], content: string | number | boolean];

/** Queues the cells among some changes; cells one below the other as one. */
export function queueCells(context: Excel.RequestContext, changes: readonly CellChange[]): void {
  const cells = changes.flatMap(([place, content]) => (place.kind === "cell" ? [{ ...place, content }] : []));
  cells.sort((a, b) => a.sheetId.localeCompare(b.sheetId) || a.column - b.column || a.row - b.row);
  for (let from = 0, to = 0; from < cells.length; from = to) {
    const first = cells[from]!;
    const follows = () =>
      cells[to]?.sheetId === first.sheetId && cells[to]?.column === first.column && cells[to]?.row === first.row + to - from;
    while (follows()) to++;
    const run = cells.slice(from, to);
    const range = context.workbook.worksheets.getItem(first.sheetId).getRangeByIndexes(first.row, first.column, run.length, 1);
    range.formulas = run.map(({ content }) => [content]);
  }
}

/** Queues the names among some changes. */
export function queueNameChanges(context: Excel.RequestContext, changes: readonly CellChange[]): void {
  const { names, worksheets } = context.workbook;
  for (const [place, content] of changes)
    if (place.kind === "name")
      (place.sheetId === null ? names : worksheets.getItem(place.sheetId).names).getItem(place.name).formula = String(content);
}
