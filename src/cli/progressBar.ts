import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../reference/read";
import type { Io } from "./io";

/** Work shorter than this shows no bar: it would only flicker. */
const PATIENCE_MS = 500;

/**
 * A bar on standard error while files are read, on a terminal only. It is for one file at a time, because how much an archive unpacks to
 * is not known before it is opened.
 */
export async function withProgressBar<T>(io: Io, work: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
  if (!io.stderr.isTTY) return work(() => undefined);
  const bar = new SingleBar(
    {
      format: "{bar} {percentage} %  {rows} rows  {file}",
      hideCursor: true,
      clearOnComplete: true,
      stream: io.stderr as unknown as NodeJS.WritableStream,
    },
    Presets.shades_classic,
  );
  const began = Date.now();
  let shown = false;
  try {
    return await work(({ file, rows, bytesRead, bytesTotal }) => {
      if (!shown && Date.now() - began < PATIENCE_MS) return;
      const payload = { file: file.split(/[/\\]/).at(-1) ?? file, rows: rows.toLocaleString("en-GB") };
      if (!shown) bar.start(bytesTotal, bytesRead, payload);
      else {
        bar.setTotal(bytesTotal);
        bar.update(bytesRead, payload);
      }
      shown = true;
    });
  } finally {
    if (shown) bar.stop();
  }
}
