import type { Book } from "../engine/book";
import type { FunctionResult } from "../engine/types";

/** A call that has been made, by its arguments; formulas are evaluated again at every change of structure, and calls may be slow. */
export interface Call {
  readonly functionName: string;
  result: FunctionResult | undefined;
  readonly cells: Set<number>;
  /** Ends a call that nobody waits for any more; absent where the function takes no notice. */
  cancel?: () => void;
  /** It was cancelled; what still comes is not heard. */
  ended?: boolean;
  /** The result has come and no cell has shown it yet. */
  fresh?: boolean;
}

/**
 * Calls that go on: streams, and those that may be cancelled while they wait. When the last cell that wants the result has another formula,
 * other arguments, or is gone, the call is cancelled.
 */
export class LiveCalls {
  private readonly live = new Map<string, { readonly call: Call; readonly seen: Map<number, number> }>();
  private readonly evaluatedIn = new Map<number, number>();
  private step = 0;

  constructor(
    private readonly book: Book,
    private readonly ended: (key: string) => void,
  ) {
    book.model.on("update", this, () => this.sweep());
  }

  add(key: string, call: Call): void {
    this.live.set(key, { call, seen: new Map() });
  }

  /** The call has its last result. */
  settled(key: string): void {
    this.live.delete(key);
  }

  /** A cell has asked for this call's result in the present evaluation. */
  wanted(key: string, cell: number | undefined): void {
    if (cell === undefined) return;
    this.evaluatedIn.set(cell, this.step);
    this.live.get(key)?.seen.set(cell, this.step);
  }

  private sweep(): void {
    for (const [key, { call, seen }] of this.live) {
      for (const cell of call.cells) {
        const asksForOthers = this.evaluatedIn.get(cell) === this.step && seen.get(cell) !== this.step;
        if (asksForOthers || !this.mentions(cell, call.functionName)) call.cells.delete(cell);
      }
      if (call.cells.size > 0) continue;
      this.live.delete(key);
      call.ended = true;
      this.ended(key);
      call.cancel?.();
    }
    this.step++;
  }

  private mentions(cellId: number, functionName: string): boolean {
    const { getters } = this.book;
    const at = getters.tryGetCellPosition(cellId as never);
    const cell = at && getters.getCell(at);
    return cell?.isFormula === true && cell.compiledFormula.toFormulaString(getters).toUpperCase().includes(functionName);
  }
}
