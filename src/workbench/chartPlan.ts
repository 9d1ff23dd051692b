/** A chart of the open workbook as a plan, so that it goes into the downloaded file too. */
import type { Model } from "@odoo/o-spreadsheet";
import { chartPicture, type CellArea, type ChartPicture, type PicturedSeries } from "../host/chartPicture";
import { areaRef } from "../sheet/a1";
import type { AxisPlan, ChartPlan, SeriesPlan } from "../sheet/plan";

const USUAL_PLOT = { left: 0.085, top: 0.05, width: 0.85, height: 0.8 };

/** The charts on a sheet that an add-in made with numbers from that very sheet; the file's writer knows no others. */
export function chartPlans(model: Model, sheetId: string): ChartPlan[] {
  return model.getters.getChartIds(sheetId).flatMap((chartId) => {
    const picture = chartPicture(model, chartId);
    const anchor = anchorOf(model, sheetId, chartId);
    if (picture === undefined || anchor === undefined || !/^(XYScatter|Line)/.test(picture.type)) return [];
    const series = picture.series.flatMap((each) => seriesPlan(each, sheetId));
    return series.length === picture.series.length ? [chartPlan(picture, anchor, series)] : [];
  });
}

function chartPlan({ name, type, settings }: ChartPicture, anchor: string, series: readonly SeriesPlan[]): ChartPlan {
  return {
    name,
    kind: type.startsWith("Line") ? "line" : "scatter",
    anchor,
    alternativeText: name,
    plotArea: USUAL_PLOT,
    x: axisPlan(settings, "categoryAxis"),
    y: axisPlan(settings, "valueAxis"),
    series,
  };
}

function axisPlan(settings: ChartPicture["settings"], which: "categoryAxis" | "valueAxis"): AxisPlan {
  const setting = (path: string) => settings[`axes.${which}.${path}`];
  const [minimum, maximum, unit] = [setting("minimum"), setting("maximum"), setting("majorUnit")];
  const scaled = typeof minimum === "number" && typeof maximum === "number" && typeof unit === "number";
  const [title, format] = [text(setting("title.text")), text(setting("numberFormat"))];
  return {
    gridlines: (setting("majorGridlines.visible") ?? which === "valueAxis") === true,
    ...(scaled ? { scale: { minimum, maximum, unit } } : {}),
    ...(title === "" ? {} : { title }),
    ...(format === "" ? {} : { format }),
  };
}

const SHAPES = { Circle: "circle", Triangle: "triangle", Diamond: "diamond" } as const;
const POSITIONS = { Top: "above", Bottom: "below", Left: "left", Right: "right" } as const;

function seriesPlan({ name, settings, xCells, yCells }: PicturedSeries, sheetId: string): SeriesPlan[] {
  const [x, y] = [localRef(xCells, sheetId), localRef(yCells, sheetId)];
  if (x === undefined || y === undefined) return [];
  const [lineColour, lineStyle] = [text(settings["format.line.color"]), text(settings["format.line.lineStyle"])];
  const shape = SHAPES[text(settings["markerStyle"]) as keyof typeof SHAPES];
  const position = POSITIONS[text(settings["dataLabels.position"]) as keyof typeof POSITIONS] ?? "right";
  return [
    {
      name,
      x,
      y,
      ...(lineColour === "" || lineStyle === "None"
        ? {}
        : {
            line: {
              colour: lineColour,
              weight: number(settings["format.line.weight"], 1),
              dash: lineStyle.includes("Dash"),
              smooth: settings["smooth"] === true,
            },
          }),
      ...(shape === undefined
        ? {}
        : { marker: { shape, size: number(settings["markerSize"], 5), colour: text(settings["markerBackgroundColor"]) || "#768692" } }),
      ...(settings["dataLabels.showSeriesName"] === true
        ? {
            label: {
              position,
              colour: text(settings["dataLabels.format.font.color"]) || "#4C6272",
              size: number(settings["dataLabels.format.font.size"], 9.5),
              bold: settings["dataLabels.format.font.bold"] === true,
            },
          }
        : {}),
    },
  ];
}

/** The cells that the chart lies on, from its corner and size in pixels. */
function anchorOf({ getters }: Model, sheetId: string, chartId: string): string | undefined {
  const figure = getters.getFigures(sheetId).find(({ id }) => id === getters.getFigureIdFromChartId(chartId));
  if (figure === undefined) return undefined;
  const last = (from: number, length: number, count: number, sizeOf: (index: number) => number): number => {
    let index = from;
    for (let rest = length - sizeOf(from); rest > 1 && index < count - 1; rest -= sizeOf(index)) index++;
    return index;
  };
  const { col, row, offset, width, height } = figure;
  const right = last(col, width + offset.x, getters.getNumberCols(sheetId), (index) => getters.getColSize(sheetId, index));
  const bottom = last(row, height + offset.y, getters.getNumberRows(sheetId), (index) => getters.getRowSize(sheetId, index));
  return areaRef(row, col, bottom, right);
}

const localRef = (area: CellArea | undefined, sheetId: string): string | undefined =>
  area?.sheetId === sheetId ? areaRef(area.zone.top, area.zone.left, area.zone.bottom, area.zone.right) : undefined;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);
