/** The ribbon on the page, and what the add-in puts into a cell's menu. */
import { registries } from "@odoo/o-spreadsheet";
import type { Ribbon, RibbonButton } from "./manifest";

/** Draws the ribbon; `press` is told of every click. */
export function drawRibbon(place: HTMLElement, ribbon: Ribbon, press: (button: RibbonButton) => void): void {
  const tab = document.createElement("h2");
  tab.className = "wb-tab";
  tab.textContent = ribbon.tab;
  const groups = ribbon.groups.map((group) => {
    const box = document.createElement("div");
    box.className = "wb-group";
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", group.label);
    box.append(...group.buttons.map((each) => drawButton(each, press)));
    return box;
  });
  place.replaceChildren(tab, ...groups);
}

/** Behind all that the grid has in it itself. */
export function addToCellMenu({ id, label }: RibbonButton, press: () => void): void {
  registries.cellMenuRegistry.add(id, { name: label, sequence: 1000, separator: true, execute: press });
}

function drawButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLButtonElement {
  const drawn = document.createElement("button");
  drawn.type = "button";
  drawn.id = button.id;
  drawn.className = "wb-ribbon-button";
  drawn.title = button.tip;
  const icon = document.createElement("img");
  // The manifest names the server of a real deployment; the same file lies on this one.
  icon.src = new URL(button.icon, location.href).pathname;
  icon.alt = "";
  icon.width = 24;
  icon.height = 24;
  const label = document.createElement("span");
  label.textContent = button.label;
  drawn.append(icon, label);
  drawn.addEventListener("click", () => press(button));
  return drawn;
}
