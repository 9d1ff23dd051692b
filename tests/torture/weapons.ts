/** Files made to do harm: to fill a memory or a disk, or to keep a reader busy for ever. Each small to send, and each with what has to be said of it. */
import { fromBlob, type FileSource } from "../../src/reference/fileSource";
import { odsOf, xlsxOf, zipOf } from "../reference/zips";

export interface Weapon {
  readonly name: string;
  /** Takes a while to make: only at full size. */
  readonly slow?: true;
  /** What a person is told. */
  readonly says: RegExp;
  readonly make: () => Promise<FileSource> | FileSource;
}

const encoder = new TextEncoder();
const headings = "PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE\n";
const file = (name: string, bytes: Uint8Array | string): FileSource => fromBlob(name, new Blob([bytes as BlobPart]));

/** Bytes without end, a piece at a time; `bytesGiven` counts how much was asked for before the reader had enough. */
export interface Endless extends FileSource {
  readonly bytesGiven: () => number;
}
function endless(name: string, start: string, piece: (i: number) => string): Endless {
  let bytes = 0;
  return {
    name,
    size: 0,
    bytesGiven: () => bytes,
    open: () => {
      let i = -1;
      return new ReadableStream<Uint8Array>({
        pull(out) {
          const next = encoder.encode(i === -1 ? start || " " : piece(i));
          i++;
          bytes += next.length;
          out.enqueue(next);
        },
      });
    },
  };
}

