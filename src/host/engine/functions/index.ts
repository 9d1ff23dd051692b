import type { Engine } from "../types";
import { CellError, errorItem, isError, itemsOf, textOf, type Argument, type Item } from "./arguments";
import { NOT_COMPUTED } from "../../formulas/letLambda";
import { DEFINITIONS } from "./definitions";

interface Described {
  readonly compute: (this: unknown, ...given: Argument[]) => unknown;
}

interface FunctionRegistry {
  readonly content: Readonly<Record<string, Described>>;
  add(name: string, description: object): unknown;
  replace(name: string, description: object): unknown;
}

/** Adds the worksheet functions that the engine lacks, and gives its own the error codes that Excel gives. */
export function installFunctions(engine: Engine): void {
  const registry = engine.registries.functionRegistry as unknown as FunctionRegistry;
  for (const [name, definition] of Object.entries(DEFINITIONS)) {
    if (name in registry.content) continue;
    registry.add(name, {
      description: name,
      category: "Statistical",
      isExported: true,
      args: definition.arguments.map((declared) => engine.helpers.arg(declared, "")),
      compute: guarded(definition.compute),
    });
  }
  registry.add(NOT_COMPUTED, {
    description: "Stands for a function that this host does not compute",
    hidden: true,
    args: [engine.helpers.arg("name (string)", "")],
    compute: (name: Argument) => errorItem("#NAME?", `${textOf(name)} with a LAMBDA is not supported by this host. Excel computes it.`),
  });
  for (const [code, names] of Object.entries(OUT_OF_DOMAIN)) for (const name of names) recode(registry, name, code);
  for (const name of ARITHMETIC) refuseEmptyText(registry, name);
}

const guarded =
  (compute: (...given: readonly Argument[]) => number | string) =>
  (...given: readonly Argument[]): Item => {
    try {
      return { value: compute(...given) };
    } catch (error) {
      if (error instanceof CellError) return errorItem(error.value, error.message);
      throw error;
    }
  };

/** Where the engine says "#ERROR" for an argument that is a number but out of the function's domain, Excel says this. */
const OUT_OF_DOMAIN: Readonly<Record<string, readonly string[]>> = {
  "#NUM!": [
    ...["SQRT", "LN", "LOG", "LOG10", "ASIN", "ACOS", "ACOSH", "ATANH", "POWER", "FACT", "COMBIN", "PERMUT"],
    ...["LARGE", "SMALL", "PERCENTILE", "PERCENTILE.EXC", "PERCENTILE.INC", "QUARTILE", "QUARTILE.INC", "QUARTILE.EXC", "MEDIAN"],
  ],
  "#REF!": ["INDEX", "VLOOKUP", "HLOOKUP", "OFFSET"],
};

const VALUE_ERROR = "#VALUE!";

const ARITHMETIC = ["ADD", "MINUS", "MULTIPLY", "DIVIDE", "POW", "UMINUS", "UNARY.PERCENT"];

/** Text without a letter in it, such as what `=IF(A1="","",...)` gives, is 0 to the engine's operators and #VALUE! to Excel's. An empty cell is 0 to both. */
function refuseEmptyText(registry: FunctionRegistry, name: string): void {
  const described = registry.content[name];
  if (!described) return;
  registry.replace(name, {
    ...described,
    compute(this: unknown, ...given: Argument[]) {
      const isEmptyText = ({ value }: Item): boolean => typeof value === "string" && value.trim() === "";
      return given.flatMap(itemsOf).some(isEmptyText)
        ? errorItem(VALUE_ERROR, "Text stands where a number belongs.")
        : described.compute.apply(this, given);
    },
  });
}

function recode(registry: FunctionRegistry, name: string, code: string): void {
  const described = registry.content[name];
  if (!described) return;
  const recoded = (item: unknown, given: readonly Argument[]): unknown => {
    const fits = code === "#REF!" ? (each: Item): boolean => !isError(each) : acceptable;
    const isOwn = (item as Item | null)?.value === VALUE_ERROR && given.flatMap(itemsOf).every(fits);
    return isOwn ? errorItem(code, (item as Item).message) : item;
  };
  registry.replace(name, {
    ...described,
    compute(this: unknown, ...given: Argument[]) {
      try {
        return recoded(described.compute.apply(this, given), given);
      } catch (error) {
        throw recoded(error, given);
      }
    },
  });
}

/** Text that is no number is #VALUE! in Excel too, and an error that came in goes out as it is. */
const acceptable = (item: Item): boolean =>
  !isError(item) && (typeof item.value !== "string" || item.value.trim() === "" || !Number.isNaN(Number(item.value)));
