import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface TestServer {
  readonly origin: string;
  /** Paths with their queries, in the order in which they were asked for. */
  readonly asked: string[];
  /** From now on a path (without its query) is answered so; all others with 404. */
  on(path: string, answer: Answer): void;
  stop(): Promise<void>;
}

/** A server of this test alone, on a free port of this machine, that answers as it is told to. */
export async function testServer(): Promise<TestServer> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const answer = answers.get((request.url ?? "").split("?")[0] ?? "");
    if (answer) answer(response, request);
    else response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    on: (path, answer) => void answers.set(path, answer),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const sends =
  (type: string, body: string | Uint8Array): Answer =>
  (response) =>
    void response.writeHead(200, { "content-type": type }).end(body);
