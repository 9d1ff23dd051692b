/** What a release holds. The build is the one in dist/. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifestFaults } from "../../release/manifestFaults";
import { zipOf } from "../../release/zip";
import { readZip } from "../support/readZip";
import { contentsOf, ORIGIN } from "./release";

const textOf = (contents: ReadonlyMap<string, Uint8Array>, path: string): string => Buffer.from(contents.get(path) ?? []).toString();
const production = contentsOf();

test("made twice, folder and archive are the same to the byte, and the archive holds the folder", async () => {
  const again = contentsOf();
  expect([...again.keys()]).toEqual([...production.keys()]);
  for (const [path, bytes] of again) expect([path, Buffer.compare(bytes, production.get(path)!)]).toEqual([path, 0]);
  const [one, other] = [await zipOf(production), await zipOf(again)];
  expect(Buffer.compare(one, other)).toBe(0);
  expect(await readZip(one)).toEqual(new Map([...production].map(([path, bytes]) => [path, bytes.length])));
});

test("every address leads to the origin, none to the computer of a developer", () => {
  for (const path of production.keys())
    if (/\.(xml|json|html|txt|conf|config)$/.test(path))
      expect([path, textOf(production, path).includes("localhost:3000")]).toEqual([path, false]);
  const functions = JSON.parse(textOf(production, "web/functions.json")) as { functions: { id: string; helpUrl: string }[] };
  expect(functions.functions.find(({ id }) => id === "BAND")?.helpUrl).toBe(`${ORIGIN}/help.html#BAND`);
});

test("the manifest carries origin, version and support address, and is in order", () => {
  const manifest = textOf(contentsOf({ support: "https://intranet.example.nhs.uk/help" }), "web/manifest.xml");
  const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };
  expect(manifest).toContain(`<SourceLocation DefaultValue="${ORIGIN}/taskpane.html"/>`);
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
  expect(manifest).toContain('<SupportUrl DefaultValue="https://intranet.example.nhs.uk/help"/>');
  expect(manifestFaults(manifest)).toEqual([]);
});

test("test, production and development have ids of their own, and test has a namespace and a name of its own", () => {
  const test = contentsOf({ environment: "test" });
  const idOf = (manifest: string) => /<Id>(.*)<\/Id>/.exec(manifest)?.[1];
  const ids = [textOf(production, "web/manifest.xml"), textOf(test, "web/manifest.xml"), readFileSync("manifest.xml", "utf8")].map(idOf);
  expect(new Set(ids).size).toBe(3);
  expect(textOf(test, "web/manifest.xml")).toContain('id="Functions.Namespace" DefaultValue="SCORECARD_TEST"');
  expect(textOf(test, "web/manifest.xml")).toContain('id="Tab.Label" DefaultValue="GP Scorecard (test)"');
  expect(textOf(test, "web/taskpane.html")).toContain('content="SCORECARD_TEST"');
  expect(textOf(test, "web/help.html")).toContain("=SCORECARD_TEST.PATIENTS_PER_GP(");
  expect(textOf(production, "web/manifest.xml")).toContain('id="Functions.Namespace" DefaultValue="SCORECARD"');
});

test("with office.js served locally no page names another computer, and Microsoft's terms go along", () => {
  const local = contentsOf({ localOfficeJs: true });
  expect(textOf(local, "web/taskpane.html")).not.toContain("appsforoffice");
  expect(textOf(local, "web/staticwebapp.config.json")).not.toContain("appsforoffice");
  const original = readFileSync(require.resolve("@microsoft/office-js/dist/office.js"));
  expect(Buffer.compare(local.get("web/office/office.js")!, original)).toBe(0);
  expect(textOf(local, "web/office/LICENSE.md")).toMatch(/^# MICROSOFT SOFTWARE LICENSE TERMS/);
  for (const part of ["excel-win32-16.01.js", "excel-mac-16.00.js", "excel-web-16.00.js", "en-gb/office_strings.js"])
    expect(local.has(`web/office/${part}`)).toBe(true);
  expect([...local.keys()].filter((path) => /outlook|word-|powerpoint|debug/.test(path))).toEqual([]);
});

test("a pack that was made is taken along in place of the empty one", () => {
  const pack = mkdtempSync(join(tmpdir(), "pack-"));
  writeFileSync(join(pack, "index.json"), '{"version":1}');
  writeFileSync(join(pack, "E.json"), "{}");
  const contents = contentsOf({ pack });
  rmSync(pack, { recursive: true });
  expect(textOf(contents, "web/pack/index.json")).toBe('{"version":1}');
  expect(textOf(contents, "web/pack/E.json")).toBe("{}");
});

test("the bill of materials lists the packages inside, with licence and hash, none of a copyleft licence and none only used for making", () => {
  type Component = { name: string; purl: string; licenses?: { license?: { id?: string } }[]; hashes?: unknown[] };
  const bill = JSON.parse(textOf(production, "sbom.cdx.json")) as { bomFormat: string; components: Component[] };
  expect(bill.bomFormat).toBe("CycloneDX");
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "@fluentui/react-components", "@zip.js/zip.js"]));
  expect(names.filter((name) => /jest|webpack|odoo|office-js|stryker/.test(name))).toEqual([]);
  for (const { name, purl, licenses, hashes } of bill.components) {
    expect([name, purl.startsWith("pkg:npm/"), hashes?.length]).toEqual([name, true, 1]);
    expect([name, /^(MIT|ISC|BSD-3-Clause|Apache-2.0|0BSD)$/.test(licenses?.[0]?.license?.id ?? "")]).toEqual([name, true]);
  }
  expect(textOf(production, "sbom.cdx.json")).not.toMatch(/localhost|registry|timestamp|serialNumber/);
});

test("checksums are those of the files", () => {
  const sums = textOf(production, "SHA256SUMS").trimEnd().split("\n");
  expect(sums.length).toBe(production.size - 1);
  const pane = createHash("sha256").update(production.get("web/taskpane.js")!).digest("hex");
  expect(sums).toContain(`${pane}  web/taskpane.js`);
});
