import { periodLabel } from "../reference/period";
import type { ScorecardModel } from "../scorecard/model";
import type { UnderDoctoring } from "../scorecard/underDoctoring";
import { canvas } from "./canvas";
import { formula, text } from "./cells";
import { chartFrame, chartPrint } from "./charts";
import { layPracticeTable } from "./capacityTable";
import { underDoctoringChart } from "./underDoctoringChart";
import { layUnderDoctoringData } from "./underDoctoringData";
import { layUnderDoctoringPanel } from "./underDoctoringPanel";
import type { SheetPlan } from "./plan";
import { colour } from "./styles";
import { layWhatIf } from "./whatIf";

/** Row heights in points: the first page ends below the picture, because a gap as high as the table's heading does not fit any more. */
const heights = { picture: 18, heading: 40, head: 30, row: 13.5 } as const;

/** Patients per full-time-equivalent GP: a picture, who stands apart, what every practice lacks against England, and what if. */
export function layOutUnderDoctoring(model: ScorecardModel, found: UnderDoctoring, name: string): SheetPlan {
  const sheet = canvas();
  const tableTop = chartFrame.bottom + 1;
  const first = tableTop + 2;
  const last = first + found.practices.length - 1;
  const data = layUnderDoctoringData(sheet, found, { first, last });
  const above = found.practices.filter(({ patientsPerGp }) => (patientsPerGp ?? 0) > found.reference.patientsPerGp).length;
  const finding = `${above} of ${data.withBoth.value} practices ${above === 1 ? "has" : "have"} more patients per FTE GP than ${found.reference.name}`;
  sheet.put(
    0,
    0,
    formula(
      `=${data.above}&" of "&${data.withBoth.formula}&" practices "&IF(${data.above}=1,"has","have")&" more patients per FTE GP than ${found.reference.name}"`,
      finding,
      "finding",
      "thickAbove",
    ),
  );
  for (let column = 1; column <= chartFrame.numbers; column++) sheet.put(0, column, { value: null, style: "empty+thickAbove" });
  sheet.put(1, 0, text(`FTE GPs are full-time-equivalent and fully qualified; 37.5 hours a week is one. ${sourcesOf(model)}`, "panel"));
  if (model.illustrative) sheet.put(2, 0, text("Illustrative data: made-up practices", "notice"));
  layUnderDoctoringPanel(sheet, found, data);
  layPracticeTable(sheet, found, data, tableTop);
  const panelEnd = layWhatIf(sheet, found, data, tableTop);
  return {
    key: "under-doctoring",
    name,
    rows: sheet.rows(),
    columnWidths: [...chartFrame.widths, ...data.widths],
    rowHeights: {
      ...chartFrame.heights,
      ...Object.fromEntries(Array.from({ length: tableTop - chartFrame.top }, (_, i) => [chartFrame.top + i, heights.picture])),
      [tableTop]: heights.heading,
      [tableTop + 1]: heights.head,
      ...Object.fromEntries(found.practices.map((_, i) => [first + i, heights.row])),
    },
    defaultRowHeight: heights.row,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    gridlines: false,
    tabColour: colour.rule,
    zoom: 100,
    tables: [],
    conditionalFormats: [],
    charts: [underDoctoringChart(found, data, heights.picture, finding)],
    print: chartPrint(model, Math.max(last, panelEnd), 0),
  };
}

const sourcesOf = ({ practices }: ScorecardModel): string => {
  const of = (what: string, periods: readonly (string | undefined)[]) => {
    const found = [...new Set(periods.flatMap((period) => period ?? []))].sort();
    return found.length === 0
      ? []
      : [`${what} ${found.length === 1 ? periodLabel(found[0]!) : `${periodLabel(found[0]!)} to ${periodLabel(found.at(-1)!)}`}`];
  };
  const parts = [
    ...of(
      "Workforce",
      practices.map(({ fteGp }) => fteGp?.period),
    ),
    ...of(
      "list sizes",
      practices.map(({ listSize }) => listSize?.period),
    ),
    ...of(
      "deprivation",
      practices.map(({ deprivation }) => deprivation?.period),
    ),
  ];
  return `${parts.join("; ")}.`;
};