/** The same zip with another size in the places that say how large an entry unpacks to. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const lie = zip.slice();
  const view = new DataView(lie.buffer);
  for (let at = 0; at + 30 < lie.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lie;
}

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1_000_000).fill(0x30);
const repeated = (count: number, text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join("");
const table = (rows: string, name = "Data"): string => `<table:table table:name="${name}">${rows}</table:table>`;
const odsCell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
const odsHead = `<table:table-row>${headings.trim().split(",").map(odsCell).join("")}</table:table-row>`;
const odsRow = (cells: readonly string[]): string => `<table:table-row>${cells.map(odsCell).join("")}</table:table-row>`;
const ods = async (tables: string): Promise<FileSource> => file("sheet.ods", await odsOf(tables));
const xlsxHead = `<row r="1">${headings
  .trim()
  .split(",")
  .map((text, i) => `<c r="${"ABCDE"[i]}1" t="inlineStr"><is><t>${text}</t></is></c>`)
  .join("")}</row>`;
const xlsx = async (rows: string): Promise<FileSource> => file("sheet.xlsx", await xlsxOf("Data", xlsxHead + rows));

const archives: readonly Weapon[] = [
  {
    name: "an archive that unpacks to a thousand times its size",
    says: /300 times its size/,
    make: async () => file("a.zip", await zipOf({ "PREVALENCE_2223.csv": zeros(60) })),
  },
  {
    name: "the same in many entries, each small enough by itself",
    says: /300 times its size/,
    make: async () => {
      const entry = zeros(9);
      return file("a.zip", await zipOf(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`PREVALENCE_${i}.csv`, entry]))));
    },
  },
  {
    name: "an archive whose entry says that it has 4 GB",
    says: /300 times its size/,
    make: async () => file("a.zip", lying(await zipOf({ "PREVALENCE_2223.csv": headings }), 0xffff_fff0)),
  },
  {
    name: "an archive whose entry says that it has 2 GB",
    says: /300 times its size/,
    make: async () => file("a.zip", lying(await zipOf({ "PREVALENCE_2223.csv": headings }), 0x7fff_ffff)),
  },
  {
    name: "an archive whose entry says that it has 100 bytes, and has 60 million",
    says: /more than the archive says|damaged/,
    make: async () => file("a.zip", lying(await zipOf({ "PREVALENCE_2223.csv": zeros(60) }), 100)),
  },
  {
    name: "an archive of 6,000 entries",
    says: /more than 5000 files/,
    slow: true,
    make: async () => file("a.zip", await zipOf(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`${i}.csv`, "a"])))),
  },
  {
    name: "archives in archives in archives",
    says: /nested too deeply/,
    make: async () => {
      let zip = await zipOf({ "PREVALENCE_2223.csv": headings });
      for (let i = 0; i < 6; i++) zip = await zipOf({ "in.zip": zip });
      return file("a.zip", zip);
    },
  },
  {
    name: "an archive of archives that hold 6,000 entries together",
    says: /more than 5000 files/,
    slow: true,
    make: async () => {
      const inner = await zipOf(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`${i}.csv`, "a"])));
      return file("a.zip", await zipOf(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}.zip`, inner]))));
    },
  },
];

const workbooks: readonly Weapon[] = [
  {
    name: "entities that stand for ten of the one before, nine deep, in an .ods",
    says: /damaged/,
    make: async () => {
      const entities = repeated(9, (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
      const content = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${entities}]><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>${table(odsRow(["&l9;"]))}</office:body></office:document-content>`;
      return file("a.ods", await zipOf({ "META-INF/manifest.xml": "<manifest/>", "content.xml": content }));
    },
  },
  {
    name: "an entity that would be read from the machine's disk, in an .xlsx",
    says: /damaged/,
    make: async () => {
      const sheet = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>`;
      const parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Data" r:id="a"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
        "xl/worksheets/sheet1.xml": sheet,
      };
      return file("a.xlsx", await zipOf(parts));
    },
  },
  {
    name: "a row number beyond the last row of Excel",
    says: /beyond the last row/,
    make: () => xlsx(`<row r="900000000"><c r="A2"><v>1</v></c></row>`),
  },
  {
    name: "a cell beyond the last column of Excel",
    says: /beyond the last column/,
    make: () => xlsx(`<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>`),
  },
  {
    name: "a blank row that stands a thousand million times in an .ods, and a row after it",
    says: /beyond the last row/,
    make: () => ods(table(`${odsHead}<table:table-row table:number-rows-repeated="1000000000"/>${odsRow(["F81010"])}`)),
  },
  {
    name: "a blank row without number",
    says: /beyond the last row/,
    make: () => ods(table(`${odsHead}<table:table-row table:number-rows-repeated="Infinity"/>${odsRow(["F81010"])}`)),
  },
  {
    name: "a blank cell that stands a thousand million times, and a cell after it",
    says: /beyond the last column/,
    make: () =>
      ods(
        table(`${odsHead}<table:table-row><table:table-cell table:number-columns-repeated="1000000000"/>${odsCell("1")}</table:table-row>`),
      ),
  },
  {
    name: "a blank of a thousand million letters",
    says: /a million characters/,
    make: () =>
      ods(
        table(
          `${odsHead}<table:table-row><table:table-cell><text:p><text:s text:c="1000000000"/></text:p></table:table-cell></table:table-row>`,
        ),
      ),
  },
  {
    name: "a cell of 30 million letters",
    says: /a million characters/,
    make: () => ods(table(`${odsHead}${odsRow([randomText(30_000_000)])}`)),
  },
  {
    name: "a row that shows one long text 16,000 times",
    says: /a million characters/,
    make: async () => {
      const cells = repeated(16_000, () => `<c t="s"><v>0</v></c>`);
      return file("a.xlsx", await xlsxOf("Data", `${xlsxHead}<row r="2">${cells}</row>`, [randomText(32_000)]));
    },
  },
  {
    name: "tags inside tags, two million deep",
    says: /damaged/,
    make: () => ods(table(odsHead + repeated(2_000_000, (i) => `<a${i % 977}>`))),
  },
  {
    name: "a sheet's name that never ends",
    says: /damaged/,
    make: () => ods(`<table:table table:name="${randomText(20_000_000)}`),
  },
  {
    name: "10,000 sheets of the same part",
    says: /more than 250 sheets/,
    make: async () => {
      const parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${repeated(10_000, (i) => `<sheet name="S${i}" r:id="a"/>`)}</sheets></workbook>`,
        "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
        "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${xlsxHead}</sheetData></worksheet>`,
      };
      return file("a.xlsx", await zipOf(parts));
    },
  },
  {
    name: "10,000 sheets in an .ods",
    says: /more than 250 sheets/,
    make: () => ods(repeated(10_000, (i) => table(odsRow(["a"]), `S${i}`))),
  },
];

/** Text that packs about as well as a publication does, so that nothing but its length stands out. */
function randomText(length: number): string {
  const letters = Array.from({ length: 50_000 }, (_, i) => "abcdefghijklmnopqrstuvwxyz".charAt((Math.imul(i, 2654435761) >>> 8) % 26)).join(
    "",
  );
  return letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
}

