import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** The blue of the scorecard's rule (#005EB8), from nearly black to its tint. */
const blues: BrandVariants = {
  10: "#00101F",
  20: "#001B3A",
  30: "#002754",
  40: "#003370",
  50: "#003F87",
  60: "#004A97",
  70: "#0054A8",
  80: "#005EB8",
  90: "#1F70C4",
  100: "#3C82CE",
  110: "#5794D7",
  120: "#72A6DF",
  130: "#8FB9E7",
  140: "#ACCCEF",
  150: "#CADFF6",
  160: "#E8F1FA",
};

/** Fluent's theme, and the colours of the scorecard that it has no name for. */
export interface PaneTheme extends Theme {
  readonly paneTitle: string;
  readonly paneAttention: string;
  readonly paneRule: string;
  /** The bars of a chart behind its dots. */
  readonly paneChartPale: string;
  readonly paneChartMiddle: string;
}

const font = { fontFamilyBase: '"Segoe UI", Arial, sans-serif' };

export const lightTheme: PaneTheme = {
  ...createLightTheme(blues),
  ...font,
  colorNeutralForeground1: "#212B32",
  colorNeutralForeground2: "#34424B",
  colorNeutralForeground3: "#4C6272",
  colorNeutralStroke2: "#D8DDE0",
  paneTitle: "#003087",
  paneAttention: "#964400",
  paneRule: "#005EB8",
  paneChartPale: "#DDE3E7",
  paneChartMiddle: "#AEB7BD",
};

export const darkTheme: PaneTheme = {
  ...createDarkTheme(blues),
  ...font,
  colorBrandForeground1: blues[120],
  colorBrandForeground2: blues[130],
  colorBrandForegroundLink: blues[120],
  colorBrandForegroundLinkHover: blues[130],
  colorNeutralForeground2BrandHover: blues[120],
  colorNeutralForeground2BrandPressed: blues[130],
  colorNeutralForeground2BrandSelected: blues[120],
  paneTitle: blues[140],
  paneAttention: "#F0B27A",
  paneRule: blues[100],
  paneChartPale: "#3B4650",
  paneChartMiddle: "#5D6B77",
};

/** What Office says about its own theme; the browser's preference where Office says nothing. */
export function prefersDark(): boolean {
  const background = typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  if (background === undefined) return window.matchMedia("(prefers-color-scheme: dark)").matches;
  const [red = 255, green = 255, blue = 255] = (background.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

/** Calls back when the theme may have changed; answers how to stop that. */
export function onThemeChange(callback: () => void): () => void {
  const preference = window.matchMedia("(prefers-color-scheme: dark)");
  preference.addEventListener("change", callback);
  return () => preference.removeEventListener("change", callback);
}
