/**
 * Charts as an add-in asked for them: limits as lines with their own x values, marked points, names beside points. The grid's own scatter
 * has one set of x values and no lines, so its drawing is replaced, through its registry; charts that a person inserts stay the grid's.
 */
import { components, helpers, registries, type Model } from "@odoo/o-spreadsheet";
import { chartPicture, type ChartPicture, type PicturedSeries } from "../host/chartPicture";

const PIXELS_PER_POINT = 4 / 3;
const FONT = '"Arial", sans-serif';
const SECOND = "#4C6272";
const RULE = "#AEB7BD";
const CHART_GRID = "#E8EDEE";

/** What Chart.js and the plug-in below need of a chart; its own types are those of a library that the page finds as a global. */
interface LabelledDataset {
  readonly label: string;
  readonly name?: { readonly position: string; readonly colour: string; readonly font: string };
}

/** To be called once, before the grid is mounted. */
export function drawAddInCharts(): void {
  class AddInChart extends components.ChartJsComponent {
    private drawn: { readonly text: string; readonly runtime: object } | undefined;

    /** The same object as long as the same is to be drawn: the grid draws again when it is another. */
    override get chartRuntime(): never {
      const { model } = this.env as unknown as { readonly model: Model };
      const picture = chartPicture(model, this.props.chartId);
      if (picture === undefined || !/^(XYScatter|Line)/.test(picture.type)) return super.chartRuntime as never;
      const text = JSON.stringify(picture);
      if (this.drawn?.text !== text) this.drawn = { text, runtime: { chartJsConfig: chartConfiguration(picture), background: "#FFFFFF" } };
      return this.drawn.runtime as never;
    }
  }
  for (const type of ["scatter", "line"]) registries.chartComponentRegistry.replace(type, AddInChart as never);
}

/** A Chart.js configuration that shows what was asked for. */
export function chartConfiguration({ type, settings, series }: ChartPicture): object {
  const isLine = type.startsWith("Line");
  const title = settings["title.visible"] === false ? "" : text(settings["title.text"]);
  return {
    type: isLine ? "line" : "scatter",
    data: { ...(isLine ? { labels: series[0]?.x.map(String) ?? [] } : {}), datasets: series.map((each) => dataset(each, isLine)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 14, right: 56, bottom: 8, left: 8 } },
      scales: {
        x: { ...axis(settings, "categoryAxis"), type: isLine ? "category" : "linear" },
        y: axis(settings, "valueAxis"),
      },
      plugins: {
        title: { display: title !== "", text: title, color: "#003087", font: { family: FONT, size: 14, weight: "bold" } },
        legend: { display: settings["legend.visible"] !== false && series.length > 1 && text(settings["legend.position"]) !== "" },
        tooltip: { filter: ({ dataset: { pointRadius } }: { dataset: { pointRadius: number } }) => pointRadius > 0 },
      },
    },
    plugins: [seriesNames],
  };
}

