import type { Book } from "../engine/book";
import { CellError, isBlock, type Argument, type Item } from "../engine/functions/arguments";
import type { EventEntry } from "../wire";
import type { Engine, FunctionContext, FunctionResult } from "../engine/types";
import { cellName, quoteSheetName } from "../a1";
import { errorFrom, fromFunction, toFunction } from "./convert";
import { LiveCalls, type Call } from "./liveCalls";
import { isMatrixParameter, type CustomFunctionSource, type FunctionMetadata, type Implementation } from "./metadata";
import { WireRoute, type WireResult } from "./wireRoute";

const BUSY: Item = { value: "#BUSY!", message: "The add-in is working." };
const MOST_REMEMBERED = 50_000;

/** The add-in's functions as functions of the workbook, called where they were associated or by way of the client. */
export class CustomFunctions {
  private readonly calls = new Map<string, Call>();
  private readonly waiting = new Set<number>();
  private readonly live: LiveCalls;
  private readonly wire: WireRoute;
  /** How often the add-in was called, and how often a remembered result did. */
  readonly counts = { called: 0, remembered: 0 };

  constructor(
    private readonly book: Book,
    private readonly source: CustomFunctionSource,
    raise: (entries: readonly EventEntry[]) => void,
  ) {
    this.live = new LiveCalls(book, (key) => this.calls.delete(key));
    this.wire = new WireRoute(raise);
    for (const definition of source.metadata.functions) {
      const name = `${source.namespace ? `${source.namespace}.` : ""}${definition.name}`.toUpperCase();
      book.functions.set(name, (context, given) => this.evaluate(name, definition, context, given));
      declare(book.engine, name, definition);
    }
  }

  /** The add-in has associated its functions, perhaps anew: what waited is evaluated, what was remembered is forgotten. */
  ready(): void {
    this.calls.clear();
    const cells = [...this.waiting];
    this.waiting.clear();
    this.book.evaluateCells(cells);
  }

  /** Results of the client, where functions are called by way of it. */
  hear(results: readonly WireResult[]): void {
    this.wire.hear(results);
  }

  private evaluate(name: string, definition: FunctionMetadata, context: FunctionContext, given: readonly Argument[]): FunctionResult {
    const implementation = this.source.find(definition.id.toUpperCase());
    const cell = context.at && this.book.cell(context.at)?.id;
    if (!implementation) {
      if (cell !== undefined) this.waiting.add(cell);
      return { value: "#BUSY!", message: "The add-in is starting." };
    }
    try {
      const args = readArguments(definition, given, this.source.metadata.allowErrorForDataTypeAny === true);
      const spread = definition.parameters.some(
        (parameter, i) => !isMatrixParameter(parameter) && !parameter.repeating && Array.isArray(args[i]),
      );
      return spread
        ? this.spread(name, definition, implementation, args, context)
        : this.call(name, definition, implementation, args, context);
    } catch (error) {
      if (error instanceof CellError) return { value: error.value, message: error.message };
      throw error;
    }
  }

  private call(
    name: string,
    definition: FunctionMetadata,
    implementation: Implementation,
    args: readonly unknown[],
    context: FunctionContext,
  ): FunctionResult {
    const cell = context.at && this.book.cell(context.at)?.id;
    const key = `${definition.id}|${definition.options?.requiresAddress ? JSON.stringify(context.at) : ""}|${JSON.stringify(args)}`;
    const known = this.known(key, definition);
    const call: Call = known ?? { functionName: name, result: undefined, cells: new Set() };
    if (cell !== undefined) call.cells.add(cell);
    if (known) {
      this.live.wanted(key, cell);
      if (known.result) this.counts.remembered++;
      return known.result ?? BUSY;
    }
    this.remember(key, call);
    this.counts.called++;
    if (definition.options?.stream || definition.options?.cancelable) this.live.add(key, call);
    this.live.wanted(key, cell);
    const settle = (result: FunctionResult): void => {
      if (!definition.options?.stream) this.live.settled(key);
      if (call.ended) return;
      call.result = result;
      call.fresh = true;
      this.book.evaluateCells(call.cells);
    };
    if (this.source.route === "wire") return this.ask(definition, args, context, call, settle);
    try {
      const invocation = this.invocation(name, definition, context, settle);
      call.cancel = () => invocation.onCanceled();
      const result = implementation(...args, invocation);
      if (definition.options?.stream) return call.result ?? BUSY;
      if (!isPromise(result)) {
        this.live.settled(key);
        return (call.result = fromFunction(result));
      }
      void result.then(
        (value) => settle(fromFunction(value)),
        (error: unknown) => settle(errorFrom(error)),
      );
      return BUSY;
    } catch (error) {
      this.live.settled(key);
      return (call.result = errorFrom(error));
    }
  }

