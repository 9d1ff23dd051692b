import { blank } from "./cells";
import type { Cell } from "./plan";

/** A sheet being filled cell by cell, for layouts whose blocks stand beside each other. Rows and columns count from 0. */
export interface Canvas {
  readonly put: (row: number, column: number, cell: Cell) => void;
  readonly rows: () => readonly (readonly Cell[])[];
}

export function canvas(): Canvas {
  const grid: Cell[][] = [];
  return {
    put(row, column, cell) {
      while (grid.length <= row) grid.push([]);
      const cells = grid[row]!;
      while (cells.length < column) cells.push(blank());
      cells[column] = cell;
    },
    rows: () => grid,
  };
}
