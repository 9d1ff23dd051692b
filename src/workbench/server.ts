/**
 * The door of the workbench: `node build/workbench/server.js [--port 3000] [--excel] [--add-in folder]`.
 * With `--excel` it serves the built add-in over https for desktop Excel; otherwise the grid and the pane for a browser.
 * `--add-in` names the folder `web/` of a release to try instead of the one just built.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { ServerOptions } from "node:https";
import { serve } from "./serve";
import { projectFolder } from "./site";

const DEFAULT_PORT = 3000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: "string" }, excel: { type: "boolean", default: false }, "add-in": { type: "string" } },
  });
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a whole number up to 65535, like 3000, not ${values.port}.`);
  const project = projectFolder(dirname(process.argv[1] ?? process.cwd()));
  const named = values["add-in"];
  if (named !== undefined && !existsSync(join(named, "taskpane.html")))
    throw new Error(`${named} holds no add-in: taskpane.html is not in it.`);
  if (named === undefined && !existsSync(join(project, "dist", "taskpane.html")))
    throw new Error(`The add-in is not built yet. Run "npm run build" in ${project} first.`);
  const addIn = named === undefined ? {} : { addIn: named };
  const serving = values.excel
    ? await serve({ project, purpose: "excel", port, exactPort: true, certificate: await developmentCertificate(), ...addIn })
    : await serve({ project, purpose: "workbench", port, ...addIn });
  console.log(values.excel ? `The add-in is served for Excel at ${serving.url}` : `The workbench is at ${serving.url} (Ctrl+C ends it)`);
  const end = (): void => void serving.stop().then(() => process.exit(0));
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

/** A certificate for localhost that this computer trusts; the package makes it once and asks before it installs it. */
async function developmentCertificate(): Promise<ServerOptions> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return getHttpsServerOptions();
}

main().catch((error: unknown) => {
  const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  console.error(
    taken
      ? "Another program uses the port that Excel looks for the add-in on. End it, or choose a free one with --port and in manifest.xml."
      : error instanceof Error
        ? error.message
        : error,
  );
  process.exitCode = 1;
});
