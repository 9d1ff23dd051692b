import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { checkRelease } from "./check";
import { releaseContents } from "./contents";
import { environments, type EnvironmentName } from "./environment";
import { openPlace } from "./place";
import { zipOf } from "./zip";

const PROJECT = join(__dirname, "..");

interface Typed {
  readonly origin?: string;
  readonly environment: EnvironmentName;
  readonly support?: string;
  readonly officeJs: "microsoft" | "local";
  readonly pack?: string;
  readonly out: string;
  readonly build: boolean;
  readonly check?: string;
}

/**
 * Makes a release for an origin, or checks one that is there.
 * 0 all is well, 1 something is wrong with the release, 2 the command was not typed as it should be.
 */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command("npm run release --")
    .description("Makes the folder and the archive to put on a web server, or checks one that is there.")
    .option("--origin <address>", "where the folder will be served, such as https://example.nhs.uk/gp-scorecard", origin)
    .addOption(
      new Option("--environment <name>", "test has an id, a namespace and a name of its own")
        .choices(Object.keys(environments))
        .default("production"),
    )
    .option("--support <address>", "where people get help; the add-in's own help page unless named", address)
    .addOption(
      new Option("--office-js <where>", "local: served beside the pane, for networks that cannot reach Microsoft's")
        .choices(["microsoft", "local"])
        .default("microsoft"),
    )
    .option("--pack <folder>", 'ready figures, made by "gp-scorecard pack"')
    .option("--out <folder>", "where to put folder and archive", "out")
    .option("--no-build", "take dist/ as it is")
    .option("--check <place>", "check the release in this folder or at this address instead")
    .exitOverride();
  try {
    program.parse([...args], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const typed = program.opts<Typed>();
  if (typed.check !== undefined) return check(typed.check);
  if (typed.origin === undefined) {
    console.error("Name the origin: npm run release -- --origin https://example.nhs.uk/gp-scorecard");
    return 2;
  }
  return make(typed, typed.origin);
}

async function make(typed: Typed, origin: string): Promise<number> {
  if (
    typed.build &&
    spawnSync("npm", ["run", "build"], { cwd: PROJECT, stdio: "inherit", shell: process.platform === "win32" }).status !== 0
  )
    return 1;
  const contents = releaseContents({
    project: PROJECT,
    origin,
    environment: typed.environment,
    localOfficeJs: typed.officeJs === "local",
    ...(typed.support === undefined ? {} : { support: typed.support }),
    ...(typed.pack === undefined ? {} : { pack: typed.pack }),
  });
  const version = /Scorecard (\S+)/.exec(Buffer.from(contents.get("README.txt")!).toString())![1]!;
  const name = `gp-scorecard-${version}${typed.environment === "production" ? "" : `-${typed.environment}`}`;
  const folder = resolve(typed.out, name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of contents) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  writeFileSync(`${folder}.zip`, await zipOf(new Map([...contents].map(([path, bytes]) => [`${name}/${path}`, bytes]))));
  console.log(`${join(typed.out, name)} and ${name}.zip: ${contents.size} files for ${origin}`);
  return check(folder);
}

async function check(named: string): Promise<number> {
  let findings;
  try {
    findings = await checkRelease(openPlace(named));
  } catch (error) {
    const cause = (error as { cause?: Error }).cause;
    console.error(`${named} cannot be checked: ${cause?.message ?? (error as Error).message}`);
    return 1;
  }
  for (const { claim, faults } of findings) {
    console.log(`${faults.length === 0 ? "ok     " : "FAILED "} ${claim}`);
    for (const fault of faults.slice(0, 8)) console.log(`          ${fault}`);
    if (faults.length > 8) console.log(`          and ${faults.length - 8} more`);
  }
  const failed = findings.filter(({ faults }) => faults.length > 0).length;
  console.log(`${findings.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function address(typed: string): string {
  if (!URL.canParse(typed) || new URL(typed).protocol !== "https:")
    throw new InvalidArgumentError("Excel takes only https, like https://example.nhs.uk/help.");
  return typed;
}

function origin(typed: string): string {
  const { search, hash, href } = new URL(address(typed));
  if (search !== "" || hash !== "")
    throw new InvalidArgumentError("Enter the address of a folder, like https://example.nhs.uk/gp-scorecard.");
  return href.replace(/\/+$/, "");
}
