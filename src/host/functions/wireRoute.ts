import type { EventEntry } from "../wire";
import type { FunctionResult } from "../engine/types";
import { fromFunction } from "./convert";

/** Numbers in the client's own messages about functions. */
const FUNCTIONS = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const FLAG = { cancelable: 1, stream: 2, errors: 4 };

/** What the client answers for an error that a function threw; 2 and 3 are for anything else that was thrown. */
const CODES: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

/** One result as the client sends it: number of the call, whether it succeeded, the value or the message, and the error's number. */
export type WireResult = readonly [id: number, succeeded: boolean, value: unknown, code?: unknown];

export interface WireCall {
  readonly functionId: string;
  readonly args: readonly unknown[];
  readonly address: string | undefined;
  readonly stream: boolean;
  readonly cancelable: boolean;
  readonly allowsErrors: boolean;
  readonly settle: (result: FunctionResult) => void;
}

/** Calls functions the way Excel does: a message to the client, which calls the function in its own time and sends the result back. */
export class WireRoute {
  private next = 1;
  private readonly open = new Map<number, WireCall>();

  constructor(private readonly raise: (entries: readonly EventEntry[]) => void) {}

  /** Gives back how to cancel. */
  call(call: WireCall): () => void {
    const id = this.next++;
    this.open.set(id, call);
    const { functionId, args, address = null, stream, cancelable, allowsErrors } = call;
    const flags = (cancelable || stream ? FLAG.cancelable : 0) | (stream ? FLAG.stream : 0) | (allowsErrors ? FLAG.errors : 0);
    this.raise([[FUNCTIONS, INVOKE, "", JSON.stringify([id, functionId, args.map(errorsAsTheClientKnowsThem), address, flags]), id]]);
    return () => {
      this.open.delete(id);
      this.raise([[FUNCTIONS, CANCEL, "", JSON.stringify({ invocationId: id }), id]]);
    };
  }

  /** Results arrive several at a time; one for a call that was cancelled, or answered before, is not heard. */
  hear(results: readonly WireResult[]): void {
    for (const [id, succeeded, value, code] of results) {
      const call = this.open.get(id);
      if (!call) continue;
      if (!call.stream) this.open.delete(id);
      const message = typeof value === "string" ? value : "";
      call.settle(succeeded ? fromFunction(value) : { value: CODES[Number(code)] ?? "#VALUE!", message });
    }
  }
}

function errorsAsTheClientKnowsThem(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(errorsAsTheClientKnowsThem);
  const isError = typeof value === "object" && value !== null && "code" in value;
  return isError ? { type: "CustomFunctionError", code: value.code } : value;
}
