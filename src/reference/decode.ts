import { ProblemError } from "../problem";
import type { FileSource } from "./fileSource";

/** Thrown inside this room when bytes turn out not to be UTF-8, so that the file is begun again as Windows-1252. */
export class NotUtf8 extends Error {}

/** A file that cannot be read as text at all; becomes the reason in its report. */
export class UnreadableFile extends Error {}

export type Encoding = "utf-8" | "windows-1252";

/** Some sources hand over a whole file at once; rows of a small piece are forgotten before the collector has to move them. */
const PIECE = 65_536;

/**
 * The text of a file, piece by piece. UTF-8 is held to strictly (a byte order mark is dropped): two QOF files are Windows-1252,
 * and read leniently their quotation marks would turn into question marks without anybody being told.
 */
export async function* textOf(
  source: FileSource,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const reader = source.open().getReader();
  let bytes = 0;
  let start: string | null = "";
  try {
    for (;;) {
      if (signal?.aborted) throw new ProblemError({ kind: "cancelled", what: source.name });
      const { done, value } = await reader.read();
      if (done) break;
      if (bytes === 0) refuseBinary(value);
      bytes += value.length;
      onBytes(bytes);
      for (let at = 0; at < value.length; at += PIECE) {
        let text = decode(decoder, encoding, value.subarray(at, at + PIECE));
        if (start !== null) {
          start += text;
          if (start.length < BYTE_ORDER_MARK.length) continue;
          text = withoutMark(start);
          start = null;
        }
        if (text.includes("\0")) throw new UnreadableFile("It is not a text file: it holds NUL bytes.");
        yield text;
      }
    }
    const last = withoutMark(start ?? "") + decode(decoder, encoding);
    if (last) yield last;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A byte order mark on a file that then turned out not to be UTF-8. */
const BYTE_ORDER_MARK = "ï»¿";
const withoutMark = (text: string): string => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text);

function decode(decoder: TextDecoder, encoding: Encoding, bytes?: Uint8Array): string {
  try {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    return encoding === "windows-1252" ? text.replace(C1_CONTROLS, (c) => WINDOWS_1252.get(c) ?? c) : text;
  } catch (error) {
    if (encoding === "utf-8") throw new NotUtf8();
    throw error;
  }
}

/**
 * Some releases of Node decode "windows-1252" as Latin-1, which leaves 0x80 to 0x9F as control characters.
 * Where the decoder is right, none of these is left over and nothing changes.
 */
const C1_CONTROLS = /[\x80-\x9f]/g;
const WINDOWS_1252: ReadonlyMap<string, string> = new Map(
  [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"].map((right, i) => [String.fromCharCode(0x80 + i), right]),
);

/** The first bytes give away files that only look like data by their name. */
function refuseBinary(start: Uint8Array): void {
  const begins = (...bytes: number[]): boolean => bytes.every((byte, i) => start[i] === byte);
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff))
    throw new UnreadableFile("It is Unicode text (UTF-16). Save it from Excel as CSV UTF-8 and add that.");
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new UnreadableFile("It is a PDF document, not data. Download the CSV of the same publication.");
  if (begins(0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableFile("It is an Excel workbook of the old kind (.xls). Save the sheet as CSV and add that.");
  if (begins(0x1f, 0x8b)) throw new UnreadableFile("It is packed with gzip. Unpack it and add the file inside.");
}
