import { hooksOf, type Engine, type PluginHooks, type Position } from "./types";

interface CoreViewConfig {
  readonly custom: unknown;
}

interface EvaluationPluginInstance {
  handle(command: unknown): void;
  finalize(): void;
  shouldRebuildDependenciesGraph: boolean;
  readonly positionsToUpdate: Position[];
  readonly evaluator: {
    updateDependencies(at: Position): void;
    assertSheetHasEnoughSpaceToSpreadFormulaResult(at: Position, result: readonly (readonly unknown[])[]): void;
    getCellsDependingOn(ranges: Iterable<unknown>): Iterable<unknown>;
    evaluateCells(positions: readonly Position[]): void;
  };
}

interface RowSizePluginInstance {
  handle(command: unknown): void;
  updateRowSizeForCellChange(sheetId: string, row: number, col: number): void;
}

/** Beyond this many cells, evaluating everything is quicker than finding out what depends on what. */
const MANY = 200;

/**
 * The engine's evaluation, taught to answer in the middle of a batch (HOST_FLUSH), to follow writes of whole blocks, to ask for a larger
 * sheet instead of failing, and to refuse a spill inside a table, as Excel does.
 */
export function installEvaluationPlugin(engine: Engine): void {
  const { coreViewsPluginRegistry } = engine.registries;
  const Evaluation = coreViewsPluginRegistry.get("evaluation") as unknown as new (config: CoreViewConfig) => EvaluationPluginInstance;
  coreViewsPluginRegistry.replace(
    "evaluation",
    class extends Evaluation {
      constructor(config: CoreViewConfig) {
        super(config);
        watchSpills(engine, this, hooksOf(config.custom));
        leaveDependants(this, hooksOf(config.custom));
      }

      override handle(command: { readonly type: string }): void {
        super.handle(command);
        if (command.type === "HOST_FLUSH") this.finalize();
        if (command.type === "HOST_SET_CELLS") this.follow(command as unknown as WrittenBlock);
      }

      private follow({ sheetId, row, col, contents }: WrittenBlock): void {
        if (this.shouldRebuildDependenciesGraph) return;
        const rows = contents?.length ?? 0;
        const columns = contents?.[0]?.length ?? 0;
        if (!contents || rows * columns > MANY || this.positionsToUpdate.length > MANY) {
          this.shouldRebuildDependenciesGraph = true;
          return;
        }
        for (let i = 0; i < rows; i++)
          for (let j = 0; j < columns; j++) {
            const at = { sheetId, row: row + i, col: col + j };
            this.positionsToUpdate.push(at);
            this.evaluator.updateDependencies(at);
          }
      }
    } as never,
  );

  const RowSizes = coreViewsPluginRegistry.get("row_size") as unknown as new (config: CoreViewConfig) => RowSizePluginInstance;
  coreViewsPluginRegistry.replace(
    "row_size",
    class extends RowSizes {
      override handle(command: { readonly type: string }): void {
        super.handle(command);
        if (command.type === "HOST_SET_CELLS") this.measureLongText(command as unknown as WrittenBlock);
        if (command.type === "HOST_STYLE_CELLS") super.handle({ ...command, type: "SET_FORMATTING" });
      }

      /** Measuring text is slow, and only text of several lines changes a row's height. */
      private measureLongText({ sheetId, row, col, contents }: WrittenBlock): void {
        contents?.forEach((line, i) =>
          line.forEach((content, j) => {
            if (content?.includes("\n")) this.updateRowSizeForCellChange(sheetId, row + i, col + j);
          }),
        );
      }
    } as never,
  );
}

interface WrittenBlock {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
  readonly contents?: readonly (readonly (string | null)[])[];
}

function watchSpills(engine: Engine, plugin: EvaluationPluginInstance, hooks: PluginHooks): void {
  const { evaluator } = plugin;
  const assertRoom = evaluator.assertSheetHasEnoughSpaceToSpreadFormulaResult.bind(evaluator);
  evaluator.assertSheetHasEnoughSpaceToSpreadFormulaResult = (at, result) => {
    const columns = result.length;
    const rows = result[0]?.length ?? 0;
    if (rows * columns > 1 && !hooks.maySpill(at)) throw new engine.EvaluationError("Spill range is in a table", "#SPILL!");
    try {
      assertRoom(at, result);
    } catch (error) {
      hooks.lacksRoom(at, rows, columns);
      throw error;
    }
  };
}

/**
 * Where a person calculates by hand, only what is entered is worked out, and what depends on it stays as it was. (A change of the sheet's
 * structure works out everything, which Excel would leave.)
 */
function leaveDependants({ evaluator }: EvaluationPluginInstance, hooks: PluginHooks): void {
  const dependingOn = evaluator.getCellsDependingOn.bind(evaluator);
  const evaluateCells = evaluator.evaluateCells.bind(evaluator);
  let entering = false;
  evaluator.getCellsDependingOn = (ranges) => {
    const found = dependingOn(ranges);
    if (!entering) return found;
    if ([...found].length > 0) hooks.leftPending();
    return [];
  };
  evaluator.evaluateCells = (positions) => {
    entering = hooks.calculatesByHand();
    try {
      evaluateCells(positions);
    } finally {
      entering = false;
    }
  };
}
