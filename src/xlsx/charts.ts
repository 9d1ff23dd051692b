import type { Worksheet } from "@cj-tech-master/excelts";
import {
  installChartSupport,
  type AddAxisOptions,
  type AddChartSeriesOptions,
  type ChartTextProperties,
} from "@cj-tech-master/excelts/chart";
import { parseArea } from "../sheet/a1";
import type { AxisPlan, ChartPlan, SeriesPlan } from "../sheet/plan";

const second = "4C6272";
const rule = "AEB7BD";
const grid = "E8EDEE";
const white = "FFFFFF";
/** The file gives a line's weight in English Metric Units. */
const unitsAPoint = 12700;
const hex = (colour: string): string => colour.slice(1);

/** Every flag is written, because Excel and LibreOffice take an absent one for different things. */
const noFlags = {
  showLegendKey: false,
  showVal: false,
  showCatName: false,
  showSerName: false,
  showPercent: false,
  showBubbleSize: false,
} as const;
const positions = { above: "t", below: "b", left: "l", right: "r" } as const;

const type = (size: number, colour: string, bold = false): ChartTextProperties => ({
  size: size * 100,
  bold,
  color: { srgb: colour },
  fontFamily: "Arial",
});

/** Adds a plan's charts to a sheet of the file, each with everything written that Excel would otherwise choose for itself. */
export function addCharts(sheet: Worksheet, charts: readonly ChartPlan[]): void {
  if (charts.length === 0) return;
  installChartSupport();
  for (const chart of charts) addChart(sheet, chart);
}

function addChart(sheet: Worksheet, plan: ChartPlan): void {
  const { left, top, right, bottom } = parseArea(plan.anchor);
  const refer = (ref: string) => `'${sheet.name.replaceAll("'", "''")}'!${ref.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  sheet.addChart(
    {
      type: plan.kind,
      ...(plan.kind === "scatter" ? { scatterStyle: "lineMarker" as const } : {}),
      title: null,
      showLegend: false,
      // Years without figures are stepped over by a line; a gap would show nothing of a practice with figures every other year.
      displayBlanksAs: plan.kind === "line" ? "span" : "gap",
      series: plan.series.map((series) => fileSeries(series, plan.kind, refer)),
      categoryAxis: fileAxis(plan.x),
      valueAxis: fileAxis(plan.y),
      plotAreaOptions: {
        layout: {
          manualLayout: {
            layoutTarget: "inner",
            xMode: "edge",
            yMode: "edge",
            x: plan.plotArea.left,
            y: plan.plotArea.top,
            w: plan.plotArea.width,
            h: plan.plotArea.height,
          },
        },
      },
    },
    { tl: { col: left, row: top }, br: { col: right + 1, row: bottom + 1 } },
  );
  const model = sheet.getCharts().at(-1)?.chartModel;
  if (!model) return;
  model.roundedCorners = false;
  model.txPr = type(9.5, second);
  model.spPr = { fill: { noFill: true }, line: { noFill: true } };
  for (const axis of model.chart.plotArea.axes) {
    const upright = axis.axPos === "l" || axis.axPos === "r";
    const { title } = upright ? plan.y : plan.x;
    if (title === undefined) continue;
    const properties = type(10, second);
    axis.title = {
      overlay: false,
      text: {
        bodyProperties: { rotation: upright ? -5_400_000 : 0 },
        paragraphs: [{ properties: { defaultRunProperties: properties }, runs: [{ text: title, properties }] }],
      },
    };
  }
}

function fileSeries(
  { name, nameCell, x, y, line, marker, label }: SeriesPlan,
  kind: ChartPlan["kind"],
  refer: (ref: string) => string,
): AddChartSeriesOptions {
  return {
    name: nameCell === undefined ? name : { formula: refer(nameCell) },
    ...(kind === "scatter" ? { xValues: refer(x) } : { categories: refer(x) }),
    values: refer(y),
    smooth: line?.smooth ?? false,
    spPr: {
      line: line
        ? {
            width: line.weight * unitsAPoint,
            color: { srgb: hex(line.colour) },
            dash: line.dash ? "dash" : "solid",
            cap: "rnd",
            join: "round",
          }
        : { noFill: true },
    },
    marker: marker
      ? {
          symbol: marker.shape,
          size: marker.size,
          fill: hex(marker.colour),
          border: marker.shape === "circle" ? white : hex(marker.colour),
        }
      : { symbol: "none" },
    ...(label
      ? {
          dataLabels: {
            ...noFlags,
            showSerName: true,
            position: positions[label.position],
            txPr: type(label.size, hex(label.colour), label.bold ?? false),
          },
        }
      : {}),
  };
}

function fileAxis({ scale, format, gridlines }: AxisPlan): AddAxisOptions {
  return {
    ...(scale ? { min: scale.minimum, max: scale.maximum, majorUnit: scale.unit } : {}),
    ...(format === undefined ? {} : { numFmt: format, numFmtLinked: false }),
    majorTickMark: "outside",
    minorTickMark: "none",
    tickLblPos: "low",
    txPr: type(9.5, second),
    lineColor: rule,
    lineWidth: 0.75,
    majorGridlines: gridlines,
    ...(gridlines ? { majorGridlinesStyle: { border: grid, borderWidth: 0.75 } } : {}),
  };
}
