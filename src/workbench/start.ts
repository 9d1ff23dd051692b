/** The workbench: a grid, the host under Microsoft's Office.js, and the add-in's own pane beside it, on one page. */
import * as engine from "@odoo/o-spreadsheet";
import { connectParentFrame, openHost, type FunctionsMetadata, type Host } from "../host";
import { prepareExamplesMenu } from "./examplesMenu";
import { drawAddInCharts } from "./chartView";
import { drawTextAcrossFrozenColumns } from "./frozenText";
import { downloadWorkbook } from "./downloadWorkbook";
import { mountGrid, type Theme } from "./grid";
import { prepareKeys, type Part } from "./keys";
import { readCellMenu, readNamespace, readRibbon, type RibbonButton } from "./manifest";
import { prepareNotes } from "./notes";
import { openFile } from "./openFile";
import { preparePane } from "./paneBox";
import { addToCellMenu, drawRibbon } from "./ribbon";
import { describeRequest, openTripLog } from "./trips";

/** What the add-in's page holds once office.js has started there. */
type AddInWindow = Window & {
  readonly Office?: typeof Office;
  readonly Excel: typeof Excel;
  readonly CustomFunctions?: { readonly _association?: { readonly mappings: Readonly<Record<string, (...given: unknown[]) => unknown>> } };
};

/** For tests and for the browser's console. */
export interface WorkbenchHandle {
  readonly ready: boolean;
  readonly model: engine.Model;
  readonly host: Host;
}

/** Between two steps of an example, in milliseconds. Whoever wants no movement has none to wait for. */
const TIME_TO_LOOK = 900;

async function start(): Promise<void> {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const say = prepareNotes(byId("notes"));
  const [templates, manifest, metadata] = await Promise.all([
    fetchText("vendor/o-spreadsheet/dist/o_spreadsheet.xml"),
    fetchText("/manifest.xml").then((text) => new DOMParser().parseFromString(text, "text/xml")),
    fetchText("/functions.json").then((text) => JSON.parse(text) as FunctionsMetadata),
  ]);
  const ribbon = readRibbon(manifest);

  const pane = preparePane({
    box: byId("pane-box"),
    splitter: byId("splitter"),
    toggle: byId<HTMLButtonElement>("pane-toggle"),
    title: ribbon.tab,
    onVisible: (visible) => connection.raise([visibilityChanged(visible)]),
  });
  const addIn = (): AddInWindow | null => pane.window() as AddInWindow | null;
  const host = openHost({
    engine,
    functions: { metadata, namespace: readNamespace(manifest), find: (id) => addIn()?.CustomFunctions?._association?.mappings[id] },
    runtime: {
      onVisibility: (state) => (state === "Visible" ? pane.open() : pane.close()),
      onButtonEnabled: (id, enabled) => byId(id).setAttribute("aria-disabled", String(!enabled)),
    },
  });
  const trips = openTripLog(byId("trips-summary"), byId("trips-rows"));
  host.onRoundTrip((trip, body) => trips.add({ ...trip, at: performance.now(), asked: describeRequest(body) }));

  const running = new Map<string, () => void>();
  const connection = connectParentFrame(host, {
    window,
    onCommandCompleted: (id) => running.get(id)?.(),
    onKeyOut: (key) => keys.leave(key),
  });
  /** Answers when the command has ended. A command that still runs is not started again. */
  const press = ({ id, action }: RibbonButton): Promise<void> =>
    new Promise((resolve) => {
      if (action.kind === "showPane") pane.open();
      if (action.kind === "showPane" || running.has(id)) return resolve();
      // An entry of a cell's menu is not on the page.
      const drawn = document.getElementById(id);
      if (drawn?.ariaDisabled === "true") return resolve();
      const done = (): void => {
        running.delete(id);
        drawn?.removeAttribute("aria-busy");
        resolve();
      };
      running.set(id, done);
      drawn?.setAttribute("aria-busy", "true");
      if (connection.runCommand(id, action.functionName)) return;
      done();
      say("The add-in is still starting. Try again in a moment.");
    });
  const pressByLabel = async (label: string): Promise<void> => {
    const button = ribbon.groups.flatMap(({ buttons }) => buttons).find((each) => each.label === label);
    if (button === undefined) throw new Error(`There is no button ${label} on the ribbon.`);
    await press(button);
  };
  for (const entry of readCellMenu(manifest)) addToCellMenu(entry, () => void press(entry));
  drawRibbon(byId("ribbon"), ribbon, (button) => void press(button));

  drawAddInCharts();
  drawTextAcrossFrozenColumns();
  const grid = await mountGrid(byId("grid"), host.model, templates, themeOf(dark), say);
  dark.addEventListener("change", () => grid.setTheme(themeOf(dark)));
  const keys = prepareKeys([{ holds: grid.holdsFocus, enter: () => (grid.focus(), true) }, pane, partOf(byId("ribbon"))], {
    before: () => byId("splitter").focus(),
    behind: () => byId("trips").querySelector("summary")?.focus(),
  });
  await pane.load(connection.frameName, "/taskpane.html");
  keys.listenIn(addIn()!);
  await addIn()?.Office?.onReady();
  host.functionsReady();

  prepareExamplesMenu(
    byId<HTMLSelectElement>("examples"),
    { excel: () => addIn()!.Excel, press: pressByLabel, pane: () => addIn()?.document, say, pause: still.matches ? 0 : TIME_TO_LOOK },
    say,
  );
  prepareFiles({ excel: () => addIn()!.Excel, model: host.model, say });
  prepareAbout();
  byId("wait").hidden = true;
  grid.focus();
  const handle: WorkbenchHandle = { ready: true, model: host.model, host };
  Object.assign(window, { workbench: handle });
}

