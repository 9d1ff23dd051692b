/** What a person listed, sorted into codes of practices and the rest. */
export interface Listed {
  readonly codes: readonly string[];
  readonly others: readonly string[];
}

/** An ODS practice code is a letter and five digits. */
const CODE = /^[A-Z]\d{5}$/;

/**
 * Finds practice codes in pasted text, separated by anything. Each is kept once, in the order of the list.
 *
 * @example readCodes("F81010, f81082;F81010 Grays") // { codes: ["F81010", "F81082"], others: ["Grays"] }
 */
export function readCodes(text: string): Listed {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const codes = words.map((word) => word.toUpperCase()).filter((word) => CODE.test(word));
  return { codes: [...new Set(codes)], others: words.filter((word) => !CODE.test(word.toUpperCase())) };
}
