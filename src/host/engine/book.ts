import { accessDenied, ApiError, invalidArgument, invalidOperation, itemAlreadyExists } from "../apiError";
import { isWholeColumns, isWholeRows, lastColumn, lastRow, type Area } from "../a1";
import { extraGetters, type ExtraGetters } from "./extrasPlugin";
import { install } from "./install";
import type { Argument } from "./functions/arguments";
import type {
  Cell,
  CellEntry,
  Engine,
  EngineRange,
  EvaluatedCell,
  FunctionContext,
  FunctionResult,
  Getters,
  Json,
  PluginHooks,
  Position,
  Zone,
} from "./types";
import type { Model } from "@odoo/o-spreadsheet";

/** Dates as in Britain: 1/2/2024 is the first of February. */
const LOCALE = {
  name: "English (UK)",
  code: "en_GB",
  thousandsSeparator: ",",
  decimalSeparator: ".",
  dateFormat: "dd/mm/yyyy",
  timeFormat: "hh:mm:ss",
  formulaArgSeparator: ",",
  weekStart: 1,
};

/** New sheets are small, because evaluating walks over empty cells too; they grow where something is written. */
export const NEW_SHEET = { rows: 100, cols: 52 } as const;

/** Commands after which a name in a formula may mean something else. */
const REDEFINING = /SHEET$|_COLUMNS_ROWS$|TABLE$|NAMED_RANGE$|^HOST_SET_EXTRA$|^MOVE_RANGES$|^DELETE_CONTENT$|^UNDO$|^REDO$/;

/** Commands that change nothing in the document. */
const LOOKING = /^(ACTIVATE_SHEET|EVALUATE_CELLS|HOST_FLUSH)$/;

export interface SeenCommand {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * The workbook as the engine holds it, with what the object model needs of it: commands whose refusal is an Excel error, batches that are
 * one undo step, evaluation on demand, sheets that grow, and side data.
 */
export class Book implements PluginHooks {
  readonly model: Model;
  readonly getters: Getters;
  readonly jobs: (() => void)[] = [];
  /** Set by the parts that need it; see `PluginHooks`. */
  admit: (entry: CellEntry, before: Cell | undefined, at: Position, getters: Getters) => CellEntry = () => ({});
  maySpill: (at: Position) => boolean = () => true;
  /** The add-in's functions by the name that formulas use. */
  readonly functions = new Map<string, (context: FunctionContext, given: readonly Argument[]) => FunctionResult>();
  readonly listeners = new Set<(command: SeenCommand) => void>();
  /** Grows with every change to sheets, tables and names; what formulas mean was worked out from an older state is stale. */
  epoch = 0;
  /** Whether a cell is the heading of a table's column, so that formulas may name it. */
  isHeading: (at: Position) => boolean = () => false;
  /** True while a request of the add-in is carried out. */
  inRequest = false;
  /** Nothing may be changed; looking around and calculating may. */
  readOnly = false;
  /** Formulas wait for a person, or the add-in, to calculate. */
  pending = false;
  private stale = false;
  private touched = false;
  private readonly wantsRoom: { at: Position; rows: number; columns: number }[] = [];
  private readonly extras: ExtraGetters;
  private readonly deferred = new Map<string, () => void>();
  private ids = 0;

  constructor(
    readonly engine: Engine,
    data?: object,
  ) {
    install(engine);
    const content = data ?? { sheets: [{ id: "sheet1", name: "Sheet1", rowNumber: NEW_SHEET.rows, colNumber: NEW_SHEET.cols }] };
    const withLocale = { settings: { locale: LOCALE }, ...content };
    this.model = new engine.Model(withLocale as never, { custom: { excelHost: this } as never, client: { id: "host", name: "Workbook" } });
    this.getters = this.model.getters;
    this.extras = extraGetters(this.getters);
    this.model.on("command-finalized", this, () => this.giveRoom());
  }

