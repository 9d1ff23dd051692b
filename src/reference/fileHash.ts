import { sha256 } from "@noble/hashes/sha2.js";
import type { FileSource } from "./fileSource";

/** The platform hashes quickly but wants the whole file in memory. */
const AT_ONCE = 32 * 1024 ** 2;

/** SHA-256 of a file as `sha256sum` prints it, whatever its size. */
export async function fileHash({ blob, open }: FileSource): Promise<string> {
  if (blob && blob.size <= AT_ONCE) return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())));
  const hash = sha256.create();
  for (const reader = open().getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return hex(hash.digest());
    hash.update(value);
  }
}

/** SHA-256 of some bytes as 64 hexadecimal digits. */
export const sha256Of = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
