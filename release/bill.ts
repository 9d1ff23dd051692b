import { spawnSync } from "node:child_process";

interface Component {
  readonly name: string;
  readonly version: string;
  readonly properties?: unknown;
  readonly externalReferences?: readonly { readonly type: string }[];
}

interface Bill {
  readonly specVersion: string;
  readonly components: readonly Component[];
}

let asked: Bill | undefined;

/** Everything that is installed, as npm tells; it is asked once. */
function installed(): Bill {
  if (asked !== undefined) return asked;
  const npm = spawnSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
    encoding: "utf8",
    maxBuffer: 64_000_000,
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) throw new Error(`npm could not list the packages; run "npm ci" first. It said: ${npm.stderr.trim()}`);
  return (asked = JSON.parse(npm.stdout) as Bill);
}

/**
 * The software bill of materials (CycloneDX 1.5): the packages whose code is in the shipped scripts, as npm describes them. What differs from one
 * run to the next (a serial number, the time, npm's own version) and where this computer fetched from is left out.
 *
 * @param licences licences.txt of the build, which names each package that went in
 */
export function billOfMaterials(licences: string, version: string): string {
  const shipped = new Set([...licences.matchAll(/^={80}\n(\S+) (\S+) \(/gm)].map(([, name, at]) => `${name}@${at}`));
  const all = installed();
  const components = all.components
    .filter(({ name, version: at }) => shipped.has(`${name}@${at}`))
    .map(({ properties: _whereInstalled, ...component }) => ({
      ...component,
      externalReferences: component.externalReferences?.filter(({ type }) => type !== "distribution"),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const found = new Set(components.map(({ name, version: at }) => `${name}@${at}`));
  const lost = [...shipped].filter((each) => !found.has(each));
  if (lost.length > 0) throw new Error(`npm does not know ${lost.join(", ")}. Run "npm ci", then build again.`);
  const own = { type: "application", "bom-ref": "gp-practice-scorecard", name: "gp-practice-scorecard", version };
  const bill = { bomFormat: "CycloneDX", specVersion: all.specVersion, version: 1, metadata: { component: own }, components };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