  /** What is known of a call with these arguments. A volatile function is called anew each time, but for the answer that was waited for. */
  private known(key: string, { options }: FunctionMetadata): Call | undefined {
    const call = this.calls.get(key);
    if (!call || !options?.volatile) return call;
    const isAwaited = call.result === undefined || call.fresh === true;
    call.fresh = false;
    return isAwaited ? call : undefined;
  }

  /** By way of the client: there is no result yet, whatever the function does. */
  private ask(
    definition: FunctionMetadata,
    args: readonly unknown[],
    context: FunctionContext,
    call: Call,
    settle: (result: FunctionResult) => void,
  ): FunctionResult {
    const { stream = false, cancelable = false, requiresAddress } = definition.options ?? {};
    const allowsErrors = this.source.metadata.allowErrorForDataTypeAny === true;
    const address = requiresAddress ? this.addressOf(context) : undefined;
    call.cancel = this.wire.call({ functionId: definition.id, args, address, stream, cancelable, allowsErrors, settle });
    return BUSY;
  }

  /** A range given to a scalar parameter: the function is called once for each element, and the results spill. */
  private spread(
    name: string,
    definition: FunctionMetadata,
    implementation: Implementation,
    args: readonly unknown[],
    context: FunctionContext,
  ): FunctionResult {
    const isSpread = (i: number): boolean => Array.isArray(args[i]) && !isMatrixParameter(definition.parameters[i] ?? { name: "" });
    const blocks = args.flatMap((argument, i) => (isSpread(i) ? [argument as readonly (readonly unknown[])[]] : []));
    const rows = Math.max(...blocks.map((block) => block.length));
    const columns = Math.max(...blocks.map((block) => block[0]?.length ?? 0));
    const at = (block: readonly (readonly unknown[])[], row: number, column: number): unknown => {
      const line = block[block.length === 1 ? 0 : row];
      return line?.[line.length === 1 ? 0 : column];
    };
    return Array.from({ length: columns }, (_, column) =>
      Array.from({ length: rows }, (__, row) => {
        const one = args.map((argument, i) => (isSpread(i) ? at(argument as readonly (readonly unknown[])[], row, column) : argument));
        const result = this.call(name, definition, implementation, one, context);
        return isBlock(result) ? (result[0]?.[0] ?? { value: 0 }) : result;
      }),
    );
  }

  private invocation(
    name: string,
    definition: FunctionMetadata,
    context: FunctionContext,
    settle: (result: FunctionResult) => void,
  ): { onCanceled(): void; readonly [key: string]: unknown } {
    const address = this.addressOf(context);
    return {
      functionName: name,
      ...(definition.options?.requiresAddress ? { address } : {}),
      isInValuePreview: false,
      onCanceled: () => {},
      setResult: (value: unknown) => settle(value instanceof Error ? errorFrom(value) : fromFunction(value)),
    };
  }

  private addressOf({ at }: FunctionContext): string | undefined {
    return at && `${quoteSheetName(this.book.getters.getSheetName(at.sheetId))}!${cellName(at.row, at.col)}`;
  }

  private remember(key: string, call: Call): void {
    if (this.calls.size > MOST_REMEMBERED) this.calls.clear();
    this.calls.set(key, call);
  }
}

const isPromise = (value: unknown): value is Promise<unknown> => typeof (value as { readonly then?: unknown } | null)?.then === "function";

/** Declared arguments, null for those left out; a repeating one gathers the rest. */
function readArguments({ parameters }: FunctionMetadata, given: readonly Argument[], allowsErrors: boolean): readonly unknown[] {
  return parameters.map((parameter, i) =>
    parameter.repeating
      ? given.slice(i).map((argument) => toFunction(argument, parameter, allowsErrors))
      : toFunction(given[i], parameter, allowsErrors),
  );
}

interface FunctionRegistry {
  readonly content: Readonly<Record<string, unknown>>;
  add(name: string, description: object): unknown;
}

/** The engine's registry is shared by all workbooks of a page; which workbook's function is meant is found out when it is called. */
function declare(engine: Engine, name: string, definition: FunctionMetadata): void {
  const registry = engine.registries.functionRegistry as unknown as FunctionRegistry;
  if (name in registry.content) return;
  const kind = (parameter: { readonly repeating?: boolean; readonly optional?: boolean }): string =>
    parameter.repeating ? ", repeating" : parameter.optional ? ", optional" : "";
  registry.add(name, {
    description: definition.description ?? name,
    category: "Add-in",
    isExported: true,
    args: definition.parameters.map((each) =>
      engine.helpers.arg(`${each.name.toLowerCase()} (any, range${kind(each)})`, each.description ?? ""),
    ),
    compute(this: { readonly excelHost: Book; readonly __originCellPosition?: FunctionContext["at"] }, ...given: Argument[]) {
      const own = this.excelHost.functions.get(name);
      if (!own) return { value: "#NAME?", message: "" };
      return own({ at: this.__originCellPosition }, given);
    },
  });
}
