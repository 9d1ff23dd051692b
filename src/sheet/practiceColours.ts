import type { ConditionalFormatPlan } from "./plan";
import type { PracticeFrame } from "./practiceFrame";
import { areasOf, type IndicatorRows } from "./practiceIndicators";
import { colour } from "./styles";
import { parseArea } from "./a1";
import { inRow } from "./practiceFrame";

/** As on the scorecard: shape says the direction, colour repeats whether it is the hoped-for one. Dot, mark and word take it together. */
export function practiceColours(frame: PracticeFrame, rows: IndicatorRows, ratings: string): ConditionalFormatPlan[] {
  const { columns } = frame;
  const rules: ConditionalFormatPlan[] = [];
  const words = (some: readonly number[]) => areasOf(some, columns.mark, columns.word);
  const withDot = (some: readonly number[]) => areasOf(some, columns.strip, columns.word);
  const all = rows.indicators.map(({ row }) => row);
  const mark = (some: readonly number[]) => inRow(some[0]!, columns.mark);
  for (const polarity of ["higher", "lower", "neither"] as const) {
    const some = rows.indicators.filter(({ column }) => column.definition.polarity === polarity).map(({ row }) => row);
    if (some.length === 0) continue;
    for (const sign of ["▲", "▼"] as const) {
      const asHoped = (sign === "▲") === (polarity === "higher");
      const tone = polarity === "neither" ? {} : { colour: asHoped ? colour.blue : colour.ochre };
      rules.push({ refs: withDot(some), formula: `=${mark(some)}="${sign}${sign}"`, bold: true, ...tone });
      if (polarity !== "neither") rules.push({ refs: withDot(some), formula: `=${mark(some)}="${sign}"`, ...tone });
    }
  }
  if (all.length > 0) {
    const first = mark(all);
    rules.push({ refs: words(all), formula: `=AND(${first}<>"▲",${first}<>"▼",${first}<>"▲▲",${first}<>"▼▼")`, colour: colour.second });
  }
  const { top, left } = parseArea(ratings);
  const rating = inRow(top, left);
  rules.push(
    { refs: [ratings], formula: `=${rating}="Outstanding"`, bold: true, colour: colour.blue },
    { refs: [ratings], formula: `=OR(${rating}="Requires improvement",${rating}="Inadequate")`, bold: true },
  );
  return rules;
}
