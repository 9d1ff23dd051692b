import { parseArea } from "../sheet/a1";
import type { AxisPlan, ChartPlan, SeriesPlan, SheetPlan, WorkbookPlan } from "../sheet/plan";

/** One thing about how a chart looks. Excel for the web, for Windows and for Mac do not refuse the same ones. */
type Step = () => void;

const second = "#4C6272";
const rule = "#AEB7BD";
const grid = "#E8EDEE";
const white = "#FFFFFF";
const pointsPerPixel = 0.75;

const markers = { circle: "Circle", triangle: "Triangle", diamond: "Diamond" } as const;
const positions = { above: "Top", below: "Bottom", left: "Left", right: "Right" } as const;

/**
 * Draws the charts of a plan on sheets that are written already. A scorecard is complete without them: what Excel refuses about a chart's
 * looks is left as Excel has it, and a chart that it refuses altogether is named to the caller.
 *
 * @param sheetIds ids of the sheets by key
 * @returns names of the charts that could not be drawn
 */
export async function drawCharts(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  sheetIds: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const wanted = plan.sheets.flatMap((on) =>
    (on.charts ?? []).map((chart): WantedChart => ({ sheet: context.workbook.worksheets.getItem(sheetIds.get(on.key)!), on, plan: chart })),
  );
  const notDrawn: string[] = [];
  for (let from = 0; from < wanted.length; from += together) {
    const some = wanted.slice(from, from + together);
    if (await drawnTogether(context, some)) continue;
    for (const { sheet, plan: chart } of some) sheet.charts.getItemOrNullObject(chart.name).delete();
    await accepted(context);
    for (const one of some) if (!(await drawnAlone(context, one))) notDrawn.push(one.plan.name);
  }
  return notDrawn;
}

/** Charts in one request: as many as there are on a hundred pages are still far from what Excel for the web refuses. */
const together = 100;

interface WantedChart {
  readonly sheet: Excel.Worksheet;
  /** The plan of the sheet it stands on. */
  readonly on: SheetPlan;
  readonly plan: ChartPlan;
}

/** All of them in one round trip, as an Excel that refuses nothing takes them. @returns whether it did */
async function drawnTogether(context: Excel.RequestContext, wanted: readonly WantedChart[]): Promise<boolean> {
  const all = wanted.flatMap((one) => {
    const begun = begin(one);
    if (begun === null) return [];
    for (const step of stepsOf(one, begun)) step();
    return [{ on: one.on, drawn: begun.drawn }];
  });
  return (await accepted(context)) && followNames(context, all).then(() => true);
}

/** @returns whether the chart is there, with its numbers; what is refused about its looks is left as Excel has it */
async function drawnAlone(context: Excel.RequestContext, one: WantedChart): Promise<boolean> {
  const begun = begin(one);
  if (begun === null) return true;
  if (!(await accepted(context))) {
    one.sheet.charts.getItemOrNullObject(one.plan.name).delete();
    await accepted(context);
    return false;
  }
  await tryAll(context, stepsOf(one, begun));
  await followNames(context, [{ on: one.on, drawn: begun.drawn }]);
  return true;
}

interface Begun {
  readonly chart: Excel.Chart;
  readonly drawn: readonly Drawn[];
}

interface Drawn {
  readonly series: SeriesPlan;
  readonly target: Excel.ChartSeries;
}

/** Queues the chart with its numbers; null where it has none. */
function begin({ sheet, plan }: WantedChart): Begun | null {
  const [first, ...others] = plan.series;
  if (first === undefined) return null;
  const chart = sheet.charts.add(plan.kind === "scatter" ? "XYScatter" : "LineMarkers", sheet.getRange(first.y), "Columns");
  chart.name = plan.name;
  const [from, to] = plan.anchor.split(":");
  chart.setPosition(from!, to ?? from!);
  const drawn = [first, ...others].map((series, i) => {
    const target = i === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    target.name = series.name;
    target.setValues(sheet.getRange(series.y));
    target.setXAxisValues(sheet.getRange(series.x));
    return { series, target };
  });
  return { chart, drawn };
}

const stepsOf = ({ on, plan }: WantedChart, { chart, drawn }: Begun): Step[] => [
  ...frameSteps(chart, plan, on),
  ...axisSteps(chart.axes.categoryAxis, plan.x),
  ...axisSteps(chart.axes.valueAxis, plan.y),
  ...drawn.flatMap(({ series, target }) => seriesSteps(target, series)),
];

async function accepted(context: Excel.RequestContext): Promise<boolean> {
  return context.sync().then(
    () => true,
    () => false,
  );
}

/** All steps in one request; where it is refused, each in one of its own, so that one refusal costs one step. */
async function tryAll(context: Excel.RequestContext, steps: readonly Step[]): Promise<void> {
  for (const step of steps) step();
  if (await accepted(context)) return;
  for (const step of steps) {
    step();
    await accepted(context);
  }
}