function dataset({ name, type, settings, x, y }: PicturedSeries, isLine: boolean): object {
  const lineStyle = text(settings["format.line.lineStyle"]);
  const lineColour = text(settings["format.line.color"]);
  const hasLine = lineStyle !== "None" && (isLine || lineColour !== "" || /Lines|Smooth/.test(type));
  const shape = text(settings["markerStyle"]);
  const hasMarker = shape !== "None" && !/NoMarkers/.test(type) && !(isLine && type === "Line" && shape === "");
  const size = number(settings["markerSize"]) ?? 5;
  const fill = text(settings["markerBackgroundColor"]) || text(settings["format.fill.solid"]) || lineColour || "#768692";
  const labelled = settings["hasDataLabels"] === true || settings["dataLabels.showSeriesName"] === true;
  const labelFont = `${settings["dataLabels.format.font.bold"] === true ? "bold " : ""}${(number(settings["dataLabels.format.font.size"]) ?? 9.5) * PIXELS_PER_POINT}px ${FONT}`;
  const label = {
    position: text(settings["dataLabels.position"]) || "Right",
    colour: text(settings["dataLabels.format.font.color"]) || SECOND,
    font: labelFont,
  };
  return {
    label: name,
    data: isLine ? [...y] : y.map((up, i) => ({ x: typeof x[i] === "number" ? x[i] : Number.NaN, y: up ?? Number.NaN })),
    showLine: hasLine,
    spanGaps: false,
    borderColor: lineColour || SECOND,
    borderWidth: (number(settings["format.line.weight"]) ?? 1) * PIXELS_PER_POINT,
    borderDash: /Dash/.test(lineStyle) ? [6, 4] : [],
    ...(settings["smooth"] === true || /Smooth/.test(type) ? { cubicInterpolationMode: "monotone" } : {}),
    pointStyle: shape === "Triangle" ? "triangle" : shape === "Diamond" ? "rectRot" : "circle",
    pointRadius: hasMarker ? (size * PIXELS_PER_POINT) / 2 : 0,
    pointHoverRadius: hasMarker ? (size * PIXELS_PER_POINT) / 2 + 1 : 0,
    pointBackgroundColor: fill,
    pointBorderColor: text(settings["markerForegroundColor"]) || "#FFFFFF",
    pointBorderWidth: 1,
    clip: 12,
    ...(labelled && settings["dataLabels.showSeriesName"] !== false ? { name: label } : {}),
  };
}

function axis(settings: ChartPicture["settings"], which: "categoryAxis" | "valueAxis"): object {
  const setting = (path: string) => settings[`axes.${which}.${path}`];
  const [min, max, step] = [number(setting("minimum")), number(setting("maximum")), number(setting("majorUnit"))];
  const title = text(setting("title.text"));
  const format = text(setting("numberFormat"));
  const lines = setting("majorGridlines.visible") ?? which === "valueAxis";
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    title: { display: title !== "", text: title, color: SECOND, font: { family: FONT, size: 13 } },
    border: { color: RULE },
    grid: { drawOnChartArea: lines === true, color: CHART_GRID, tickColor: RULE },
    ticks: {
      color: SECOND,
      font: { family: FONT, size: 12 },
      ...(step === undefined ? {} : { stepSize: step }),
      ...(format === "" || format === "General" ? {} : { callback: (value: number | string) => formatted(value, format) }),
    },
  };
}

/** Writes a series' name beside its last point, where the add-in asked for it. */
const seriesNames = {
  id: "seriesNames",
  afterDatasetsDraw(chart: {
    readonly ctx: CanvasRenderingContext2D;
    readonly data: { readonly datasets: readonly LabelledDataset[] };
    getDatasetMeta(index: number): { readonly data: readonly { readonly x: number; readonly y: number; readonly skip?: boolean }[] };
  }): void {
    chart.data.datasets.forEach(({ label, name }, index) => {
      const point = chart
        .getDatasetMeta(index)
        .data.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
        .at(-1);
      if (name === undefined || point === undefined) return;
      const { ctx } = chart;
      const beside = name.position === "Left" || name.position === "Right";
      ctx.save();
      ctx.font = name.font;
      ctx.fillStyle = name.colour;
      ctx.textAlign = beside ? (name.position === "Left" ? "right" : "left") : "center";
      ctx.textBaseline = beside ? "middle" : name.position === "Bottom" ? "top" : "bottom";
      const [right, down] = [{ Left: -8, Right: 8 }[name.position] ?? 0, { Top: -7, Bottom: 7 }[name.position] ?? 0];
      ctx.fillText(label, point.x + right, point.y + down);
      ctx.restore();
    });
  },
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** British numbers; a format that the grid cannot draw leaves the number as it is. */
function formatted(value: number | string, format: string): string {
  const locale = {
    name: "English (UK)",
    code: "en_GB",
    thousandsSeparator: ",",
    decimalSeparator: ".",
    dateFormat: "dd/mm/yyyy",
    timeFormat: "hh:mm:ss",
    formulaArgSeparator: ",",
    weekStart: 1,
  };
  try {
    return helpers.formatValue(Number(value), { format, locale: locale as never });
  } catch {
    return String(value);
  }
}
