/** A national QOF achievement file, 2.4 million rows made up as they are read, to a pack of every area; and whether memory stays flat. */
import { achievement, file, geographies } from "../made";
import { alone, inPairs, type Measured } from "../pairs";
import { CsvSplitter } from "../../src/reference/csv";
import type { FileSource } from "../../src/reference/fileSource";
import { makePack } from "../../src/reference/makePack";
import { parse } from "csv-parse";
import { once } from "node:events";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";

export const measure: Measured = async ({ quick }) => {
  const rows = quick ? 240_000 : 2_400_000;
  const source = achievement(rows);
  const geography = file("MAPPING_NHS_GEOGRAPHIES_2425.csv", geographies(rows / 390));
  const figure = `national ACHIEVEMENT, ${rows.toLocaleString("en-GB")} rows, to a pack of all areas`;

  const packed = async (onRows?: (rows: number) => void) => {
    let bytes = 0;
    const options = { made: "2026-11-25", ...(onRows ? { onProgress: ({ rows: read }: { readonly rows: number }) => onRows(read) } : {}) };
    for await (const [, content] of makePack([source, geography], options)) bytes += content.length;
    return bytes;
  };
  const split = async () => {
    const splitter = new CsvSplitter();
    let found = 0;
    for await (const text of textOf(source)) found += splitter.push(text).rows.length;
    return found + splitter.push("", true).rows.length;
  };
  const parsed = async () => {
    let found = 0;
    const rows = Readable.fromWeb(source.open() as unknown as NodeStream).pipe(parse());
    await once(
      rows.on("data", () => found++),
      "end",
    );
    return found;
  };

  const heap: number[] = [];
  let next = rows / 10;
  await packed((read) => {
    if (read < next || read >= rows) return;
    next += rows / 10;
    globalThis.gc?.();
    const { heapUsed } = process.memoryUsage();
    heap.push(heapUsed / 1e6);
  });
  const options = { runs: 5, warmUp: 1 };
  return [
    await inPairs(
      {
        figure,
        peer: "our own streaming splitter alone on the same stream",
        target: 1.5,
        note: "the pack checks every cell, keeps every figure and writes 106 files with their SHA-256",
      },
      packed,
      split,
      options,
    ),
    await inPairs({ figure, peer: "csv-parse 7 alone, streaming", target: 1.5 }, packed, parsed, quick ? { runs: 5, warmUp: 0 } : options),
    alone(
      {
        figure: "growth of the heap from the second tenth of that file to the last but one, after collection",
        peer: "-",
        target: 8,
        note: "the store of figures itself lies outside the heap, in typed arrays",
      },
      "MB",
      Math.max(0, heap.at(-1)! - heap[1]!),
    ),
  ];
};

async function* textOf(source: FileSource): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = source.open().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}
