/** What is generated inside the documents, between "generated" and "end": from the code itself, so that it cannot be out of date unnoticed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";
import { indicatorLibrary } from "../../src/indicators/library";
import { PUBLICATIONS } from "../../src/reference/sources";
import { presets } from "../../src/scorecard/presets";
import { JOURNEYS } from "../../src/workbench/journeys/journeys";
import { policyOf } from "../../release/headers";
import { PROJECT } from "./markdown";

const read = (path: string): string => readFileSync(join(PROJECT, path), "utf8");

/** A table laid out as the formatter would. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(3, ...[heading, ...rows.map((row) => row[column]!)].map((cell) => [...cell].length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + " ".repeat(widths[column]! - [...cell].length)).join(" | ")} |`;
  return [line(headings), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

function publications(): string {
  const periods = { financialYear: "a year", month: "a month", day: "a day", year: "a year", rows: "row by row", none: "none" } as Record<
    string,
    string
  >;
  return table(
    ["publication", "publisher", "period", "tried on"],
    PUBLICATIONS.map(({ title, address, publisher, period, fromDescription }) => [
      `[${title}](${address})`,
      publisher,
      periods[period] ?? period,
      fromDescription ? "its description only" : "real files",
    ]),
  );
}

const journeys = (): string =>
  table(
    ["example", "what it shows", "steps", "tests"],
    JOURNEYS.map(({ title, shows, steps, proof }) => [title, shows, steps.map(({ say }) => say).join(" "), `[${proof}](../${proof})`]),
  );

const direction = { higher: "higher", lower: "lower", neither: "neither" } as const;

const indicators = (): string =>
  table(
    ["code", "name", "out of", "hoped for"],
    [...indicatorLibrary.values()].map(({ id, name, denominator, polarity }) => [`\`${id}\``, name, denominator, direction[polarity]]),
  );

const presetsTable = (): string =>
  table(
    ["preset", "columns"],
    presets.map(({ id, name, groups }) => [
      `${name} (\`${id}\`)`,
      groups.map(({ heading, indicators: columns }) => `${heading} (${columns.length})`).join("; "),
    ]),
  );

/** The policy that the pane's page states, a rule a line. */
const policy = (): string => `\`\`\`text\n${policyOf(read("src/taskpane/taskpane.html")).replaceAll("; ", ";\n")}\n\`\`\``;

