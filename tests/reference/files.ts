import { readFileSync } from "node:fs";
import path from "node:path";
import { fromBlob, type FileSource } from "../../src/reference/fileSource";

const fixtures = path.join(__dirname, "..", "fixtures");

/** A file of that name with that content. */
export const fileOf = (name: string, content: string | Uint8Array): FileSource => fromBlob(name, new Blob([content as BlobPart]));

/** A real excerpt from tests/fixtures/thurrock. */
export const thurrock = (name: string): FileSource => fileOf(name, readFileSync(path.join(fixtures, "thurrock", name)));

/** The same bytes arriving in pieces of a given size, as they do from a disk or a network. */
export const inPieces = (source: FileSource, size: number): FileSource => ({
  name: source.name,
  size: source.size,
  open: () => {
    let at = 0;
    return new ReadableStream<Uint8Array>({
      async pull(out) {
        const bytes = new Uint8Array(await source.blob!.slice(at, (at += size)).arrayBuffer());
        if (bytes.length === 0) out.close();
        else out.enqueue(bytes);
      },
    });
  },
});
