import { DOMParser, XMLSerializer } from "@xmldom/xmldom";
import type { Environment } from "./environment";

/** The origin that the development manifest is written for. */
export const DEVELOPMENT_ORIGIN = "https://localhost:3000";

export interface Deployment {
  /** Where the folder is served, without a slash at its end, such as https://example.nhs.uk/gp-scorecard. */
  readonly origin: string;
  /** Where a person gets help; the add-in's own help page unless another is named. */
  readonly support: string;
  /** Four numbers, such as 0.1.0.0. */
  readonly version: string;
  readonly environment: Environment;
}

/** The development manifest made that of a deployment: its addresses, id, version, support address, names and namespace; nothing else differs. */
export function manifestFor(development: string, { origin, support, version, environment }: Deployment): string {
  const manifest = new DOMParser().parseFromString(development.replaceAll(DEVELOPMENT_ORIGIN, origin), "text/xml");
  const first = (name: string): Element => {
    const element = manifest.getElementsByTagNameNS("*", name)[0];
    if (element === undefined) throw new Error(`The manifest has no ${name}.`);
    return element;
  };
  const named = (id: string): Element => {
    const element = Array.from(manifest.getElementsByTagNameNS("*", "String")).find((each) => each.getAttribute("id") === id);
    if (element === undefined) throw new Error(`The manifest has no text ${id}.`);
    return element;
  };
  const suffixed = (element: Element): void =>
    element.setAttribute("DefaultValue", element.getAttribute("DefaultValue") + environment.suffix);

  first("Id").textContent = environment.id;
  first("Version").textContent = version;
  first("SupportUrl").setAttribute("DefaultValue", support);
  // A domain, not a folder: Office compares the beginning of addresses a page may lead to.
  first("AppDomain").textContent = new URL(origin).origin;
  suffixed(first("DisplayName"));
  suffixed(named("Tab.Label"));
  named("Functions.Namespace").setAttribute("DefaultValue", environment.namespace);
  return new XMLSerializer().serializeToString(manifest);
}
