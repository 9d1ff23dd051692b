/**
 * One line of CSV (RFC 4180, ended by LF). Numbers are written with every digit they have.
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe in front, so that opening the file runs nothing
 * (OWASP, CSV injection).
 *
 * @example csvLine(["F81010", "=1+1", 0.1 + 0.2]) // "F81010,'=1+1,0.30000000000000004\n"
 */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(",")}\n`;

/** Also in full width, as Excel in some languages reads it, and behind what nobody sees. */
const startsLikeFormula = /^[\s\p{C}]*(?:[=+\-@＝＋－＠−﹦﹢﹣﹫]|[\t\r])/u;

function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const text = startsLikeFormula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
