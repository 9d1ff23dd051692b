import {
  hooksOf,
  type Cell,
  type CellEntry,
  type CorePluginConfig,
  type Engine,
  type Getters,
  type HostStyle,
  type PluginHooks,
  type Zone,
} from "./types";

interface CorePluginInstance {
  handle(command: unknown): void;
}

interface CellPluginInstance extends CorePluginInstance {
  updateCell(sheetId: string, col: number, row: number, after: CellEntry): void;
  dispatch: Dispatch;
  readonly getters: Getters;
  readonly history: { update(...path: unknown[]): void };
}

type Dispatch = (type: string, payload: object) => unknown;

interface SheetPluginInstance extends CorePluginInstance {
  updateCellPosition(command: object): void;
}

/** Writes many cells at once: contents row by row, or number formats row by row. `null` leaves a cell as it is. */
export interface SetCells {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
  readonly contents?: readonly (readonly (string | null)[])[];
  /** What a person sees of a formula, where the engine's own words for it stay as they are. */
  readonly written?: readonly (readonly HostStyle[])[];
  /** Number format for the engine and, where it differs, the one that was asked for. */
  readonly formats?: readonly (readonly (readonly [drawn: string, asked: string] | null)[])[];
}

/** Lays a style over every cell of the zones; a key that is undefined takes that key away. */
export interface StyleCells {
  readonly sheetId: string;
  readonly target: readonly Zone[];
  readonly style: HostStyle;
  /** Whole columns or rows: cells that come to be only by this are marked, so that they do not count as used. */
  readonly wide?: boolean;
}

/**
 * The engine's cell plug-in, taught two things: whatever enters a cell passes through the host first, and blocks are written in one
 * command. The engine's own way sends two commands per cell through some sixty plug-ins, which is ten times slower.
 */
export function installCellPlugin(engine: Engine): void {
  const { corePluginRegistry } = engine.registries;
  const sheets = new WeakMap<object, SheetPluginInstance>();

  const SheetPlugin = corePluginRegistry.get("sheet") as unknown as new (config: CorePluginConfig) => SheetPluginInstance;
  corePluginRegistry.replace(
    "sheet",
    class extends SheetPlugin {
      constructor(config: CorePluginConfig) {
        super(config);
        sheets.set(config.getters, this);
      }
    } as never,
  );

  const CellPlugin = corePluginRegistry.get("cell") as unknown as new (config: CorePluginConfig) => CellPluginInstance;
  corePluginRegistry.replace(
    "cell",
    class extends CellPlugin {
      private readonly hooks: PluginHooks;
      private many = false;

      constructor(config: CorePluginConfig) {
        super(config);
        this.hooks = hooksOf(config.custom);
        const sheet = sheets.get(config.getters);
        const dispatch = this.dispatch;
        this.dispatch = (type, payload) =>
          this.many && sheet && type === "UPDATE_CELL_POSITION" ? sheet.updateCellPosition({ type, ...payload }) : dispatch(type, payload);
      }

      override handle(command: { readonly type: string }): void {
        if (command.type !== "HOST_SET_CELLS" && command.type !== "HOST_STYLE_CELLS") return super.handle(command);
        this.many = true;
        try {
          if (command.type === "HOST_SET_CELLS") this.setCells(command as unknown as SetCells);
          else this.styleCells(command as unknown as StyleCells);
        } finally {
          this.many = false;
        }
      }

      override updateCell(sheetId: string, col: number, row: number, after: CellEntry): void {
        if (after.content === undefined) return super.updateCell(sheetId, col, row, after);
        const at = { sheetId, col, row };
        super.updateCell(sheetId, col, row, { ...after, ...this.hooks.admit(after, this.getters.getCell(at), at, this.getters) });
      }

      private setCells({ sheetId, row, col, contents, formats, written }: SetCells): void {
        contents?.forEach((line, i) =>
          line.forEach((content, j) => {
            if (content !== null) this.updateCell(sheetId, col + j, row + i, { content });
          }),
        );
        written?.forEach((line, i) =>
          line.forEach((style, j) => {
            const before = this.getters.getCell({ sheetId, col: col + j, row: row + i });
            if (before) this.replace(sheetId, before, { style: overlay(before.style as HostStyle | undefined, style) });
          }),
        );
        formats?.forEach((line, i) =>
          line.forEach((format, j) => {
            if (format) this.setFormat(sheetId, col + j, row + i, format);
          }),
        );
      }

      private setFormat(sheetId: string, col: number, row: number, [drawn, asked]: readonly [string, string]): void {
        const before = this.getters.getCell({ sheetId, col, row });
        const style = overlay(before?.style as HostStyle | undefined, { xlNumberFormat: asked === drawn ? undefined : asked } as HostStyle);
        if (before) this.replace(sheetId, before, { style, format: drawn || undefined });
        else super.updateCell(sheetId, col, row, { style: style ?? null, format: drawn });
      }

      private styleCells({ sheetId, target, style, wide }: StyleCells): void {
        const [onCell, onWide] = [overlaying(style), overlaying({ ...style, xlWide: true })];
        for (const zone of target)
          for (let col = zone.left; col <= zone.right; col++)
            for (let row = zone.top; row <= zone.bottom; row++) {
              const before = this.getters.getCell({ sheetId, col, row });
              const present = before?.style as HostStyle | undefined;
              const merged = wide && (!before || present?.xlWide) ? onWide(present) : onCell(present);
              if (before) this.replace(sheetId, before, { style: merged });
              else if (merged) super.updateCell(sheetId, col, row, { style: merged });
            }
      }

      /** Changes a cell's looks without reading its content anew: a number stays a number when its cell becomes text, as in Excel. */
      private replace(sheetId: string, before: Cell, change: { style: HostStyle | undefined; format?: string | undefined }): void {
        this.history.update("cells", sheetId, before.id, { ...before, ...change });
      }
    } as never,
  );
}

/**
 * A style with another laid over it; `undefined` when nothing is left. Where nothing changes it is the very object that was there: thousands
 * of cells share a style, and a copy for each would be most of what the memory is cleaned of.
 */
function overlay(under: HostStyle | undefined, over: HostStyle): HostStyle | undefined {
  const [before, after] = [under as Record<string, unknown> | undefined, over as Record<string, unknown>];
  const keys = Object.keys(after);
  if (keys.every((key) => before?.[key] === after[key])) return under;
  const merged: Record<string, unknown> = {};
  for (const key in before) if (!(key in after)) merged[key] = before[key];
  for (const key of keys) if (after[key] !== undefined) merged[key] = after[key];
  return Object.keys(merged).length > 0 ? merged : undefined;
}

/** The same for many cells: what was under it before and came out of it is remembered, so that cells alike stay one style. */
function overlaying(over: HostStyle): (under: HostStyle | undefined) => HostStyle | undefined {
  const known = new Map<HostStyle | undefined, HostStyle | undefined>();
  return (under) => {
    if (known.has(under)) return known.get(under);
    const merged = overlay(under, over);
    known.set(under, merged);
    return merged;
  };
}
