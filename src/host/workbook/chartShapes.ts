import { readColour } from "./colours";
import type { Shape } from "./recorded";

/** The parts of a chart and what they are at first; members as in https://learn.microsoft.com/javascript/api/excel/excel.chart */
const font: Shape = {
  typeName: "ChartFont",
  values: { bold: false, color: "#595959", italic: false, name: "Calibri", size: 9, underline: "None" },
};

const line: Shape = {
  typeName: "ChartLineFormat",
  values: { color: "", lineStyle: "Continuous", weight: 0.75 },
  methods: { clear: (store, path) => store.set(`${path}.lineStyle`, "None") },
};

const border: Shape = {
  typeName: "ChartBorder",
  values: { color: "", lineStyle: "Continuous", weight: 0.75 },
  methods: { clear: (store, path) => store.set(`${path}.lineStyle`, "None") },
};

const fill: Shape = {
  typeName: "ChartFill",
  methods: {
    setSolidColor: (store, path, colour: string) => store.set(`${path}.solid`, readColour(colour)),
    clear: (store, path) => store.set(`${path}.solid`, ""),
    getSolidColor: (store, path) => store.get(`${path}.solid`) ?? "",
  },
};

const title: Shape = {
  typeName: "ChartTitle",
  values: {
    horizontalAlignment: "Center",
    left: 0,
    overlay: false,
    position: "Top",
    showShadow: false,
    text: "",
    textOrientation: 0,
    top: 0,
    visible: true,
  },
  parts: { format: { typeName: "ChartTitleFormat", parts: { border, fill, font } } },
  methods: { setFormula: (store, path, formula: string) => store.set(`${path}.formula`, formula) },
};

const axisTitle: Shape = {
  typeName: "ChartAxisTitle",
  values: { text: "", textOrientation: 0, visible: true },
  parts: { format: { typeName: "ChartAxisTitleFormat", parts: { border, fill, font } } },
  methods: { setFormula: (store, path, formula: string) => store.set(`${path}.formula`, formula) },
};

const gridlines = (visible: boolean): Shape => ({
  typeName: "ChartGridlines",
  values: { visible },
  parts: { format: { typeName: "ChartGridlinesFormat", parts: { line } } },
});

const axis = (major: boolean): Shape => ({
  typeName: "ChartAxis",
  values: {
    ...{ alignment: "Center", axisBetweenCategories: true, axisGroup: "Primary", baseTimeUnit: "Days", categoryType: "Automatic" },
    ...{ displayUnit: "None", linkNumberFormat: true, logBase: 10, majorTickMark: "Outside", majorUnit: "", maximum: "", minimum: "" },
    ...{ minorTickMark: "None", minorUnit: "", multiLevel: false, numberFormat: "General", offset: 100, position: "Automatic" },
    ...{ reversePlotOrder: false, scaleType: "Linear", showDisplayUnitLabel: true, textOrientation: 0, tickLabelPosition: "NextToAxis" },
    ...{ tickLabelSpacing: 1, tickMarkSpacing: 1, visible: true },
  },
  parts: {
    format: { typeName: "ChartAxisFormat", parts: { fill, font, line } },
    majorGridlines: gridlines(major),
    minorGridlines: gridlines(false),
    title: axisTitle,
  },
  methods: { setPositionAt: (store, path, value: number) => store.set(`${path}.positionAt`, value) },
});

const dataLabels: Shape = {
  typeName: "ChartDataLabels",
  values: {
    ...{
      autoText: true,
      horizontalAlignment: "Center",
      leaderLines: null,
      linkNumberFormat: true,
      numberFormat: "General",
      position: "Right",
    },
    ...{
      separator: ", ",
      showBubbleSize: false,
      showCategoryName: false,
      showLeaderLines: false,
      showLegendKey: false,
      showPercentage: false,
    },
    ...{ showSeriesName: false, showValue: true, textOrientation: 0, verticalAlignment: "Center" },
  },
  parts: { format: { typeName: "ChartDataLabelFormat", parts: { border, fill, font } } },
};

export const SERIES: Shape = {
  typeName: "ChartSeries",
  values: {
    ...{ axisGroup: "Primary", bubbleScale: 100, doughnutHoleSize: 50, explosion: 0, filtered: false, firstSliceAngle: 0, gapWidth: 219 },
    ...{
      hasDataLabels: false,
      invertColor: "",
      invertIfNegative: false,
      markerBackgroundColor: "",
      markerForegroundColor: "",
      markerSize: 5,
    },
    ...{ markerStyle: "Automatic", overlap: 0, plotOrder: 0, secondPlotSize: 75, showConnectorLines: true, showLeaderLines: false },
    ...{ showShadow: false, smooth: false, splitType: "SplitByPosition", splitValue: 2, varyByCategories: false },
  },
  parts: { dataLabels, format: { typeName: "ChartSeriesFormat", parts: { fill, line } } },
};

export const CHART: Shape = {
  typeName: "Chart",
  values: {
    ...{ categoryLabelLevel: 0, displayBlanksAs: "NotPlotted", plotBy: "Columns", plotVisibleOnly: true, seriesNameLevel: 0 },
    ...{ showAllFieldButtons: true, showDataLabelsOverMaximum: true, style: 2 },
  },
  parts: {
    axes: { typeName: "ChartAxes", parts: { categoryAxis: axis(false), seriesAxis: axis(false), valueAxis: axis(true) } },
    dataLabels,
    format: {
      typeName: "ChartAreaFormat",
      values: { colorScheme: "ColorfulPalette1", roundedCorners: false },
      parts: { border, fill, font },
    },
    legend: {
      typeName: "ChartLegend",
      values: { height: 0, left: 0, overlay: false, position: "Right", showShadow: false, top: 0, visible: true, width: 0 },
      parts: { format: { typeName: "ChartLegendFormat", parts: { border, fill, font } } },
    },
    plotArea: {
      typeName: "ChartPlotArea",
      values: { height: 0, insideHeight: 0, insideLeft: 0, insideTop: 0, insideWidth: 0, left: 0, position: "Automatic", top: 0, width: 0 },
      parts: { format: { typeName: "ChartPlotAreaFormat", parts: { border, fill } } },
    },
    title,
  },
};
