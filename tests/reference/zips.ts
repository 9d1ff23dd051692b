import { BlobWriter, configure, TextReader, Uint8ArrayReader, ZipWriter } from "@zip.js/zip.js/index-native.js";

configure({ useWebWorkers: false });

/** A zip archive with these entries, packed as a publisher would. */
export async function zipOf(
  entries: Readonly<Record<string, string | Uint8Array>>,
  options: { password?: string } = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter(), options);
  for (const [name, content] of Object.entries(entries))
    await writer.add(name, typeof content === "string" ? new TextReader(content) : new Uint8ArrayReader(content));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of an Excel workbook with one sheet, its cells given as XML. Cell style 1 is a date. */
export const xlsxOf = (sheet: string, rows: string, strings: readonly string[] = []): Promise<Uint8Array> =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook ${NAMESPACE} xmlns:r="r"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/styles.xml": `<styleSheet ${NAMESPACE}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${NAMESPACE}>${strings.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${NAMESPACE}><sheetData>${rows}</sheetData></worksheet>`,
  });

/** An OpenDocument spreadsheet; `tables` is what stands inside office:spreadsheet. */
export const odsOf = (tables: string): Promise<Uint8Array> =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<manifest/>",
    "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
