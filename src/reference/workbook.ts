import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UnreadableFile } from "./decode";
import type { FileSource } from "./fileSource";

/**
 * The sheets of a workbook (.xlsx or .ods) as files of comma-separated text, so that every importer reads them as it reads CSV.
 * A line of that text is a row of the sheet: the number in a refusal is the number on the left in Excel. Line breaks in cells become
 * spaces. Dates come out as 2026-02-01. Formulas give the value they had when the workbook was saved.
 */
export async function sheetsOf(workbook: string, entries: ReadonlyMap<string, FileSource>): Promise<FileSource[]> {
  const content = entries.get("content.xml");
  if (content) return openDocumentSheets(workbook, content);
  const list = entries.get("xl/workbook.xml");
  if (!list) throw new UnreadableFile("It is an Office document without sheets. Add a workbook or a CSV file.");
  return excelSheets(workbook, list, entries);
}

/** Feeds a part of the workbook through an XML parser, tag by tag. Stops early when `onTag` or `onClose` says so. */
interface Handlers {
  readonly onTag?: (tag: SaxesTagPlain) => void;
  readonly onClose?: (tag: SaxesTagPlain) => void;
  readonly onText?: (text: string) => void;
}

function parserWith({ onTag, onClose, onText }: Handlers): SaxesParser {
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new UnreadableFile("The workbook is damaged. Download it again, or save it from Excel and add that.");
  });
  if (onTag) parser.on("opentag", onTag);
  if (onClose) parser.on("closetag", onClose);
  if (onText) parser.on("text", onText);
  return parser;
}

async function parse(source: FileSource, handlers: Handlers): Promise<void> {
  const parser = parserWith(handlers);
  const reader = source
    .open()
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parser.write(value);
  }
  parser.close();
}

/** A sheet as CSV: `rows` is given what to call with each piece of text, and feeds the XML through. */
function asCsv(
  workbook: string,
  sheet: string,
  part: FileSource,
  handlersFor: (write: (csv: string) => void) => Handlers & { done?: () => boolean },
): FileSource {
  return {
    name: `${workbook}/${sheet}`,
    size: 0,
    workbook,
    open() {
      let pending = "";
      const handlers = handlersFor((csv) => (pending += csv));
      const parser = parserWith(handlers);
      const reader = part.open().getReader();
      const decoder = new TextDecoder();
      const encoder = new TextEncoder();
      return new ReadableStream<Uint8Array>({
        async pull(out) {
          while (pending === "") {
            const { done, value } = handlers.done?.() ? { done: true, value: undefined } : await reader.read();
            if (done || !value) {
              out.close();
              await reader.cancel().catch(() => undefined);
              return;
            }
            parser.write(decoder.decode(value, { stream: true }));
          }
          out.enqueue(encoder.encode(pending));
          pending = "";
        },
        cancel: () => reader.cancel(),
      });
    },
  };
}

/** Cells by column, put out as a line. Rows left out of the file become blank lines so that line numbers stay row numbers. */
class Line {
  #cells: string[] = [];
  #width = 0;
  #row = 1;

  constructor(readonly write: (csv: string) => void) {}

