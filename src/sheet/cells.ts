import type { Cell } from "./plan";
import { styleKey, type BaseStyle, type Modifier } from "./styles";

type Extra = Modifier | false | undefined;

export const text = (value: string, style: BaseStyle, ...extra: readonly Extra[]): Cell => ({ value, style: styleKey(style, ...extra) });

export const number = (value: number | null, style: BaseStyle, ...extra: readonly Extra[]): Cell => ({
  value,
  style: styleKey(style, ...extra),
});

export const blank = (style: BaseStyle = "empty", ...extra: readonly Extra[]): Cell => ({ value: null, style: styleKey(style, ...extra) });

/** A native formula together with what the core computed for it: the writers keep both, the tests compare them. */
export const formula = (source: string, value: Cell["value"], style: BaseStyle, ...extra: readonly Extra[]): Cell => ({
  value,
  formula: source,
  style: styleKey(style, ...extra),
});

/** Text as it stands inside a formula. */
export const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
