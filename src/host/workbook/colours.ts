import { invalidArgument } from "../apiError";

/** The colour names that add-ins use most; Excel takes all of HTML's. */
const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  green: "#008000",
  blue: "#0000FF",
  navy: "#000080",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  grey: "#808080",
  gray: "#808080",
  silver: "#C0C0C0",
  lightgrey: "#D3D3D3",
  lightgray: "#D3D3D3",
  maroon: "#800000",
  teal: "#008080",
  aqua: "#00FFFF",
  fuchsia: "#FF00FF",
};

/** "#005eb8", "005EB8" or "navy" as "#RRGGBB"; anything else is InvalidArgument. */
export function readColour(given: unknown): string {
  const text = String(given).trim();
  const named = NAMED[text.toLowerCase()];
  if (named !== undefined) return named;
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex !== undefined) return `#${hex.toUpperCase()}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  throw invalidArgument();
}

/** As read back: always six capital digits. */
export const showColour = (colour: string): string => colour.toUpperCase().slice(0, 7);