function frameSteps(chart: Excel.Chart, { plotArea, anchor, kind }: ChartPlan, on: SheetPlan): Step[] {
  const { width, height } = sizeOf(on, anchor);
  return [
    () => (chart.title.visible = false),
    () => (chart.legend.visible = false),
    () => chart.format.fill.clear(),
    () => (chart.format.border.lineStyle = "None"),
    () => (chart.format.roundedCorners = false),
    // As in the file: a line steps over years without figures.
    () => (chart.displayBlanksAs = kind === "line" ? "Interplotted" : "NotPlotted"),
    () => write(chart.format.font, 9.5, second),
    () => {
      chart.plotArea.insideLeft = width * plotArea.left;
      chart.plotArea.insideTop = height * plotArea.top;
      chart.plotArea.insideWidth = width * plotArea.width;
      chart.plotArea.insideHeight = height * plotArea.height;
    },
  ];
}

/** Points that the chart's cells measure; what Excel itself says would cost another round trip. */
function sizeOf(on: SheetPlan, anchor: string): { width: number; height: number } {
  const { left, right, top, bottom } = parseArea(anchor);
  const width = on.columnWidths.slice(left, right + 1).reduce((sum, pixels) => sum + pixels * pointsPerPixel, 0);
  const rows = Array.from({ length: bottom - top + 1 }, (_, i) => on.rowHeights[top + i] ?? on.defaultRowHeight);
  return { width, height: rows.reduce((sum, points) => sum + points, 0) };
}

function write(font: Excel.ChartFont, size: number, colour: string, bold = false): void {
  font.name = "Arial";
  font.size = size;
  font.color = colour;
  font.bold = bold;
}

function axisSteps(axis: Excel.ChartAxis, { title, scale, format, gridlines }: AxisPlan): Step[] {
  return [
    ...(scale
      ? [
          () => {
            axis.minimum = scale.minimum;
            axis.maximum = scale.maximum;
            axis.majorUnit = scale.unit;
          },
        ]
      : []),
    ...(format === undefined ? [] : [() => (axis.numberFormat = format)]),
    () => (axis.majorTickMark = "Outside"),
    () => (axis.tickLabelPosition = "Low"),
    () => {
      axis.format.line.color = rule;
      axis.format.line.weight = 0.75;
    },
    () => write(axis.format.font, 9.5, second),
    () => (axis.majorGridlines.visible = gridlines),
    ...(gridlines
      ? [
          () => {
            axis.majorGridlines.format.line.color = grid;
            axis.majorGridlines.format.line.weight = 0.75;
          },
        ]
      : []),
    () => (axis.title.visible = title !== undefined),
    ...(title === undefined
      ? []
      : [
          () => {
            axis.title.text = title;
            write(axis.title.format.font, 10, second);
          },
        ]),
  ];
}

function seriesSteps(target: Excel.ChartSeries, { line, marker, label }: SeriesPlan): Step[] {
  return [
    () => (target.smooth = line?.smooth ?? false),
    line
      ? () => {
          target.format.line.color = line.colour;
          target.format.line.weight = line.weight;
          target.format.line.lineStyle = line.dash ? "Dash" : "Continuous";
        }
      : () => (target.format.line.lineStyle = "None"),
    marker
      ? () => {
          target.markerStyle = markers[marker.shape];
          target.markerSize = marker.size;
          target.markerBackgroundColor = marker.colour;
          target.markerForegroundColor = marker.shape === "circle" ? white : marker.colour;
        }
      : () => (target.markerStyle = "None"),
    ...(label ? [() => nameSeries(target, label)] : []),
  ];
}

/** Every flag is set, because Excel shows the value of a label that was only switched on. */
function nameSeries(target: Excel.ChartSeries, { position, size, colour, bold }: NonNullable<SeriesPlan["label"]>): void {
  target.hasDataLabels = true;
  const labels = target.dataLabels;
  labels.showSeriesName = true;
  labels.showValue = false;
  labels.showCategoryName = false;
  labels.showLegendKey = false;
  labels.showPercentage = false;
  labels.showBubbleSize = false;
  labels.position = positions[position];
  write(labels.format.font, size, colour, bold ?? false);
}

/**
 * Names that may change follow their cell. Whether a host takes a reference for a name is not documented: one that shows it as text is given
 * the name of today instead.
 */
async function followNames(
  context: Excel.RequestContext,
  charts: readonly { readonly on: SheetPlan; readonly drawn: readonly Drawn[] }[],
): Promise<void> {
  const following = charts.flatMap(({ on, drawn }) =>
    drawn.flatMap(({ series, target }) => (series.nameCell === undefined ? [] : [{ on, series, target, nameCell: series.nameCell }])),
  );
  if (following.length === 0) return;
  for (const { on, nameCell, target } of following) {
    target.name = `='${on.name.replaceAll("'", "''")}'!${nameCell.replace(/([A-Z]+)(\d+)/, "$$$1$$$2")}`;
    target.load({ name: true });
  }
  const wasAccepted = await accepted(context);
  for (const { series, target } of following) if (!wasAccepted || target.name.startsWith("=")) target.name = series.name;
  await accepted(context);
}
