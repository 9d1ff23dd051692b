import { measureOf, perOf, type IndicatorDefinition } from "../indicators/definition";
import { percentFormat, percentText } from "./percentText";
import type { BaseStyle } from "./styles";

/** How an indicator's figures are written: whole percentages, one decimal where differences are small, or events for each 1,000. */
export interface ValueFormat {
  /** For how many the figure is given; what stands on the sheets is value × per. */
  readonly per: number;
  /** As Excel's TEXT takes it. */
  readonly format: string;
  /** A value per person as TEXT would write it. */
  readonly text: (value: number) => string;
  readonly card: BaseStyle;
  readonly page: BaseStyle;
  readonly listed: BaseStyle;
  /** The smallest difference that is shown, of value × per. */
  readonly unit: number;
}

const percent = (decimals: 0 | 1): ValueFormat => ({
  per: 1,
  format: percentFormat(decimals),
  text: (value) => percentText(value, decimals),
  card: decimals === 1 ? "percent1" : "percent",
  page: decimals === 1 ? "pagePercent1" : "pagePercent",
  listed: "listedPercent",
  unit: decimals === 1 ? 0.001 : 0.01,
});

export function valueFormat(definition: IndicatorDefinition): ValueFormat {
  const { kind } = definition;
  if (measureOf(definition) !== "perThousand") return percent(kind === "prevalence" ? 1 : 0);
  const per = perOf(definition);
  return {
    per,
    format: "0.0",
    text: (value) => (Math.round(Number((value * per * 10).toPrecision(15))) / 10).toFixed(1),
    ...({ card: "rate", page: "pageRate", listed: "listedFte" } as const),
    unit: 0.1,
  };
}

/** The figures' unit, as the Data sheet says it. */
export const unitOf = (definition: IndicatorDefinition): string =>
  ({ proportion: "proportion", share: "proportion", ratio: "found ÷ expected", perThousand: "per 1,000" })[measureOf(definition)];
