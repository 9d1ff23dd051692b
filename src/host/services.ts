import { ClientObject } from "./clientObject";
import type { WireResult } from "./functions/wireRoute";

/** What the add-in's runtime tells the host. */
export interface RuntimeListener {
  /** `Office.addin.showAsTaskpane()` and `hide()`. */
  onVisibility?(state: "Visible" | "Hidden"): void;
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
    "Microsoft.ExcelServices.CustomFunctions": new CustomFunctionService(listener),
    CustomFunctions: new CustomFunctionService(listener),
  };
}
