/**
 * A real Chromium for the tests, found on the computer or fetched, and the workbench opened in it.
 * There is no way to skip: without a browser the tests fail and say what to do.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, platform } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from "playwright-core";

const PROJECT = join(__dirname, "..", "..");

/** Where browsers that playwright can drive are usually installed. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    join(homedir(), "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
  ],
  win32: [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]].flatMap((folder) =>
    folder === undefined
      ? []
      : [join(folder, "Google\\Chrome\\Application\\chrome.exe"), join(folder, "Microsoft\\Edge\\Application\\msedge.exe")],
  ),
};

/** Tries, in order: what CHROME_PATH names, an installed browser, playwright's own copy. */
function findBrowser(): string | undefined {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file.`);
    return named;
  }
  return [...(PLACES[platform()] ?? []), chromium.executablePath()].find((place) => place !== "" && existsSync(place));
}

/** Fetches a browser: playwright's headless Chromium or, where that cannot be reached, Debian's package. Returns its path, if it came. */
function installBrowser(): string | undefined {
  const playwright = createRequire(join(PROJECT, "package.json")).resolve("playwright-core/cli.js");
  spawnSync(process.execPath, [playwright, "install", "--only-shell", "chromium"], { stdio: "ignore", timeout: 300_000 });
  const installed = findBrowser();
  if (installed !== undefined || platform() !== "linux" || process.getuid?.() !== 0) return installed;
  const quiet = { stdio: "ignore", timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  spawnSync("apt-get", ["update", "-q"], quiet);
  spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], quiet);
  return findBrowser();
}

const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser with a fresh profile, which goes when it is closed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser() ?? installBrowser();
  if (executablePath === undefined) {
    throw new Error(
      "These tests need a Chromium, Chrome or Edge, and none was found or could be fetched. Install one, or set CHROME_PATH to where it is.",
    );
  }
  // The sandbox cannot be set up for the administrator, which is who runs inside most containers.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...asRoot] });
}

export interface RunningWorkbench {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the built workbench as `npm start` does, on a free port; with a release in place of the built add-in where its folder is named. */
export async function startWorkbench(addIn?: string): Promise<RunningWorkbench> {
  const program = join(PROJECT, "build", "workbench", "server.js");
  if (!existsSync(program)) throw new Error('The workbench is not built. Run "npm run build" first; "npm test" does it by itself.');
  const server = spawn(process.execPath, [program, "--port", "0", ...(addIn === undefined ? [] : ["--add-in", addIn])], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /https?:\/\/localhost:\d+\/\S*/.exec(said);
      if (found !== null) resolve(found[0]);
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => reject(new Error(`The workbench's server ended with ${code}: ${said}`)));
  });
  return {
    url,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
    },
  };
}

/** What a page did that it should not have: errors, refused resources, requests to other computers. */
export interface Complaints {
  readonly errors: string[];
  readonly outside: string[];
  readonly missing: string[];
}

export interface OpenWorkbench {
  readonly page: Page;
  /** The add-in's own frame, with Office.js in it. */
  readonly pane: Frame;
  readonly complaints: Complaints;
}

/** Opens the workbench and waits until the grid can be typed in and the add-in has reported itself. */
export async function openWorkbench(context: BrowserContext, url: string): Promise<OpenWorkbench> {
  const page = await context.newPage();
  const complaints: Complaints = { errors: [], outside: [], missing: [] };
  page.on("console", (message) => {
    if (message.type() === "error") complaints.errors.push(message.text());
  });
  page.on("pageerror", (error) => complaints.errors.push(error.stack ?? error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) complaints.outside.push(request.url());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.missing.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  await page.waitForFunction(() => (window as { workbench?: { ready: boolean } }).workbench?.ready === true, null, { timeout: 20_000 });
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"));
  if (pane === undefined) throw new Error("The workbench is ready and there is no pane in it.");
  // The pane takes the keyboard once, when its first screen appears; a test that types must not be in the middle of a word then.
  await pane.locator("h1").first().waitFor();
  await pane.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return { page, pane, complaints };
}
