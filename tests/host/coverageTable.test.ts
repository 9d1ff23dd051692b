import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openExcel } from "../support/host";
import { hostMembers } from "./hostMembers";

const FILE = join(__dirname, "members.txt");

/** Members that the client gives every object by itself. */
const CLIENT_ONLY = /^(_.*|constructor|load|set|toJSON|update|track|untrack|retrieve|setMockData|ensureUnchanged|on[A-Z]\w*|items)$/;

interface Metadata {
  readonly _scalarPropertyNames?: readonly string[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** What each type of the client has, as the client itself says. */
function clientMembers(excel: object): ReadonlyMap<string, readonly string[]> {
  const types = Object.entries(excel).flatMap(([name, type]) => {
    const prototype = (type as { readonly prototype?: Metadata & object } | null)?.prototype;
    if (!prototype || !("_className" in prototype)) return [];
    const names = [
      ...attempt(() => prototype._scalarPropertyNames),
      ...attempt(() => prototype._navigationPropertyNames),
      ...Object.getOwnPropertyNames(prototype),
    ];
    return [[name, [...new Set(names)].filter((each) => !CLIENT_ONLY.test(each)).sort()] as const];
  });
  return new Map(types);
}

function attempt(read: () => readonly string[] | undefined): readonly string[] {
  try {
    return read() ?? [];
  } catch {
    return [];
  }
}

test("the table of what the host answers for is up to date (write it anew with UPDATE_COVERAGE=1)", async () => {
  const { Excel } = await openExcel();
  const has = hostMembers();
  const rows: string[] = [];
  const absent: string[] = [];
  for (const [type, members] of [...clientMembers(Excel)].sort(([a], [b]) => a.localeCompare(b))) {
    const own = has.get(type);
    if (!own) {
      absent.push(type);
      continue;
    }
    const missing = members.filter((member) => !own.has(member));
    rows.push(`| ${type} | ${members.length - missing.length} of ${members.length} | ${missing.join(", ")} |`);
  }
  const table = [
    "What the host answers for",
    "",
    "Made from the type metadata of the Office.js client 1.1.110 by `coverageTable.test.ts`. Whatever is missing is refused by name: `not supported by this host`.",
    "",
    "| Type | Members | Missing |",
    "| --- | --- | --- |",
    ...rows,
    "",
    `Types that are missing whole: ${absent.join(", ")}.`,
    "",
  ].join("\n");
  if (process.env["UPDATE_COVERAGE"] || !existsSync(FILE)) writeFileSync(FILE, table);
  expect(readFileSync(FILE, "utf8")).toBe(table);
}, 30_000);
