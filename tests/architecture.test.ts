import { readdirSync, readFileSync } from "node:fs";
import { join, normalize, sep } from "node:path";

/** Each room may import from the rooms named after it, and from itself. What every room may use is at the end. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  reference: [],
  indicators: ["reference"],
  scorecard: ["indicators", "statistics", "reference"],
  sheet: ["scorecard", "indicators", "reference", "functions"],
  excel: ["sheet"],
  xlsx: ["sheet"],
  actions: ["excel", "sheet", "scorecard", "indicators", "reference", "functions"],
  functions: ["statistics", "indicators", "reference", "messages"],
  commands: ["actions", "addin", "messages", "reference"],
  contract: [],
  taskpane: ["contract", "actions", "excel", "functions", "addin", "commands", "messages", "reference", "scorecard", "indicators", "sheet"],
  cli: ["scorecard", "sheet", "xlsx", "reference", "indicators", "messages"],
  host: [],
  workbench: ["host", "sheet", "xlsx", "excel", "reference"],
};
const everyoneMay = ["problem", "namespace"];

/** Rooms that talk to Excel. Elsewhere the word does not occur, not even as a type. */
const mayNameExcel = new Set(["contract", "excel", "actions", "taskpane", "commands", "host", "workbench", "addin.ts"]);

interface Source {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

const sources: Source[] = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { path, room: path.split(sep)[1]!, text: readFileSync(path, "utf8") };
  });

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

it("finds the house's rooms", () => {
  for (const room of Object.keys(mayImport)) expect(sources.some((source) => source.room === room)).toBe(true);
});

it.each(Object.entries(mayImport))("%s imports only from its neighbours: %j", (room, allowed) => {
  const found = sources
    .filter((source) => source.room === room)
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].flatMap(([, target]) => {
        const [top, neighbour] = normalize(join(path, "..", target!)).split(sep);
        if (top !== "src" || neighbour === room || [...allowed, ...everyoneMay].includes(neighbour!)) return [];
        return [`${path} imports ${target}`];
      }),
    );
  expect(found).toEqual([]);
});

it("names Excel only in the rooms that talk to it", () => {
  const found = sources.filter(
    ({ room, text }) => !mayNameExcel.has(room) && /\bExcel\.(run|Range|Worksheet|Workbook|RequestContext)\b/.test(withoutComments(text)),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

it("keeps the development host and its copyleft engine out of everything that ships", () => {
  const ships = sources.filter(({ room }) => room !== "host" && room !== "workbench");
  expect(ships.filter(({ text }) => /@odoo\/|from "\.\.?\/(?:\.\.\/)?(?:host|workbench)\//.test(text)).map(({ path }) => path)).toEqual([]);
});

it("writes nothing of a network, a clock or chance into what must give the same answer twice", () => {
  const pure = new Set(["statistics", "indicators", "scorecard", "sheet", "functions"]);
  const found = sources.filter(
    ({ room, text }) => pure.has(room) && /\b(fetch\(|Math\.random|Date\.now|new Date\(\)|localStorage)/.test(withoutComments(text)),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});
