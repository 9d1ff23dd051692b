/** What the add-in tells Excel in its manifest: its ribbon and the name before its functions. Read here so that the workbench shows exactly what Excel would. */

export interface Ribbon {
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the 32-pixel icon, as the manifest gives it. */
  readonly icon: string;
  readonly action: RibbonAction;
}

export type RibbonAction =
  /** Runs a function that the add-in has associated under this name. */
  | { readonly kind: "run"; readonly functionName: string }
  /** Brings the task pane to the front. */
  | { readonly kind: "showPane" };

/**
 * Reads the ribbon of an add-in-only manifest: the first tab of the workbook host, its groups and buttons (a menu's items count as buttons).
 *
 * @throws where a label, icon or tip names a resource that the manifest does not hold: Excel would refuse the whole manifest
 */
export function readRibbon(manifest: Document): Ribbon {
  const resource = resourcesOf(manifest);
  const surface = every(manifest, "ExtensionPoint").find((point) => point.getAttribute("xsi:type") === "PrimaryCommandSurface");
  const tab = surface && (every(surface, "CustomTab")[0] ?? every(surface, "OfficeTab")[0]);
  if (tab === undefined) throw new Error("The manifest adds nothing to the ribbon.");

  const button = buttonReader(manifest);
  return {
    tab: tab.localName === "CustomTab" ? resource(child(tab, "Label")) : "Home",
    groups: children(tab, "Group").map((group) => ({
      label: resource(child(group, "Label")),
      buttons: children(group, "Control").flatMap((control) =>
        control.getAttribute("xsi:type") === "Menu" ? every(control, "Item").map(button) : [button(control)],
      ),
    })),
  };
}

/** The entries that the add-in puts into the menu of a cell. */
export function readCellMenu(manifest: Document): readonly RibbonButton[] {
  const menus = every(manifest, "OfficeMenu").filter((menu) => menu.getAttribute("id") === "ContextMenuCell");
  return menus.flatMap((menu) => children(menu, "Control").map(buttonReader(manifest)));
}

function buttonReader(manifest: Document): (element: Element) => RibbonButton {
  const resource = resourcesOf(manifest);
  return (element) => {
    const action = child(element, "Action");
    const icons = every(child(element, "Icon") ?? element, "Image");
    const icon = icons.find((image) => image.getAttribute("size") === "32") ?? icons[0];
    return {
      id: element.getAttribute("id") ?? "",
      label: resource(child(element, "Label")),
      tip: resource(every(child(element, "Supertip") ?? element, "Description")[0]),
      icon: resource(icon),
      action:
        action?.getAttribute("xsi:type") === "ExecuteFunction"
          ? { kind: "run", functionName: child(action, "FunctionName")?.textContent?.trim() ?? "" }
          : { kind: "showPane" },
    };
  };
}

/** The word before the dot in the add-in's functions, such as SCORECARD. */
export function readNamespace(manifest: Document): string {
  return resourcesOf(manifest)(every(manifest, "Namespace")[0]);
}

/** Looks up what an element names: a label's text, an icon's address. */
function resourcesOf(manifest: Document): (element: Element | undefined) => string {
  const resources = new Map(
    ["Image", "Url", "String"]
      .flatMap((kind) => every(manifest, kind))
      .map((element) => [element.getAttribute("id"), element.getAttribute("DefaultValue") ?? ""]),
  );
  return (element) => {
    const id = element?.getAttribute("resid") ?? "";
    const value = resources.get(id);
    if (value === undefined) throw new Error(`The manifest names a resource "${id}" that it does not hold.`);
    return value;
  };
}

const every = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagNameNS("*", name));
const children = (within: Element, name: string): Element[] =>
  Array.from(within.childNodes).filter((node): node is Element => node.nodeType === 1 && (node as Element).localName === name);
const child = (within: Element, name: string): Element | undefined => children(within, name)[0];
