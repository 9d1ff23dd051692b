import { Model } from "@odoo/o-spreadsheet";
import { mountGrid } from "./grid";
import { preparePane } from "./paneBox";
import { drawRibbon, readRibbon } from "./ribbon";
import { prepareTheme } from "./theme";

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
async function start(): Promise<void> {
  const themes = prepareTheme(document.body, byId<HTMLButtonElement>("theme"));
  const templates = await (await fetch("vendor/o-spreadsheet/dist/o_spreadsheet.xml")).text();
  const manifest = new DOMParser().parseFromString(await (await fetch("/manifest.xml")).text(), "text/xml");
  const model = new Model({ sheets: [{ id: "s1", name: "Sheet1", rowNumber: 100, colNumber: 26 }] });
  const grid = await mountGrid(byId("grid"), model, templates, themes.first, (t) => console.log(t));
  themes.follow((t) => grid.setTheme(t));
  const pane = preparePane({
    box: byId("pane-box"),
    splitter: byId("splitter"),
    toggle: byId("pane-toggle"),
    title: "GP Scorecard",
    onVisible: () => {},
  });
  drawRibbon(byId("ribbon"), readRibbon(manifest), () => {});
  pane.frame.src = "/taskpane.html";
  byId("wait").hidden = true;
  Object.assign(window, { workbench: { ready: true } });
}
void start();
