/** Whose code is shipped: every package under a licence that lets it be, none given up by its makers, none that runs something on being installed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOf } from "./release";

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
}

const PROJECT = join(__dirname, "../..");
const { packages } = JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")) as { packages: Readonly<Record<string, Locked>> };
const contents = contentsOf();
const licences = Buffer.from(contents.get("web/licences.txt") ?? []).toString();
const shipped = [...licences.matchAll(/^={80}\n(\S+) (\S+) \(/gm)].map(([, name, version]) => ({ name: name!, version: version! }));

/** A package may stand in the lock file more than once; the version tells which. */
const locked = ({ name, version }: { name: string; version: string }): Locked | undefined =>
  Object.entries(packages).find(([path, each]) => path.endsWith(`node_modules/${name}`) && each.version === version)?.[1];

const PERMISSIVE = /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|\(MIT OR [\w.-]+\)|MIT-0|Unlicense|CC0-1\.0)$/;

it("is known, package by package, and pinned by the hash of its content", () => {
  expect(shipped.length).toBeGreaterThan(20);
  expect(shipped.filter((each) => !/^sha512-/.test(locked(each)?.integrity ?? ""))).toEqual([]);
});

it("is under licences that ask for no more than to be named, and their texts go along", () => {
  const others = shipped.filter((each) => !PERMISSIVE.test(locked(each)?.license ?? ""));
  expect(others).toEqual([]);
  const sections = licences.split(/^={80}$/m).slice(1);
  expect(sections.filter((section) => section.trim().split("\n").length < 5).map((section) => section.trim())).toEqual([]);
});

it("holds nothing that its makers have given up", () => {
  expect(shipped.filter((each) => locked(each)?.deprecated !== undefined)).toEqual([]);
});

it("runs nothing of a package while it is installed", () => {
  expect(shipped.filter((each) => locked(each)?.hasInstallScript)).toEqual([]);
  expect(readFileSync(join(PROJECT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
});
