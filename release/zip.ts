import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js/index-native.js";

configure({ useWebWorkers: false });

/** The earliest moment that the format can name; when a file was written says nothing about what is in it. */
const NO_TIME = new Date(1980, 0, 1);

/** An archive that depends on names and bytes alone. Stored, not compressed: two versions of a compressor need not agree on a single byte. */
export async function zipOf(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0, lastModDate: NO_TIME, extendedTimestamp: false, dataDescriptor: false });
  for (const [name, bytes] of files) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
}
