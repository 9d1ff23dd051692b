import { UnreadableFile } from "./decode";
import type { Period, PracticeCode } from "./model";

/** England has some 6,200 practices; QOF, the widest, measures some 80 things of each. What goes far beyond was made to fill the memory. */
const MOST_PAIRS = 33_554_432;
const MOST_FIGURES = 5_000_000;

/**
 * The slots of one period: practices and indicators are numbered as they are met, a table gives each pair its slot, and typed arrays that grow
 * together hold what is in the slots. No object is made for a row.
 */
export class Shelf {
  values = new Float64Array(1024).fill(Number.NaN);
  lines = new Uint32Array(1024);
  files = new Uint16Array(1024);
  reasons = new Uint8Array(1024);
  readonly labels = new Map<number, string>();
  readonly #practices = new Map<PracticeCode, number>();
  readonly #indicators = new Map<string, number>();
  /** Slot + 1 of each pair, a row a practice; 0 where there is none yet. */
  #slots = new Int32Array(64 * 32);
  #columns = 32;
  #size = 0;
  /** Rows of one practice mostly stand together. */
  #lastPractice: PracticeCode | undefined;
  #lastRow = 0;

  constructor(
    readonly period: Period,
    readonly width: number,
  ) {}

  slot(practice: PracticeCode, indicator: string): number {
    if (practice !== this.#lastPractice) {
      this.#lastPractice = practice;
      this.#lastRow = numberOf(this.#practices, practice);
    }
    const column = numberOf(this.#indicators, indicator);
    if (column >= this.#columns || (this.#lastRow + 1) * this.#columns > this.#slots.length) this.#widen();
    const at = this.#lastRow * this.#columns + column;
    const known = this.#slots[at] ?? 0;
    if (known > 0) return known - 1;
    this.#slots[at] = this.#size + 1;
    if ((this.#size + 1) * this.width > this.values.length) this.#grow();
    return this.#size++;
  }

  /** A larger table of slots, with room for more practices, and for more indicators where they have run out. */
  #widen(): void {
    const columns = this.#indicators.size > this.#columns ? this.#columns * 2 : this.#columns;
    const rows = this.#slots.length / this.#columns;
    const length = columns * (this.#practices.size > rows ? rows * 2 : rows);
    if (length > MOST_PAIRS) throw this.#tooMany();
    const wider = new Int32Array(length);
    for (let row = 0; row < rows; row++) wider.set(this.#slots.subarray(row * this.#columns, (row + 1) * this.#columns), row * columns);
    [this.#slots, this.#columns] = [wider, columns];
  }

  #tooMany(): UnreadableFile {
    const [practices, indicators] = [this.#practices.size, this.#indicators.size].map((count) => count.toLocaleString("en-GB"));
    return new UnreadableFile(`It names ${practices} practices and ${indicators} indicators: no publication has as many.`);
  }

  #grow(): void {
    if (this.#size > MOST_FIGURES) throw this.#tooMany();
    const length = this.values.length * 2;
    const values = new Float64Array(length).fill(Number.NaN);
    const lines = new Uint32Array(length);
    const files = new Uint16Array(length);
    const reasons = new Uint8Array(length);
    reasons.set(this.reasons);
    values.set(this.values);
    lines.set(this.lines);
    files.set(this.files);
    [this.values, this.lines, this.files, this.reasons] = [values, lines, files, reasons];
  }

  /** Every slot that was ever taken, practice by practice; of these practices, or of all. */
  forEach(visit: (practice: PracticeCode, indicator: string, slot: number) => void, wanted?: ReadonlySet<PracticeCode>): void {
    const indicators = [...this.#indicators.keys()];
    // A rating's day has few practices, an area many: whichever are fewer are gone through.
    const isSmall = wanted === undefined || this.#practices.size < wanted.size;
    for (const practice of isSmall ? this.#practices.keys() : wanted) {
      if (isSmall && wanted?.has(practice) === false) continue;
      const row = this.#practices.get(practice);
      if (row === undefined) continue;
      for (let column = 0; column < indicators.length; column++) {
        const slot = this.#slots[row * this.#columns + column] ?? 0;
        if (slot > 0) visit(practice, indicators[column] ?? "", slot - 1);
      }
    }
  }

  /** Whether any figure of another file is left. */
  forget(file: number): boolean {
    let left = false;
    for (let at = 0; at < this.lines.length; at++) {
      if (this.lines[at] === 0) continue;
      if (this.files[at] !== file) {
        left = true;
        continue;
      }
      this.lines[at] = 0;
      this.values[at] = Number.NaN;
      this.reasons[at] = 0;
      this.labels.delete(at);
    }
    return left;
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size));
  return number;
}
