import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One row of an oracle file by column name; `num` reads a number the way R writes it. */
export type OracleRow = Readonly<Record<string, string>>;

/** Rows of an oracle file. Every field is quoted and holds no quote or comma of its own, except in the file of rules. */
export function oracle(name: string): OracleRow[] {
  const [heading, ...lines] = readFileSync(join(__dirname, `${name}.csv`), "utf8").trim().split("\n");
  const fields = (line: string) => line.replace(/\r$/, "").slice(1, -1).split('","');
  const columns = fields(heading!);
  return lines.map((line) => Object.fromEntries(fields(line).map((field, i) => [columns[i]!, field])));
}

export function num(row: OracleRow, column: string): number {
  const text = row[column];
  if (text === undefined) throw new Error(`the oracle file has no column ${column}`);
  if (text === "NA") return NaN;
  return text === "Inf" ? Infinity : text === "-Inf" ? -Infinity : Number(text);
}

/** Largest relative distance between what we got and what the oracle says, with the row it happened in: show it, do not hide it in a loop. */
export function worst(cases: readonly { readonly got: number; readonly want: number; readonly at: unknown }[]): {
  distance: number;
  at: string;
} {
  if (cases.length === 0) throw new Error("no cases to compare");
  let [distance, at] = [0, ""];
  for (const each of cases) {
    const off = each.got === each.want ? 0 : Math.abs(each.got - each.want) / Math.max(Math.abs(each.want), 1e-300);
    if (!(off <= distance)) [distance, at] = [off, `${each.got} for ${each.want}: ${JSON.stringify(each.at)}`];
  }
  return { distance, at };
}
