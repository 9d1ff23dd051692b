import type { Cell } from "../sheet/plan";

/** Words that Excel would take for something else than text, however innocent they look. */
const plainText = /^(?!(?:true|false)$)[\p{L}▲▼·–÷ ][\p{L}▲▼·–÷ ,.()&;:'/-]*$/iu;

/**
 * What is sent to Excel for a cell. Excel reads every string as if it had been typed: "=1+1" would calculate, "3-4" become a date and
 * "00123" a number. Text that is not plainly words is therefore sent with an apostrophe in front, which Excel takes as "this is text"
 * and does not show.
 *
 * @example cellContent({ value: "=HYPERLINK(1)", style: "name" }) // "'=HYPERLINK(1)"
 */
export function cellContent(cell: Cell, translate: (formula: string) => string = (formula) => formula): string | number | boolean {
  if (cell.formula !== undefined) return translate(cell.formula);
  if (typeof cell.value === "string") return cell.value === "" || plainText.test(cell.value) ? cell.value : `'${cell.value}`;
  return cell.value ?? "";
}
