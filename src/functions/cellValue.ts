import { type MissingReason, ProblemError } from "../problem";

/** Marks that publications put where a number is not: the blanks of NHS files and the symbols of the Government Statistical Service. */
const marks: Readonly<Record<string, MissingReason>> = {
  "": "notPublished",
  "-": "notPublished",
  "\u2013": "notPublished",
  ":": "notPublished",
  "..": "notPublished",
  "[x]": "notPublished",
  "*": "suppressed",
  "[c]": "suppressed",
  "[z]": "notApplicable",
};

/** Why there is no value in a cell, or undefined when there is one. Blank is never 0. */
export function absenceOf(cell: unknown): MissingReason | undefined {
  if (cell === null || cell === undefined) return "notPublished";
  return typeof cell === "string" ? marks[cell.trim().toLowerCase()] : undefined;
}

/** Whether a cell is blank: Excel delivers a blank as null or as an empty text. A publication's mark is not blank. */
export const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** The plain value of a cell. A rich value (a number with its own format, a data type) is reduced to what it shows as. */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null) return cell;
  const code = errorCodeOf(cell);
  if (code !== undefined) throw new CustomFunctions.Error(code);
  return "basicValue" in cell ? cell.basicValue : cell;
}

/** The code of an Excel error that stood in the cell, in whichever of the three forms it arrives. */
function errorCodeOf(cell: object): CustomFunctions.ErrorCode | undefined {
  const text = "code" in cell ? cell.code : "type" in cell && cell.type === "Error" && "basicValue" in cell ? cell.basicValue : undefined;
  return Object.values(CustomFunctions.ErrorCode).find((code) => code === text);
}

/**
 * The number in a cell.
 *
 * A date is its serial number, as everywhere in Excel. TRUE and FALSE and numbers typed as text are refused, not guessed at.
 * An Excel error in the cell stays the same error in the result.
 */
export function numberIn(cell: unknown, argument: string): number {
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new ProblemError({ kind: "outOfDomain", argument, expected: "a finite number", found: String(cell) });
    return cell;
  }
  const value = plainValue(cell);
  if (typeof value === "number") return numberIn(value, argument);
  const reason = absenceOf(value);
  if (reason) throw new ProblemError({ kind: "missing", what: argument, reason });
  throw new ProblemError({ kind: "wrongType", argument, expected: "a number", found: shown(value) });
}

/** The text in a cell, without spaces around it; a number is read as it would be typed. */
export function textIn(cell: unknown, argument: string): string {
  const value = plainValue(cell);
  if (typeof value === "number") return String(value);
  if (isBlank(value)) throw new ProblemError({ kind: "missing", what: argument, reason: "notPublished" });
  if (typeof value === "string") return value.trim();
  throw new ProblemError({ kind: "wrongType", argument, expected: "text", found: shown(value) });
}

/** A value as a person would recognise it in a message. */
export function shown(value: unknown): string {
  if (typeof value === "string") return `"${value.length > 40 ? `${value.slice(0, 40)}...` : value}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(value) : "a value that is neither number nor text";
}