/** From the test that looks at every view: what it looks at, under which themes, with which version of axe-core. */
function accessibility(): string {
  const test = read("tests/browser/pane.test.ts");
  const views = [...new Set([...test.matchAll(/\blook\("([^"]+)"\)/g)].map(([, view]) => view!))];
  const themes = [...test.slice(0, test.indexOf('("every screen')).matchAll(/^ {2}\["(light|dark|a contrast theme)"/gm)].map(
    ([, theme]) => theme!,
  );
  const { version } = JSON.parse(read("node_modules/axe-core/package.json")) as { version: string };
  return `axe-core ${version} finds nothing against WCAG 2.0, 2.1 and 2.2 at levels A and AA, nor against its best practices, in ${views.length} views of the pane (${views.join(", ")}), each in ${themes.join(", ").replace(/, ([^,]*)$/, " and $1")}, 320 pixels wide, and none needs scrolling sideways. The help pages are looked at likewise. The tests of every change fail when it finds anything.`;
}

/** Rooms of src and the arrows between them, from the imports in the code; an arrow that follows from others is left out. */
function rooms(): string {
  const arrows = new Map<string, Set<string>>();
  for (const entry of readdirSync(join(PROJECT, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const inside = path.slice(join(PROJECT, "src", sep).length);
    const room = inside.split(sep)[0]!.replace(/\.tsx?$/, "");
    // What is imported for its type alone is gone when the code runs.
    for (const [, target] of readFileSync(path, "utf8").matchAll(
      /^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm,
    )) {
      const first =
        target &&
        normalize(join(path, "..", target))
          .slice(join(PROJECT, "src", sep).length)
          .split(sep)[0]!;
      if (first && first !== room && !everywhere.has(first) && !everywhere.has(room))
        arrows.set(room, (arrows.get(room) ?? new Set()).add(first));
    }
  }
  const leads = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(arrows.get(from) ?? [])].some((next) => next === to || (!seen.has(next) && leads(next, to, seen.add(next))));
  for (const [room, others] of [...arrows].sort())
    for (const other of [...others].sort()) {
      others.delete(other);
      if (!leads(room, other)) others.add(other);
    }
  const drawn = [...arrows].flatMap(([room, others]) => [...others].map((other) => `  ${room} --> ${other}`));
  return ["```mermaid", "flowchart TD", ...drawn.sort(), "```"].join("\n");
}
/** Used by everybody; drawing their arrows would hide the others. */
const everywhere = new Set(["problem", "messages", "namespace"]);

/** What is counted in the checkout, then what the torture and the measurements left behind, as they wrote it for people. */
function trust(): string {
  const made = [
    ["Torture", "tests/torture/results.md"],
    ["Speed", "bench/results.md"],
  ] as const;
  const left = made
    .filter(([, file]) => existsSync(join(PROJECT, file)))
    .map(
      ([title, file]) =>
        `## ${title}\n\n${read(file)
          .replace(/^# .*\n+/, "")
          .replace(/^##/gm, "###")
          .trim()}`,
    );
  return [`## What the numbers are held against\n\n${heldAgainst()}`, ...left].join("\n\n");
}

const number = (count: number) => count.toLocaleString("en-GB");

/** The front page's figures. */
function inShort(): string {
  const { rules, pages, vectors, oracles } = held();
  const targets = read("bench/results.md")
    .split("\n")
    .map((line) => line.split("|").at(-2)?.trim() ?? "")
    .filter((reached) => /^(met|\*\*missed)/.test(reached));
  return table(
    ["in figures", ""],
    [
      ["inputs with expected values made elsewhere, in R and its packages", `${number(vectors)} in ${oracles} files`],
      ["rules of what a function gives, each a test and a line of its reference", `${number(rules)} for ${pages} functions`],
      ["publications that are read, indicators explained in words", `${PUBLICATIONS.length}, ${indicatorLibrary.size}`],
      [
        "targets for speed, each against a peer in the same run",
        `${targets.filter((reached) => reached.startsWith("met")).length} of ${targets.length} met`,
      ],
    ],
  );
}

function held() {
  const lines = (file: string) => read(file).trim().split("\n").length;
  const files = (folder: string, ending: string) => readdirSync(join(PROJECT, folder)).filter((name) => name.endsWith(ending));
  const oracles = files("tests/oracles", ".csv");
  const vectors = oracles.reduce((sum, name) => sum + lines(`tests/oracles/${name}`) - 1, 0);
  const pages = files("tests/spec/functions", ".md").map((name) => `tests/spec/functions/${name}`);
  const rules = [...pages, "tests/spec/tables/cells.md", "tests/spec/tables/shapes.md"].reduce(
    (sum, file) => sum + (read(file).match(/^\|(?! *-)/gm)?.length ?? 0) - (read(file).match(/^\| *-/gm)?.length ?? 0),
    0,
  );
  return { rules, pages: pages.length, vectors, oracles: oracles.length };
}

function heldAgainst(): string {
  const { rules, pages, vectors, oracles } = held();
  return table(
    ["what", "how much", "where"],
    [
      [
        "rows of inputs and expected values made outside this program, in R and its packages",
        `${number(vectors)} in ${oracles} files`,
        "`tests/oracles`",
      ],
      [
        "rows that say what a function gives, each a test and part of its reference",
        `${number(rules)} for ${pages} functions`,
        "`tests/spec`",
      ],
      ["formulas of a built workbook, recalculated by LibreOffice", "all, at every check", "`.ci/run`"],
    ],
  );
}

export const blocks: Readonly<Record<string, () => string>> = {
  publications,
  indicators,
  presets: presetsTable,
  policy,
  accessibility,
  rooms,
  inShort,
  trust,
  journeys,
};
