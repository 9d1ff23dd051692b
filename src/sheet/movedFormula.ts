import { columnName } from "./a1";

/** Where a row or a column of a sheet stands now; null where it is gone. Counted from 0. */
export interface Move {
  readonly row: (row: number) => number | null;
  readonly column: (column: number) => number | null;
  /** First and last row of an area; null where its rows do not stand together any more. */
  readonly rows: (first: number, last: number) => readonly [number, number] | null;
}

/** Text, and what stands in the brackets of a table's column. */
const quoted = /("(?:[^"]|"")*"|\[[^\][]*\])/;
/**
 * A sheet's name, if any, and a cell, an area, whole columns or whole rows; not part of a longer word, a function's or a table's name. The
 * end of an area may be a function's answer, as in F12:INDEX(F:F,9).
 */
const reference =
  /(?<![\w.$:\]'!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\w.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w.(![]|:(?![A-Z.]+\())/gu;

/**
 * A formula that looks at cells of a sheet whose rows and columns have been laid out anew, so that it looks at the same practices and
 * columns again.
 *
 * @param moveOf for the name of a sheet, "" for the formula's own: where its cells are now; null leaves the reference as it is
 * @param named how the sheet is to be named in front of what it moved; "" for the formula's own
 * @returns null where it looks at something that is gone
 * @example movedFormula("=K12/$B$3", (name) => (name === "" ? downByOne : null), () => "") // "=K13/$B$4"
 */
export function movedFormula(
  formula: string,
  moveOf: (sheet: string) => Move | null | "gone",
  named: (sheet: string) => string,
): string | null {
  let lost = false;
  const moved = formula
    .split(quoted)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part.replace(reference, (all, prefix: string | undefined, ref: string) => {
            const sheet = prefix === undefined ? "" : prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
            const move = moveOf(sheet);
            if (move === null) return all;
            const now = move === "gone" ? null : movedReference(ref, move);
            if (now === null) lost = true;
            return `${named(sheet)}${now ?? ref}`;
          }),
    )
    .join("");
  return lost ? null : moved;
}

function movedReference(ref: string, move: Move): string | null {
  const ends = ref.split(":").map(partsOf);
  const [from, to = from] = ends as [Part, Part?];
  const rows = from.row === null || to.row === null ? [null, null] : from === to ? [move.row(from.row)] : move.rows(from.row, to.row);
  const columns = ends.map(({ column }) => (column === null ? null : move.column(column)));
  if (rows === null) return null;
  const moved = ends.map(({ column, row, columnLock, rowLock }, i) => {
    if ((column !== null && columns[i] === null) || (row !== null && rows[i] === null)) return null;
    return `${column === null ? "" : `${columnLock}${columnName(columns[i]!)}`}${row === null ? "" : `${rowLock}${rows[i]! + 1}`}`;
  });
  return moved.includes(null) ? null : moved.join(":");
}

interface Part {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnLock: string;
  readonly rowLock: string;
}

function partsOf(end: string): Part {
  const [, columnLock = "", letters = "", rowLock = "", digits = ""] = /^(\$?(?=[A-Z]))?([A-Z]*)(\$?)(\d*)$/.exec(end)!;
  return { column: letters === "" ? null : indexOf(letters), row: digits === "" ? null : Number(digits) - 1, columnLock, rowLock };
}

const indexOf = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
