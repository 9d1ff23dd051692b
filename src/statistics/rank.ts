/**
 * Ranks from 1 (smallest); equal values share the average of the places they take.
 *
 * @example averageRanks([10, 30, 20, 30]) // [1, 3.5, 2, 3.5]
 */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let place = from; place <= to; place++) ranks[order[place]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
