import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** What Excel is told about a parameter. */
export interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly dimensionality?: string;
  readonly type: string;
  readonly optional?: boolean;
}

/** What Excel is told about a function. */
export interface Declared {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string };
}

const folder = join(__dirname, "../../src/functions");

/** The files that declare custom functions. */
export const declarations = readdirSync(folder)
  .map((name) => join(folder, name))
  .filter((file) => readFileSync(file, "utf8").includes("@customfunction"));

/** Every declared function, read from the docstrings as Excel's own generator reads them; any complaint of the generator is thrown. */
export async function declaredFunctions(): Promise<readonly Declared[]> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(declarations);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return (JSON.parse(metadataJson) as { functions: Declared[] }).functions;
}

/** What each function returns, in words: the generator drops it, so it is read from the docstring itself. */
export function returnsOf(id: string): string {
  for (const file of declarations) {
    const docstring = new RegExp(`@customfunction ${id} [\\s\\S]*?\\*/`).exec(readFileSync(file, "utf8"));
    const returns = docstring && /@returns ([\s\S]*?)\n \*\//.exec(docstring[0]);
    if (returns) return returns[1]!.replace(/\n \* +/g, " ");
  }
  throw new Error(`${id} does not say what it returns`);
}
