import { areaRef, parseArea } from "./a1";
import { movedFormula, type Move } from "./movedFormula";
import { cardKeys } from "./imprint";
import { standingCard, wordOf, type Cells, type StandingCard } from "./standingCard";
import type { Cell, SheetPlan, Style, WorkbookPlan } from "./plan";

/** A scorecard sheet as it was found. */
export interface FoundCard {
  readonly name: string;
  readonly values: Cells;
  /** A cell without a formula holds its value here too. */
  readonly formulas: Cells;
  readonly card: StandingCard;
  /** How the cells of the added columns look, rows from the first; by column. */
  readonly looks: ReadonlyMap<number, { readonly width: number; readonly styles: readonly Style[] }>;
  /** Colours that somebody gave to cells of practices, by practice code and key of the column. */
  readonly fills: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Text that has no place on the new scorecard, and where it stood. */
export interface Unplaced {
  readonly from: string;
  readonly text: string;
}

export const noLook = "empty";

/** What a cell's formula is; null where it has none. Text that begins with "=" reads the same both ways. */
export function formulaIn(values: Cells, formulas: Cells, r: number, c: number): string | null {
  const formula = formulas[r]?.[c];
  return typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c] ? formula : null;
}

/**
 * Puts the columns that people added to an earlier scorecard beside the new one: each cell beside the same practice, what stood above and
 * below the practices above and below them, in the looks and widths they had. A formula looks at the same practices and columns again; one
 * that looks at what is gone becomes the value it had.
 *
 * @param ownSheets lower-case names of the sheets that are made anew, on which nothing can be pointed at by its address
 * @returns the plan, and what found no place on it
 */
export function withAddedColumns(
  plan: WorkbookPlan,
  found: FoundCard,
  ownSheets: ReadonlySet<string>,
): { readonly plan: WorkbookPlan; readonly unplaced: readonly Unplaced[] } {
  const sheet = plan.sheets.find(({ key }) => key === "scorecard");
  const now =
    sheet &&
    standingCard(
      sheet.rows.map((row) => row.map(({ value }) => value)),
      cardKeys(sheet),
    );
  if (!sheet || !now) return { plan, unplaced: [] };
  const { card } = found;
  const width = sheet.columnWidths.length;
  const move = moveBetween(card, now, width);
  const styles: Record<string, Style> = { ...plan.styles };
  const unplaced: Unplaced[] = [];
  const rows = sheet.rows.map((row) => [...row]);
  const place = (r: number, c: number, cell: Cell) => {
    const row = (rows[r] ??= []);
    while (row.length < c) row.push({ value: null, style: noLook });
    row[c] = cell;
  };
  card.added.forEach((column, i) => {
    const heading = headingOf(found, column);
    for (let r = 0; r < found.values.length; r++) {
      const to = move.row(r);
      const value = cellValue(found.values[r]?.[column]);
      const formula = formulaIn(found.values, found.formulas, r, column);
      if (to === null) {
        if (value !== null) unplaced.push({ from: `${rowName(found, r)}, ${heading}`, text: String(value) });
        continue;
      }
      if (value === null && formula === null && found.looks.get(column)?.styles[r]?.fill === undefined) continue;
      const moved =
        formula === null
          ? null
          : movedFormula(
              formula,
              (name) => (name === "" || name === found.name ? move : ownSheets.has(name.toLowerCase()) ? "gone" : null),
              () => "",
            );
      if (formula !== null && moved === null) unplaced.push({ from: `${rowName(found, r)}, ${heading}, formula`, text: formula });
      place(to, width + i, {
        value,
        style: keyOf(styles, found.looks.get(column)?.styles[r]),
        ...(moved === null ? {} : { formula: moved }),
      });
    }
  });
  paint(found, now, rows, styles);
  const columnWidths = [...sheet.columnWidths, ...card.added.map((column) => found.looks.get(column)?.width ?? 80)];
  const { top, left, bottom } = parseArea(sheet.autoFilter!);
  const wider: SheetPlan = {
    ...sheet,
    rows,
    columnWidths,
    autoFilter: areaRef(top, left, bottom, columnWidths.length - 1),
    rowHeights: {
      ...Object.fromEntries(rows.slice(sheet.rows.length).map((_, r) => [sheet.rows.length + r, sheet.defaultRowHeight])),
      ...sheet.rowHeights,
    },
  };
  return { plan: { ...plan, styles, sheets: plan.sheets.map((each) => (each === sheet ? wider : each)) }, unplaced };
}

/**
 * From where things stood to where they stand: rows of practices by code, columns by key, what surrounds them by its distance.
 * @param width how many columns of ours there are now; those that people added come after them
 */
export function moveBetween(card: StandingCard, now: StandingCard, width: number): Move {
  const codeAt = new Map([...card.rows].map(([code, row]) => [row, code]));
  const keyAt = new Map([...card.columns].map(([key, column]) => [column, key]));
  const oldWidth = Math.max(-1, ...card.columns.values(), ...card.added) + 1;
  const row = (r: number): number | null => {
    if (r <= card.codes) return r + now.codes - card.codes;
    if (r > card.last) return r + now.last - card.last;
    return now.rows.get(codeAt.get(r) ?? "") ?? null;
  };
  return {
    row,
    column: (c) => {
      const added = card.added.indexOf(c);
      if (added >= 0) return width + added;
      const key = keyAt.get(c);
      if (key !== undefined) return now.columns.get(key) ?? null;
      return c >= oldWidth ? c + width + card.added.length - oldWidth : null;
    },
    rows: (first, last) => {
      const [top, bottom] = [Math.min(first, last), Math.max(first, last)];
      const isWhole = top <= card.codes + 1 && bottom >= card.last;
      if (isWhole) return [top > card.codes ? now.codes + 1 : row(top)!, bottom === card.last ? now.last : row(bottom)!];
      // As where a row is deleted, an area is what is left of it.
      const left = Array.from({ length: bottom - top + 1 }, (_, i) => row(top + i)).filter((r) => r !== null);
      const [least, most] = [Math.min(...left), Math.max(...left)];
      return left.length > 0 && most - least === left.length - 1 ? [least, most] : null;
    },
  };
}

const cellValue = (value: unknown): Cell["value"] => (value === "" || value === undefined ? null : (value as Cell["value"]));

/** What a column is called by whoever added it: the nearest words above the practices. */
function headingOf({ values, card }: FoundCard, column: number): string {
  for (let r = card.codes; r >= 0; r--) {
    const word = wordOf(values[r]?.[column]);
    if (word !== "") return word;
  }
  return "an added column";
}

function rowName({ card }: FoundCard, r: number): string {
  return [...card.rows].find(([, row]) => row === r)?.[0] ?? `row ${r + 1}`;
}

function keyOf(styles: Record<string, Style>, style: Style | undefined): string {
  if (style === undefined) return noLook;
  const key = `added ${JSON.stringify(style)}`;
  styles[key] = style;
  return key;
}

function paint({ fills }: FoundCard, now: StandingCard, rows: Cell[][], styles: Record<string, Style>): void {
  for (const [code, colours] of fills)
    for (const [column, fill] of colours) {
      const [r, c] = [now.rows.get(code), now.columns.get(column)];
      const cell = r === undefined || c === undefined ? undefined : rows[r]?.[c];
      if (cell) rows[r!]![c!] = { ...cell, style: keyOf(styles, { ...styles[cell.style]!, fill }) };
    }
}
