import type { Host } from "../index";

/** What the client looks for as the global `_richApiNativeBridge`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost: ((text: string) => void) | null;
}

const RESPONSE = 2;
const EVENT = 3;

/**
 * Connects a host to the client in the same realm: Node, jest. Set the result as `globalThis._richApiNativeBridge` before the client's file is
 * loaded, or hand it to `OfficeExtension.HostBridge.init` after. `Office.onReady` is not part of this seam.
 */
export function connectNativeBridge(host: Pick<Host, "execute" | "onRaise" | "faults">): NativeBridge {
  const send = (message: object): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  const answer = async (text: string): Promise<void> => {
    const { id, flags, message } = JSON.parse(text) as { id: string; flags: number; message: { body: string | object } };
    await host.faults.turn(flags);
    const body = JSON.stringify(host.execute(message.body as string));
    send({ id, type: RESPONSE, flags, message: { statusCode: 200, headers: {}, body } });
  };
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    // The client expects to be answered later, never within its own call.
    sendMessageToHost: (text) => void setTimeout(() => void answer(text), 0),
  };
  host.onRaise((entries) => void setTimeout(() => send({ type: EVENT, message: { entries } }), 0));
  return bridge;
}
