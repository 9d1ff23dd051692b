import {
  hooksOf,
  type CorePluginConfig,
  type Engine,
  type EngineRange,
  type Getters,
  type Json,
  type PluginHooks,
  type Table,
  type Zone,
} from "./types";

/** Side data under a key such as `page|sheetId`; the second part of a key is the sheet it dies with. `undefined` removes it. */
export interface SetExtra {
  readonly key: string;
  readonly value: Json | undefined;
}

/** Places on a sheet under a key such as `printArea|sheetId`; they move when rows and columns are inserted. */
export interface SetPlace {
  readonly key: string;
  readonly sheetId: string;
  readonly zones: readonly Zone[] | undefined;
}

interface SavedPlace {
  readonly sheetId: string;
  readonly zones: readonly Zone[];
}

/**
 * What Excel keeps and the engine has no room for: page set-up, names of tables, settings, properties. It lives in the model's own
 * history, so undo, redo, saving and the deletion of a sheet treat it as they treat the cells.
 */
export function installExtrasPlugin(engine: Engine): void {
  const { corePluginRegistry } = engine.registries;

  class HostExtras extends engine.CorePlugin {
    static override getters = ["getExtra", "getExtraKeys", "getPlace"] as const;
    private extras: Record<string, Json> = {};
    private places: Record<string, readonly EngineRange[]> = {};

    private readonly hooks: PluginHooks;

    constructor(config: CorePluginConfig) {
      super(config);
      this.hooks = hooksOf(config.custom);
    }

    override handle(command: { readonly type: string }): void {
      this.hooks.changed(command);
      switch (command.type) {
        case "HOST_SET_EXTRA": {
          const { key, value } = command as unknown as SetExtra;
          this.history.update("extras", key, value);
          break;
        }
        case "HOST_SET_PLACE": {
          const { key, sheetId, zones } = command as unknown as SetPlace;
          this.history.update(
            "places",
            key,
            zones?.map((zone) => this.getters.getRangeFromZone(sheetId, { ...zone })),
          );
          break;
        }
        case "DELETE_SHEET":
          this.forget((command as unknown as { readonly sheetId: string }).sheetId);
          break;
      }
    }

    override adaptRanges({ applyChange }: Parameters<InstanceType<Engine["CorePlugin"]>["adaptRanges"]>[0]): void {
      for (const [key, ranges] of Object.entries(this.places)) {
        const changes = ranges.map((range) => applyChange(range));
        if (changes.every((change) => change.changeType === "NONE")) continue;
        const left = changes.filter((change) => change.changeType !== "REMOVE").map((change) => change.range as EngineRange);
        this.history.update("places", key, left.length > 0 ? left : undefined);
      }
    }

    override import(data: object): void {
      const saved = data as { readonly hostExtras?: Record<string, Json>; readonly hostPlaces?: Record<string, SavedPlace> };
      this.extras = Object.fromEntries(Object.entries(saved.hostExtras ?? {}).map(([key, value]) => this.byId(key, value)));
      for (const [key, { sheetId, zones }] of Object.entries(saved.hostPlaces ?? {}))
        this.places[key] = zones.map((zone) => this.getters.getRangeFromZone(sheetId, { ...zone }));
    }

    override export(data: object): void {
      const places = Object.entries(this.places).flatMap(([key, ranges]) =>
        ranges[0] ? [[key, { sheetId: ranges[0].sheetId, zones: ranges.map((range) => range.zone) }] as const] : [],
      );
      Object.assign(data, {
        hostExtras: Object.fromEntries(Object.entries(this.extras).map(([key, value]) => this.byPlace(key, value))),
        hostPlaces: Object.fromEntries(places),
      });
    }

    getExtra(key: string): Json | undefined {
      return this.extras[key];
    }

    getExtraKeys(prefix: string): readonly string[] {
      return Object.keys(this.extras).filter((key) => key.startsWith(prefix) && this.extras[key] !== undefined);
    }

    getPlace(key: string): readonly EngineRange[] | undefined {
      return this.places[key];
    }

    /** The engine numbers tables anew when a workbook is opened: in a file they are known by the cell they begin in. */
    private byPlace(key: string, value: Json): readonly [string, Json] {
      const [kind, sheetId = "", id = ""] = key.split("|");
      const corner = (wanted: string): string => {
        const zone = this.tables(sheetId).find((table) => table.id === wanted)?.range.zone;
        return zone ? `@${zone.top},${zone.left}` : wanted;
      };
      if (kind === "table") return [`table|${sheetId}|${corner(id)}`, value];
      return kind === "filter" ? [key, corner(String(value))] : [key, value];
    }

    private byId(key: string, value: Json): readonly [string, Json] {
      const [kind, sheetId = "", id = ""] = key.split("|");
      const idAt = (corner: string): string =>
        this.tables(sheetId).find(({ range: { zone } }) => `@${zone.top},${zone.left}` === corner)?.id ?? corner;
      if (kind === "table") return [`table|${sheetId}|${idAt(id)}`, value];
      return kind === "filter" ? [key, idAt(String(value))] : [key, value];
    }

    private tables(sheetId: string): readonly Table[] {
      return this.getters.tryGetSheet(sheetId) ? this.getters.getCoreTables(sheetId) : [];
    }

    private forget(sheetId: string): void {
      for (const key of Object.keys(this.extras)) if (key.split("|")[1] === sheetId) this.history.update("extras", key, undefined);
      for (const key of Object.keys(this.places)) if (key.split("|")[1] === sheetId) this.history.update("places", key, undefined);
    }
  }

  corePluginRegistry.add("host_extras", HostExtras as never);
}

/** The getters that this plug-in adds to the engine's. */
export interface ExtraGetters {
  getExtra(key: string): Json | undefined;
  getExtraKeys(prefix: string): readonly string[];
  getPlace(key: string): readonly EngineRange[] | undefined;
}

export const extraGetters = (getters: Getters): ExtraGetters => getters as unknown as ExtraGetters;
