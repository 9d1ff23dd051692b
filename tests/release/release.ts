/** A release of the build that is there, for the tests: in memory, or in a folder of its own. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { releaseContents, type ReleaseOptions } from "../../release/contents";

const PROJECT = join(__dirname, "../..");
export const ORIGIN = "https://example.nhs.uk/gp-scorecard";

export const contentsOf = (options: Partial<ReleaseOptions> = {}): Map<string, Uint8Array> =>
  releaseContents({ project: PROJECT, origin: ORIGIN, environment: "production", localOfficeJs: false, ...options });

export function folderWith(contents: ReadonlyMap<string, Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  for (const [path, bytes] of contents) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}
