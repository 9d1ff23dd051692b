import { z95, z998 } from "../scorecard/compare";
import { names } from "./names";

/** Cells of a practice's position strip: the funnel on its side, seven to either side of the middle. */
export const stripCells = 15;
const middle = (stripCells + 1) / 2;

/**
 * Where the cells end, in units of chance (z) away from the middle. The limits of the marks are among them, so that a dot stands on the grey of
 * a band exactly when the mark says so; the others divide the bands evenly.
 */
export const stripEdges: readonly { readonly z: number; readonly formula?: string; readonly meaning: string }[] = [
  { z: 0, meaning: "the middle: like the comparator" },
  { z: 0.392, meaning: "a fifth of the way to the 95 % limit" },
  { z: 1.176, meaning: "three fifths" },
  { z: z95, formula: `=${names.z95}`, meaning: "95 % limit" },
  { z: 2.525, meaning: "half way to the 99.8 % limit" },
  { z: z998, formula: `=${names.z998}`, meaning: "99.8 % limit" },
  { z: 4, meaning: "far outside" },
  { z: 5, meaning: "the outermost cell holds all beyond" },
];

/**
 * The cell in which the dot stands, 1 (lowest) to 15 (highest); a z on a limit counts as outside it, as for the marks.
 * @example stripCell(0) // 8
 */
export function stripCell(z: number): number {
  const steps = stripEdges.filter((edge) => edge.z <= Math.abs(z)).length - 1;
  return middle + Math.sign(z) * steps;
}

/** The same as a formula, of the cell that holds z. */
export const stripCellFormula = (z: string): string => `${middle}+SIGN(${z})*(MATCH(ABS(${z}),${names.stripEdges},1)-1)`;

/** The grey behind a cell, counted from 1: how far from the middle chance reaches. */
export function stripBand(cell: number): "bandMiddle" | "band95" | "band998" | null {
  const steps = Math.abs(cell - middle);
  if (steps === 0) return "bandMiddle";
  if (steps <= 2) return "band95";
  return steps <= 4 ? "band998" : null;
}