  /** An id that no sheet, chart or rule of this workbook has. */
  newId(prefix: string): string {
    return `${prefix}${Date.now().toString(36)}${(++this.ids).toString(36)}`;
  }

  /** Carries out a command of the engine; its refusal becomes the error that Excel would give. */
  dispatch(type: string, payload: object = {}): void {
    if (this.readOnly && !LOOKING.test(type)) throw accessDenied();
    this.stale = true;
    const result = this.model.dispatch(type as never, payload as never) as unknown as { readonly reasons: readonly string[] };
    const reason = result.reasons.find((each) => each !== "NoChanges");
    if (reason !== undefined) throw refusal(reason, type);
  }

  /** All that `work` does becomes one undo step and is evaluated once; what it did before failing stays, as in Excel. */
  batch<T>(work: () => T): T {
    if (this.inRequest) return work();
    let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
    this.inRequest = true;
    try {
      this.jobs.push(() => {
        try {
          outcome = { value: work() };
        } catch (error) {
          outcome = { error };
        }
        this.settle();
        this.refreshCaches();
      });
      this.model.dispatch("HOST_BATCH" as never, {} as never);
    } finally {
      this.inRequest = false;
      this.stale = false;
    }
    this.giveRoom();
    if (!outcome) throw new ApiError("GeneralException", "The workbook is busy.", 500);
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  }

  /** Brings evaluation up to date, so that a request can read what it has just written. */
  evaluate(): void {
    if (!this.stale || !this.inRequest) return;
    this.model.dispatch("HOST_FLUSH" as never, {} as never);
    this.stale = false;
    if (this.wantsRoom.length === 0) return;
    this.growForSpills();
    this.model.dispatch("HOST_FLUSH" as never, {} as never);
    this.stale = false;
  }

  /** Puts work off to the end of the request, where it is done once however often it was asked for. */
  later(key: string, work: () => void): void {
    if (this.inRequest) this.deferred.set(key, work);
    else work();
  }

  isPending(key: string): boolean {
    return this.deferred.has(key);
  }

  /** Does now what was put off. */
  settle(): void {
    const due = [...this.deferred.values()];
    this.deferred.clear();
    for (const work of due) work();
  }

  recalculate(): void {
    this.pending = false;
    this.dispatch("EVALUATE_CELLS");
  }

  calculatesByHand(): boolean {
    return this.extra<string>("calculationMode") === "Manual";
  }

  leftPending(): void {
    this.pending = true;
  }

  /** Evaluates these cells again, those of them that still exist. */
  evaluateCells(cellIds: Iterable<number>): void {
    const present = [...cellIds].filter((id) => this.getters.tryGetCellPosition(id as never) !== undefined);
    if (present.length > 0) this.model.dispatch("EVALUATE_CELLS", { cellIds: present as never });
  }

  cell(at: Position): Cell | undefined {
    return this.getters.getCell(at);
  }

  evaluated(at: Position): EvaluatedCell {
    return this.getters.getEvaluatedCell(at);
  }

  extra<T extends Json>(key: string): T | undefined {
    return this.extras.getExtra(key) as T | undefined;
  }

  setExtra(key: string, value: Json | undefined): void {
    this.dispatch("HOST_SET_EXTRA", { key, value });
  }

  extraKeys(prefix: string): readonly string[] {
    return this.extras.getExtraKeys(prefix);
  }

  place(key: string): readonly EngineRange[] | undefined {
    return this.extras.getPlace(key);
  }

  setPlace(key: string, sheetId: string, areas: readonly Area[] | undefined): void {
    this.dispatch("HOST_SET_PLACE", { key, sheetId, zones: areas?.map(zoneOf) });
  }

