import type { UnderDoctoring } from "../scorecard/underDoctoring";
import { columnName } from "./a1";
import type { Canvas } from "./canvas";
import { formula, text } from "./cells";
import { chartFrame } from "./charts";
import type { Cell } from "./plan";
import { breakLines } from "./textWidth";
import { listedName, type UnderDoctoringData } from "./underDoctoringData";

const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");
/** "Far above" in the sentence that follows the association. */
const manyTimes = 5;

/** Beside the picture: the practices with most patients per GP, the association with its interval, and what a very high figure means. */
export function layUnderDoctoringPanel(sheet: Canvas, found: UnderDoctoring, data: UnderDoctoringData): void {
  const { panel, numbers } = chartFrame;
  let row: number = chartFrame.top;
  const line = (cell: Cell) => sheet.put(row++, panel, cell);
  const heading = (words: string) => {
    sheet.put(row, panel, text(words, "panelHead", "blueBelow"));
    sheet.put(row++, numbers, text("", "panelHead", "blueBelow"));
  };

  heading("Most patients per FTE GP");
  data.highest.forEach(({ practice }, k) => {
    const place = `$${columnName(data.listed.place)}$${data.listed.first + k + 1}`;
    sheet.put(row, panel, formula(`=IF(${place}=0,"",INDEX(${data.names},${place}))`, listedName(practice), "listed", "hair"));
    sheet.put(
      row++,
      numbers,
      formula(`=IF(${place}=0,"",INDEX(${data.column("ratio")},${place}))`, practice.patientsPerGp!, "listedCount", "hair"),
    );
  });
  row++;
  if (found.association && data.association) {
    heading("Association");
    for (const cell of associationLines(found.association, found.against, data.association)) line(cell);
    row++;
  }
  for (const cell of manyTimesLines(found, data)) line(cell);
  for (const words of breakLines(
    "A very high figure often means a vacancy, locums, or GPs who are paid through another practice.",
    chartFrame.panelWidth,
    10,
  ))
    line(text(words, "panel"));
}

function associationLines(
  { rho, lower, upper }: NonNullable<UnderDoctoring["association"]>,
  against: UnderDoctoring["against"],
  at: NonNullable<UnderDoctoringData["association"]>,
): Cell[] {
  const two = (cell: string) => `TEXT(${cell},"0.00")`;
  const subject = against === "deprivation" ? "more deprived practices" : "larger practices";
  const other = against === "deprivation" ? "deprivation" : "list size";
  const choose = (more: string, fewer: string, unclear: string) => ({
    source: `IF(${at.lower}>0,"${more}",IF(${at.upper}<0,"${fewer}","${unclear}"))`,
    value: lower > 0 ? more : upper < 0 ? fewer : unclear,
  });
  const opening = choose(subject, subject, "the interval holds 0,");
  const end = choose("tend to have more patients per GP.", "tend to have fewer patients per GP.", `so no link with ${other} is shown.`);
  return [
    formula(`="Spearman's rho "&${two(at.rho)}&" (95 % interval"`, `Spearman's rho ${rho.toFixed(2)} (95 % interval`, "panel"),
    formula(
      `=${two(at.lower)}&" to "&${two(at.upper)}&"): "&${opening.source}`,
      `${lower.toFixed(2)} to ${upper.toFixed(2)}): ${opening.value}`,
      "panel",
    ),
    formula(`=${end.source}`, end.value, "panel"),
  ];
}

function manyTimesLines({ practices, reference }: UnderDoctoring, data: UnderDoctoringData): Cell[] {
  const far = practices.filter(({ patientsPerGp }) => (patientsPerGp ?? 0) > manyTimes * reference.patientsPerGp);
  const limit = `${manyTimes}*${data.reference}`;
  const count = `COUNTIF(${data.column("ratio")},">"&${limit})`;
  const highest = `INDEX(${data.names},$${columnName(data.listed.place)}$${data.listed.first + 1})`;
  const who =
    far.length === 0
      ? "No practice has"
      : far.length === 1
        ? `${listedName(data.highest[0]!.practice)} has`
        : `${far.length} practices have`;
  return [
    formula(`=IF(${count}=0,"No practice has",IF(${count}=1,${highest}&" has",${count}&" practices have"))`, who, "panel"),
    formula(
      `="over five times ${reference.name}'s figure ("&TEXT(${limit},"#,##0")&")."`,
      `over five times ${reference.name}'s figure (${thousands(manyTimes * reference.patientsPerGp)}).`,
      "panel",
    ),
  ];
}
