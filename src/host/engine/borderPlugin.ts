import type { CorePluginConfig, Engine, Zone } from "./types";

/** One edge of a cell: what the engine draws and, beside it, Excel's style and weight. */
export interface Edge {
  readonly style: string;
  readonly color: string;
  readonly xlStyle: string;
  readonly xlWeight: string;
}

export type EdgePosition = "top" | "bottom" | "left" | "right" | "h" | "v";

export interface SetEdges {
  readonly sheetId: string;
  readonly target: readonly Zone[];
  readonly position: EdgePosition;
  /** Absent to take the edges away. */
  readonly edge?: Edge;
}

interface BordersInstance {
  handle(command: unknown): void;
  setBorders(sheetId: string, zones: readonly Zone[], position: string, border: Edge | undefined): void;
}

/** The engine keeps an edge as style and colour and copies it whole, so Excel's weight travels inside it; only the command is missing. */
export function installBorderPlugin(engine: Engine): void {
  const { corePluginRegistry } = engine.registries;
  const Borders = corePluginRegistry.get("borders") as unknown as new (config: CorePluginConfig) => BordersInstance;
  corePluginRegistry.replace(
    "borders",
    class extends Borders {
      override handle(command: { readonly type: string }): void {
        super.handle(command);
        if (command.type !== "HOST_SET_EDGES") return;
        const { sheetId, target, position, edge } = command as unknown as SetEdges;
        this.setBorders(sheetId, target, position, edge);
        if (!edge) for (const zone of target) this.clearFarSide(sheetId, zone, position);
      }

      /** The bottom of one cell and the top of the next are one line: taking it away must reach both. */
      private clearFarSide(sheetId: string, zone: Zone, position: EdgePosition): void {
        if (position === "top" && zone.top > 0)
          this.setBorders(sheetId, [{ ...zone, top: zone.top - 1, bottom: zone.top - 1 }], "bottom", undefined);
        if (position === "bottom") this.setBorders(sheetId, [{ ...zone, top: zone.bottom + 1, bottom: zone.bottom + 1 }], "top", undefined);
        if (position === "left" && zone.left > 0)
          this.setBorders(sheetId, [{ ...zone, left: zone.left - 1, right: zone.left - 1 }], "right", undefined);
        if (position === "right") this.setBorders(sheetId, [{ ...zone, left: zone.right + 1, right: zone.right + 1 }], "left", undefined);
      }
    } as never,
  );
}