const streams: readonly Weapon[] = [
  { name: "a line that never ends", says: /a million characters/, make: () => endless("a_2223.csv", headings, () => "x".repeat(65_536)) },
  {
    name: "a heading that never ends",
    says: /a million characters/,
    make: () => endless("a.csv", "", () => "PRACTICE_CODE,".repeat(5000)),
  },
  {
    name: "a cell in quotation marks that never ends",
    says: /a million characters/,
    make: () => endless("a_2223.csv", `${headings}"`, () => "x".repeat(65_536)),
  },
  { name: "nothing but blank lines, for ever", says: /lines/, make: () => endless("a.csv", "", () => "\n".repeat(65_536)) },
  {
    name: "blank lines for ever after the headings",
    says: /lines/,
    make: () => endless("a_2223.csv", headings, () => "\r\n".repeat(32_768)),
  },
  {
    name: "rows that cannot be used, for ever",
    says: /None of its first 50000 rows/,
    make: () => endless("PREVALENCE_2223.csv", headings, () => "no practice,HYP,1,TOTAL,2\n".repeat(2000)),
  },
  {
    name: "one good row, then rows that cannot be used, for ever",
    says: /cannot be used/,
    make: () => endless("PREVALENCE_2223.csv", `${headings}F81010,HYP,1,TOTAL,2\n`, () => "no practice,HYP,1,TOTAL,2\n".repeat(2000)),
  },
  {
    name: "good rows that say the same, for ever",
    says: /cannot be used/,
    make: () => endless("PREVALENCE_2223.csv", headings, () => "F81010,HYP,1,TOTAL,2\n".repeat(2000)),
  },
  {
    name: "another practice and another indicator in each row, for ever",
    says: /It names [\d,]+ practices and [\d,]+ indicators/,
    make: () =>
      endless("PREVALENCE_2223.csv", headings, (piece) =>
        repeated(1000, (i) => `F${String((piece * 1000 + i) % 100_000).padStart(5, "0")},G${piece * 1000 + i},1,TOTAL,2\n`),
      ),
  },
  {
    name: "another day in each of 3,000 rows",
    says: /more than 2,000 periods/,
    make: () =>
      file(
        "list.csv",
        `PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS\n${repeated(3000, (i) => {
          const day = new Date(Date.UTC(2013, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
          return `GP_PRAC_PAT_LIST,${day},GP,07G,E38000185,F${String(10_000 + i)},RM18 8EB,ALL,ALL,12170\n`;
        })}`,
      ),
  },
  {
    name: "rows of a million columns",
    says: /not those of a publication/,
    make: () =>
      file(
        "wide.csv",
        repeated(45, () => `${",".repeat(999_000)}\n`),
      ),
  },
  {
    name: "headings of 300,000 columns, all known to somebody",
    says: /stands there twice|a million characters|not those of a publication/,
    make: () => file("wide.csv", `${"CODE,".repeat(190_000)}\n`),
  },
];

export const weapons: readonly (readonly [kind: string, weapon: Weapon])[] = [
  ...archives.map((weapon) => ["archive", weapon] as const),
  ...workbooks.map((weapon) => ["workbook", weapon] as const),
  ...streams.map((weapon) => ["stream", weapon] as const),
];
