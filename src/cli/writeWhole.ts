import { rename, rm, writeFile } from "node:fs/promises";
import { ProblemError } from "../problem";

/** Under a passing name first: whoever has the old file keeps a whole one until the new one is whole. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const begun = `${path}.part`;
  try {
    await writeFile(begun, bytes);
    await rename(begun, path);
  } catch (error) {
    await rm(begun, { force: true });
    throw new ProblemError({ kind: "unwritable", file: path, reason: whyNot((error as NodeJS.ErrnoException).code) });
  }
}

function whyNot(code: string | undefined): string {
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such folder";
  if (code === "EACCES" || code === "EPERM" || code === "EBUSY") return "it is open in another program, or the folder is write-protected";
  return code === "ENOSPC" ? "the disk is full" : `the system says ${code ?? "nothing"}`;
}
