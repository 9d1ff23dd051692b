/** The shipped pane in Chromium against a bare page of Fluent UI React 9 with a button and a heading: script bytes, time to usable, memory. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { webpack } from "webpack";
import type { Browser } from "playwright-core";
import { fromPairs, type Measured } from "../pairs";
import { launchBrowser } from "../../tests/support/browser";
import { openPane, servePane } from "../../tests/browser/paneAlone";

const PROJECT = join(__dirname, "../..");

const BARE = `
import { createRoot } from "react-dom/client";
import { createElement as h } from "react";
import { Button, Field, FluentProvider, Input, Radio, RadioGroup, Text, webLightTheme } from "@fluentui/react-components";
void Office.onReady(() =>
  createRoot(document.getElementById("pane")).render(
    h(FluentProvider, { theme: webLightTheme },
      h("h1", null, "Bare"),
      h(Field, { label: "Name" }, h(Input)),
      h(RadioGroup, null, h(Radio, { label: "One", value: "1" })),
      h(Text, null, "Text"),
      h(Button, { appearance: "primary" }, "Go"))));
`;

export const measure: Measured = async ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), "bench-pane-"));
  try {
    await bundleBare(folder);
    const browser = await launchBrowser();
    const ours = await servePane();
    const bare = await serve(folder);
    const bytes = (name: string) => statSync(join(PROJECT, "dist", name)).size;
    const atOnce = ["functions.js", "taskpane.js"].reduce((sum, name) => sum + bytes(name), 0);
    const all = readdirSync(join(PROJECT, "dist"))
      .filter((name) => name.endsWith(".js"))
      .reduce((sum, name) => sum + bytes(name), 0);
    const bareBytes = statSync(join(folder, "bare.js")).size;
    const pairs: [number, number][] = [];
    const heaps: [number, number][] = [];
    for (let run = 0; run < (quick ? 5 : 11); run++) {
      const one = await open(browser, ours);
      const other = await open(browser, bare);
      pairs.push([one.ready, other.ready]);
      heaps.push([one.heap, other.heap]);
    }
    await browser.close();
    ours.server.close();
    bare.server.close();
    const peer = "a bare Fluent UI React 9 page with a field, radio button, text and button";
    return [
      fromPairs({ figure: "pane: script fetched before it can be used", peer, target: 1.2, note: "functions.js is in it" }, "bytes", [
        [atOnce, bareBytes],
      ]),
      fromPairs(
        { figure: "pane: all scripts", peer, target: null, note: "screens, reader and builder are fetched when nobody waits" },
        "bytes",
        [[all, bareBytes]],
      ),
      fromPairs({ figure: "pane: from navigation to its first heading", peer, target: 1.2 }, "ms", pairs),
      fromPairs({ figure: "pane: script memory once open, after collection", peer, target: 1.2 }, "MB", heaps),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Opens a page as the tests do; its time is the browser's own, from navigation to the heading on the screen. */
async function open(
  browser: Browser,
  site: Awaited<ReturnType<typeof servePane>>,
): Promise<{ readonly ready: number; readonly heap: number }> {
  const { page } = await openPane(browser, site);
  const ready = await page.evaluate(() => performance.now());
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { readonly usedSize: number };
  await page.context().close();
  return { ready, heap: usedSize / 1e6 };
}

async function bundleBare(folder: string): Promise<void> {
  const entry = join(PROJECT, "bench", `.bare-${process.pid}.mjs`);
  writeFileSync(entry, BARE);
  try {
    const compiler = webpack({
      mode: "production",
      target: ["web", "es2022"],
      context: PROJECT,
      entry: { bare: entry },
      output: { path: folder, filename: "[name].js" },
      performance: false,
      devtool: false,
    });
    await new Promise<void>((done, fail) =>
      compiler.run((error, stats) => (error || stats?.hasErrors() ? fail(error ?? new Error(stats!.toString("errors-only"))) : done())),
    );
  } finally {
    rmSync(entry, { force: true });
  }
  const page = readFileSync(join(PROJECT, "dist/taskpane.html"), "utf8");
  // The same page and policy with the bare script in place of ours.
  const html = page.replace(/<script defer[^>]*><\/script>/g, "").replace("</head>", '<script defer src="bare.js"></script></head>');
  writeFileSync(join(folder, "taskpane.html"), html);
}

async function serve(folder: string): Promise<Awaited<ReturnType<typeof servePane>>> {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? "/", "http://localhost").pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.endsWith(".html") ? "text/html" : "text/javascript" }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}
