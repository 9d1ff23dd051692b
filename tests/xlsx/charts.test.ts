import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { illustrativeArea } from "../../src/reference/illustrative";
import { buildScorecard } from "../../src/scorecard/build";
import { longTermConditions as spec } from "../../src/scorecard/presets/longTermConditions";
import { funnelSheet, layOutWorkbook, underDoctoringSheet, withSheets } from "../../src/sheet/layout";
import { writeWorkbook } from "../../src/xlsx/writeWorkbook";
import { readXlsx } from "../support/readXlsx";

const model = buildScorecard(illustrativeArea(), { spec, builtOn: "2026-11-22" });
const plan = layOutWorkbook(model, withSheets([funnelSheet("HYP008"), underDoctoringSheet]));
const charts = plan.sheets.flatMap((sheet) => (sheet.charts ?? []).map((chart) => ({ sheet: sheet.name, chart })));
let bytes: Uint8Array;
let parts: Map<string, string>;

beforeAll(async () => {
  bytes = await writeWorkbook(plan);
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  parts = new Map();
  for (const entry of entries) if (!entry.directory) parts.set(entry.filename, await entry.getData(new TextWriter()));
});

const part = (name: string): string => parts.get(name) ?? "";
const all = (xml: string, element: string): string[] => xml.match(new RegExp(`<c:${element}>.*?</c:${element}>`, "gs")) ?? [];

describe.each([1, 2])("chart %i in the file", (number) => {
  const xml = () => part(`xl/charts/chart${number}.xml`);

  it("has no title, no legend and no round corners, said outright", () => {
    expect(xml()).toContain('<c:roundedCorners val="0"/>');
    expect(xml()).toContain('<c:autoTitleDeleted val="1"/>');
    expect(xml()).not.toContain("<c:legend>");
  });

  it("has each series of the plan, over its own cells, with smoothing said outright", () => {
    const series = all(xml(), "ser");
    const { sheet, chart } = charts[number - 1]!;
    expect(series).toHaveLength(chart.series.length);
    series.forEach((written, i) => {
      const { x, y, nameCell, line, marker } = chart.series[i]!;
      const refs = [...written.matchAll(/<c:f>(.*?)<\/c:f>/g)].map((match) => match[1]!.replaceAll("$", "").replaceAll("&apos;", "'"));
      expect(refs).toEqual([...(nameCell === undefined ? [] : [nameCell]), x, y].map((ref) => `'${sheet}'!${ref}`));
      expect(written).toContain(`<c:smooth val="${line?.smooth ? 1 : 0}"/>`);
      expect(written).toContain(`<c:symbol val="${marker?.shape ?? "none"}"/>`);
      expect(written.includes('<a:prstDash val="dash"/>')).toBe(line?.dash === true);
    });
  });

  it("switches every flag of every label on or off, and only the series' name on", () => {
    const labels = all(xml(), "dLbls");
    expect(labels).toHaveLength(charts[number - 1]!.chart.series.filter(({ label }) => label).length);
    for (const label of labels) {
      for (const flag of ["LegendKey", "Val", "CatName", "Percent", "BubbleSize"]) expect(label).toContain(`<c:show${flag} val="0"/>`);
      expect(label).toContain('<c:showSerName val="1"/>');
    }
  });

  it("has the plan's scales", () => {
    const { x, y } = charts[number - 1]!.chart;
    const axes = all(xml(), "valAx");
    [x, y].forEach(({ scale }, i) => {
      expect(axes[i]).toContain(`<c:min val="${scale!.minimum}"/>`);
      expect(axes[i]).toContain(`<c:max val="${scale!.maximum}"/>`);
      expect(axes[i]).toContain(`<c:majorUnit val="${scale!.unit}"/>`);
    });
  });

  it("stands for itself in a sentence", () => {
    const { chart } = charts[number - 1]!;
    const sentence = /<xdr:cNvPr[^>]* descr="([^"]*)"/.exec(part(`xl/drawings/drawing${number}.xml`))?.[1];
    expect(sentence?.replaceAll("&apos;", "'").replaceAll("&amp;", "&")).toBe(chart.alternativeText);
  });
});

it("keeps a value that is not drawn as an error, not as text", () => {
  const sheet = part("xl/worksheets/sheet2.xml");
  expect(sheet).toMatch(/<c [^>]*t="e"[^>]*><f>IF\([^<]*NA\(\)\)<\/f><v>#N\/A<\/v>/);
  expect(sheet).not.toMatch(/t="str"[^>]*><f>[^<]*<\/f><v>#N\/A/);
});

it("is still a workbook that can be read back", async () => {
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["Scorecard", "Funnel HYP008", "Under-doctoring", "Data", "Methods"]);
  expect(sheets[1]!.cells.get("A1")!.value).toBe(plan.sheets[1]!.rows[0]![0]!.value);
});
