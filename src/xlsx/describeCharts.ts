import { BlobReader, BlobWriter, TextReader, TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js";
import type { ChartPlan, SheetPlan } from "../sheet/plan";

/**
 * Gives each chart of a written file its name and the sentence that stands for it when it is read aloud. The library that writes the file
 * has no word for either, so the drawings are opened once more.
 *
 * @param file an .xlsx whose sheets stand in the order of the plan, with their charts in the order of theirs
 */
export async function describeCharts(file: Uint8Array, sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  if (sheets.every((sheet) => (sheet.charts ?? []).length === 0)) return file;
  const entries = await new ZipReader(new Uint8ArrayReader(file)).getEntries();
  const textOf = async (name: string): Promise<string> => {
    const entry = entries.find(({ filename }) => filename === name);
    return entry === undefined || entry.directory ? "" : entry.getData(new TextWriter());
  };
  const described = new Map<string, string>();
  for (const [i, { charts = [] }] of sheets.entries()) {
    if (charts.length === 0) continue;
    const drawing = /drawings\/(drawing\d+\.xml)/.exec(await textOf(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`))?.[1];
    if (drawing === undefined) continue;
    described.set(`xl/drawings/${drawing}`, withDescriptions(await textOf(`xl/drawings/${drawing}`), charts));
  }
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const entry of entries) {
    if (entry.directory) continue;
    const text = described.get(entry.filename);
    const { lastModDate } = entry;
    await writer.add(entry.filename, text === undefined ? new BlobReader(await entry.getData(new BlobWriter())) : new TextReader(text), {
      lastModDate,
    });
  }
  return writer.close();
}

function withDescriptions(drawing: string, charts: readonly ChartPlan[]): string {
  let next = 0;
  return drawing.replace(/<xdr:cNvPr id="(\d+)" name="[^"]*"/g, (all, id: string) => {
    const chart = charts[next++];
    return chart ? `<xdr:cNvPr id="${id}" name="${escaped(chart.name)}" descr="${escaped(chart.alternativeText)}"` : all;
  });
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
