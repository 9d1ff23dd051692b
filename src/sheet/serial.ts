/**
 * Excel's serial number of an ISO date.
 * @example serialOf("2026-11-22") // 46348
 */
export const serialOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569;
