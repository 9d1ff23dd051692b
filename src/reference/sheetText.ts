import { SaxesParser, type SaxesTagPlain } from "saxes";
import { UnreadableFile } from "./decode";
import type { FileSource } from "./fileSource";

/** Feeds a part of the workbook through an XML parser, tag by tag. Stops early when `onTag` or `onClose` says so. */
export interface Handlers {
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

export async function parse(source: FileSource, handlers: Handlers): Promise<void> {
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
export class Line {
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

/** The name of a tag without its namespace. */
export const local = (name: string): string => name.slice(name.indexOf(":") + 1);
