/** The workbench's web server: one computer, no outside requests. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer, type ServerOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { openSite, type Purpose } from "./site";

export interface Serving {
  /** Where to point the browser, such as http://localhost:3000/workbench/. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface ServeOptions {
  readonly project: string;
  readonly purpose: Purpose;
  /** The folder of the add-in; the one just built unless a release is named. */
  readonly addIn?: string;
  /** The first port to try; 0 takes any free one. */
  readonly port: number;
  /** Refuse to move to another port: Excel's manifest names one. */
  readonly exactPort?: boolean;
  /** Key and certificate; with them the server speaks https. */
  readonly certificate?: ServerOptions;
}

/** How many neighbouring ports are tried when the wanted one is taken. */
const PORTS_TO_TRY = 20;

/** Starts the server on this computer only, on the wanted port or the next free one. */
export async function serve({ project, purpose, addIn, port, exactPort = false, certificate }: ServeOptions): Promise<Serving> {
  const answer = openSite(project, purpose, addIn);
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const page = answer(request.url ?? "/");
    response.writeHead(page.status, page.headers).end(request.method === "HEAD" ? undefined : page.body);
  };
  const server = certificate === undefined ? createHttpServer(handle) : createHttpsServer(certificate, handle);
  const last = exactPort || port === 0 ? port : port + PORTS_TO_TRY;
  for (let candidate = port; ; candidate++) {
    try {
      await listen(server, candidate);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || candidate >= last) throw error;
    }
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `${certificate === undefined ? "http" : "https"}://localhost:${taken}/${purpose === "workbench" ? "workbench/" : ""}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createHttpServer> | ReturnType<typeof createHttpsServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
