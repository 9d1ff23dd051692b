/** 1 row, 1,204 rows; without a noun just the number, with thousands separated. */
export function counted(count: number, noun?: string): string {
  const number = count.toLocaleString("en-GB");
  return noun === undefined ? number : `${number} ${noun}${count === 1 ? "" : "s"}`;
}
