import { columnName } from "./a1";
import { movedFormula, type Move } from "./movedFormula";
import type { Unplaced } from "./addedColumns";

/** What people put on a sheet of ours in the open workbook besides what stands in its cells. A file that is written anew has none. */
export interface Carried {
  /** Notes, and comments with what was answered, at a cell. */
  readonly remarks: readonly { readonly ref: string; readonly kind: "note" | "comment"; readonly text: string }[];
  /** Dropdowns and other rules for what may be entered, as Excel told them. */
  readonly validations: readonly { readonly ref: string; readonly said: Said }[];
  /** Conditional formats, as Excel told them. */
  readonly rules: readonly { readonly refs: readonly string[]; readonly kind: string; readonly said: Said }[];
}

/** What Excel said of something, to be said to it again. */
export type Said = Readonly<Record<string, unknown>>;

/** The same, with the places they had; rows and columns are counted from 0. */
export interface FoundOnSheet {
  readonly remarks: readonly { readonly row: number; readonly column: number; readonly kind: "note" | "comment"; readonly text: string }[];
  readonly validations: readonly (Place & { readonly said: Said })[];
  readonly rules: readonly { readonly places: readonly Place[]; readonly kind: string; readonly said: Said }[];
}

export interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const nothingFound: FoundOnSheet = { remarks: [], validations: [], rules: [] };

/**
 * Where all this belongs when the sheet is laid out anew.
 * @param name of the sheet, for the words about what finds no place
 */
export function carriedOver(
  found: FoundOnSheet,
  move: Move,
  name: string,
): { readonly carried: Carried; readonly unplaced: readonly Unplaced[] } {
  const unplaced: Unplaced[] = [];
  const remarks = found.remarks.flatMap(({ row, column, kind, text }) => {
    const [r, c] = [move.row(row), move.column(column)];
    if (r !== null && c !== null) return [{ ref: `${columnName(c)}${r + 1}`, kind, text }];
    unplaced.push({ from: `${name}!${columnName(column)}${row + 1}, ${kind}`, text });
    return [];
  });
  const validations = found.validations.flatMap(({ said, ...place }) => {
    const area = movedPlace(place, move);
    const moved = area === null ? null : saidAnew(said, fromTop(move, place, area.row));
    return area === null || moved === null ? [] : [{ ref: refOf(area), said: moved }];
  });
  const rules = found.rules.flatMap(({ places, kind, said }) => {
    const areas = places.map((place) => movedPlace(place, move));
    const first = areas.findIndex((area) => area !== null);
    const moved = first < 0 ? null : saidAnew(said, fromTop(move, places[first]!, areas[first]!.row));
    return moved === null ? [] : [{ refs: areas.flatMap((area) => (area === null ? [] : refOf(area))), kind, said: moved }];
  });
  return { carried: { remarks, validations, rules }, unplaced };
}

function movedPlace({ row, column, rows, columns }: Place, move: Move): Place | null {
  const [left, right] = [move.column(column), move.column(column + columns - 1)];
  const down = rows === 1 ? one(move.row(row)) : move.rows(row, row + rows - 1);
  return left === null || right === null || down === null
    ? null
    : { row: down[0], column: left, rows: down[1] - down[0] + 1, columns: right - left + 1 };
}

const one = (row: number | null): readonly [number, number] | null => (row === null ? null : [row, row]);

const refOf = ({ row, column, rows, columns }: Place): string =>
  `${columnName(column)}${row + 1}:${columnName(column + columns - 1)}${row + rows}`;

/** What a rule says of its first cell it says of each: that row is the first again, whichever practice stands there. */
const fromTop = (move: Move, { row: first }: Place, now: number): Move => ({
  ...move,
  row: (row) => (row === first ? now : move.row(row)),
});

/** Formulas in it look at the same practices and columns again; null where one looks at what is gone. */
function saidAnew(said: Said, move: Move): Said | null {
  let lost = false;
  const anew = (value: unknown): unknown => {
    if (typeof value === "string" && value.startsWith("=")) {
      const moved = movedFormula(
        value,
        (name) => (name === "" ? move : null),
        () => "",
      );
      lost ||= moved === null;
      return moved;
    }
    if (Array.isArray(value)) return value.map(anew);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, anew(each)]))
      : value;
  };
  const moved = anew(said) as Said;
  return lost ? null : moved;
}
