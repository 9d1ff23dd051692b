/** Column letters for a column counted from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** A1 reference of a cell, row and column counted from 0. */
export const cellRef = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** A1 reference of an area, all four counted from 0 and included. */
export function areaRef(top: number, left: number, bottom: number, right: number): string {
  const from = cellRef(top, left);
  const to = cellRef(bottom, right);
  return from === to ? from : `${from}:${to}`;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Reads "B5" or "B5:C9", without sheet or dollar signs, into rows and columns counted from 0. */
export function parseArea(ref: string): Area {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref);
  if (!match) throw new RangeError(`not an A1 reference: ${ref}`);
  const [, left, top, right, bottom] = match as unknown as [string, string, string, string?, string?];
  return { top: Number(top) - 1, left: columnIndex(left), bottom: Number(bottom ?? top) - 1, right: columnIndex(right ?? left) };
}

const columnIndex = (name: string): number => [...name].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
