/** Where an axis begins and ends, and how far apart its numbers stand. */
export interface AxisScale {
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: number;
}

/** Steps that people count in. */
const steps = [1, 2, 2.5, 5, 10];

/**
 * The round numbers around a range: as few steps as there may be, each 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param least lowest number to be shown
 * @param most highest number to be shown
 * @param bounds what the axis may not pass, such as 0 and 1 for proportions
 * @example axisScale(0, 1921, 5) // { minimum: 0, maximum: 2000, unit: 500 }
 */
export function axisScale(least: number, most: number, steps = 5, bounds: readonly [number, number] = [-Infinity, Infinity]): AxisScale {
  const unit = roundUp(Math.max(most - least, Math.abs(most) * 1e-6, 1e-9) / steps);
  const tidy = (value: number) => Number(value.toPrecision(12));
  const minimum = Math.max(bounds[0], tidy(Math.floor(least / unit + 1e-9) * unit));
  const maximum = Math.min(bounds[1], tidy(Math.ceil(most / unit - 1e-9) * unit));
  return { minimum, maximum: maximum > minimum ? maximum : tidy(minimum + unit), unit };
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(12));
}