/** A part of the page whose first button takes the keyboard. */
const partOf = (place: HTMLElement): Part => ({
  holds: () => place.contains(document.activeElement),
  enter: () => {
    place.querySelector("button")?.focus();
    return place.contains(document.activeElement);
  },
});

/** Light or dark as the person's system is, which the pane follows too. */
const themeOf = ({ matches }: { readonly matches: boolean }): Theme => (matches ? "dark" : "light");

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is missing. Build the add-in first: npm run build.`);
  return response.text();
}

/** The event behind `Office.addin.onVisibilityModeChanged`, by the client's own numbers. */
const visibilityChanged = (visible: boolean) =>
  [65_536, 65_539, "", JSON.stringify({ visibility: visible ? "Visible" : "Hidden" })] as const;

interface FileDoors {
  readonly excel: () => typeof Excel;
  readonly model: engine.Model;
  readonly say: (text: string) => void;
}

/** Opening and taking along; one at a time. */
function prepareFiles({ excel, model, say }: FileDoors): void {
  const [open, download, picker] = [byId<HTMLButtonElement>("open"), byId<HTMLButtonElement>("download"), byId<HTMLInputElement>("file")];
  const doing = (work: Promise<void>, failure: string): void => {
    for (const button of [open, download]) button.disabled = true;
    work
      .catch((error: unknown) => say(`${failure} ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        for (const button of [open, download]) button.disabled = false;
      });
  };
  open.addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    if (file !== undefined) doing(openFile(excel(), file), "The file could not be opened.");
    picker.value = "";
  });
  download.addEventListener("click", () => doing(downloadWorkbook(excel(), model), "The file could not be written."));
}

function prepareAbout(): void {
  const about = byId<HTMLDialogElement>("about");
  byId("about-open").addEventListener("click", () => about.showModal());
}

start().catch((error: unknown) => {
  console.error(error);
  const wait = byId("wait");
  wait.hidden = false;
  wait.dataset["failed"] = "";
  wait.textContent = `The workbench could not start. ${error instanceof Error ? error.message : String(error)}`;
});
