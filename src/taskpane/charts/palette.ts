/** The colours of a chart: the pane's own theme, a contrast theme's, or those of the printed sheets for a picture. */
export interface Palette {
  readonly ink: string;
  readonly second: string;
  readonly line: string;
  readonly hoped: string;
  readonly notHoped: string;
  readonly dot: string;
  readonly pale: string;
  readonly middle: string;
  readonly paper: string;
  readonly active: string;
}

const themed: Palette = {
  ink: "var(--colorNeutralForeground1)",
  second: "var(--colorNeutralForeground3)",
  line: "var(--paneTitle)",
  hoped: "var(--paneRule)",
  notHoped: "var(--paneAttention)",
  dot: "var(--colorNeutralForeground4)",
  pale: "var(--paneChartPale)",
  middle: "var(--paneChartMiddle)",
  paper: "var(--colorNeutralBackground1)",
  active: "var(--colorNeutralBackground3)",
};

/** Windows contrast themes have a few colours only; bars become outlines. */
const contrast: Palette = {
  ink: "CanvasText",
  second: "CanvasText",
  line: "CanvasText",
  hoped: "Highlight",
  notHoped: "LinkText",
  dot: "CanvasText",
  pale: "Canvas",
  middle: "GrayText",
  paper: "Canvas",
  active: "Canvas",
};

/** As on the sheets, whatever the pane looks like. */
export const printed: Palette = {
  ink: "#212B32",
  second: "#4C6272",
  line: "#003087",
  hoped: "#005EB8",
  notHoped: "#964400",
  dot: "#768692",
  pale: "#DDE3E7",
  middle: "#AEB7BD",
  paper: "#FFFFFF",
  active: "#FFFFFF",
};

export const screenPalette = (): Palette => (window.matchMedia("(forced-colors: active)").matches ? contrast : themed);
