/** What a person can see of a sheet, read back from wherever it was written: the same for a file and for the open workbook. */
export interface SheetDump {
  readonly name: string;
  /** By A1 address; only cells that hold something or look like something. */
  readonly cells: ReadonlyMap<string, CellDump>;
  /** Pixels, by column letter. */
  readonly widths: ReadonlyMap<string, number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly merges: readonly string[];
  readonly tables: readonly { readonly name: string; readonly ref: string }[];
  readonly printTitles: string | null;
  readonly orientation: string;
}

export interface CellDump {
  readonly value: string | number | boolean;
  readonly formula: string;
  readonly format: string;
  /** "#RRGGBB" or "" for none. */
  readonly fill: string;
  readonly bold: boolean;
  /** Whole points: the library that reads files back cuts the half off (the file itself holds it). */
  readonly size: number;
}

/** Formulas are compared as Excel shows them: without the prefixes of the file, and with `[@Column]` for the same row. */
export const shownFormula = (stored: string): string =>
  stored
    .replaceAll("_xlfn.", "")
    .replace(/(\d)e(-?\d)/g, "$1E$2")
    .replace(/\w+\[\[#This Row\],\[([^\]]+)\]\]/g, "[@$1]");
