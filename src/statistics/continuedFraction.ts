/**
 * Value of the continued fraction first + a1/(b1 + a2/(b2 + ...)), worked from the front until it stands still.
 *
 * @param first the leading term
 * @param term gives [a, b] of the k-th step, k = 1, 2, ...
 * @see Lentz's method as modified by Thompson and Barnett (1986), J Comput Phys 64:490-509
 */
export function continuedFraction(first: number, term: (k: number) => readonly [above: number, below: number]): number {
  const almostZero = 1e-300;
  let value = first || almostZero;
  let ascending = value;
  let descending = 0;
  for (let k = 1; k < 500_000; k++) {
    const [above, below] = term(k);
    ascending = below + above / ascending || almostZero;
    descending = 1 / (below + above * descending || almostZero);
    const change = ascending * descending;
    value *= change;
    if (!(Math.abs(change - 1) >= 2e-16)) break; // also when an overflow has left nothing to compare
  }
  return value;
}
