import type { IndicatorDefinition } from "../indicators/definition";
import { valueFormat } from "./valueFormat";

/** A value as it stands in a sentence, per person as it comes: of a share two figures are read, the third is noise. */
export function valueWords(definition: IndicatorDefinition, value: number): string {
  const { per, text } = valueFormat(definition);
  return per === 1 ? `${(value * 100).toFixed(value < 0.1995 ? 1 : 0)} %` : `${text(value)} per ${per.toLocaleString("en-GB")}`;
}
