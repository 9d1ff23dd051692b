import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UnreadableFile } from "./decode";
import type { FileSource } from "./fileSource";

/** Feeds a part of the workbook through an XML parser, tag by tag. Stops early when `onTag` or `onClose` says so. */
export interface Handlers {
  readonly onTag?: (tag: SaxesTagPlain) => void;
  readonly onClose?: (tag: SaxesTagPlain) => void;
  readonly onText?: (text: string) => void;
}

/** The end of every sheet in Excel. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Of a cell, and of a row of them: the same as in a file of comma-separated text. */
const LONGEST = 1_000_000;
/** Spreadsheets nest some ten tags. */
const DEEPEST = 100;

export const damaged = (): UnreadableFile =>
  new UnreadableFile("The workbook is damaged. Download it again, or save it from Excel and add that.");
export const tooLong = (): UnreadableFile =>
  new UnreadableFile("A cell or row of the workbook is longer than a million characters: this is not a table of figures.");

/**
 * An XML parser that gives up on what was made to fill the memory: a document type (no spreadsheet has one; entities live there), tags without
 * end inside one another, and text, tags or comments without end, which the parser keeps until they are closed.
 */
function parserWith({ onTag, onClose, onText }: Handlers): { readonly write: (text: string) => void; readonly close: () => void } {
  const parser = new SaxesParser();
  let [depth, sinceTag] = [0, 0];
  const refuse = (): never => {
    throw damaged();
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST) refuse();
    onTag?.(tag);
  });
  parser.on("closetag", (tag) => {
    sinceTag = 0;
    depth--;
    onClose?.(tag);
  });
  if (onText) parser.on("text", onText);
  return {
    write: (text) => {
      sinceTag += text.length;
      parser.write(text);
      if (sinceTag > LONGEST + text.length) throw tooLong();
    },
    close: () => void parser.close(),
  };
}

export async function parse(source: FileSource, handlers: Handlers): Promise<void> {
  const parser = parserWith(handlers);
  const reader = source
    .open()
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.write(value);
    }
    parser.close();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A sheet as CSV: `rows` is given what to call with each piece of text, and feeds the XML through. */
export function asCsv(
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
          try {
            while (pending === "") {
              const { done, value } = handlers.done?.() ? { done: true, value: undefined } : await reader.read();
              if (done || !value) {
                out.close();
                await reader.cancel().catch(() => undefined);
                return;
              }
              parser.write(decoder.decode(value, { stream: true }));
            }
          } catch (error) {
            // An entry that nobody reads to its end keeps the archive's library waiting, and with it whoever opens the next.
            await reader.cancel().catch(() => undefined);
            throw error;
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
export class Line {
  #cells: string[] = [];
  #width = 0;
  #row = 1;
  #length = 0;

  constructor(readonly write: (csv: string) => void) {}

  cell(column: number, text: string): void {
    if (!(column >= 0)) throw damaged();
    if (column >= MOST_COLUMNS) throw new UnreadableFile("A cell of the workbook stands beyond the last column of a sheet: it is damaged.");
    if ((this.#length += text.length + 1) > LONGEST) throw tooLong();
    while (this.#cells.length < column) this.#cells.push("");
    this.#cells[column] = /[",\r\n]/.test(text) ? quoted(text.replace(/\s*[\r\n]+\s*/g, " ")) : text;
  }

  end(row = this.#row): void {
    if (!(row <= MOST_ROWS)) throw new UnreadableFile("A row of the workbook stands beyond the last row of a sheet: it is damaged.");
    for (; this.#row < row; this.#row++) this.write("\n");
    // A sheet does not keep the blank cells at the end of a row.
    this.#width = Math.max(this.#width, this.#cells.length);
    if (this.#cells.length > 0) while (this.#cells.length < this.#width) this.#cells.push("");
    this.write(`${this.#cells.join(",")}\n`);
    this.#cells = [];
    this.#length = 0;
    this.#row = row + 1;
  }
}

/** How often something is repeated, as an attribute says it. */
export function repeats(attribute: string | undefined): number {
  const times = Number(attribute ?? 1);
  if (!(times >= 0)) throw damaged();
  return times;
}

/** Reading each sheet means reading what stands before it, so many sheets take for ever. */
const MOST_SHEETS = 250;
const MOST_READING = 20_000_000_000;

export function refuseTooMany(sheets: number, size = 0): void {
  if (sheets > MOST_SHEETS) throw new UnreadableFile(`The workbook has more than ${MOST_SHEETS} sheets. ${ONE_SHEET}`);
  if (sheets * size > MOST_READING) throw new UnreadableFile(`The workbook has too many sheets for its size. ${ONE_SHEET}`);
}

const ONE_SHEET = "Save the sheet with the figures as CSV and add that.";

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The name of a tag without its namespace. */
export const local = (name: string): string => name.slice(name.indexOf(":") + 1);
