import { BlobReader, ZipReader } from "@zip.js/zip.js/index-native.js";

/** The length of every file in an archive, by its path. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, number>> {
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)]))).getEntries();
  return new Map(entries.map(({ filename, uncompressedSize }) => [filename, uncompressedSize]));
}
