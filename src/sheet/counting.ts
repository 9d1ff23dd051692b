import type { IndicatorValue, ScorecardModel } from "../scorecard/model";
import { areaRef } from "./a1";
import { markOf } from "./marks";
import type { Column, Frame } from "./scorecardColumns";

/** Formulas that count marks over the indicators' block, each with what the core counted. */
export interface Counts {
  readonly tested: { readonly formula: string; readonly value: number };
  readonly far: { readonly formula: string; readonly value: number };
  readonly notShown: { readonly formula: string; readonly value: number };
  readonly all: number;
  readonly tooFew: number;
}

export function countMarks(model: ScorecardModel, columns: readonly Column[], frame: Frame): Counts {
  const indices = columns.flatMap((column, i) => (column.indicator ? [i] : []));
  const [left, right] = [Math.min(...indices), Math.max(...indices)];
  const block = areaRef(frame.first, left, frame.last, right).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const count = (...marks: readonly string[]) => marks.map((mark) => `COUNTIF(${block},"${mark}")`).join("+");
  const values = model.groups.flatMap((group) => group.indicators.flatMap((column) => column.values));
  const having = (test: (value: IndicatorValue) => boolean) => values.filter(test).length;
  const few = markOf("too few to say", model.spec.comparison.smallestDenominator);
  const isTooFew = (value: IndicatorValue) => value.kind === "value" && value.band === "too few to say";
  return {
    tested: {
      formula: count("▲▲", "▲", "·", "▼", "▼▼"),
      value: having((value) => value.kind === "value" && value.band !== null && value.band !== "too few to say"),
    },
    far: {
      formula: count("▲▲", "▼▼"),
      value: having((value) => value.kind === "value" && (value.band === "much higher" || value.band === "much lower")),
    },
    notShown: { formula: count("–", few), value: having((value) => value.kind === "missing" || isTooFew(value)) },
    all: values.length,
    tooFew: having(isTooFew),
  };
}
