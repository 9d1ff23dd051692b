import type { FileSource } from "./fileSource";
import { asCsv, Line, type Handlers } from "./sheetText";

/** Sheets of an OpenDocument spreadsheet stand one after the other in one part, which for CQC's ratings is over 1 GB of XML. */
export async function openDocumentSheets(workbook: string, content: FileSource): Promise<FileSource[]> {
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

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
