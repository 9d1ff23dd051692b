import { admit } from "./entry";
import { Book } from "./engine/book";
import type { Engine, Position } from "./engine/types";
import { Events } from "./events";
import { Executor } from "./executor";
import { Faults, refusalOf } from "./faults";
import { visibleTables } from "./formulas/bookScope";
import type { Translation } from "./formulas/translate";
import { CustomFunctions } from "./functions/customFunctions";
import type { CustomFunctionSource } from "./functions/metadata";
import { createServices, type RuntimeListener } from "./services";
import type { EventEntry, RequestBody, ResponseBody } from "./wire";
import { Workbook } from "./workbook/workbook";
import { Worksheet } from "./workbook/worksheet";
import { Workspace } from "./workbook/workspace";
import { giveStandardWidths } from "./workbook/worksheets";
import type { Model } from "@odoo/o-spreadsheet";

export { connectNativeBridge, type NativeBridge } from "./transports/nativeBridge";
export { connectParentFrame, DEFAULT_REQUIREMENTS, type KeyOut, type ParentFrame, type ParentFrameOptions } from "./transports/parentFrame";
export type { CustomFunctionSource, FunctionsMetadata, Implementation } from "./functions/metadata";
export type { Fault, Faults } from "./faults";
export type { EventEntry, RequestBody, ResponseBody } from "./wire";

export interface HostOptions {
  /** `import * as engine from "@odoo/o-spreadsheet"` or `window.o_spreadsheet`. */
  readonly engine: unknown;
  readonly functions?: CustomFunctionSource;
  /** What `exportState()` gave; a new workbook with one sheet when left out. */
  readonly data?: object;
  readonly runtime?: RuntimeListener;
}

/** One round trip of the add-in. */
export interface RoundTrip {
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Milliseconds, host's part only. */
  readonly ms: number;
  /** Excel's code, where the request was refused. */
  readonly error?: string;
}

export interface Host {
  /** The workbook as the grid shows it. */
  readonly model: Model;
  /** Carries out a ProcessQuery request. */
  execute(body: RequestBody | string): ResponseBody;
  /** Tells of events: entries for the client. Gives back how to stop listening. */
  onRaise(listener: (entries: readonly EventEntry[]) => void): () => void;
  /** Tells of each round trip, also kept in `log`. */
  onRoundTrip(listener: (trip: RoundTrip, body: RequestBody) => void): () => void;
  readonly faults: Faults;
  readonly log: RoundTrip[];
  /** To be called when the add-in has associated its functions: cells that show #BUSY! are evaluated. */
  functionsReady(): void;
  /** How often the add-in's functions were called. */
  readonly functionCounts: { readonly called: number; readonly remembered: number };
  undo(): void;
  redo(): void;
  /** Deletes a sheet as another person would, who works on the same workbook. */
  loseSheet(name: string): void;
  /** The whole workbook as JSON, side data included; `openHost({ data })` takes it again. */
  exportState(): object;
  close(): void;
}

/**
 * Opens a workbook that answers the real Office.js client as Excel would.
 *
 * @example
 * const host = openHost({ engine });
 * connectNativeBridge(host); // the client loaded afterwards in this realm talks to it
 */
export function openHost({ engine, functions, data, runtime = {} }: HostOptions): Host {
  const book = new Book(engine as Engine, data);
  const workspace = new Workspace(book);
  const translate = (formula: string, at: Position): Translation => workspace.scope.translate(formula, at);
  const rules = { translate, drawn: workspace.drawn, normal: (formula: string, at: Position) => normalForm(book, formula, at) };
  book.admit = (entry, before, at) => admit(entry, before, at, rules);
  book.maySpill = (at) =>
    !visibleTables(book, at.sheetId).some(
      ({ range: { zone } }) => at.row >= zone.top && at.row <= zone.bottom && at.col >= zone.left && at.col <= zone.right,
    );
  const listeners = new Set<(entries: readonly EventEntry[]) => void>();
  const raise = (entries: readonly EventEntry[]): void => listeners.forEach((listener) => listener(entries));
  const custom = functions && new CustomFunctions(book, functions, raise);
  const functionsReady = (): void => custom?.ready();
  const services = createServices({
    ...runtime,
    onFunctionsReady: () => (functionsReady(), runtime.onFunctionsReady?.()),
    onFunctionResults: (results) => custom?.hear(results),
  });
  const executor = new Executor(new Workbook(workspace), services);
  if (!data) book.batch(() => giveStandardWidths(workspace, book.getters.getActiveSheetId()));
  new Events(book, raise);
  const trips = new Set<(trip: RoundTrip, body: RequestBody) => void>();
  const faults = new Faults();
  const log: RoundTrip[] = [];

  const answer = (body: RequestBody, bytes: number): ResponseBody => {
    book.readOnly = faults.readOnly;
    const { fault, twice } = faults.before(body, bytes);
    if (!fault && twice) book.batch(() => executor.run(body));
    if (!fault) return book.batch(() => executor.run(body));
    if (fault.answerLost) {
      const whole = book.batch(() => executor.run(body));
      return whole.Error ? whole : refusalOf({ ...fault, afterActions: 0 });
    }
    const afterActions = Math.min(fault.afterActions ?? 0, body.Actions.length - 1);
    if (afterActions <= 0) return refusalOf({ ...fault, afterActions: 0 });
    const part = book.batch(() => executor.run({ ...body, Actions: body.Actions.slice(0, afterActions) }));
    return part.Error ? part : refusalOf({ ...fault, afterActions }, part.Results);
  };

  return {
    model: book.model,
    execute(request) {
      const text = typeof request === "string" ? request : JSON.stringify(request);
      const body = typeof request === "string" ? (JSON.parse(request) as RequestBody) : request;
      const started = performance.now();
      const first = answer(body, text.length);
      const responseBytes = JSON.stringify(first).length;
      const late = faults.after(responseBytes);
      const response = late ? refusalOf(late) : first;
      const error = response.Error ? { error: response.Error.Code } : {};
      const trip = { actions: body.Actions.length, requestBytes: text.length, responseBytes, ms: performance.now() - started, ...error };
      log.push(trip);
      trips.forEach((listener) => listener(trip, body));
      return response;
    },
    onRaise: (listener) => (listeners.add(listener), () => listeners.delete(listener)),
    onRoundTrip: (listener) => (trips.add(listener), () => trips.delete(listener)),
    faults,
    log,
    functionsReady,
    functionCounts: custom?.counts ?? { called: 0, remembered: 0 },
    undo: () => void book.model.dispatch("REQUEST_UNDO"),
    redo: () => void book.model.dispatch("REQUEST_REDO"),
    loseSheet: (name) => {
      const sheetId = book.getters.getSheetIdByName(name);
      if (sheetId !== undefined) book.batch(() => new Worksheet(workspace, sheetId).delete());
    },
    exportState: () => book.model.exportData(),
    close: () => void book.model.leaveSession(),
  };
}

const normalForm = (book: Book, formula: string, { sheetId }: Position): string =>
  book.engine.CompiledFormula.Compile(formula, sheetId, book.getters as never).toFormulaString(book.getters as never);
