import { gpGap, type UnderDoctoring } from "../scorecard/underDoctoring";
import { cellRef } from "./a1";
import { oneGp, smallList } from "./capacityTable";
import type { Canvas } from "./canvas";
import { formula, number, text } from "./cells";
import { chartFrame, fixed } from "./charts";
import type { BaseStyle } from "./styles";
import type { Cell } from "./plan";
import { breakLines } from "./textWidth";
import { listedName, type UnderDoctoringData } from "./underDoctoringData";

const dash = "–";

/**
 * Two cells to type in, a practice's code and another number of FTE GPs, and what would follow. Then how many practices are small.
 * @returns the last row used, counted from 0
 */
export function layWhatIf(sheet: Canvas, found: UnderDoctoring, data: UnderDoctoringData, top: number): number {
  const { panel, numbers, panelWidth } = chartFrame;
  const { reference } = found;
  const example = data.highest[0]!.practice;
  let row = top;
  const pair = (words: string, cell: Cell) => {
    sheet.put(row, panel, text(words, "listed", "hair"));
    sheet.put(row, numbers, cell);
    return fixed(cellRef(row++, numbers));
  };
  const heading = (words: string) => {
    sheet.put(row, panel, text(words, "panelHead", "blueBelow"));
    sheet.put(row++, numbers, text("", "panelHead", "blueBelow"));
  };
  const explain = (words: string) => {
    for (const line of breakLines(words, panelWidth, 10)) sheet.put(row++, panel, text(line, "panel"));
  };

  heading("What if");
  sheet.put(row, panel, text("Type in the two shaded cells.", "panel"));
  row++;
  const code = pair("Practice code", text(example.practice.code, "typedText"));
  const look = (which: Parameters<UnderDoctoringData["column"]>[0]) =>
    `INDEX(${data.column(which)},MATCH(${code},${data.column("code")},0))`;
  const looked = (which: Parameters<UnderDoctoringData["column"]>[0], value: number | null, style: BaseStyle) =>
    formula(`=IFERROR(${look(which)},"${dash}")`, value ?? dash, style, "hair");
  sheet.put(
    row,
    panel,
    formula(
      `=IFERROR(INDEX(${data.names},MATCH(${code},${data.column("code")},0)),"Enter a code from the table, like ${example.practice.code}")`,
      listedName(example),
      "listed",
      "bold",
    ),
  );
  row++;
  const list = pair("List size", looked("listSize", example.listSize, "listedCount"));
  pair("FTE GPs now", looked("fteGp", example.fteGp, "listedFte"));
  const typed = Math.round((example.fteGp! + 1) * 10) / 10;
  const fte = pair("FTE GPs instead", number(typed, "typedFte"));
  pair("Patients per FTE GP now", looked("ratio", example.patientsPerGp, "listedCount"));
  const isPossible = `AND(N(${list})>0,N(${fte})>0)`;
  const then = example.listSize! / typed;
  pair("Patients per FTE GP then", formula(`=IF(${isPossible},${list}/${fte},"${dash}")`, then, "listedCount", "bold", "hair"));
  pair(
    reference.name === "England" ? "England" : "The area",
    formula(`=${data.reference}`, reference.patientsPerGp, "listedCount", "hair"),
  );
  pair("Gap now, FTE GPs", looked("gap", example.gpGap, "listedGap"));
  pair(
    "Gap then, FTE GPs",
    formula(
      `=IF(${isPossible},ROUND(${list}/${data.reference}-${fte},1),"${dash}")`,
      gpGap(example.listSize!, typed, reference.patientsPerGp),
      "listedGap",
      "bold",
      "hair",
    ),
  );
  row++;
  explain(`Gap: list size ÷ ${reference.name}'s patients per FTE GP, less the FTE GPs there are; + is how many more it would take.`);
  row++;
  heading("Small practices");
  const small = (column: "fteGp" | "listSize", test: string) => `COUNTIFS(${data.column(column)},">0",${data.column(column)},"${test}")`;
  const count = (test: (practice: UnderDoctoring["practices"][number]) => boolean) => found.practices.filter(test).length;
  pair(
    "One FTE GP or fewer",
    formula(
      `=${small("fteGp", `<=${oneGp}`)}`,
      count(({ fteGp }) => fteGp !== null && fteGp > 0 && fteGp <= oneGp),
      "listedCount",
      "hair",
    ),
  );
  pair(
    "Fewer than 3,000 patients",
    formula(
      `=${small("listSize", `<${smallList}`)}`,
      count(({ listSize }) => listSize !== null && listSize > 0 && listSize < smallList),
      "listedCount",
      "hair",
    ),
  );
  explain(
    "Single-handed: one FTE GP or fewer. Small list: fewer than 3,000 patients. These are facts about resilience, not faults: a vacancy or an illness weighs more there.",
  );
  return row - 1;
}
