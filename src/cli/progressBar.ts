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

/** A bar that counts on a terminal; elsewhere, as in the log of a scheduled run, a line for each. */
export async function withCountBar(
  io: Io,
  total: number,
  what: string,
  work: (tick: (name: string, line: string) => void) => Promise<void>,
): Promise<void> {
  if (!io.stderr.isTTY) return work((_name, line) => io.stderr.write(line));
  const bar = new SingleBar(
    {
      format: `{bar} {value} of {total} ${what}  {name}`,
      hideCursor: true,
      clearOnComplete: true,
      stream: io.stderr as unknown as NodeJS.WritableStream,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { name: "" });
  try {
    await work((name) => bar.increment(1, { name }));
  } finally {
    bar.stop();
  }
}
