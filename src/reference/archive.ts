import { BlobReader, configure, ZipReader, type FileEntry } from "@zip.js/zip.js/index-native.js";
import { UnreadableFile } from "./decode";
import type { FileSource } from "./fileSource";
import { sheetsOf } from "./workbook";

configure({ useWebWorkers: false });

/** What an archive or a plain file turns out to hold: files to read, and files that cannot be, each with its reason. */
export interface Unpacked {
  readonly files: readonly FileSource[];
  readonly unusable: readonly { readonly file: string; readonly reason: string }[];
}

/** A publication packs 5 to 40 times smaller; what claims to unpack to far more is made to fill a disk. */
const LARGEST_RATIO = 300;
const LARGEST_ENTRY = 4 * 1024 ** 3;
const MOST_ENTRIES = 5000;
const DEEPEST_NESTING = 3;
/** An archive inside an archive has to be held in memory to be opened; all those of one archive together. */
const LARGEST_NESTED_ARCHIVES = 512 * 1024 ** 2;
/** Below this size the ratio says nothing: a short list of blanks packs tightly too. */
const SMALL_ENTRY = 10_000_000;
const SMALL_ARCHIVE = 100_000_000;

/** What is left for all that one archive holds, however deep it lies. */
interface Room {
  entries: number;
  nestedBytes: number;
}

/**
 * Opens zip archives in place, so that a publication can be added as it was downloaded. Entries become files named
 * `archive.zip/folder/entry.csv`, read as a stream when they are needed; archives inside archives are opened too.
 * An archive is known by its first bytes, not by its name. Workbooks (.xlsx, .ods) are archives as well: each sheet becomes a file.
 */
export async function unpack(sources: readonly FileSource[], depth = 0, shared?: Room): Promise<Unpacked> {
  const files: FileSource[] = [];
  const unusable: { file: string; reason: string }[] = [];
  for (const source of sources) {
    const room = shared ?? { entries: MOST_ENTRIES, nestedBytes: LARGEST_NESTED_ARCHIVES };
    if (!(await isZip(source))) {
      files.push(source);
      continue;
    }
    try {
      const inside = await entriesOf(source, depth, room);
      const deeper = inside.isWorkbook ? { files: inside.files, unusable: [] } : await unpack(inside.files, depth + 1, room);
      files.push(...deeper.files.map((file) => ({ ...file, given: source })));
      unusable.push(...inside.unusable, ...deeper.unusable);
    } catch (error) {
      unusable.push({ file: source.name, reason: archiveFault(error) });
    }
  }
  return { files, unusable };
}

async function isZip(source: FileSource): Promise<boolean> {
  try {
    const start = await firstBytes(source);
    return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
  } catch {
    return false;
  }
}

