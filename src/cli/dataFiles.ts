import { openAsBlob } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { fromBlob, type FileSource } from "../reference/fileSource";
import type { FileReport } from "../reference/model";

/** The files behind the paths that were typed, and the paths that lead to none. */
export interface DataFiles {
  readonly files: readonly FileSource[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
}

/** Files as they are, folders with everything below them in the order of their names; each file once. */
export async function dataFiles(paths: readonly string[]): Promise<DataFiles> {
  const files: FileSource[] = [];
  const unreadable: { file: string; reason: string }[] = [];
  const seen = new Set<string>();
  const take = async (path: string): Promise<void> => {
    try {
      const found = await stat(path);
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      if (found.isDirectory()) {
        const names = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
        if (names.length === 0) unreadable.push({ file: path, reason: "The folder is empty." });
        for (const name of names) await take(join(path, name));
      } else if (found.isFile()) files.push(fromBlob(path, await openAsBlob(path)));
      else unreadable.push({ file: path, reason: "It is neither a file nor a folder." });
    } catch (error) {
      unreadable.push({ file: path, reason: REASONS.get((error as NodeJS.ErrnoException).code ?? "") ?? "It could not be opened." });
    }
  };
  for (const path of paths) await take(path);
  return { files, unreadable };
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "There is no such file or folder."],
  ["EACCES", "There is no permission to read it."],
  ["EPERM", "There is no permission to read it."],
  ["ENAMETOOLONG", "There is no such file or folder."],
]);

/** Why nothing of a file could be used, or null where something could. */
export function whyUnusable(report: Pick<FileReport, "reason" | "rowsUsed" | "rowsOutsideArea" | "rowsRefused">): string | null {
  if (report.reason !== undefined) return report.reason;
  const first = report.rowsRefused[0];
  if (report.rowsUsed + report.rowsOutsideArea > 0 || !first) return null;
  return `None of its ${report.rowsRefused.length} rows could be used. The first: ${placeOf(first)}.`;
}

/** "line 5, REGISTER: found abc, expected a whole number" */
export const placeOf = ({ line, column, expected, found }: FileReport["rowsRefused"][number]): string =>
  `line ${line}${column ? `, ${column}` : ""}: found ${found === "" ? "nothing" : found}, expected ${expected}`;

/**
 * Of the paths that were typed, those nothing could be used of: a file, every entry of an archive, or every file of a folder.
 */
export function uselessPaths(paths: readonly string[], reports: readonly FileReport[]): readonly string[] {
  return paths.filter((path) => {
    const inside = reports.filter(
      ({ file }) => file === path || file.startsWith(path.replace(/[/\\]*$/, "/")) || file.startsWith(`${join(path)}/`),
    );
    return !inside.some((report) => whyUnusable(report) === null);
  });
}
