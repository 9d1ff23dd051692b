import { ProblemError, type RefusedRow } from "../problem";
import { CsvSplitter, type Batch } from "./csv";
import { NotUtf8, textOf, UnreadableFile, type Encoding } from "./decode";
import type { FileSource } from "./fileSource";
import { looksLikeNhsNumber, mayHoldNhsNumbers, patientHeading } from "./patientLevel";
import type { RowReader } from "./publication";
import { aboutPatients, recogniseRow, ROWS_ABOVE_HEADINGS, whyUnrecognised, type Recognised } from "./recognise";

/** What reading one file came to. With a `reason` nothing of it may be used and all counts are 0. */
export interface FileRead {
  readonly recognised: Recognised | null;
  readonly reason?: string;
  readonly rowsRead: number;
  readonly rowsUsed: number;
  readonly rowsOutsideArea: number;
  readonly rowsRefused: readonly RefusedRow[];
}

export interface Progress {
  readonly file: string;
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface ReadFileOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A file of this many refused rows and not one used is not the publication its headings say. */
const HOPELESS = 50_000;
/** A notice above the headings has a few cells. */
const MOST_CELLS_ABOVE = 100_000;
/** Each is kept with its line and its reason, to be shown. */
const MOST_REFUSED = 500_000;
/** Blank ones too. England's largest file by practice has some three million. */
const MOST_LINES = 12_000_000;

/**
 * Reads one file from its beginning: recognises it, and gives every row to the reader that `open` returns, once.
 * `open` returns null where recognising is all that is wanted. It is called again, with nothing to be kept of the first time,
 * when the file turns out to be Windows-1252 instead of UTF-8.
 */
export async function readFile(
  source: FileSource,
  open: (file: Recognised) => RowReader | null,
  options: ReadFileOptions = {},
): Promise<FileRead> {
  try {
    try {
      return await readAs("utf-8", source, open, options);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      return await readAs("windows-1252", source, open, options);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof UnreadableFile) return { ...NOTHING, reason: error.message };
    return { ...NOTHING, reason: `It could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const WEB_PAGE = /^\s*<(!doctype|html|\?xml|head|body)/i;

const NOTHING: FileRead = { recognised: null, rowsRead: 0, rowsUsed: 0, rowsOutsideArea: 0, rowsRefused: [] };

async function readAs(
  encoding: Encoding,
  source: FileSource,
  open: (file: Recognised) => RowReader | null,
  { onProgress, signal }: ReadFileOptions,
): Promise<FileRead> {
  const splitter = new CsvSplitter();
  const above: string[][] = [];
  let cellsAbove = 0;
  let bytesRead = 0;
  let begun = false;
  let rows: RowTally | null = null;
  const text = textOf(source, encoding, (bytes) => (bytesRead = bytes), signal);

  /** False once there is no need to read on. */
  const take = (batch: Batch): boolean => {
    let from = 0;
    while (rows === null && from < batch.rows.length) {
      const cells = batch.rows[from] ?? [];
      const found = recogniseRow(cells, above.length === 0);
      if (!found) {
        if (above.length === 0 && WEB_PAGE.test(cells[0] ?? ""))
          throw new UnreadableFile("It is a web page, not data: the download may have asked for a sign-in. Download the file again.");
        above.push(cells);
        from++;
        cellsAbove += cells.length;
        if (above.length >= ROWS_ABOVE_HEADINGS || cellsAbove > MOST_CELLS_ABOVE) throw new UnreadableFile(whyUnrecognised(above));
        continue;
      }
      const patient = patientHeading(cells);
      if (patient && !found.headerless) throw new UnreadableFile(aboutPatients(patient));
      const read = open(found);
      rows = new RowTally(found, read);
      splitter.width = found.width;
      if (!found.headerless) from++;
      if (!read) return false;
    }
    rows?.take(batch, from);
    return true;
  };

  for await (const piece of text) {
    begun ||= piece.trim() !== "";
    // Line by line as far as the headings, so that the splitter knows the width of all that follows.
    let at = 0;
    while (rows === null && at < piece.length) {
      const next = piece.indexOf("\n", at) + 1 || piece.length;
      if (!take(splitter.push(piece.slice(at, next)))) return finished(rows);
      at = next;
    }
    if (at < piece.length) take(splitter.push(at === 0 ? piece : piece.slice(at)));
    if (splitter.lines > MOST_LINES)
      throw new UnreadableFile(`It has more than ${MOST_LINES.toLocaleString("en-GB")} lines: no publication by practice has as many.`);
    onProgress?.({
      file: source.name,
      rows: (rows as RowTally | null)?.read ?? 0,
      bytesRead,
      bytesTotal: Math.max(source.size, bytesRead),
    });
  }
  take(splitter.push("", true));
  if (!begun) throw new UnreadableFile("The file is empty.");
  return finished(rows, above);
}

function finished(rows: RowTally | null, above: readonly (readonly string[])[] = []): FileRead {
  if (rows === null) throw new UnreadableFile(whyUnrecognised(above));
  return {
    recognised: rows.file,
    rowsRead: rows.read,
    rowsUsed: rows.used,
    rowsOutsideArea: rows.outside,
    rowsRefused: rows.refused.sort((a, b) => a.line - b.line),
  };
}

/** Gives rows to their reader and counts what became of them. Each row is counted once, whatever is wrong with it. */
class RowTally {
  read = 0;
  used = 0;
  outside = 0;
  readonly refused: RefusedRow[] = [];
  readonly #mayHoldNhsNumbers: readonly boolean[];

  constructor(
    readonly file: Recognised,
    readonly reader: RowReader | null,
  ) {
    this.#mayHoldNhsNumbers = file.headerless ? [] : mayHoldNhsNumbers(file.headings);
  }

  take(batch: Batch, from: number): void {
    if (!this.reader) return;
    const { width } = this.file;
    for (let i = from; i < batch.rows.length; i++) {
      const cells = batch.rows[i];
      const line = batch.lines[i];
      if (cells === undefined || line === undefined) continue;
      this.read++;
      this.#refusePatients(cells, line);
      if (cells.length !== width && !fits(cells, width)) {
        this.refused.push({ line, column: "", expected: `${width} columns`, found: `${cells.length}` });
        continue;
      }
      const outcome = this.reader(cells, line);
      if (outcome === "used") this.used++;
      else if (outcome === "outsideArea") this.outside++;
      else this.refused.push({ line, ...outcome, found: copied(outcome.found) });
    }
    for (const { line, expected, found } of batch.broken) {
      this.read++;
      this.refused.push({ line, column: "", expected, found });
    }
    if (this.used + this.outside === 0 && this.refused.length > HOPELESS) {
      const first = this.refused[0];
      throw new UnreadableFile(
        `None of its first ${HOPELESS} rows could be used. The first, on line ${first?.line}: expected ${first?.expected}, found ${first?.found}.`,
      );
    }
    if (this.refused.length > MOST_REFUSED) {
      const { line, expected, found } = this.refused[0]!;
      throw new UnreadableFile(
        `More than ${MOST_REFUSED.toLocaleString("en-GB")} of its rows cannot be used. The first, on line ${line}: expected ${expected}, found ${found}.`,
      );
    }
  }

  /** Thrown, not counted: a file about patients is given up as a whole, before anything of it is kept. */
  #refusePatients(cells: readonly string[], line: number): void {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? "";
      if (
        (cell.length !== 10 && cell.length !== 12) ||
        this.#mayHoldNhsNumbers[i] === false ||
        (this.file.headerless && i === this.file.at.phone)
      )
        continue;
      if (!looksLikeNhsNumber(cell)) continue;
      const heading = this.file.headings[i]?.trim() || `column ${i + 1}`;
      throw new UnreadableFile(
        `${heading} on line ${line} looks like an NHS number: files about single patients are never read. Use figures by practice.`,
      );
    }
  }
}

/** A copy of its own of what is kept: a slice would keep the whole piece of the file that it was cut from. */
const copied = (found: string): string => [...found].join("");

/** Surplus cells that are blank do no harm. */
function fits(cells: readonly string[], width: number): boolean {
  for (let i = width; i < cells.length; i++) if (cells[i]?.trim() !== "") return false;
  return cells.length >= width;
}