  cell(column: number, text: string): void {
    while (this.#cells.length < column) this.#cells.push("");
    const plain = text.replace(/\s*[\r\n]+\s*/g, " ");
    this.#cells[column] = /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  }

  end(row = this.#row): void {
    for (; this.#row < row; this.#row++) this.write("\n");
    // A sheet does not keep the blank cells at the end of a row.
    this.#width = Math.max(this.#width, this.#cells.length);
    if (this.#cells.length > 0) while (this.#cells.length < this.#width) this.#cells.push("");
    this.write(`${this.#cells.join(",")}\n`);
    this.#cells = [];
    this.#row = row + 1;
  }
}

async function excelSheets(workbook: string, list: FileSource, entries: ReadonlyMap<string, FileSource>): Promise<FileSource[]> {
  const targets = new Map<string, string>();
  const relations = entries.get("xl/_rels/workbook.xml.rels");
  if (relations) await parse(relations, { onTag: ({ attributes: a }) => a.Id && a.Target && targets.set(a.Id, a.Target) });
  const sheets: { name: string; id: string }[] = [];
  await parse(list, {
    onTag: ({ name, attributes: a }) => void (local(name) === "sheet" && sheets.push({ name: a.name ?? "", id: a["r:id"] ?? "" })),
  });
  const strings = await sharedStrings(entries.get("xl/sharedStrings.xml"));
  const dates = await dateStyles(entries.get("xl/styles.xml"));
  return sheets.flatMap(({ name, id }) => {
    const target = targets.get(id) ?? "";
    const part = entries.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    return part ? [asCsv(workbook, name, part, (write) => excelRows(write, strings, dates))] : [];
  });
}

function excelRows(write: (csv: string) => void, strings: readonly string[], dates: ReadonlySet<number>): Handlers {
  const line = new Line(write);
  let [column, row, next] = [0, 0, 0];
  let [type, style, text] = ["", -1, ""];
  let inValue = false;
  return {
    onTag: ({ name, attributes: a }) => {
      const tag = local(name);
      if (tag === "row") [row, next] = [Number(a.r ?? row + 1), 0];
      else if (tag === "c") {
        column = a.r ? columnOf(a.r) : next;
        [type, style, text] = [a.t ?? "n", Number(a.s ?? -1), ""];
      } else if (tag === "v" || tag === "t") inValue = true;
    },
    onText: (piece) => {
      if (inValue) text += piece;
    },
    onClose: ({ name }) => {
      const tag = local(name);
      if (tag === "v" || tag === "t") inValue = false;
      else if (tag === "c") {
        const value =
          type === "s" ? (strings[Number(text)] ?? "") : type === "n" && text !== "" && dates.has(style) ? dayOfSerial(Number(text)) : text;
        line.cell(column, value);
        next = column + 1;
      } else if (tag === "row") line.end(row);
    },
  };
}

async function sharedStrings(source: FileSource | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (!source) return strings;
  let [text, inText, phonetic] = ["", false, false];
  await parse(source, {
    onTag: ({ name }) => {
      const tag = local(name);
      if (tag === "si") text = "";
      else if (tag === "rPh") phonetic = true;
      else if (tag === "t") inText = !phonetic;
    },
    onText: (piece) => {
      if (inText) text += piece;
    },
    onClose: ({ name }) => {
      const tag = local(name);
      if (tag === "si") strings.push(text);
      else if (tag === "rPh") phonetic = false;
      else if (tag === "t") inText = false;
    },
  });
  return strings;
}

/** Which cell styles show a number as a date: Excel's own 14 to 22, and formats of the workbook that have a day, month or year in them. */
async function dateStyles(source: FileSource | undefined): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (!source) return dates;
  const own = new Set<number>();
  let [inFormats, index] = [false, 0];
  await parse(source, {
    onTag: ({ name, attributes: a }) => {
      const tag = local(name);
      if (tag === "numFmt" && /[dmy]/i.test((a.formatCode ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))) own.add(Number(a.numFmtId));
      else if (tag === "cellXfs") inFormats = true;
      else if (tag === "xf" && inFormats) {
        const format = Number(a.numFmtId ?? 0);
        if ((format >= 14 && format <= 22) || own.has(format)) dates.add(index);
        index++;
      }
    },
    onClose: ({ name }) => {
      if (local(name) === "cellXfs") inFormats = false;
    },
  });
  return dates;
}

/** Excel counts days from 31 December 1899 and believes in 29 February 1900. */
const dayOfSerial = (serial: number): string =>
  Number.isFinite(serial) && serial > 60 ? new Date(Math.round((serial - 25569) * 86_400_000)).toISOString().slice(0, 10) : String(serial);

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Sheets of an OpenDocument spreadsheet stand one after the other in one part, which for CQC's ratings is over 1 GB of XML. */
async function openDocumentSheets(workbook: string, content: FileSource): Promise<FileSource[]> {
  const names: string[] = [];
  let rest = "";
  const reader = content.open().getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const text = rest + decoder.decode(value, { stream: true });
    for (const [, name = ""] of text.matchAll(/<table:table [^>]*?table:name="([^"]*)"[^>]*>/g)) names.push(unescaped(name));
    // What may be the beginning of a tag is looked at again together with what follows it.
    rest = text.slice(Math.max(text.lastIndexOf("<table:table "), text.length - 12));
    if (/^<table:table [^>]*>/.test(rest)) rest = "";
  }
  return names.map((name, i) => asCsv(workbook, name, content, (write) => openDocumentRows(write, i)));
}

/** A sheet ends in thousands of repeated blank rows and cells; those are not written out. */
const MOST_REPEATS = 1000;

function openDocumentRows(write: (csv: string) => void, wanted: number): Handlers & { done: () => boolean } {
  const line = new Line(write);
  let [sheet, depth, over] = [-1, 0, false];
  let [column, repeats, rowRepeats] = [0, 1, 1];
  let [value, text, paragraphs, blank] = ["", "", 0, true];
  let blankRows = 0;
  const here = (): boolean => sheet === wanted && !over;
  return {
    done: () => over,
    onTag: ({ name, attributes: a }) => {
      if (name === "table:table") sheet++;
      if (!here()) return;
      if (name === "table:table-row") [column, blank, rowRepeats] = [0, true, Number(a["table:number-rows-repeated"] ?? 1)];
      else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        repeats = Number(a["table:number-columns-repeated"] ?? 1);
        value = (a["office:date-value"] ?? a["office:value"] ?? "").replace(/T00:00:00(\.0+)?$/, "");
        [text, paragraphs] = ["", 0];
      } else if (name === "text:p" && paragraphs++ > 0) text += " ";
      else if (name === "text:s") text += " ".repeat(Number(a["text:c"] ?? 1));
      if (name === "text:p") depth++;
    },
    onText: (piece) => {
      if (here() && depth > 0) text += piece;
    },
    onClose: ({ name }) => {
      if (name === "table:table" && sheet === wanted) over = true;
      if (!here()) return;
      if (name === "text:p") depth--;
      else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        const shown = value === "" ? text : value;
        if (shown !== "") {
          blank = false;
          for (let i = 0; i < Math.min(repeats, MOST_REPEATS); i++) line.cell(column + i, shown);
        }
        column += repeats;
      } else if (name === "table:table-row") {
        if (blank) {
          blankRows += rowRepeats;
          return;
        }
        for (; blankRows > 0; blankRows--) line.end();
        line.end();
      }
    },
  };
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
