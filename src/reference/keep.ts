import type { Practice, PracticeCode, ReferenceData } from "./model";

/** Raised when a packed text can no longer be read as it was written. */
const VERSION = 1;

/** A workbook's settings hold 2 MB in all, and Excel on the Mac has lost large ones. */
const LARGEST = 500_000;

/** Refused rows are told when they are read; a workbook need not carry thousands of them. */
const REFUSED_KEPT = 20;

interface Packed extends Omit<ReferenceData, "practices"> {
  readonly version: number;
  readonly practices: readonly (readonly [PracticeCode, Practice])[];
}

/**
 * Packs reference data into a text small enough to be kept in the workbook: JSON, compressed, in base64.
 * An area of 33 practices takes some 60,000 characters.
 * @returns null where even so it is larger than a workbook's settings should hold
 */
export async function pack(data: ReferenceData): Promise<string | null> {
  const files = data.files.map((file) => ({ ...file, rowsRefused: file.rowsRefused.slice(0, REFUSED_KEPT) }));
  const packed: Packed = { ...data, version: VERSION, practices: [...data.practices], files };
  const bytes = await through(new CompressionStream("gzip"), new TextEncoder().encode(JSON.stringify(packed)));
  const text = base64(bytes);
  return text.length > LARGEST ? null : text;
}

/** Unpacks what `pack` made; null for anything else, such as what another version or another program wrote. */
export async function unpack(text: string): Promise<ReferenceData | null> {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(new DecompressionStream("gzip"), bytes));
    const { version, practices, ...rest } = JSON.parse(json) as Packed;
    if (version !== VERSION || !Array.isArray(rest.observations) || typeof rest.area?.code !== "string") return null;
    return { ...rest, practices: new Map(practices) };
  } catch {
    return null;
  }
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** Piece by piece, because a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text);
}
