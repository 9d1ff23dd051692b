import { areaRef } from "./a1";

/**
 * Gathers the cells of a grid that share a property into few rectangles: runs along a row, grown downwards while the row below has the
 * same run. A writer then says a format once an area and not once a cell.
 *
 * @param keyOf what a cell has, or null where it has nothing
 * @returns A1 areas by key, in reading order
 */
export function rectangles(rows: number, columns: number, keyOf: (row: number, column: number) => string | null): Map<string, string[]> {
  const open = new Map<string, { key: string; top: number; left: number; right: number }>();
  const found = new Map<string, { top: number; ref: string }[]>();
  const close = (run: { key: string; top: number; left: number; right: number }, bottom: number) => {
    const areas = found.get(run.key) ?? [];
    areas.push({ top: run.top, ref: areaRef(run.top, run.left, bottom, run.right) });
    found.set(run.key, areas);
  };
  for (let row = 0; row <= rows; row++) {
    const runs = row < rows ? runsOf(columns, (column) => keyOf(row, column)) : [];
    const here = new Set(runs.map((run) => `${run.left}:${run.right}:${run.key}`));
    for (const [id, run] of open)
      if (!here.has(id)) {
        close(run, row - 1);
        open.delete(id);
      }
    for (const run of runs) {
      const id = `${run.left}:${run.right}:${run.key}`;
      if (!open.has(id)) open.set(id, { ...run, top: row });
    }
  }
  return new Map([...found].map(([key, areas]) => [key, areas.sort((a, b) => a.top - b.top).map((area) => area.ref)]));
}

function runsOf(columns: number, keyOf: (column: number) => string | null): { key: string; left: number; right: number }[] {
  const runs: { key: string; left: number; right: number }[] = [];
  for (let column = 0; column < columns; column++) {
    const key = keyOf(column);
    const last = runs.at(-1);
    if (key === null) continue;
    if (last && last.key === key && last.right === column - 1) last.right = column;
    else runs.push({ key, left: column, right: column });
  }
  return runs;
}
