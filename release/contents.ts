import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { billOfMaterials } from "./bill";
import { environments, type EnvironmentName } from "./environment";
import { policyOf } from "./headers";
import { DEVELOPMENT_ORIGIN, manifestFor } from "./manifest";
import { localOfficeJs, withLocalOfficeJs } from "./officeJs";
import { azureSettings, iisSettings, nginxSettings } from "./servers";

export interface ReleaseOptions {
  /** The project's folder, built. */
  readonly project: string;
  readonly origin: string;
  readonly environment: EnvironmentName;
  readonly support?: string;
  /** Office.js is served from beside the pane, for networks that cannot reach Microsoft's. */
  readonly localOfficeJs: boolean;
  /** A folder that `gp-scorecard pack` made; without it the pack says that no figures are ready. */
  readonly pack?: string;
}

/** Every file of a release by its path, in the order in which it is packed. The same build and options give the same bytes. */
export function releaseContents(options: ReleaseOptions): Map<string, Uint8Array> {
  const { project, origin } = options;
  const environment = environments[options.environment];
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
  const deployment = { origin, support: options.support ?? `${origin}/help.html`, version: `${version}.0`, environment };

  const web = filesOf(join(project, "dist"));
  const change = (path: string, changed: (text: string) => string): void => {
    const bytes = web.get(path);
    if (bytes === undefined) throw new Error(`The build has no ${path}. Run "npm run build" first.`);
    web.set(path, Buffer.from(changed(Buffer.from(bytes).toString("utf8"))));
  };
  change("manifest.xml", (text) => manifestFor(text, deployment));
  change("functions.json", (text) => text.replaceAll(DEVELOPMENT_ORIGIN, origin));
  change("taskpane.html", (html) => withNamespace(options.localOfficeJs ? withLocalOfficeJs(html) : html, environment.namespace));
  [...web.keys()]
    .filter((path) => path.endsWith(".html") && path !== "taskpane.html")
    .forEach((path) => change(path, (html) => html.replaceAll("SCORECARD.", `${environment.namespace}.`)));
  if (options.localOfficeJs) localOfficeJs().forEach((bytes, path) => web.set(path, bytes));
  if (options.pack !== undefined) filesOf(options.pack).forEach((bytes, path) => web.set(`pack/${path}`, bytes));

  const policy = policyOf(text(web.get("taskpane.html")));
  web.set("web.config", Buffer.from(iisSettings(policy)));
  web.set("staticwebapp.config.json", Buffer.from(azureSettings(policy)));

  const files = new Map<string, Uint8Array>([
    ["README.txt", Buffer.from(readme(deployment.origin, version))],
    ["nginx.conf", Buffer.from(nginxSettings(origin, policy))],
    ["sbom.cdx.json", Buffer.from(billOfMaterials(text(web.get("licences.txt")), version))],
    ...[...web].map(([path, bytes]) => [`web/${path}`, bytes] as const),
  ]);
  const sorted = new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)));
  return sorted.set("SHA256SUMS", Buffer.from(sumsOf(sorted)));
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("utf8");

/** Files of a folder by their path, with a slash between folders on every system. */
export const filesOf = (folder: string): Map<string, Uint8Array> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(join(folder, "/").length).replaceAll("\\", "/"), readFileSync(file)] as const),
  );

/** The pane reads from its own page what its functions are called. */
const withNamespace = (html: string, namespace: string): string =>
  html.replace(/(<meta name="?functions-namespace"? content=)"?SCORECARD"?/, `$1"${namespace}"`);

/** What `sha256sum --check` reads. */
const sumsOf = (files: ReadonlyMap<string, Uint8Array>): string =>
  [...files].map(([path, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`).join("");

const readme = (origin: string, version: string): string => `GP Practice Scorecard ${version}

1. Put the folder web/ on the web server, so that ${origin}/taskpane.html answers.
   nginx: include nginx.conf.  IIS: web/web.config is read as it is.  Azure Static Web Apps: web/staticwebapp.config.json is.
2. Hold the server against what Excel needs, from a checkout of the project:
   npm run release -- --check ${origin}
3. Give web/manifest.xml, or the address ${origin}/manifest.xml, to the Microsoft 365 admin centre:
   Settings > Integrated apps > Upload custom apps > Office add-in. Choose Fixed.

web/help/admin.html says what is loaded from where, which permission is asked for and why, how to update, to go back, and to turn it off.
sbom.cdx.json lists what is inside (CycloneDX); web/licences.txt holds the licences; sha256sum --check SHA256SUMS checks every file.
`;
