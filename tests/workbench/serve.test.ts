import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve, type Serving } from "../../src/workbench/serve";

const project = join(__dirname, "../..");
let taken: Server;
let running: Serving | undefined;

beforeEach(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "localhost", resolve));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await new Promise((resolve) => taken.close(resolve));
});
const takenPort = () => (taken.address() as AddressInfo).port;

test("a port that is taken is passed over for a later one", async () => {
  running = await serve({ project, purpose: "workbench", port: takenPort() });
  expect(Number(new URL(running.url).port)).toBeGreaterThan(takenPort());
  expect(new URL(running.url).hostname).toBe("localhost");
});

test("for Excel no other port will do, because the manifest names one", async () => {
  await expect(serve({ project, purpose: "excel", port: takenPort(), exactPort: true })).rejects.toThrow("EADDRINUSE");
});

test("the page arrives over http, HEAD gives its headers, and nothing can be posted", async () => {
  running = await serve({ project, purpose: "workbench", port: 0 });
  const page = await fetch(running.url);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<h1>Workbench</h1>")]);
  const head = await fetch(running.url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "text/html; charset=utf-8", ""]);
  expect((await fetch(running.url, { method: "POST", body: "x" })).status).toBe(405);
});
