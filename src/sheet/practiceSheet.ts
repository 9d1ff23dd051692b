import type { ScorecardModel } from "../scorecard/model";
import { areaRef } from "./a1";
import { canvas, type Canvas } from "./canvas";
import { blank, text } from "./cells";
import { footerOf } from "./dataSheet";
import type { SheetPlan } from "./plan";
import { practiceColours } from "./practiceColours";
import { commentHeading, commentRows } from "./practiceComment";
import { areaInWords, practiceFrame, type PracticeFrame } from "./practiceFrame";
import { layTiles, layTitle } from "./practiceHead";
import { layIndicators, type IndicatorRows } from "./practiceIndicators";
import { layOpportunities, opportunityRows } from "./practiceOpportunities";
import { layKeyQuestions, questionRows } from "./practiceQuality";
import { layTrend } from "./practiceTrend";
import { colour } from "./styles";
import { breakLines } from "./textWidth";

const margin = 0.5;
/** A4 between its margins, and the footer's line. */
const paper = { width: (8.27 - 2 * margin) * 72, height: (11.69 - 2 * margin) * 72 - 14 };

/** Heights in points, of rows that are alike. */
const heights = { section: 24, heads: 30, group: 22, indicator: 18.5, opportunity: 22, question: 23, note: 13 } as const;
const least = { group: 18, indicator: 14.5, comment: 20 } as const;
const most = { comment: 36, stretch: 1.15 } as const;

/**
 * The page that goes along when a practice is visited: one A4 sheet that a person without the add-in can read, recalculate and write on.
 * null for a practice that is not on the scorecard.
 *
 * @param written what the practice wrote into the comment box of an earlier page
 */
export function layOutPractice(model: ScorecardModel, code: string, name: string, written = ""): SheetPlan | null {
  const index = model.practices.findIndex(({ practice }) => practice.code === code);
  if (index < 0) return null;
  const frame = practiceFrame(model, index);
  const sheet = canvas();
  const rowHeights: Record<number, number> = { 0: 30, 1: 17, 2: 24, 3: 15, 4: 26, 5: 15, 6: 4, 7: heights.section, 8: heights.heads };
  layTitle(sheet, frame);
  layTiles(sheet, frame, 3);
  section(sheet, frame, 7, "Indicator by indicator");
  const rows = layIndicators(sheet, frame, 8);

  const opportunities = rows.last + 1;
  section(sheet, frame, opportunities, "Three largest opportunities");
  layOpportunities(sheet, frame, rows, opportunities + 1);

  const quality = opportunities + opportunityRows + 1;
  const left = frame.columns.interval + 3;
  section(sheet, frame, quality, "CQC: five key questions", left - 2);
  const ratings = layKeyQuestions(sheet, frame, quality + 1);
  const { chart } = layTrend(sheet, frame, { top: quality, rows: questionRows, left });

  const comment = quality + questionRows + 3;
  section(sheet, frame, comment, commentHeading);
  layComment(sheet, frame, comment + 1, written);
  const notes = comment + commentRows + 2;
  const lines = noteLines(frame);
  lines.forEach((line, k) => sheet.put(notes + k, 0, text(line, "pageNote")));

  Object.assign(rowHeights, { [opportunities]: heights.section, [quality]: heights.section, [comment]: heights.section, [notes - 1]: 6 });
  for (let k = 1; k <= opportunityRows; k++) rowHeights[opportunities + k] = heights.opportunity;
  for (let k = 1; k <= questionRows; k++) rowHeights[quality + k] = heights.question;
  Object.assign(rowHeights, { [comment - 2]: 17, [comment - 1]: 8 });
  lines.forEach((_, k) => (rowHeights[notes + k] = heights.note));
  fitOnePage(rowHeights, rows, comment, frame);

  return {
    key: `practice:${code}`,
    name,
    rows: sheet.rows(),
    columnWidths: frame.widths,
    rowHeights,
    defaultRowHeight: 16,
    merges: [areaRef(comment + 1, 0, comment + commentRows, frame.last)],
    freeze: { rows: 0, columns: 0 },
    gridlines: false,
    tabColour: colour.rule,
    zoom: 100,
    tables: [],
    conditionalFormats: practiceColours(frame, rows, ratings),
    charts: chart === null ? [] : [chart],
    print: {
      paper: "A4",
      orientation: "portrait",
      area: areaRef(0, 0, notes + lines.length - 1, frame.last),
      fitWide: 1,
      fitTall: 1,
      margins: { left: margin, right: margin, top: margin, bottom: margin },
      footer: { ...footerOf(model), centre: "" },
    },
  };
}

function section(sheet: Canvas, { last }: PracticeFrame, row: number, heading: string, until = last): void {
  for (let column = 0; column <= until; column++) sheet.put(row, column, blank("section", "blueBelow"));
  sheet.put(row, 0, text(heading, "section", "blueBelow"));
}

/** The one merged area of the page, to be written in. */
function layComment(sheet: Canvas, { last }: PracticeFrame, top: number, written: string): void {
  for (let row = top; row < top + commentRows; row++)
    for (let column = 0; column <= last; column++) {
      const edges = [row === top + commentRows - 1 && "ruleBelow", column === 0 && "left", column === last && "right"] as const;
      sheet.put(
        row,
        column,
        row === top && column === 0 && written !== "" ? text(written, "comment", ...edges) : blank("comment", ...edges),
      );
    }
}

function noteLines({ model, columns, width }: PracticeFrame): string[] {
  const judged = model.groups.some((group) => group.indicators.some(({ comparison }) => comparison !== null));
  const words = [
    judged
      ? `The dot shows how far the practice is from ${model.comparator} in units of chance, so small and large practices compare. Dark grey: within the 95 % limits; light grey: within 99.8 %. About one mark in 20 arises by chance. A mark is a question, not a judgement.`
      : `${model.comparator} is not in the files that were loaded: values are shown, not judged.`,
    `Best quarter: what a quarter of the practices of ${areaInWords(model)} reach.${
      columns.excepted === null
        ? ""
        : " Here is net of personalised care adjustments, as QOF publishes it; all patients adds those patients back; excepted is their share."
    } Sources: sheet Methods.`,
  ];
  return words.flatMap((each) => breakLines(each, width * 0.92, 9));
}

/** Shares out the page: the comment box gives way first, then the rows of the indicators; where there is room to spare, these take it. */
function fitOnePage(rowHeights: Record<number, number>, rows: IndicatorRows, comment: number, { width }: PracticeFrame): void {
  const room = (paper.height / paper.width) * width * 0.75;
  const others = Object.values(rowHeights).reduce((sum, height) => sum + height, 0);
  const wanted = rows.groups.length * heights.group + rows.indicators.length * heights.indicator;
  const box = Math.min(most.comment, Math.max(least.comment, Math.floor((room - others - wanted) / commentRows)));
  const left = room - others - box * commentRows;
  const shrink = Math.min(most.stretch, left / wanted);
  for (const row of rows.groups) rowHeights[row] = Math.max(least.group, Math.floor(heights.group * shrink * 2) / 2);
  for (const { row } of rows.indicators) rowHeights[row] = Math.max(least.indicator, Math.floor(heights.indicator * shrink * 2) / 2);
  for (let k = 1; k <= commentRows; k++) rowHeights[comment + k] = box;
}
