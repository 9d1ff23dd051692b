import { CellError, isBlock, isError, itemsOf, type Argument, type Item } from "../engine/functions/arguments";
import { unmarkText } from "../errorText";
import { isMatrixParameter, type ParameterMetadata } from "./metadata";

/** An error in an argument, where the function has said that it wants to see errors. */
const errorObject = (item: Item): object => ({
  type: "Error",
  basicType: "Error",
  code: item.value,
  basicValue: item.value,
  message: item.message ?? "",
});

/**
 * An argument as the add-in's function receives it: rows of columns for a range, "" for a blank within one, 0 for a single blank cell (as
 * Excel for Windows does), null where it was left out.
 *
 * @throws CellError where Excel would answer without calling the function
 */
export function toFunction(argument: Argument, parameter: ParameterMetadata, allowsErrors: boolean): unknown {
  if (argument === undefined) return null;
  const allowed = allowsErrors && (parameter.type === undefined || parameter.type === "any");
  const failed = allowed ? undefined : itemsOf(argument).find(isError);
  if (failed) throw new CellError(String(failed.value), failed.message);
  const blank = isMatrixParameter(parameter) ? "" : 0;
  const convert = (item: Item): unknown => {
    if (isError(item)) return errorObject(item);
    const value = typeof item.value === "string" ? unmarkText(item.value) : item.value;
    return value === null ? blank : isMatrixParameter(parameter) ? value : coerce(value, parameter);
  };
  if (!isBlock(argument)) return isMatrixParameter(parameter) ? [[convert(argument)]] : convert(argument);
  const rows = argument[0]?.length ?? 0;
  const matrix = Array.from({ length: rows }, (_, row) => argument.map((column) => convert(column[row] ?? { value: null })));
  const single = rows === 1 && argument.length === 1;
  return single && !isMatrixParameter(parameter) ? matrix[0]?.[0] : matrix;
}

/** A scalar parameter with a type gets that type or the cell shows #VALUE!. */
function coerce(value: string | number | boolean, { type }: ParameterMetadata): unknown {
  if (type === "number" && typeof value !== "number") {
    const number = typeof value === "boolean" ? Number(value) : value.trim() === "" ? NaN : Number(value);
    if (Number.isNaN(number)) throw new CellError("#VALUE!");
    return number;
  }
  if (type === "string" && typeof value !== "string") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if (type === "boolean" && typeof value !== "boolean") {
    if (typeof value === "number") return value !== 0;
    if (!/^(true|false)$/i.test(value)) throw new CellError("#VALUE!");
    return /^true$/i.test(value);
  }
  return value;
}

/** Names in `CustomFunctions.ErrorCode`, for functions that use them instead of the codes. */
const CODES: Readonly<Record<string, string>> = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
};

/** An error object is known by its code, not by its class: it may come from another window. */
export function errorFrom(thrown: unknown): Item {
  const error = thrown as { readonly code?: unknown; readonly message?: unknown } | null;
  const code = typeof error === "object" && typeof error?.code === "string" ? error.code : "#VALUE!";
  return { value: code.startsWith("#") ? code : (CODES[code] ?? "#VALUE!"), message: String(error?.message ?? "") };
}

/**
 * A function's result as cells: a matrix spills, each error in it stays in its own place, null is 0, and a number that is not finite is #NUM!.
 * Rows of unequal length are #VALUE!.
 */
export function fromFunction(result: unknown): Item | readonly (readonly Item[])[] {
  if (!Array.isArray(result)) return itemFrom(result);
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row : [row]));
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    return { value: "#VALUE!", message: "The rows of a result must be of one length." };
  return Array.from({ length: width }, (_, column) => rows.map((row) => itemFrom(row[column])));
}

function itemFrom(value: unknown): Item {
  if (value === null || value === undefined) return { value: 0 };
  if (typeof value === "number") return Number.isFinite(value) ? { value } : { value: "#NUM!", message: "" };
  if (typeof value === "string" || typeof value === "boolean") return { value };
  if (typeof value === "object" && "code" in value) return errorFrom(value);
  if (typeof value === "object" && "basicValue" in value) return itemFrom(value.basicValue);
  return { value: "#VALUE!", message: "" };
}
