import { NAMESPACE } from "../namespace";

/** A custom function as the pane lists it. */
export interface ListedFunction {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional: boolean }[];
}

export { NAMESPACE };

/** How the function is written, optional arguments in brackets: SCORECARD.BAND(observed, denominator, [kind]). */
export const signatureOf = ({ name, parameters }: ListedFunction): string =>
  `${NAMESPACE}.${name}(${parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name)).join(", ")})`;

/**
 * The formula for arguments as a person fills them in: addresses, numbers, words. Words get their quotation marks, arguments
 * left out at the end are left away.
 *
 * @example formulaOf("PATIENTS_PER_GP", ["Sheet1!C5", "6.2", ""]) // "=SCORECARD.PATIENTS_PER_GP(Sheet1!C5,6.2)"
 */
export function formulaOf(name: string, given: readonly string[]): string {
  const texts = given.map(argument);
  while (texts.at(-1) === "") texts.pop();
  return `=${NAMESPACE}.${name}(${texts.join(",")})`;
}

const REFERENCE =
  /^(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?#?$|^(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}:\$?[A-Z]{1,3}$/u;
const STRUCTURED = /^[\p{L}_][\p{L}\p{N}_.]*\[[^"]*\]$/u;

function argument(typed: string): string {
  const text = typed.trim();
  if (text === "") return "";
  if (/^-?\d+(\.\d+)?%?$/.test(text) || /^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase();
  if (REFERENCE.test(text) || STRUCTURED.test(text) || /^".*"$/.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}