/** Three at least, where there are three: a network may bring them one by one. */
async function firstBytes(source: FileSource): Promise<readonly number[]> {
  const reader = source.open().getReader();
  const bytes: number[] = [];
  try {
    while (bytes.length < 3) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes.push(...value.subarray(0, 3));
    }
    return bytes;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function entriesOf(source: FileSource, depth: number, room: Room): Promise<Unpacked & { readonly isWorkbook: boolean }> {
  if (depth >= DEEPEST_NESTING) throw new UnreadableFile("Archives are nested too deeply. Unpack it and add the files inside.");
  const zip = new ZipReader(new BlobReader(await asBlob(source, room)), { checkOverlappingEntry: true });
  const files: FileSource[] = [];
  const unusable: { file: string; reason: string }[] = [];
  let [count, packed, unpacked] = [0, 0, 0];
  let isWorkbook = false;
  for await (const entry of zip.getEntriesGenerator()) {
    count++;
    if (room.entries-- <= 0) throw new UnreadableFile(`The archive holds more than ${MOST_ENTRIES} files. Add the ones that are needed.`);
    if (WORKBOOK_PARTS.has(entry.filename)) isWorkbook = true;
    if (entry.directory || isHousekeeping(entry.filename)) continue;
    const name = `${source.name}/${entry.filename}`;
    const reason = whyNot(entry);
    if (reason) unusable.push({ file: name, reason });
    else {
      files.push(entrySource(name, entry));
      [packed, unpacked] = [packed + entry.compressedSize, unpacked + entry.uncompressedSize];
      if (unpacked > SMALL_ARCHIVE && unpacked > packed * LARGEST_RATIO) throw new UnreadableFile(TOO_TIGHT);
    }
  }
  if (count === 0) throw new UnreadableFile("The archive is empty.");
  if (!isWorkbook) return { files, unusable, isWorkbook };
  const parts = new Map(files.map((part) => [part.name.slice(source.name.length + 1), part]));
  return { files: await sheetsOf(source.name, parts), unusable, isWorkbook };
}

/** A workbook is an archive too; these stand in no other. */
const WORKBOOK_PARTS = new Set(["[Content_Types].xml", "META-INF/manifest.xml"]);

/** What Macs and Windows leave behind in folders. */
const isHousekeeping = (name: string): boolean => /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i.test(name);

function whyNot(entry: FileEntry): string | null {
  if (entry.encrypted) return "It is protected with a password. Unpack it and add the file inside.";
  if (entry.uncompressedSize > LARGEST_ENTRY) return "It unpacks to more than 4 GB: no publication is that large.";
  if (entry.uncompressedSize > SMALL_ENTRY && entry.uncompressedSize > entry.compressedSize * LARGEST_RATIO) return TOO_TIGHT;
  return null;
}

const TOO_TIGHT = `It unpacks to more than ${LARGEST_RATIO} times its size: no publication packs that tightly.`;

function entrySource(name: string, entry: FileEntry): FileSource {
  return {
    name,
    size: entry.uncompressedSize,
    open() {
      let unpacked = 0;
      let out: TransformStreamDefaultController<Uint8Array>;
      const limit = new TransformStream<Uint8Array, Uint8Array>({
        start: (controller) => void (out = controller),
        transform(piece) {
          unpacked += piece.length;
          if (unpacked > entry.uncompressedSize) out.error(new UnreadableFile("It unpacks to more than the archive says."));
          else out.enqueue(piece);
        },
      });
      const stopped = new AbortController();
      const failed = entry.getData(limit.writable, { signal: stopped.signal }).then(
        () => null,
        (error: unknown) => {
          // The library leaves the stream open behind it: whoever reads would wait for ever.
          out.error(error);
          return error;
        },
      );
      const reader = limit.readable.getReader();
      return new ReadableStream<Uint8Array>({
        async pull(out) {
          try {
            const { done, value } = await reader.read();
            if (!done) return out.enqueue(value);
            const error = await failed;
            if (error) throw error;
            out.close();
          } catch (error) {
            out.error(new UnreadableFile(archiveFault(error)));
          }
        },
        async cancel() {
          stopped.abort();
          await reader.cancel().catch(() => undefined);
        },
      });
    },
  };
}

async function asBlob(source: FileSource, room: Room): Promise<Blob> {
  if (source.blob) return source.blob;
  room.nestedBytes -= source.size;
  if (room.nestedBytes < 0) throw new UnreadableFile("The archive inside is too large to open in place. Unpack it first.");
  return new Response(source.open()).blob();
}

/** Words for what the zip library found wrong. */
function archiveFault(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  const detail = error instanceof Error ? error.message : String(error);
  if (/encrypt|password/i.test(detail)) return "It is protected with a password. Unpack it and add the file inside.";
  if (/compression method|unsupported compression/i.test(detail))
    return "It is packed in a way that cannot be read here. Unpack it and add the files inside.";
  if (/split/i.test(detail)) return "It is one part of an archive in several parts. Unpack it and add the files inside.";
  return "The archive is damaged or was cut short. Download it again.";
}
