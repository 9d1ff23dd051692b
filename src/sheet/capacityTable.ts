import type { Capacity, UnderDoctoring } from "../scorecard/underDoctoring";
import type { Canvas } from "./canvas";
import { formula, text } from "./cells";
import { chartFrame, inColumn } from "./charts";
import { dataCell } from "./names";
import { fitting } from "./textWidth";
import { tableColumns, type UnderDoctoringData } from "./underDoctoringData";

/** A list below this is called small, and so many FTE GPs or fewer one: facts about resilience when someone leaves or falls ill. */
export const smallList = 3000;
export const oneGp = 1;

const dash = "–";
/** Pixels of the two columns that a name runs over. */
const nameWidth = 160;

/** Every practice with its patients, its GPs, and how many more it would take to have the reference's patients per GP. */
export function layPracticeTable(sheet: Canvas, { practices, reference }: UnderDoctoring, data: UnderDoctoringData, top: number): void {
  const at = tableColumns;
  for (let column = 0; column <= chartFrame.lastChartColumn; column++)
    sheet.put(top, column, text(column === 0 ? `Every practice: gap to ${reference.name} in FTE GPs` : "", "panelHead", "blueBelow"));
  const heads: readonly (readonly [number, string])[] = [
    [at.code, "Code"],
    [at.name, "Practice"],
    [at.listSize, "List size"],
    [at.fteGp, "FTE GPs"],
    [at.ratio, "Patients\nper FTE GP"],
    [at.gap, `Gap to\n${reference.name}`],
    [at.facts, "Resilience"],
  ];
  for (const [column, words] of heads)
    sheet.put(
      top + 1,
      column,
      text(words, column >= at.listSize && column <= at.gap ? "headRight" : column === at.facts ? "headIndented" : "headLeft"),
    );
  practices.forEach((practice, i) => layRow(sheet, practice, top + 2 + i, data));
}

function layRow(sheet: Canvas, practice: Capacity, row: number, data: UnderDoctoringData): void {
  const at = tableColumns;
  const cell = (which: keyof typeof at) => inColumn(row, at[which]);
  const { listSize, fteGp, patientsPerGp, gpGap } = practice;
  const look = (indicator: string) => `=IFERROR(${dataCell("Value", cell("code"), `"${indicator}"`)}+0,"${dash}")`;
  for (let column = 0; column <= chartFrame.lastChartColumn; column++) sheet.put(row, column, text("", "listed", "hair"));
  sheet.put(row, at.code, text(practice.practice.code, "code", "hair"));
  sheet.put(row, at.name, text(fitting(practice.practice.name, nameWidth, 10), "listed", "hair"));
  sheet.put(row, at.listSize, formula(look("list_size"), listSize ?? dash, "listedCount", "hair"));
  sheet.put(row, at.fteGp, formula(look("gp_fte"), fteGp ?? dash, "listedFte", "hair"));
  sheet.put(
    row,
    at.ratio,
    formula(
      `=IF(AND(N(${cell("listSize")})>0,N(${cell("fteGp")})>0),${cell("listSize")}/${cell("fteGp")},"${dash}")`,
      patientsPerGp ?? dash,
      "listedCount",
      "hair",
    ),
  );
  sheet.put(
    row,
    at.gap,
    formula(
      `=IF(ISNUMBER(${cell("ratio")}),ROUND(${cell("listSize")}/${data.reference}-${cell("fteGp")},1),"${dash}")`,
      gpGap ?? dash,
      "listedGap",
      "hair",
    ),
  );
  const single = fteGp !== null && fteGp > 0 && fteGp <= oneGp;
  const small = listSize !== null && listSize > 0 && listSize < smallList;
  const [singleTest, smallTest] = [
    `AND(N(${cell("fteGp")})>0,N(${cell("fteGp")})<=${oneGp})`,
    `AND(N(${cell("listSize")})>0,N(${cell("listSize")})<${smallList})`,
  ];
  sheet.put(
    row,
    at.facts,
    formula(
      `=IF(${singleTest},"single-handed","")&IF(AND(${singleTest},${smallTest}),", ","")&IF(${smallTest},"small list","")`,
      [single && "single-handed", small && "small list"].filter(Boolean).join(", "),
      "fact",
      "hair",
    ),
  );
}
