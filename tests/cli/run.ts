import path from "node:path";
import { main } from "../../src/cli/main";

export const thurrock = (...names: string[]): string[] => names.map((name) => path.join(__dirname, "..", "fixtures", "thurrock", name));

/** Runs the command line in this process and collects what it wrote. */
export async function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  let [stdout, stderr] = ["", ""];
  const status = await main(args, {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { status, stdout, stderr };
}
