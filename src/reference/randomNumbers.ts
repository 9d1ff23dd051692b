/**
 * Repeatable random numbers from a seed: the same sequence in every browser and in Node, which `Math.random` is not.
 * A 32-bit xorshift (Marsaglia 2003, J Stat Softw 8:14; shifts 13, 17, 5), good enough for made-up figures and for nothing else.
 */
export function randomNumbers(seed: number): { readonly uniform: () => number; readonly normal: () => number } {
  let state = seed | 0 || 1;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  /** Box and Muller (1958), one of the pair. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}