  /** Makes the sheet large enough for a bounded area. */
  grow(sheetId: string, area: Area): void {
    const rows = isWholeColumns(area) ? 0 : lastRow(area) + 1 - this.getters.getNumberRows(sheetId);
    const columns = isWholeRows(area) ? 0 : lastColumn(area) + 1 - this.getters.getNumberCols(sheetId);
    if (rows > 0) this.addHeaders(sheetId, "ROW", this.getters.getNumberRows(sheetId) - 1, rows + 20);
    if (columns > 0) this.addHeaders(sheetId, "COL", this.getters.getNumberCols(sheetId) - 1, columns + 4);
  }

  /** The part of an area that the sheet has so far; nothing has been written outside it. */
  clip(sheetId: string, area: Area): Area {
    const rows = Math.min(area.rows, this.getters.getNumberRows(sheetId) - area.row);
    const columns = Math.min(area.columns, this.getters.getNumberCols(sheetId) - area.column);
    return { row: area.row, column: area.column, rows: Math.max(0, rows), columns: Math.max(0, columns) };
  }

  changed(command: SeenCommand): void {
    if (REDEFINING.test(command.type) || this.isHeaderEdit(command)) this.epoch++;
  }

  saw(command: SeenCommand): void {
    if (command.type.startsWith("HOST_S")) this.touched = true;
    for (const listener of this.listeners) listener(command);
  }

  lacksRoom(at: Position, rows: number, columns: number): void {
    this.wantsRoom.push({ at, rows, columns });
  }

  private isHeaderEdit(command: SeenCommand): boolean {
    if (command.type !== "UPDATE_CELL" && command.type !== "HOST_SET_CELLS") return false;
    const { sheetId, row, col, contents } = command as unknown as { sheetId: string; row: number; col: number; contents?: unknown[][] };
    const rows = contents?.length ?? 1;
    const columns = contents?.[0]?.length ?? 1;
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) if (this.isHeading({ sheetId, row: row + i, col: col + j })) return true;
    return false;
  }

  private addHeaders(sheetId: string, dimension: "ROW" | "COL", base: number, quantity: number): void {
    const sheetName = this.getters.getSheetName(sheetId);
    this.dispatch("ADD_COLUMNS_ROWS", { sheetId, sheetName, dimension, base, quantity, position: "after" });
  }

  private growForSpills(): void {
    for (const { at, rows, columns } of this.wantsRoom.splice(0))
      if (this.getters.tryGetSheet(at.sheetId)) this.grow(at.sheetId, { row: at.row, column: at.col, rows, columns });
  }

  /** After a person's own edit. */
  private giveRoom(): void {
    if (this.inRequest || this.wantsRoom.length === 0) return;
    queueMicrotask(() => {
      if (!this.inRequest && this.wantsRoom.length > 0) this.batch(() => this.growForSpills());
    });
  }

  /** Block commands bypass the plug-ins that keep pictures of cells; these two make them look again. */
  private refreshCaches(): void {
    if (!this.touched) return;
    this.touched = false;
    this.model.dispatch("EVALUATE_CELLS", { cellIds: [] });
    const sheetId = this.getters.getActiveSheetId();
    this.model.dispatch("RESIZE_COLUMNS_ROWS", { sheetId, dimension: "ROW", elements: [], size: null } as never);
  }
}

export const zoneOf = (area: Area): Zone => ({ left: area.column, top: area.row, right: lastColumn(area), bottom: lastRow(area) });

export const areaOf = (zone: Zone): Area => ({
  row: zone.top,
  column: zone.left,
  rows: zone.bottom - zone.top + 1,
  columns: zone.right - zone.left + 1,
});

/** A range as commands carry it. */
export const rangeData = (sheetId: string, area: Area): object => ({ _sheetId: sheetId, _zone: zoneOf(area) });

function refusal(reason: string, type: string): ApiError {
  if (/DuplicatedSheetName|NameAlreadyExists/.test(reason)) return itemAlreadyExists();
  if (/NotEnoughSheets|MergeInTable|TableOverlap|MergeOverlap/.test(reason)) return invalidOperation();
  return invalidArgument(`The argument is invalid or missing or has an incorrect format. (${type}: ${reason})`);
}
