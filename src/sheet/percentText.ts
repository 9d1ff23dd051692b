/**
 * A proportion as Excel's TEXT(value, "0%") writes it. Excel rounds what it shows of the number, 15 figures, half away from zero, so that 0.285 is 29 %
 * although the nearest binary number lies below it.
 *
 * @param value proportion, 0 to 1
 * @param decimals digits after the point
 * @example percentText(0.285, 0) // "29%"
 */
export function percentText(value: number, decimals: 0 | 1): string {
  const shown = Number((value * 100).toPrecision(15));
  const scale = 10 ** decimals;
  return `${(Math.round(Number((shown * scale).toPrecision(15))) / scale).toFixed(decimals)}%`;
}

/** The format that goes with it: one decimal for prevalence, whose differences are small. */
export const percentFormat = (decimals: 0 | 1): string => (decimals === 1 ? "0.0%" : "0%");
