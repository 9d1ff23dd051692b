import { UnreadableFile } from "./decode";

/** Rows of one piece of text: `rows[i]` began on line `lines[i]`. Lines that are no rows are in `broken`. */
export interface Batch {
  readonly rows: string[][];
  readonly lines: number[];
  readonly broken: BrokenLine[];
}

export interface BrokenLine {
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** A quoted cell longer than this was not meant: its closing quotation mark is missing. */
const LONGEST_ROW = 65_536;
const LONGEST_LINE = 1_000_000;

/**
 * Splits comma-separated text (RFC 4180) that arrives in pieces into rows, and says on which line each began.
 *
 * Why not a library: measured on PREVALENCE 2022-23 (`bench/figures/imports.ts`), Papa Parse is slower, and uDSV, which is quick, joins a short row
 * to the next one, swallows the rest of a file after an unclosed quotation mark and gives no line numbers. A scorecard may not lose a row unseen.
 *
 * - Lines end in LF or CRLF, mixed as they come (or CR alone throughout); a line with nothing on it is not a row.
 * - A cell may be quoted and then hold commas, line breaks and doubled quotation marks.
 * - A quotation mark inside an unquoted cell is an ordinary character.
 * - A quotation mark that is never closed, or followed by more text, breaks its own line only: reading goes on with the next.
 *
 * Set `width` once the heading is known: a row over several lines that cannot be one is then taken for a stray quotation mark.
 *
 * @example new CsvSplitter().push("a,b\n1,2\n", true).rows // [["a", "b"], ["1", "2"]]
 */
export class CsvSplitter {
  width: number | null = null;
  #rest = "";
  #line = 1;
  #lineEnd: "unknown" | "LF" | "CR" = "unknown";

  /** Lines so far, blank ones too. */
  get lines(): number {
    return this.#line;
  }

  push(piece: string, last = false): Batch {
    const batch: Batch = { rows: [], lines: [], broken: [] };
    const text = this.#take(piece, last);
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      const newline = text.indexOf("\n", at);
      if (newline === -1 && !last) break;
      const end = newline === -1 ? text.length : newline;
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at);
      if (quote === -1 || quote > end) {
        const stop = text.charCodeAt(end - 1) === 13 && end > at ? end - 1 : end;
        if (stop > at) {
          batch.rows.push(text.slice(at, stop).split(","));
          batch.lines.push(this.#line);
        }
        this.#line++;
        at = end + 1;
        continue;
      }
      const row = this.#quotedRow(text, at, last);
      if (row === "unfinished") break;
      if (typeof row === "string") {
        batch.broken.push({ line: this.#line, expected: row, found: text.slice(at, Math.min(end, at + 80)).trimEnd() });
        this.#line++;
        at = end + 1;
        continue;
      }
      batch.rows.push(row.cells);
      batch.lines.push(this.#line);
      this.#line += row.lineBreaks + 1;
      at = row.next;
    }
    this.#rest = at === 0 ? text : text.slice(at);
    if (this.#rest.length > LONGEST_LINE)
      throw new UnreadableFile(`Line ${this.#line} is longer than a million characters: this is not a table of rows.`);
    return batch;
  }

  #take(piece: string, last: boolean): string {
    if (this.#lineEnd === "CR") return this.#rest + piece.replaceAll("\r", "\n");
    const text = this.#rest + piece;
    if (this.#lineEnd === "unknown") {
      const firstCr = text.indexOf("\r");
      if (text.includes("\n")) this.#lineEnd = "LF";
      // A file from an old Macintosh has CR alone; but a stray CR in the first line is no end of it, and LF may yet come.
      else if (firstCr !== -1 && (last || text.length > LONGEST_ROW)) {
        this.#lineEnd = "CR";
        return text.replaceAll("\r", "\n");
      }
    }
    return text;
  }

  /** A row with at least one quotation mark on its first line; or what was expected where it is no row; or that more text is needed. */
  #quotedRow(text: string, start: number, last: boolean): { cells: string[]; next: number; lineBreaks: number } | string {
    const cells: string[] = [];
    let at = start;
    let lineBreaks = 0;
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        if (close === -1 || (close + 1 === text.length && !last)) {
          return last || text.length - start > LONGEST_ROW ? "a closing quotation mark" : "unfinished";
        }
        if (close - start > LONGEST_ROW) return "a closing quotation mark";
        const cell = text.slice(at + 1, close);
        for (let i = cell.indexOf("\n"); i !== -1; i = cell.indexOf("\n", i + 1)) lineBreaks++;
        cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
        at = close + 1;
      } else {
        const comma = indexOrEnd(text, ",", at);
        const newline = indexOrEnd(text, "\n", at);
        const stop = Math.min(comma, newline);
        if (stop === text.length && !last) return "unfinished";
        cells.push(text.slice(at, stop === newline && text.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop));
        at = stop;
      }
      if (text.charCodeAt(at) === COMMA) {
        at++;
        if (at < text.length) continue;
        if (!last) return "unfinished";
        cells.push("");
      } else if (text.charCodeAt(at) === 13) {
        if (at + 1 === text.length && !last) return "unfinished";
        if (at + 1 < text.length && text.charCodeAt(at + 1) !== 10) return "a comma or the end of the line after a closing quotation mark";
        at++;
      }
      if (at < text.length && text.charCodeAt(at) !== 10) return "a comma or the end of the line after a closing quotation mark";
      if (lineBreaks > 0 && this.width !== null && (cells.length !== this.width || swallowedLines(text.slice(start, at), this.width)))
        return "a closing quotation mark";
      return { cells, next: at + 1, lineBreaks };
    }
  }
}

const QUOTE = 34;
const COMMA = 44;

/** Where the quoted cell that began before `from` is closed: a quotation mark that is not doubled. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/**
 * Whether a row over several lines is rather several rows with stray quotation marks in two of them: its first and its last line have,
 * read without quotation marks, just as many cells as a row should.
 */
function swallowedLines(row: string, width: number): boolean {
  const lines = row.split("\n");
  const cells = (line: string | undefined): number => (line ?? "").split(",").length;
  return width > 2 && cells(lines[0]) === width && cells(lines.at(-1)) === width;
}

function indexOrEnd(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
