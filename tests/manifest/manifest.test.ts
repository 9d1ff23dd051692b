/**
 * The manifest as Excel reads it. Rules are those of Microsoft's schema and documentation: learn.microsoft.com, "Office Add-ins manifest",
 * "How to find the proper order of manifest elements", "Configure your Office Add-in to use a shared runtime", "Office Add-ins icons".
 */
import { DOMParser } from "@xmldom/xmldom";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { useNamespaces as selectWith } from "xpath";
import { pngSize } from "../../release/pngSize";

const PROJECT = join(__dirname, "..", "..");
const text = readFileSync(join(PROJECT, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "text/xml");
const find = selectWith({
  o: "http://schemas.microsoft.com/office/appforoffice/1.1",
  v: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
});
const elements = (path: string): Element[] => find(path, manifest as unknown as Node) as Element[];
const texts = (path: string): string[] =>
  (find(path, manifest as unknown as Node) as (Attr | Element)[]).map((node) =>
    node.nodeType === 2 ? (node as Attr).value : (node.textContent ?? ""),
  );
const childNames = (path: string): string[] => elements(`${path}/*`).map(({ localName }) => localName);
const resource = (id: string): string | undefined => texts(`//*[@id='${id}']/@DefaultValue`)[0];

describe("the order of elements, which the schema fixes", () => {
  const cases: readonly (readonly [path: string, children: readonly string[]])[] = [
    [
      "/o:OfficeApp",
      [
        "Id",
        "Version",
        "ProviderName",
        "DefaultLocale",
        "DisplayName",
        "Description",
        "IconUrl",
        "HighResolutionIconUrl",
        "SupportUrl",
        "AppDomains",
        "Hosts",
        "Requirements",
        "DefaultSettings",
        "Permissions",
        "VersionOverrides",
      ],
    ],
    ["//v:VersionOverrides", ["Hosts", "Resources"]],
    ["//v:Host", ["Runtimes", "AllFormFactors", "DesktopFormFactor"]],
    ["//v:AllFormFactors/v:ExtensionPoint", ["Script", "Page", "Metadata", "Namespace"]],
    ["//v:DesktopFormFactor", ["GetStarted", "FunctionFile", "ExtensionPoint", "ExtensionPoint"]],
    ["//v:CustomTab", ["Group", "Label"]],
    ["//v:Resources", ["Images", "Urls", "ShortStrings", "LongStrings"]],
  ];
  test.each(cases)("%s", (path, children) => {
    expect(childNames(path)).toEqual(children);
  });

  test("a group has a label, an icon and then its buttons; a button has a label, a supertip, an icon and an action", () => {
    expect(childNames("//v:Group").filter((name, at, all) => name !== all[at - 1])).toEqual(["Label", "Icon", "Control"]);
    elements("//v:Control").forEach(({ attributes }) => {
      const id = attributes.getNamedItem("id")!.value;
      expect(childNames(`//v:Control[@id='${id}']`)).toEqual(["Label", "Supertip", "Icon", "Action"]);
    });
  });
});

describe("the menu of a cell", () => {
  test("offers what the ribbon offers for the selected row, under the same name", () => {
    expect(texts("//v:ExtensionPoint[@xsi:type='ContextMenu']/v:OfficeMenu/@id")).toEqual(["ContextMenuCell"]);
    const [inMenu] = texts("//v:OfficeMenu/v:Control//v:FunctionName");
    expect(inMenu).toBe(texts("//v:Group/v:Control[@id='Scorecard.Practice']//v:FunctionName")[0]);
    expect(texts("//v:OfficeMenu/v:Control/v:Label/@resid")).toEqual(texts("//v:Group/v:Control[@id='Scorecard.Practice']/v:Label/@resid"));
  });

  test("ids of controls are unique, as Office needs them", () => {
    const ids = texts("//v:Control/@id");
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("references", () => {
  test("every resid leads to a resource, and every resource is referred to", () => {
    const used = new Set(texts("//@resid"));
    const defined = texts("//v:Resources//@id");
    expect([...used].filter((id) => !defined.includes(id))).toEqual([]);
    expect(defined.filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(defined).size).toBe(defined.length);
  });

  test("resids are at most 32 characters, short strings 125 and long strings 250", () => {
    expect(texts("//@resid").filter((id) => id.length > 32)).toEqual([]);
    expect(texts("//bt:ShortStrings//@DefaultValue").filter((string) => string.length > 125)).toEqual([]);
    expect(texts("//bt:LongStrings//@DefaultValue").filter((string) => string.length > 250)).toEqual([]);
    expect(texts("/o:OfficeApp/o:Description/@DefaultValue")[0]!.length).toBeLessThanOrEqual(250);
    expect(texts("/o:OfficeApp/o:DisplayName/@DefaultValue")[0]!.length).toBeLessThanOrEqual(125);
  });

  test("everything comes from one origin, over https", () => {
    const origins = new Set((text.match(/https?:\/\/[^"<\s]+/g) ?? []).map((address) => new URL(address).origin));
    origins.delete("http://schemas.microsoft.com");
    origins.delete("http://www.w3.org");
    expect([...origins]).toEqual(["https://localhost:3000"]);
  });
});

describe("the shared runtime", () => {
  test("pane, functions, commands and runtime name the same page by the same resid", () => {
    const resids = [
      ...texts("//v:Runtime/@resid"),
      ...texts("//v:Page/v:SourceLocation/@resid"),
      ...texts("//v:FunctionFile/@resid"),
      ...texts("//v:Action[@xsi:type='ShowTaskpane']/v:SourceLocation/@resid"),
    ];
    expect(resids.length).toBeGreaterThanOrEqual(4);
    expect(new Set(resids).size).toBe(1);
    expect(resource(resids[0]!)).toBe(texts("//o:DefaultSettings/o:SourceLocation/@DefaultValue")[0]);
  });

  test("it lives long, is required, and no TaskpaneId splits it", () => {
    expect(texts("//v:Runtime/@lifetime")).toEqual(["long"]);
    expect(texts("//o:Set/@Name")).toContain("SharedRuntime");
    expect(elements("//v:TaskpaneId")).toEqual([]);
  });
});

describe("icons", () => {
  test("each image exists and has as many pixels as its name and its use say", () => {
    const uses = elements("//bt:Image[@size]").map(
      (image) => [resource(image.getAttribute("resid")!)!, Number(image.getAttribute("size"))] as const,
    );
    const tops = [
      [texts("//o:IconUrl/@DefaultValue")[0]!, 32],
      [texts("//o:HighResolutionIconUrl/@DefaultValue")[0]!, 64],
    ] as const;
    for (const [address, size] of [...uses, ...tops]) {
      const file = join(PROJECT, new URL(address).pathname);
      expect([address, existsSync(file) && pngSize(readFileSync(file))]).toEqual([address, { width: size, height: size }]);
    }
  });

  test("every button has the sizes that Office requires and those it recommends up to 80", () => {
    const lists = elements("//v:Icon").map((icon) =>
      [...Array.from(icon.childNodes)].flatMap((child) => (child.nodeType === 1 ? [Number((child as Element).getAttribute("size"))] : [])),
    );
    lists.forEach((sizes) => expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]));
  });
});

describe("the ribbon and the functions", () => {
  test("every command of the ribbon is associated by the add-in, and none more", () => {
    const named = [...new Set(texts("//v:FunctionName"))].sort();
    const code = readFileSync(join(PROJECT, "src/commands/commands.ts"), "utf8");
    const table = code.slice(code.indexOf("const commands"), code.indexOf("\n};"));
    const associated = [...table.matchAll(/^ {2}(\w+): async/gm)].map(([, name]) => name).sort();
    expect(associated).toEqual(named);
  });

  test("functions are called SCORECARD.NAME, which users' files depend on", () => {
    expect(resource(texts("//v:Namespace/@resid")[0]!)).toBe("SCORECARD");
  });

  test("the version is the package's version", () => {
    const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { version: string };
    expect(texts("/o:OfficeApp/o:Version")[0]).toBe(`${version}.0`);
  });
});
