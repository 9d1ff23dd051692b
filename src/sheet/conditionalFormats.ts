import { areaRef, cellRef } from "./a1";
import type { ConditionalFormatPlan } from "./plan";
import type { Column } from "./scorecardColumns";
import { colour } from "./styles";

/**
 * Shape says the direction, colour only repeats whether it is the hoped-for one: blue as hoped for, ochre not, and no colour where the
 * indicator has no direction. A double mark is bold and tinted together with its value, so that it shows in greyscale too.
 */
export function conditionalFormats(columns: readonly Column[], first: number, last: number): ConditionalFormatPlan[] {
  const column = (i: number) => areaRef(first, i, last, i);
  const rules: ConditionalFormatPlan[] = [];
  for (const polarity of ["higher", "lower", "neither"] as const) {
    const marks = columns.flatMap(({ indicator }, i) =>
      indicator?.part === "mark" && indicator.column.definition.polarity === polarity ? [i] : [],
    );
    const [firstMark] = marks;
    if (firstMark === undefined) continue;
    const mark = cellRef(first, firstMark);
    const markRefs = marks.map(column);
    const valueRefs = marks.map((i) => column(i - 1));
    const tone = (sign: "▲" | "▼") => {
      if (polarity === "neither") return {};
      const asHoped = (sign === "▲") === (polarity === "higher");
      return asHoped ? { colour: colour.blue, fill: colour.blueTint } : { colour: colour.ochre, fill: colour.ochreTint };
    };
    for (const sign of ["▲", "▼"] as const) {
      const { fill, colour: ink } = tone(sign) as { fill?: string; colour?: string };
      const tint = fill === undefined ? {} : { fill };
      const coloured = ink === undefined ? {} : { colour: ink };
      rules.push(
        { refs: markRefs, formula: `=${mark}="${sign}${sign}"`, bold: true, ...coloured, ...tint },
        { refs: valueRefs, formula: `=${mark}="${sign}${sign}"`, bold: true, ...tint },
      );
      if (ink !== undefined) rules.push({ refs: markRefs, formula: `=${mark}="${sign}"`, colour: ink });
    }
  }
  const rating = columns.findIndex(({ code }) => code === "rating");
  if (rating >= 0) {
    const cell = cellRef(first, rating);
    rules.push(
      { refs: [column(rating)], formula: `=${cell}="Inadequate"`, bold: true, colour: colour.ochre },
      { refs: [column(rating)], formula: `=${cell}="Outstanding"`, bold: true, colour: colour.blue },
    );
  }
  const pcn = columns.findIndex(({ code }) => code === "PCN");
  if (pcn >= 0) rules.push({ refs: [column(pcn)], formula: `=${cellRef(first, pcn)}<>${cellRef(first - 1, pcn)}`, bold: true });
  return rules;
}
