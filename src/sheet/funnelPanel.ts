import type { Funnel } from "../scorecard/funnel";
import type { Canvas } from "./canvas";
import { text } from "./cells";
import { chartFrame, down } from "./charts";
import { funnelList, type FunnelList } from "./funnelLists";
import { valueFormat } from "./valueFormat";
import { breakLines } from "./textWidth";

/** Lines that practices' names may take; the rest is headings and how to read the picture. */
const namesShown = 12;
/** Kept for those between the limits, where there are so many. */
const leastBetween = 3;

/**
 * Beside the picture: practices outside and between the limits by name, then how to read it; each line its own cell, broken by hand.
 * @returns the areas of the two lists
 */
export function layPanel(sheet: Canvas, funnel: Funnel, comparator: string): readonly string[] {
  const { per, listed } = valueFormat(funnel.column.definition);
  const { panel, numbers, top, bottom, panelWidth } = chartFrame;
  const [outside, between] = [funnelList(funnel.points, "outside", per), funnelList(funnel.points, "between", per)];
  const wanted = (list: FunnelList) => Math.max(1, list.members.length);
  const outsideRows = Math.min(wanted(outside), namesShown - Math.min(leastBetween, wanted(between)));
  let row: number = top;
  const put = (heading: string, list: FunnelList, rows: number, bold: boolean): string => {
    sheet.put(row, panel, text(heading, "panelHead", "blueBelow"));
    sheet.put(row++, numbers, text("", "panelHead", "blueBelow"));
    const first = row;
    for (let k = 0; k < rows; k++, row++) {
      const { name, value } = list.entry(k);
      sheet.put(row, panel, { ...name, style: `${list.members.length === 0 ? "panel" : bold ? "listed+bold" : "listed"}+hair` });
      sheet.put(row, numbers, { ...value, style: `${listed}+hair` });
    }
    sheet.put(row++, panel, list.more(rows));
    return down(panel, first, first + rows - 1);
  };
  const lists = [
    put("Outside the 99.8 % limits", outside, outsideRows, true),
    put("Between 95 % and 99.8 %", between, Math.min(wanted(between), namesShown - outsideRows), false),
  ];
  const lines = breakLines(howToRead(funnel, comparator), panelWidth, 10);
  for (const line of lines.slice(0, bottom - row + 1)) sheet.put(row++, panel, text(line, "panel"));
  return lists;
}

function howToRead({ comparison, points }: Funnel, comparator: string): string {
  const usual = comparison.betweenPracticeVariance > 0 ? "chance and the usual variation between practices explain" : "chance explains";
  const expected = Math.round(points.length * 0.05);
  const far = Math.round(points.length * 0.002);
  const exact =
    comparison.method === "exact" ? "The shape follows the exact reckoning, which may differ from the drawn line at its edge. " : "";
  return (
    `A practice between the dashed lines differs from ${comparator} no more than ${usual}. ` +
    `The funnel is wide at the left because small numbers vary more. ${exact}About ${expected} of ${points.length} would fall outside ` +
    `the dashed lines anyway, and ${far === 0 ? "none" : `about ${far}`} outside the solid ones. A dot outside is a question, not a judgement.`
  );
}
