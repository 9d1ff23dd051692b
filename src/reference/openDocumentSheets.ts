import type { FileSource } from "./fileSource";
import { asCsv, damaged, Line, refuseTooMany, repeats as timesOf, tooLong, type Handlers } from "./sheetText";

/** Sheets of an OpenDocument spreadsheet stand one after the other in one part, which for CQC's ratings is over 1 GB of XML. */
export async function openDocumentSheets(workbook: string, content: FileSource): Promise<FileSource[]> {
  const names: string[] = [];
  let rest = "";
  const reader = content.open().getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const text = rest + decoder.decode(value, { stream: true });
      for (const [, name = ""] of text.matchAll(/<table:table [^<>]*?table:name="([^"<]*)"[^<>]*>/g)) names.push(unescaped(name));
      refuseTooMany(names.length, content.size);
      // What may be the beginning of a tag is looked at again together with what follows it.
      rest = text.slice(Math.max(text.lastIndexOf("<table:table "), text.length - 12));
      if (/^<table:table [^>]*>/.test(rest)) rest = "";
      if (rest.length > LONGEST_TAG) throw damaged();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return names.map((name, i) => asCsv(workbook, name, content, (write) => openDocumentRows(write, i)));
}

const LONGEST_TAG = 65_536;
const LONGEST_BLANK = 1_000_000;

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
      if (name === "table:table-row") [column, blank, rowRepeats] = [0, true, timesOf(a["table:number-rows-repeated"])];
      else if (name === "table:table-cell" || name === "table:covered-table-cell") {
        repeats = timesOf(a["table:number-columns-repeated"]);
        value = (a["office:date-value"] ?? a["office:value"] ?? "").replace(/T00:00:00(\.0+)?$/, "");
        [text, paragraphs] = ["", 0];
      } else if (name === "text:p" && paragraphs++ > 0) text += " ";
      else if (name === "text:s") {
        const blanks = timesOf(a["text:c"]);
        if (text.length + blanks > LONGEST_BLANK) throw tooLong();
        text += " ".repeat(blanks);
      }
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
          for (; blankRows > 0; blankRows--) line.end();
          for (let i = 0; i < Math.min(repeats, MOST_REPEATS); i++) line.cell(column + i, shown);
        }
        column += repeats;
      } else if (name === "table:table-row") {
        if (blank) {
          blankRows += rowRepeats;
          return;
        }
        line.end();
        // The same row again says nothing new, but those below it keep their numbers.
        blankRows = rowRepeats - 1;
      }
    },
  };
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
