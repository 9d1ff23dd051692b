import type { UnderDoctoring } from "../scorecard/underDoctoring";
import { cellRef } from "./a1";
import { chartAnchor, chartColour, down, nameAt, plotSize } from "./charts";
import { placeLabels } from "./labels";
import type { ChartPlan, SeriesPlan } from "./plan";
import type { UnderDoctoringData } from "./underDoctoringData";

const plotArea = { left: 0.09, top: 0.03, width: 0.88, height: 0.85 };
const dot = { shape: "circle", size: 8, colour: chartColour.blue } as const;
const thousands = (value: number): string => Math.round(value).toLocaleString("en-GB");

/** All practices in one colour, because nothing is tested here; the reference as a line; the few that stand apart by name. */
export function underDoctoringChart(found: UnderDoctoring, data: UnderDoctoringData, rowHeight: number, finding: string): ChartPlan {
  const { points, line, listed, highest, scale } = data;
  const { reference, against, practices } = found;
  const x = (practice: (typeof practices)[number]) => (against === "deprivation" ? practice.deprivation : practice.listSize) ?? 0;
  const apart = highest.filter(({ isApart }) => isApart);
  const places = placeLabels(
    apart.map(({ practice, short }) => ({
      text: short,
      x: x(practice),
      y: practice.patientsPerGp!,
      positions: ["right", "left", "above", "below"],
    })),
    practices
      .filter((practice) => practice.patientsPerGp !== null && x(practice) > 0 && !apart.some((each) => each.practice === practice))
      .map((practice) => ({ x: x(practice), y: practice.patientsPerGp! })),
    { ...plotSize(plotArea, rowHeight), ...scale },
    10,
  );
  const named = highest.map(({ short, isApart }, k): SeriesPlan => {
    const row = listed.first + k;
    return {
      name: short,
      nameCell: cellRef(row, listed.label),
      x: cellRef(row, listed.x),
      y: cellRef(row, listed.y),
      marker: dot,
      label: {
        position: (isApart ? places[apart.indexOf(highest[k]!)] : undefined) ?? "right",
        colour: chartColour.ink,
        size: 10,
        bold: true,
      },
    };
  });
  const names = apart.map(({ practice }) => `${practice.practice.name} (${thousands(practice.patientsPerGp!)})`).join(", ");
  const what = against === "deprivation" ? "deprivation" : "list size";
  return {
    name: "Patients per FTE GP",
    kind: "scatter",
    anchor: chartAnchor,
    alternativeText: `Patients per FTE GP of ${data.withBoth.value} practices against ${what}. ${finding} (${thousands(reference.patientsPerGp)})${names ? `; standing apart: ${names}` : ""}.`,
    plotArea,
    x: {
      title: against === "deprivation" ? "Deprivation score of the practice's patients; more deprived to the right" : "Registered patients",
      scale: scale.x,
      format: "#,##0",
      gridlines: false,
    },
    y: { title: "Patients per FTE GP", scale: scale.y, format: "#,##0", gridlines: true },
    series: [
      {
        name: reference.name,
        x: down(line.x, line.first, line.last),
        y: down(line.y, line.first, line.last),
        line: { colour: chartColour.second, weight: 2 },
      },
      {
        name: "Practices",
        x: down(points.x, points.first, points.last),
        y: down(points.y, points.first, points.last),
        marker: dot,
      },
      ...named,
      nameAt(
        `${reference.name === "England" ? "England" : "Area"} ${thousands(reference.patientsPerGp)}`,
        line.first + 1,
        [line.x, line.y],
        "below",
        true,
      ),
    ],
  };
}
