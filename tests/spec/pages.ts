import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { split } from "./formula";

/** A table under a heading: what is typed, and what the cells then show. */
export interface Section {
  readonly title: string;
  /** The formula over the whole table, or undefined when each row has its own. */
  readonly formula?: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The page of a function: its method in words, and its behaviour in tables. */
export interface Page {
  readonly id: string;
  readonly method: string;
  readonly sections: readonly Section[];
  /** Everything below the title, as it stands. */
  readonly text: string;
}

const folder = join(__dirname, "functions");

export const pages: readonly Page[] = readdirSync(folder)
  .sort()
  .map((file) => parsePage(readFileSync(join(folder, file), "utf8")));

function parsePage(text: string): Page {
  const [title, ...rest] = text.split("\n");
  const [method, ...sections] = rest.join("\n").split(/^## /m);
  return {
    id: title!.replace("# ", "").trim(),
    method: method!.trim(),
    sections: sections.map(parseSection),
    text: rest.join("\n").trim(),
  };
}

export function parseSection(text: string): Section {
  const [title, ...lines] = text.trim().split("\n");
  const formula = lines.find((line) => line.startsWith("`="))?.replaceAll("`", "");
  const [headings, , ...rows] = lines.filter((line) => line.startsWith("|")).map(cellsOf);
  if (!headings || rows.length === 0) throw new Error(`no table under ${title}`);
  return { title: title!, ...(formula && { formula }), headings, rows };
}

/** The cells of a line of a table; a formula in backquotes may hold anything. */
function cellsOf(line: string): string[] {
  return split(line.slice(1, line.lastIndexOf("|")), "|").map((cell) => cell.replaceAll("`", ""));
}
