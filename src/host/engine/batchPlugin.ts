import { hooksOf, type Engine, type PluginHooks, type UIPluginConfig } from "./types";

interface Session {
  on(event: string, owner: unknown, listener: (detail: { readonly id: string }) => void): void;
  readonly revisions: {
    get(id: string): { readonly commands: readonly { readonly type: string; readonly sheetId?: string }[] } | undefined;
  };
}

/**
 * Runs a whole request inside one root command, which makes it one revision: one undo step, one evaluation, one repaint.
 * The work itself waits in the hooks' queue, because commands are copied deeply and kept by the history.
 */
export function installBatchPlugin(engine: Engine): void {
  class HostBatch extends engine.UIPlugin {
    private readonly hooks: PluginHooks;
    private readonly session: Session;
    private readonly done: string[] = [];
    private undone: string[] = [];

    constructor(config: UIPluginConfig) {
      super(config);
      this.hooks = hooksOf(config.custom);
      this.session = (config as unknown as { readonly session: Session }).session;
      this.session.on("new-local-state-update", this, ({ id }) => {
        this.done.push(id);
        this.undone = [];
      });
    }

    override beforeHandle(command: { readonly type: string }): void {
      if (command.type === "REQUEST_UNDO") this.leaveSheetAboutToVanish();
      if (command.type === "REQUEST_REDO") {
        const id = this.undone.pop();
        if (id !== undefined) this.done.push(id);
      }
    }

    override handle(command: { readonly type: string }): void {
      if (command.type === "HOST_BATCH") this.hooks.jobs.shift()?.();
      this.hooks.saw(command);
    }

    /** Undoing the creation of the sheet in front would leave the grid drawing a sheet that is gone. */
    private leaveSheetAboutToVanish(): void {
      const id = this.done.pop();
      if (id === undefined) return;
      this.undone.push(id);
      const here = this.getters.getActiveSheetId();
      const vanishes = this.session.revisions.get(id)?.commands.some((each) => each.type === "CREATE_SHEET" && each.sheetId === here);
      const elsewhere = vanishes ? this.getters.getVisibleSheetIds().find((sheetId) => sheetId !== here) : undefined;
      if (elsewhere !== undefined) this.dispatch("ACTIVATE_SHEET", { sheetIdFrom: here, sheetIdTo: elsewhere });
    }
  }
  engine.registries.featurePluginRegistry.add("host_batch", HostBatch as never);
}
