import type { Host } from "../index";
import type { EventEntry } from "../wire";

/** Requirement sets that this host answers for; `Office.context.requirements.isSetSupported` reads them. */
export const DEFAULT_REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: "1.20",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.9",
  RichApiRuntimeFlag: "1.2",
  RibbonApi: "1.2",
  AddinCommands: "1.1",
  DialogApi: "1.2",
};

export interface ParentFrameOptions {
  /** The page that holds the add-in's frame and hears its messages. */
  readonly window: Window;
  readonly requirements?: Readonly<Record<string, string>>;
  /** `Office.context.document.settings` when the document was opened. */
  readonly settings?: readonly (readonly [string, unknown])[];
  readonly locale?: string;
  /** Told when a command's function has called `event.completed()`. */
  readonly onCommandCompleted?: (commandId: string) => void;
  /** Told when the keyboard leaves the frame by a key of Excel's. */
  readonly onKeyOut?: (key: KeyOut) => void;
}

/** How the keyboard left the add-in: by Tab behind its last control or before its first, or by the key that goes round Excel's panes. */
export type KeyOut = "tab" | "shiftTab" | "nextPane" | "previousPane";

export interface ParentFrame {
  /** To be set as the frame's `name` before its `src`: it tells office.js which host it is in. */
  readonly frameName: string;
  /** Presses a ribbon button: calls the function that the manifest names for it. */
  runCommand(commandId: string, functionName: string): boolean;
  /** Raises entries of events that are not the workbook's, such as the pane's visibility. */
  raise(entries: readonly EventEntry[]): void;
  close(): void;
}

interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _correlationId: number;
  readonly _data?: unknown;
}

interface ExecuteMethod {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly [key: string]: unknown;
}

interface Listener {
  readonly source: MessageEventSource;
  readonly origin: string;
  readonly correlation: number;
}

const CONVERSATION = "conversation1";
const APP = "app1";
const REQUEST = 0;
const RESPONSE = 1;
const ACTION = { invoke: 0, register: 1, unregister: 2 };
/** What the client tells the host of keys, by its own numbers (`OSF.AgaveHostAction`). */
const KEYS_OUT: Readonly<Record<number, KeyOut>> = {
  5: "nextPane",
  6: "previousPane",
  13: "tab",
  14: "shiftTab",
  17: "tab",
  18: "shiftTab",
};
const DISPATCH = { processQuery: 93, commandCompleted: 94 };
/** Flags of a shared runtime that has custom functions. */
const SHARED_RUNTIME_WITH_FUNCTIONS = 3;

/** Connects a host to the real office.js in a frame, by the messages that Excel on the web exchanges with add-ins. */
export function connectParentFrame(host: Pick<Host, "execute" | "onRaise" | "faults">, options: ParentFrameOptions): ParentFrame {
  const { window: page, locale = "en-GB" } = options;
  const listeners = new Map<string, Listener>();
  const send = (source: MessageEventSource, origin: string, message: object): void =>
    (source as Window).postMessage(
      JSON.stringify({
        _serializerVersion: 1,
        _origin: page.location.origin,
        _conversationId: CONVERSATION,
        _messageType: RESPONSE,
        ...message,
      }),
      origin,
    );

  const answer = async (message: Message): Promise<unknown> => {
    if (message._actionName === "ContextActivationManager_getAppContextAsync") return appContext(options, locale);
    if (message._actionName === "ContextActivationManager_notifyHost") {
      const key = KEYS_OUT[Number((message._data as readonly unknown[])[1])];
      if (key !== undefined) options.onKeyOut?.(key);
    }
    if (message._actionName !== "executeMethod") return null;
    const method = message._data as ExecuteMethod;
    if (method.DdaMethod.DispatchId === DISPATCH.commandCompleted) options.onCommandCompleted?.(String(method["0"] ?? ""));
    if (method.DdaMethod.DispatchId !== DISPATCH.processQuery) return { Version: 1, Error: 0 };
    await host.faults.turn(Number(method.ArrayData?.[6] ?? 0));
    return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(host.execute(String(method.ArrayData?.[4])))] };
  };

  const hear = (event: MessageEvent): void => {
    const message = parse(event.data);
    const { source, origin } = event;
    if (!message || !source) return;
    const reply = { _actionName: message._actionName, _correlationId: message._correlationId, _errorCode: 0, _responseType: 0 };
    if (message._actionType === ACTION.register)
      listeners.set(message._actionName, { source, origin, correlation: message._correlationId });
    if (message._actionType === ACTION.unregister) listeners.delete(message._actionName);
    if (message._actionType !== ACTION.invoke) return send(source, origin, { ...reply, _data: { Error: 0 } });
    void answer(message).then((data) => send(source, origin, { ...reply, _data: data }));
  };

  const tell = (name: string, data: unknown): boolean => {
    const listener = listeners.get(name);
    if (!listener) return false;
    send(listener.source, listener.origin, {
      _actionName: name,
      _correlationId: listener.correlation,
      _errorCode: 0,
      _responseType: 1,
      _data: data,
    });
    return true;
  };
  const raise = (entries: readonly EventEntry[]): void => void tell("richApiMessage", { ArrayData: entries });

  page.addEventListener("message", hear);
  const stop = host.onRaise((entries) => void setTimeout(() => raise(entries), 0));
  return {
    frameName: JSON.stringify({
      baseFrameName: "addin",
      hostInfo: `Excel$Web$16.01$${locale}$$$$${SHARED_RUNTIME_WITH_FUNCTIONS}`,
      xdmInfo: `${CONVERSATION}|${APP}|${page.location.origin}`,
      serializerVersion: 1,
    }),
    runCommand: (commandId, functionName) =>
      tell("appCommandInvoked", [commandId, functionName, JSON.stringify({ source: { id: commandId } })]),
    raise,
    close: () => (page.removeEventListener("message", hear), stop()),
  };
}

function parse(data: unknown): Message | undefined {
  if (typeof data !== "string" || !data.startsWith("{")) return undefined;
  try {
    const message = JSON.parse(data) as Message;
    return message._messageType === REQUEST ? message : undefined;
  } catch {
    return undefined;
  }
}

function appContext({ requirements = DEFAULT_REQUIREMENTS, settings = [] }: ParentFrameOptions, locale: string): object {
  return {
    _id: APP,
    _appName: 16,
    _appVersion: "16.01",
    _appMinorVersion: 1,
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: "https://localhost/Book1.xlsx",
    _clientMode: 1,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "",
    _appInstanceId: APP,
    _requirementMatrix: JSON.stringify(requirements),
    _hostFullVersion: "16.0.18000.10000",
    _addinName: "GP Practice Scorecard",
    _appDomains: [],
    _initialDisplayMode: 0,
  };
}
