/** Charts as the workbench draws them, and as they go into the file. */
import { readFileSync } from "node:fs";
import { TextWriter, Uint8ArrayReader, ZipReader, type FileEntry } from "@zip.js/zip.js";
import { workbenchForTests } from "../support/workbenchUser";

const user = workbenchForTests();

test("a funnel is drawn as asked for: each series over its own x values, limits as lines, practices as points, the named one named, and so it goes into the file", async () => {
  await user.open.pane.evaluate(async () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("M1:P3").values = [
        [100, 0.9, 300, 0.75],
        [400, 0.8, 700, 0.6],
        [900, 0.77, "", ""],
      ];
      const chart = sheet.charts.add("XYScatter", sheet.getRange("M1:N3"), "Columns");
      chart.setPosition("A1", "H20");
      chart.series.load({ name: true });
      await context.sync();
      const [limit] = chart.series.items;
      limit!.name = "95 % limit";
      limit!.markerStyle = "None";
      limit!.format.line.color = "#4C6272";
      limit!.format.line.lineStyle = "Dash";
      const practices = chart.series.add("Ash Lane");
      practices.setXAxisValues(sheet.getRange("O1:O2"));
      practices.setValues(sheet.getRange("P1:P2"));
      practices.format.line.lineStyle = "None";
      practices.markerStyle = "Triangle";
      practices.hasDataLabels = true;
      practices.dataLabels.showSeriesName = true;
      chart.axes.valueAxis.maximum = 1;
      chart.axes.valueAxis.numberFormat = "0%";
      await context.sync();
    }),
  );
  const drawn = await user.open.page.locator(".o-figure canvas").evaluate((canvas) => {
    type Drawn = {
      readonly data: {
        readonly datasets: readonly {
          label: string;
          data: unknown;
          showLine: boolean;
          pointRadius: number;
          pointStyle: string;
          name?: object;
        }[];
      };
      readonly scales: Readonly<Record<string, { readonly max: number; readonly ticks: readonly { readonly label: string }[] }>>;
    };
    const chart = (window as unknown as { Chart: { getChart(canvas: unknown): Drawn } }).Chart.getChart(canvas);
    return {
      series: chart.data.datasets.map(({ label, data, showLine, pointRadius, pointStyle, name }) => ({
        label,
        data,
        showLine,
        hasPoints: pointRadius > 0,
        pointStyle,
        named: name !== undefined,
      })),
      top: chart.scales["y"]!.ticks.at(-1)!.label,
    };
  });
  expect(drawn.top).toBe("100%");
  expect(drawn.series).toMatchObject([
    {
      label: "95 % limit",
      data: [
        { x: 100, y: 0.9 },
        { x: 400, y: 0.8 },
        { x: 900, y: 0.77 },
      ],
      showLine: true,
      hasPoints: false,
      named: false,
    },
    {
      label: "Ash Lane",
      data: [
        { x: 300, y: 0.75 },
        { x: 700, y: 0.6 },
      ],
      showLine: false,
      hasPoints: true,
      pointStyle: "triangle",
      named: true,
    },
  ]);

  const [download] = await Promise.all([
    user.open.page.waitForEvent("download"),
    user.open.page.getByRole("button", { name: "Download .xlsx" }).click(),
  ]);
  const entries = await new ZipReader(new Uint8ArrayReader(readFileSync(await download.path()))).getEntries();
  const chart = entries.find(({ filename }) => /^xl\/charts\/chart\d+\.xml$/.test(filename)) as FileEntry;
  const xml = await chart.getData(new TextWriter());
  const placesOf = (part: string) =>
    [...xml.matchAll(new RegExp(`<c:${part}>.*?<c:f>([^<]*)</c:f>`, "gs"))].map(([, place]) => place!.replaceAll("&apos;", "'"));
  expect([placesOf("xVal"), placesOf("yVal")]).toEqual([
    ["'Sheet1'!$M$1:$M$3", "'Sheet1'!$O$1:$O$2"],
    ["'Sheet1'!$N$1:$N$3", "'Sheet1'!$P$1:$P$2"],
  ]);
});
