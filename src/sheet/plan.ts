import type { Carried } from "./carried";

/**
 * A workbook as a value: what each cell holds and which named style it wears. No Excel, no DOM, no statistics.
 * Two writers take it further: `excel/` into the open workbook, `xlsx/` into a file.
 */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly styles: Readonly<Record<string, Style>>;
  /** Named cells of the workbook, such as `scorecard_z95` for Methods!B5. */
  readonly names: readonly NamedCell[];
  /** Which sheet is in front when the workbook is opened or the build has ended. */
  readonly active: string;
  readonly title: string;
}

export interface NamedCell {
  readonly name: string;
  readonly sheet: string;
  /** A1 without dollar signs, such as B5 or B5:C9. */
  readonly ref: string;
}

export interface SheetPlan {
  /** What the sheet is for, stable over rebuilding: "scorecard", "data", "practice:F81010". */
  readonly key: string;
  readonly name: string;
  /** Rows of cells from A1; rows may be shorter than the widest. Missing cells are empty. */
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in pixels at 100 %, one a column. Points for Office.js are px x 0.75; a file's width is (px - 5) / 7. */
  readonly columnWidths: readonly number[];
  /** Heights in points by row, counted from 0; others keep `defaultRowHeight`. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly defaultRowHeight: number;
  /** Merged areas, A1. */
  readonly merges: readonly string[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  readonly tabColour: string;
  readonly zoom: number;
  readonly tables: readonly TablePlan[];
  /** The range whose first row carries filter buttons, where it is not a table. */
  readonly autoFilter?: string;
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  /** What may be typed where. Absent is none. */
  readonly validations?: readonly ValidationPlan[];
  /** Absent is none. */
  readonly charts?: readonly ChartPlan[];
  readonly print: PrintPlan;
  /** What people had put on this sheet in the open workbook; files have none. */
  readonly carried?: Carried;
}

export interface Cell {
  /** What a person sees: the value itself, or what the core computed for `formula`. `null` is empty. */
  readonly value: string | number | boolean | null;
  /** Native Excel formula with its "=", in English, without `_xlfn.` prefixes. */
  readonly formula?: string;
  /** The area that the formula's results fill, A1, where they are several; the cells below hold values only. */
  readonly spill?: string;
  /** Key into the plan's styles. */
  readonly style: string;
}

export interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** "#RRGGBB"; absent means automatic, so that dark and contrast themes can choose. */
  readonly colour?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "right" | "center";
  readonly vertical?: "top" | "center" | "bottom";
  readonly indent?: number;
  readonly wrap?: boolean;
  /** Excel number format; absent means General, "@" means text. */
  readonly format?: string;
  readonly top?: Edge;
  readonly bottom?: Edge;
  readonly left?: Edge;
  readonly right?: Edge;
}

export interface Edge {
  readonly weight: "hair" | "thin" | "medium" | "thick";
  readonly colour: string;
}

export interface TablePlan {
  readonly name: string;
  /** A1 with its heading row. */
  readonly ref: string;
  readonly style: string;
}

export interface ConditionalFormatPlan {
  /** One or several areas, A1; the formula is relative to the first cell of the first. */
  readonly refs: readonly string[];
  readonly formula: string;
  readonly colour?: string;
  readonly fill?: string;
  readonly bold?: boolean;
}

/** Cells that accept blanks and one kind of entry, and say which to whoever types something else. */
export interface ValidationPlan {
  /** A1. */
  readonly ref: string;
  readonly rule: { readonly kind: "count" } | { readonly kind: "list"; readonly of: readonly string[] };
  readonly title: string;
  readonly message: string;
}

export interface PrintPlan {
  readonly paper: "A3" | "A4";
  readonly orientation: "landscape" | "portrait";
  readonly area: string;
  /** Rows repeated at the top of every page, such as "5:11". */
  readonly titleRows?: string;
  readonly fitWide: number;
  /** 0 leaves the height free. */
  readonly fitTall: number;
  /** Inches. */
  readonly margins: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly footer: { readonly left: string; readonly centre: string; readonly right: string };
}

/**
 * One of Excel's own charts: no title (the finding is a sentence in A1), no legend, no fill, no frame, and every number and every name that
 * may change in a cell of the same sheet.
 */
export interface ChartPlan {
  /** Known by this in Excel's list of objects. */
  readonly name: string;
  readonly kind: "scatter" | "line";
  /** The cells it covers, A1. */
  readonly anchor: string;
  /** What it shows, in a sentence, for whoever does not see it. */
  readonly alternativeText: string;
  /** Where the space between the axes stands, as shares of the chart's own width and height. */
  readonly plotArea: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly x: AxisPlan;
  readonly y: AxisPlan;
  /** Drawn in this order: later ones lie on top. */
  readonly series: readonly SeriesPlan[];
}

export interface AxisPlan {
  readonly title?: string;
  /** The scale; absent for the categories of a line chart. */
  readonly scale?: { readonly minimum: number; readonly maximum: number; readonly unit: number };
  /** Excel number format of the axis numbers. */
  readonly format?: string;
  readonly gridlines: boolean;
}

export interface SeriesPlan {
  readonly name: string;
  /** Cell that holds the name now, A1, where it can change; `name` is then what it holds when the plan is made. */
  readonly nameCell?: string;
  /** A1 areas of one column: numbers across (the categories in a line chart), and numbers up. A #N/A is not drawn. */
  readonly x: string;
  readonly y: string;
  /** Weight in points. */
  readonly line?: { readonly colour: string; readonly weight: number; readonly dash?: boolean; readonly smooth?: boolean };
  /** Size in points. */
  readonly marker?: { readonly shape: "circle" | "triangle" | "diamond"; readonly size: number; readonly colour: string };
  /** Writes the series' name at each of its points, of which there is therefore one. */
  readonly label?: {
    readonly position: "above" | "below" | "left" | "right";
    readonly colour: string;
    readonly size: number;
    readonly bold?: boolean;
  };
}
