/** Manifests that Excel or the admin centre would refuse. The rules are those of Microsoft's schema and documentation, as in tests/manifest. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestFaults } from "../../release/manifestFaults";

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");
const version = /<Version>.*<\/Version>/.exec(manifest)![0];

test("our own manifest has no fault", () => {
  expect(manifestFaults(manifest)).toEqual([]);
});

test.each<[string, (xml: string) => string, string]>([
  ["cut off in the middle", (xml) => xml.slice(0, 3000), "it is not XML"],
  [
    "an element out of its place",
    (xml) => xml.replace(version, "").replace("<Hosts>", `${version}<Hosts>`),
    "its elements are not in the order of the schema",
  ],
  ["an element that is not Microsoft's", (xml) => xml.replace("<Hosts>", "<Colour/><Hosts>"), "Colour does not belong in a manifest"],
  ["no support address", (xml) => xml.replace(/<SupportUrl.*\/>/, ""), "SupportUrl is missing"],
  ["an id that is no GUID", (xml) => xml.replace(/<Id>.*<\/Id>/, "<Id>scorecard</Id>"), 'the id "scorecard" is not a GUID'],
  ["a version of three numbers", (xml) => xml.replace(version, "<Version>0.1.0</Version>"), 'the version "0.1.0" is not four numbers'],
  [
    "a name without a resource",
    (xml) => xml.replace('resid="Build.Tip"', 'resid="Nowhere"'),
    "it names Nowhere, which is not among its resources",
  ],
  [
    "a label that is too long",
    (xml) => xml.replace('DefaultValue="GP Scorecard"', `DefaultValue="${"x".repeat(126)}"`),
    "the text Tab.Label is longer than 125 letters",
  ],
  [
    "functions on a page of their own",
    (xml) => xml.replace('<FunctionFile resid="Pane.Url" />', '<FunctionFile resid="Help.Url" />'),
    "pane, commands and functions do not share one page",
  ],
  [
    "an address without https",
    (xml) => xml.replace("https://localhost:3000/help.html", "http://example.nhs.uk/help.html"),
    "http://example.nhs.uk/help.html is not https",
  ],
])("%s is named", (_what, spoil, expected) => {
  const spoilt = spoil(manifest);
  expect(spoilt).not.toBe(manifest);
  expect(manifestFaults(spoilt).join("\n")).toContain(expected);
});
