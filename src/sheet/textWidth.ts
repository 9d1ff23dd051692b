/**
 * Advance widths of Arial (and of its metric twins Helvetica and Liberation Sans), in thousandths of the type size.
 * They let a layout decide where a line ends without a screen; a letter that is not listed counts as wide as a digit.
 */
const widths: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      [191, "'"],
      [222, "ijl"],
      [260, "|"],
      [278, " !,./:;I[\\]ft"],
      [333, "()-r`"],
      [334, "{}"],
      [355, '"'],
      [389, "*"],
      [469, "^"],
      [500, "Jckvsxyz"],
      [556, "#$0123456789?L_abdeghnopqu–"],
      [584, "+<=>~÷±×"],
      [611, "FTZ"],
      [667, "ABEKPSVXY&"],
      [722, "CDHNRUw"],
      [778, "GOQ"],
      [833, "Mm"],
      [889, "%"],
      [944, "W"],
      [1000, "▲▼●—…"],
      [1015, "@"],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])),
);

/** Bold Arial is wider by up to a tenth for lower case; this is the mean over running text, rounded up. */
const boldFactor = 1.08;

/** Width of one line of text in pixels at 96 dots an inch, for a type size in points. */
export function textWidth(text: string, size: number, bold = false): number {
  const thousandths = [...text].reduce((sum, letter) => sum + (widths[letter] ?? 556), 0);
  return (thousandths / 1000) * size * (96 / 72) * (bold ? boldFactor : 1);
}

/** Breaks a sentence into lines no wider than `pixels`; a single longer word stays whole. */
export function breakLines(text: string, pixels: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= pixels) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * The text where it has room, otherwise as many of its words as have, and an ellipsis.
 * @example fitting("Peartree Surgery & West Horndon Medical Practice", 180, 10) // "Peartree Surgery & West…"
 */
export function fitting(text: string, pixels: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= pixels) return text;
  const words = text.split(" ");
  const cut = (n: number) =>
    `${words
      .slice(0, n)
      .join(" ")
      .replace(/[\s&,-]+$/, "")}…`;
  let n = words.length - 1;
  while (n > 1 && textWidth(cut(n), size, bold) > pixels) n--;
  return cut(n);
}
