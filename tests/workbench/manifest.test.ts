import { DOMParser } from "@xmldom/xmldom";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNamespace, readRibbon } from "../../src/workbench/manifest";

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml") as unknown as Document;

/** A manifest cut to what a ribbon is made of: a button that runs a function, one that shows the pane, a menu with one item. */
const manifest = (tipId = "Tip") => `<?xml version="1.0"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0">
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"><Hosts><Host xsi:type="Workbook"><DesktopFormFactor>
    <ExtensionPoint xsi:type="PrimaryCommandSurface"><CustomTab id="T">
      <Group id="G"><Label resid="Group" /><Icon><bt:Image size="32" resid="GroupIcon" /></Icon>
        <Control xsi:type="Button" id="B1"><Label resid="Build" /><Supertip><Title resid="Build" /><Description resid="${tipId}" /></Supertip>
          <Icon><bt:Image size="16" resid="Small" /><bt:Image size="32" resid="Large" /></Icon>
          <Action xsi:type="ExecuteFunction"><FunctionName>buildScorecard</FunctionName></Action></Control>
        <Control xsi:type="Menu" id="M"><Label resid="Group" /><Supertip><Title resid="Build" /><Description resid="Tip" /></Supertip><Items>
          <Item id="I1"><Label resid="Open" /><Supertip><Title resid="Open" /><Description resid="Tip" /></Supertip><Icon><bt:Image size="16" resid="Small" /></Icon>
            <Action xsi:type="ShowTaskpane"><SourceLocation resid="Pane" /></Action></Item></Items></Control>
      </Group><Label resid="Tab" /></CustomTab></ExtensionPoint></DesktopFormFactor></Host></Hosts>
    <Resources><bt:Images><bt:Image id="GroupIcon" DefaultValue="https://h/g.png" /><bt:Image id="Small" DefaultValue="https://h/16.png" /><bt:Image id="Large" DefaultValue="https://h/32.png" /></bt:Images>
      <bt:Urls><bt:Url id="Pane" DefaultValue="https://h/taskpane.html" /></bt:Urls>
      <bt:ShortStrings><bt:String id="Tab" DefaultValue="My tab" /><bt:String id="Group" DefaultValue="My group" /><bt:String id="Build" DefaultValue="Build" /><bt:String id="Open" DefaultValue="Open" /></bt:ShortStrings>
      <bt:LongStrings><bt:String id="Tip" DefaultValue="What it does" /></bt:LongStrings></Resources>
  </VersionOverrides></OfficeApp>`;

test("a tab, its group, a button that runs a function and a menu's item that shows the pane are read with their words and icons", () => {
  expect(readRibbon(parse(manifest()))).toEqual({
    tab: "My tab",
    groups: [
      {
        label: "My group",
        buttons: [
          {
            id: "B1",
            label: "Build",
            tip: "What it does",
            icon: "https://h/32.png",
            action: { kind: "run", functionName: "buildScorecard" },
          },
          { id: "I1", label: "Open", tip: "What it does", icon: "https://h/16.png", action: { kind: "showPane" } },
        ],
      },
    ],
  });
});

test("a word that the manifest names and does not hold is an error, as it is in Excel", () => {
  expect(() => readRibbon(parse(manifest("Nowhere")))).toThrow('resource "Nowhere"');
});

test("our own manifest puts a scorecard button and a pane button on a tab called GP Scorecard", () => {
  const ribbon = readRibbon(parse(readFileSync(join(__dirname, "../../manifest.xml"), "utf8")));
  expect(ribbon.tab).toBe("GP Scorecard");
  expect(ribbon.groups.flatMap((group) => group.buttons.map((button) => [button.label, button.action.kind]))).toEqual(
    expect.arrayContaining([
      ["Build scorecard", "run"],
      ["Open pane", "showPane"],
    ]),
  );
});

test("the functions of our own manifest are called SCORECARD. and their name", () => {
  expect(readNamespace(parse(readFileSync(join(__dirname, "../../manifest.xml"), "utf8")))).toBe("SCORECARD");
});
