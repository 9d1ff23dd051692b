import { api, docs, onNewSheet, type Contract } from "../contract";

const DATA = [
  ["Patients", "GPs", "Limit"],
  [1000, 1, 2],
  [2000, 3, 4],
];

/** Charts: what is set on them reads back. */
export const charts: readonly Contract[] = [
  {
    id: "series-from-columns",
    rule: "charts",
    says: "by columns, the first column gives the x values and each other column a series named by its heading",
    source: docs("excel/excel-add-ins-charts"),
    expected: [
      ["GPs", "Limit"],
      [1, 3],
    ],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:C3").values = DATA;
        const chart = sheet.charts.add("XYScatter", sheet.getRange("A1:C3"), "Columns");
        chart.series.load("items/name");
        const values = chart.series.getItemAt(0).getDimensionValues("Values");
        await context.sync();
        return [chart.series.items.map(({ name }) => name), values.value.map(Number)];
      }),
  },
  {
    id: "series-with-own-x",
    rule: "charts",
    says: "a series can have x values of its own, which move with their cells",
    source: api("excel.chartseries#excel-excel-chartseries-setxaxisvalues-member(1)"),
    expected: [
      [1000, 2000],
      [1000, 2000],
    ],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:C3").values = DATA;
        const chart = sheet.charts.add("XYScatter", sheet.getRange("B2:B3"), "Columns");
        const series = chart.series.add("own");
        series.setValues(sheet.getRange("C2:C3"));
        series.setXAxisValues(sheet.getRange("A2:A3"));
        const before = series.getDimensionValues("XValues");
        await context.sync();
        sheet.getRange("1:1").insert("Down");
        const after = series.getDimensionValues("XValues");
        await context.sync();
        return [before.value.map(Number), after.value.map(Number)];
      }),
  },
  {
    id: "chart-settings-come-back",
    rule: "charts",
    says: "titles, axes, markers and labels read as they were set",
    source: docs("excel/excel-add-ins-charts"),
    expected: ["funnel", false, 0.25, "Patients", "Circle", 7, true, "Dash", false],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A1:C3").values = DATA;
        const chart = sheet.charts.add("XYScatter", sheet.getRange("A1:B3"), "Columns");
        chart.name = "funnel";
        chart.title.visible = false;
        chart.legend.visible = false;
        chart.axes.valueAxis.minimum = 0.25;
        chart.axes.categoryAxis.title.text = "Patients";
        const series = chart.series.getItemAt(0);
        series.markerStyle = "Circle";
        series.markerSize = 7;
        series.format.line.lineStyle = "Dash";
        series.hasDataLabels = true;
        series.dataLabels.showSeriesName = true;
        chart.load("name,title/visible,legend/visible,axes/valueAxis/minimum,axes/categoryAxis/title/text");
        series.load("markerStyle,markerSize,dataLabels/showSeriesName,format/line/lineStyle");
        await context.sync();
        return [
          chart.name,
          chart.title.visible,
          chart.axes.valueAxis.minimum as unknown,
          chart.axes.categoryAxis.title.text,
          series.markerStyle,
          series.markerSize,
          series.dataLabels.showSeriesName,
          series.format.line.lineStyle,
          chart.legend.visible,
        ];
      }),
  },
  {
    id: "chart-position",
    rule: "charts",
    says: "setPosition covers the cells from the first to the last",
    source: api("excel.chart#excel-excel-chart-setposition-member(1)"),
    expected: [96, 240],
    run: (excel) =>
      onNewSheet(excel, async (sheet, context) => {
        sheet.getRange("A:J").format.columnWidth = 48;
        sheet.getRange("A1:B2").values = [
          [1, 2],
          [3, 4],
        ];
        const chart = sheet.charts.add("Line", sheet.getRange("A1:B2"), "Columns");
        chart.setPosition("C3", "G9");
        chart.load("left,width");
        await context.sync();
        return [chart.left, chart.width];
      }),
  },
];
