import { keyQuestions, type KeyQuestion } from "../scorecard/model";
import { areaRef } from "./a1";
import type { Canvas } from "./canvas";
import { blank, formula, text } from "./cells";
import { dataCell } from "./names";
import type { PracticeFrame } from "./practiceFrame";
import { ageInWords } from "./practiceHead";
import { periodLabel } from "../reference/period";
import { serialOf } from "./serial";

const questions = Object.entries(keyQuestions) as [KeyQuestion, string][];
export const questionRows = questions.length;

/** CQC's five key questions with the date of each rating; returns where the ratings stand. */
export function layKeyQuestions(
  sheet: Canvas,
  { model, row: { keyQuestions: ratings, cqcOverall, cqcInherited }, columns, code }: PracticeFrame,
  top: number,
): string {
  const loaded = model.practices.some((practice) => Object.keys(practice.keyQuestions).length > 0);
  const unknown = loaded ? "not rated" : "–";
  const dateColumn = columns.interval + 1;
  questions.forEach(([question, words], k) => {
    const row = top + k;
    const rating = ratings[question];
    const period = dataCell("Period", code, `"${question}"`);
    for (let column = 0; column <= dateColumn; column++) sheet.put(row, column, blank("empty", "hair"));
    sheet.put(row, columns.name, text(words, "text", "hair"));
    sheet.put(
      row,
      columns.here,
      formula(`=IFERROR(${dataCell("Value", code, `"${question}"`)}&"","${unknown}")`, rating?.value ?? unknown, "text", "hair"),
    );
    sheet.put(
      row,
      dateColumn,
      formula(
        `=IFERROR(DATE(LEFT(${period},4),MID(${period},6,2),RIGHT(${period},2)),"")`,
        rating ? serialOf(rating.period) : "",
        "ratedOn",
        "hair",
      ),
    );
  });
  const some = Object.keys(ratings).length > 0;
  const oldest =
    Object.values(ratings)
      .map(({ period }) => period)
      .sort()[0] ?? model.builtOn;
  const note = !loaded
    ? "No ratings of the key questions are loaded: add CQC's latest ratings."
    : some
      ? `Month of each rating; the oldest was ${ageInWords(oldest, model.builtOn)} old on ${periodLabel(model.builtOn)}.${cqcInherited ? " The overall rating is inherited: given to the practice's previous registration." : ""}`
      : `CQC publishes no rating of the key questions under this code${cqcOverall ? "" : ", nor an overall one"}.`;
  sheet.put(top + questionRows, 0, text(note, "pageNote"));
  return areaRef(top, columns.here, top + questionRows - 1, columns.here);
}
