import type * as spreadsheet from "@odoo/o-spreadsheet";
import type { CorePlugin, Model, UIPlugin } from "@odoo/o-spreadsheet";
import type { Item } from "./functions/arguments";

/** The workbook engine, as `import("@odoo/o-spreadsheet")` or `window.o_spreadsheet` gives it. */
export type Engine = typeof spreadsheet;

export type Getters = Model["getters"];
export type CorePluginConfig = ConstructorParameters<typeof CorePlugin>[0];
export type UIPluginConfig = ConstructorParameters<typeof UIPlugin>[0];
export type Cell = NonNullable<ReturnType<Getters["getCell"]>>;
export type EvaluatedCell = ReturnType<Getters["getEvaluatedCell"]>;
export type EngineRange = ReturnType<Getters["getRangeFromZone"]>;
export type Table = ReturnType<Getters["getCoreTables"]>[number];
export type EngineBorder = NonNullable<ReturnType<Getters["getCellBorder"]>>;

export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/**
 * A cell's style with what Excel knows and the engine does not. Unknown keys on the style travel with the cell: formatting, copying,
 * inserting rows, saving and undo all keep them. A key by address or cell id would not.
 */
export interface HostStyle {
  readonly [key: string]: unknown;
  /** The number format as the add-in gave it, where the engine draws another. */
  readonly xlNumberFormat?: string | undefined;
  /** The structured references and names in the cell's formula, as written, separated by tabs. */
  readonly xlRefs?: string | undefined;
  /** The formula exactly as written, and what the engine makes of it; of use only while the engine still makes the same of it. */
  readonly xlFormula?: string | undefined;
  readonly xlEngineFormula?: string | undefined;
  readonly xlFont?: string | undefined;
  readonly xlIndent?: number | undefined;
  /** Alignments and underlines that the engine cannot draw. */
  readonly xlHorizontal?: string | undefined;
  readonly xlVertical?: string | undefined;
  readonly xlUnderline?: string | undefined;
  readonly xlUnlocked?: boolean | undefined;
  readonly xlFormulaHidden?: boolean | undefined;
  /** The cell was only ever formatted as part of whole rows or columns. */
  readonly xlWide?: true | undefined;
}

/** What one cell is to hold; what is absent stays as it is. */
export interface CellEntry {
  readonly content?: string;
  readonly style?: HostStyle | null;
  readonly format?: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What the plug-ins ask of the host that opened the model; handed to them through the model's `custom` configuration. */
export interface PluginHooks {
  /** The form in which something typed, pasted or written enters the workbook. */
  admit(entry: CellEntry, before: Cell | undefined, at: Position, getters: Getters): CellEntry;
  /** The document has changed; told for each command, also when undo and redo play it again. */
  changed(command: { readonly type: string; readonly [key: string]: unknown }): void;
  /** Every command that reaches the workbook, after the fact. */
  saw(command: { readonly type: string; readonly [key: string]: unknown }): void;
  /** A formula whose result needs a larger sheet than there is. */
  lacksRoom(at: Position, rows: number, columns: number): void;
  /** Whether a formula's result may spill here; inside a table it may not. */
  maySpill(at: Position): boolean;
  /** Whether the workbook calculates only when it is told to. */
  calculatesByHand(): boolean;
  /** Formulas were left as they are, though what they depend on has changed. */
  leftPending(): void;
  /** Work to be done as one revision: one undo step, one evaluation, one repaint. */
  readonly jobs: (() => void)[];
}

/** The hooks as found in a plug-in's configuration or in a function's evaluation context. */
export const hooksOf = (custom: unknown): PluginHooks => (custom as { readonly excelHost: PluginHooks }).excelHost;

/** Where a function is called from. */
export interface FunctionContext {
  readonly at: Position | undefined;
}

/** A value, or a block column by column. */
export type FunctionResult = Item | readonly (readonly Item[])[];
