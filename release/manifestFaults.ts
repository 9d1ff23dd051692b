import { DOMParser } from "@xmldom/xmldom";

const LONGEST: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };

/** The order that Microsoft's schema fixes; its validator calls an element out of its place a missing one. */
const ORDER = [
  ...["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl"],
  ...["SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "VersionOverrides"],
];

/** What Excel or the admin centre would refuse in a manifest, each in a sentence. Empty where it is in order. */
export function manifestFaults(xml: string): readonly string[] {
  const broken: string[] = [];
  const note = (what: unknown) => void broken.push(`it is not XML: ${String(what).trim().split("\n")[0]}`);
  const manifest = new DOMParser({ errorHandler: { warning: () => {}, error: note, fatalError: note } }).parseFromString(xml, "text/xml");
  if (broken.length > 0 || manifest?.documentElement === undefined) return broken.slice(0, 1);
  const all = (name: string) => Array.from(manifest.getElementsByTagNameNS("*", name));
  const faults: string[] = [];

  const names = Array.from(manifest.documentElement.childNodes).flatMap((node) =>
    node.nodeType === 1 ? [(node as Element).localName] : [],
  );
  const places = names.map((name) => ORDER.indexOf(name));
  faults.push(...names.filter((name) => !ORDER.includes(name)).map((name) => `${name} does not belong in a manifest`));
  if (places.some((place, at) => at > 0 && place < places[at - 1]!)) faults.push("its elements are not in the order of the schema");
  for (const name of ["Id", "Version", "ProviderName", "SupportUrl", "IconUrl", "Permissions", "VersionOverrides"])
    if (!names.includes(name)) faults.push(`${name} is missing`);

  const id = all("Id")[0]?.textContent ?? "";
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) faults.push(`the id "${id}" is not a GUID`);
  const version = all("Version")[0]?.textContent ?? "";
  if (!/^\d+(\.\d+){3}$/.test(version)) faults.push(`the version "${version}" is not four numbers`);

  const defined = all("Resources").flatMap((resources) =>
    Array.from(resources.getElementsByTagName("*"))
      .flatMap((element) => element.getAttribute("id") ?? [])
      .filter(Boolean),
  );
  const used = Array.from(manifest.getElementsByTagName("*")).flatMap((element) => element.getAttribute("resid") || []);
  faults.push(
    ...[...new Set(used)].filter((each) => !defined.includes(each)).map((each) => `it names ${each}, which is not among its resources`),
  );
  faults.push(...used.filter((each) => each.length > 32).map((each) => `the name ${each} is longer than 32 letters`));
  for (const [kind, longest] of Object.entries(LONGEST))
    for (const element of all(kind).flatMap((group) => Array.from(group.getElementsByTagNameNS("*", "String"))))
      if ((element.getAttribute("DefaultValue") ?? "").length > longest)
        faults.push(`the text ${element.getAttribute("id")} is longer than ${longest} letters`);

  const pages = [
    ...all("Runtime"),
    ...all("FunctionFile"),
    ...all("Page").flatMap((page) => Array.from(page.getElementsByTagNameNS("*", "SourceLocation"))),
  ];
  if (new Set(pages.map((element) => element.getAttribute("resid"))).size > 1)
    faults.push("pane, commands and functions do not share one page");
  if (all("TaskpaneId").length > 0) faults.push("a TaskpaneId splits the shared runtime");

  const plain = addressesOf(xml).filter((address) => !address.startsWith("https://"));
  faults.push(...plain.map((address) => `${address} is not https`));
  return faults;
}

/** Every address that the manifest leads to, once. */
export const addressesOf = (xml: string): readonly string[] => [
  ...new Set([...xml.matchAll(/DefaultValue="(https?:\/\/[^"]+)"/g)].map(([, address]) => address!)),
];
