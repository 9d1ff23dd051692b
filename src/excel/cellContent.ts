import type { Cell } from "../sheet/plan";

/**
 * Text that Excel cannot take for anything else: it begins with a letter or a mark, and not with a month, as "May 2024" does, nor is it a
 * truth value.
 */
const plainText = /^(?!(?:true|false)$)(?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\p{L}▲▼·–][^\p{Cc}]*$/iu;

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
