import { ClientObject } from "./clientObject";
import type { WireResult } from "./functions/wireRoute";

/** What the add-in's runtime tells the host. */
export interface RuntimeListener {
  /** `Office.addin.showAsTaskpane()` and `hide()`. */
  onVisibility?(state: "Visible" | "Hidden"): void;
  /** `Office.ribbon.requestUpdate()`: a button of the ribbon can be pressed from now on, or not. */
  onButtonEnabled?(id: string, enabled: boolean): void;
  onFunctionsReady?(): void;
  /** Results of functions that the client was asked to call. */
  onFunctionResults?(results: readonly WireResult[]): void;
}

abstract class Service extends ClientObject {
  override get keptByReference(): boolean {
    return false;
  }
}

class AppRuntimePersistenceService extends Service {
  readonly typeName = "AppRuntimePersistenceService";
  private state = "Inactive";
  setAppRuntimeStartState(state: string): void {
    this.state = state;
  }
  getAppRuntimeStartState(): string {
    return this.state;
  }
}

class AppRuntimeService extends Service {
  readonly typeName = "AppRuntimeService";
  private state = "Visible";
  constructor(private readonly listener: RuntimeListener) {
    super();
  }
  setAppRuntimeState(state: "Visible" | "Hidden"): void {
    this.state = state;
    this.listener.onVisibility?.(state);
  }
  getAppRuntimeState(): string {
    return this.state;
  }
}

class AddinInternalService extends Service {
  readonly typeName = "AddinInternalService";
  notifyActionHandlerReady(): void {}
}

class RibbonTab extends Service {
  readonly typeName = "RibbonTab";
}

class RibbonButton extends Service {
  readonly typeName = "RibbonButton";
  private state = true;
  constructor(
    readonly id: string,
    private readonly listener: RuntimeListener,
  ) {
    super();
  }
  override get scalars(): readonly string[] {
    return ["id", "enabled"];
  }
  get enabled(): boolean {
    return this.state;
  }
  set enabled(value: boolean) {
    this.state = value;
    this.listener.onButtonEnabled?.(this.id, value);
  }
}

class DynamicRibbon extends Service {
  readonly typeName = "DynamicRibbon";
  private readonly buttons = new Map<string, RibbonButton>();
  constructor(private readonly listener: RuntimeListener) {
    super();
  }
  getTab(): RibbonTab {
    return new RibbonTab();
  }
  getButton(id: string): RibbonButton {
    const button = this.buttons.get(id) ?? new RibbonButton(id, this.listener);
    this.buttons.set(id, button);
    return button;
  }
}

class CustomFunctionService extends Service {
  readonly typeName = "CustomFunctions";
  constructor(private readonly listener: RuntimeListener) {
    super();
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.listener.onFunctionsReady?.();
  }
  _GetEnabledFeatures(): readonly unknown[] {
    return [];
  }
  setInvocationArrayResults(results: readonly WireResult[]): void {
    this.listener.onFunctionResults?.(results);
  }
}

/** Objects that the client asks for by the name of a service: `Office.addin`, `Office.actions`, custom functions. */
export function createServices(listener: RuntimeListener): Readonly<Record<string, ClientObject>> {
  return {
    "Microsoft.AppRuntime.AppRuntimePersistenceService": new AppRuntimePersistenceService(),
    "Microsoft.AppRuntime.AppRuntimeService": new AppRuntimeService(listener),
    "Microsoft.InternalService.AddinInternalService": new AddinInternalService(),
    "Microsoft.DynamicRibbon.DynamicRibbon": new DynamicRibbon(listener),
    "Microsoft.ExcelServices.CustomFunctions": new CustomFunctionService(listener),
    CustomFunctions: new CustomFunctionService(listener),
  };
}
