import { installBatchPlugin } from "./batchPlugin";
import { installBorderPlugin } from "./borderPlugin";
import { installCellPlugin } from "./cellPlugin";
import { installEvaluationPlugin } from "./evaluationPlugin";
import { installExtrasPlugin } from "./extrasPlugin";
import { installFunctions } from "./functions";
import type { Engine } from "./types";

/** Commands of ours that belong to the document and so to its history. */
const CORE_COMMANDS = ["HOST_SET_CELLS", "HOST_STYLE_CELLS", "HOST_SET_EDGES", "HOST_SET_EXTRA", "HOST_SET_PLACE"] as const;

const installed = new WeakSet<object>();

/**
 * Teaches the engine what Excel needs, through its own registries. They belong to the engine's module, so this is done once,
 * before the first model is opened.
 */
export function install(engine: Engine): void {
  if (installed.has(engine.registries)) return;
  installed.add(engine.registries);
  polyfillGroupBy();
  speakExcelsErrors(engine);
  for (const type of CORE_COMMANDS) {
    (engine.coreTypes as Set<string>).add(type);
    // Undo rebases later revisions on inverse commands; ours do not interfere with any, so each is its own.
    engine.registries.inverseCommandRegistry.add(type, (command) => [command]);
  }
  installCellPlugin(engine);
  installBorderPlugin(engine);
  installEvaluationPlugin(engine);
  installExtrasPlugin(engine);
  installBatchPlugin(engine);
  installFunctions(engine);
}

/** The engine's own "#ERROR" is Excel's #VALUE!; a code it has not heard of would be plain text to it. */
function speakExcelsErrors(engine: Engine): void {
  Object.assign(engine.CellErrorType, { GenericError: "#VALUE!", InvalidReference: "#REF!" });
  const known = engine.registries.errorTypes as unknown as { add(code: string): unknown };
  for (const code of ["#VALUE!", "#REF!", "#NUM!", "#NULL!", "#BUSY!", "#CALC!", "#GETTING_DATA"]) known.add(code);
}

/** The engine uses Object.groupBy, which Node has from version 21. */
function polyfillGroupBy(): void {
  const target = Object as unknown as { groupBy?: unknown };
  target.groupBy ??= (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => string) => {
    const groups = Object.create(null) as Record<string, unknown[]>;
    let index = 0;
    for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
    return groups;
  };
}
