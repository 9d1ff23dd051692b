import { compact, fromCompact } from "./compact";
import type { ReferenceData } from "./model";
import { faultsInWords } from "./shape";

/** Names the documents of ours inside a workbook's file. It is in users' files and never changes. */
export const KEPT_NAMESPACE = "urn:gp-scorecard:reference-data";

/** Excel has refused documents from about 1,000,000 characters (OfficeDev/office-js#3957). */
const LONGEST_DOCUMENT = 750_000;

/** Excel on the web takes 5 MB in one request; a workbook that is sent around should not carry more than some megabytes of ours. */
const MOST_DOCUMENTS = 4;

/** Refused rows are told when they are read; a workbook need not carry thousands of them. */
const REFUSED_KEPT = 20;

/** Nothing that `keepsake` writes unpacks to nearly so much; what would is made to fill the memory. */
const LARGEST_UNPACKED = 200_000_000;

/**
 * Reference data as XML documents that a workbook can carry: columns, as JSON, compressed (gzip), in base64, cut into pieces.
 * Works where there is CompressionStream: Node, workers, and the pages of every Excel that runs a shared runtime.
 *
 * An area of 33 practices with all its indicators takes some 40,000 characters.
 * @param keptAt time of keeping, like 2026-11-22T09:30:00.000Z: pieces of one time belong together
 * @returns null where it does not fit into four documents of 750,000 characters
 */
export async function keepsake(data: ReferenceData, keptAt: string): Promise<readonly string[] | null> {
  const files = data.files.map((file) => ({ ...file, rowsRefused: file.rowsRefused.slice(0, REFUSED_KEPT) }));
  const json = new TextEncoder().encode(JSON.stringify(compact({ ...data, files })));
  const text = base64(await collect(streamOf(json).pipeThrough(new CompressionStream("gzip")), Number.POSITIVE_INFINITY));
  const of = Math.ceil(text.length / LONGEST_DOCUMENT);
  if (of > MOST_DOCUMENTS) return null;
  return Array.from({ length: of }, (_, i) => {
    const piece = text.slice(i * LONGEST_DOCUMENT, (i + 1) * LONGEST_DOCUMENT);
    return `<kept xmlns="${KEPT_NAMESPACE}" version="1" at="${keptAt}" part="${i + 1}" of="${of}">${piece}</kept>`;
  });
}

/** What was found among a workbook's documents. `data` null: nothing of use, and `ignored` says in a sentence why, where something was there. */
export interface Kept {
  readonly data: ReferenceData | null;
  readonly keptAt: string | null;
  readonly ignored: string | null;
}

/**
 * The data that `keepsake` made documents of. The newest set that is whole counts; a set of which a document was lost, damaged or written
 * by another program is ignored, and said to be.
 */
export async function fromKeepsake(documents: readonly string[]): Promise<Kept> {
  const reasons: string[] = [];
  const sets = new Map<string, Piece[]>();
  for (const document of documents) {
    const piece = pieceIn(document);
    if (piece === null) reasons.push("a part of it was not written by this add-in, or by a newer version");
    else sets.set(piece.at, [...(sets.get(piece.at) ?? []), piece]);
  }
  for (const [keptAt, pieces] of [...sets].sort(([a], [b]) => (a < b ? 1 : -1))) {
    const read = await together(pieces);
    if (typeof read !== "string") return { data: read, keptAt, ignored: null };
    reasons.push(read);
  }
  const ignored = reasons.length === 0 ? null : `The data kept in this workbook cannot be used: ${[...new Set(reasons)].join("; ")}.`;
  return { data: null, keptAt: null, ignored };
}

interface Piece {
  readonly at: string;
  readonly part: number;
  readonly of: number;
  readonly text: string;
}

/** Attributes in any order and in either kind of quotation marks: Excel may have written the document anew. */
function pieceIn(document: string): Piece | null {
  const [, attributes = "", text = ""] = /^\s*(?:<\?xml[^>]*\?>\s*)?<kept\s([^>]*)>([A-Za-z0-9+/=\s]*)<\/kept>\s*$/.exec(document) ?? [];
  const given = new Map(
    [...attributes.matchAll(/([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key = "", a, b]) => [key, a ?? b ?? ""]),
  );
  const [at = "", part, of] = [given.get("at"), Number(given.get("part")), Number(given.get("of"))];
  const isOurs = given.get("xmlns") === KEPT_NAMESPACE && given.get("version") === "1" && at !== "";
  return isOurs && part >= 1 && part <= of && of <= MOST_DOCUMENTS ? { at, part, of, text: text.replace(/\s/g, "") } : null;
}

async function together(pieces: readonly Piece[]): Promise<ReferenceData | string> {
  const inOrder = [...pieces].sort((a, b) => a.part - b.part);
  const { of } = inOrder[0] ?? { of: 0 };
  if (inOrder.length !== of || inOrder.some((piece, i) => piece.part !== i + 1 || piece.of !== of)) return "a part of it is missing";
  try {
    const bytes = bytesOf(inOrder.map(({ text }) => text).join(""));
    const json = await collect(streamOf(bytes).pipeThrough(new DecompressionStream("gzip")), LARGEST_UNPACKED);
    const read = fromCompact(JSON.parse(new TextDecoder().decode(json)));
    return "faults" in read ? `it does not hold what it should (${faultsInWords(read.faults, 1)})` : read;
  } catch {
    return "it is damaged";
  }
}

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => new Blob([bytes]).stream();

async function collect(stream: ReadableStream<Uint8Array>, atMost: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
    pieces.push(value as Uint8Array<ArrayBuffer>);
    if ((length += value.length) <= atMost) continue;
    await reader.cancel();
    throw new RangeError("It unpacks to more than it should");
  }
}

/** Piece by piece, because a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  return btoa(pieces.join(""));
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
